import type { TemplatePlace } from '../catalogue/template.ts';
import type { FactSource } from '../project/factTypes.ts';
import type { ProjectFacts } from '../project/facts.ts';
import type { Span } from '../text/span.ts';

/** One file of a project document, as the completeness rules see it. */
export interface ProjectSubject {
  readonly file: FactSource & { readonly text: string };
  /** Missing sections are said of the main file alone. */
  readonly isMainFile: boolean;
  readonly facts: ProjectFacts;
  /** What the agents of the project, or the chosen template, require. */
  readonly required: readonly RequiredPlace[];
}

/** What an agent reads of its project document, as the rules about its references see it. */
export interface ReferencesSubject {
  readonly references: readonly Reference[];
  /** The project's document, or where Claude Code would look for one first. */
  readonly documentUri: string;
  readonly hasDocument: boolean;
  readonly facts: ProjectFacts;
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
