import type { SectionId, TemplatePlace } from '../catalogue/template.ts';
import type { Detected } from '../project/detect/detect.ts';
import type { DeclaredPlace, DeclaredValue, FactSource } from '../project/factTypes.ts';
import type { ProjectFacts } from '../project/facts.ts';
import type { PositionMap } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import type { TextSubject } from './subjects.ts';

/** One file of a project document for itself, whichever projects it is part of. */
export interface ProjectFileSubject extends TextSubject {
  readonly file: FactSource;
  readonly positions: PositionMap;
  /** What this file declares, without the others. */
  readonly facts: ProjectFacts;
  /** What it imports, in load order, and what that imports. */
  readonly imported: readonly ImportedFile[];
  /** What the manifests of the project that it belongs to show, as far as they have been read. */
  readonly detected: Detected;
  /** The places in it that an agent reads and finds unfilled; `undefined` until it is known who reads what. */
  readonly unanswered: ReadonlySet<DeclaredPlace> | undefined;
  /** The sections of the template of which its projects' agents read something. */
  readonly readSections: ReadonlySet<SectionId>;
  /** The UTF-16 length of all files of the document whose main file this is. */
  readonly documentLength: number | undefined;
  /** Whether an agent of its projects has something on a value; `undefined` where no agent knows anything. */
  readonly isKnownToAgents: ((value: DeclaredValue) => boolean) | undefined;
}

/** A file that another one imports. */
export interface ImportedFile {
  readonly uri: string;
  readonly file: FactSource;
  readonly positions: PositionMap;
  /** By which path the other one imports it, or what imports it. */
  readonly path: string;
}

/** One file of a project document, as the completeness rules see it. */
export interface ProjectSubject {
  readonly file: FactSource & { readonly text: string };
  /** Missing sections are said of the main file alone. */
  readonly isMainFile: boolean;
  readonly facts: ProjectFacts;
  /** What the agents of the project, or the chosen template, require. */
  readonly required: readonly RequiredPlace[];
  /** What the project's manifests show, as far as they have been read. */
  readonly detected: Detected;
}

/** What an agent reads of its project document, as the rules about its references see it. */
export interface ReferencesSubject {
  readonly references: readonly Reference[];
  /** The project's document, or where Claude Code would look for one first. */
  readonly documentUri: string;
  readonly hasDocument: boolean;
  readonly facts: ProjectFacts;
  /** What the project's manifests show, as far as they have been read. */
  readonly detected: Detected;
  /** The line end of a document to create. */
  readonly lineEnd: '\n' | '\r\n' | '\r';
}

/** One mention of a named requirement; UTF-16 offsets in the agent's file. */
export interface Reference {
  readonly label: string;
  readonly place: TemplatePlace | undefined;
  readonly quoted: boolean;
  readonly span: Span;
}

/** A part of the project document that somebody reads. */
export interface RequiredPlace {
  /** In its repaired form; the template's own where the template has it. */
  readonly label: string;
  readonly place: TemplatePlace | undefined;
  /** A reader asks for it by a quoted label. */
  readonly quoted: boolean;
  /** Sorted by name; empty where only the chosen template asks for it. */
  readonly readers: readonly Reader[];
}

/** An agent's first reference to a required place; line and character as in LSP. */
export interface Reader {
  readonly uri: string;
  readonly name: string;
  readonly line: number;
  readonly character: number;
  readonly length: number;
}
