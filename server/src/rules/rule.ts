import type { Span } from '../text/span.ts';
import type { TextEdit } from '../text/textEdit.ts';
import type { TextEncoding } from '../workspace/fileSystem.ts';
import type { RuleId } from './ruleIds.ts';

/**
 * What a finding means for the author. `error`: Claude Code skips the file or ignores the value; `warning`: it
 * does something else than the text says; `information` and `hint`: advice.
 */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One thing that a rule has to say of one document. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Already in the user's language. */
  readonly message: string;
  /** UTF-16 offsets in the whole document, frontmatter included. */
  readonly span: Span;
  /** Other places that explain the finding. */
  readonly related?: readonly RelatedPlace[];
  /** How editors draw it besides the severity. */
  readonly tag?: 'unnecessary' | 'deprecated';
  /** Repairs, computed only when somebody asks for them. */
  readonly fixes?: () => readonly Fix[];
}

export interface RelatedPlace {
  readonly uri: string;
  /** UTF-16 offsets in that document, with the positions already known where the text is not at hand. */
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly message: string;
}

/** A repair as data. */
export interface Fix {
  readonly title: string;
  /** Safe: certain to be what the author meant, so "fix all" may apply it unasked. */
  readonly safe: boolean;
  /** Offered first and by the "apply preferred fix" key. */
  readonly preferred?: boolean;
  /** Edits of the document that has the finding. */
  readonly edits: readonly TextEdit[];
  /**
   * What of an agent's file may be different afterwards besides the fields that the edits stand in: where its prompt
   * begins, or all of it. Unsaid, nothing.
   */
  readonly reach?: 'values' | 'prompt-start' | 'file';
  /** A file to create instead of, or besides, the edits; never one that exists. */
  readonly create?: { readonly uri: string; readonly content: string };
  /** Edits of another file; its text is given, as offsets mean nothing without it. */
  readonly elsewhere?: { readonly uri: string; readonly text: string; readonly edits: readonly TextEdit[] };
}

/** One rule: one object in one file of its own. `Subject` is what it looks at. */
export interface Rule<Subject> {
  readonly id: RuleId;
  readonly severity: Severity;
  readonly doc: RuleDoc;
  /**
   * What of an agent file it looks at. What a rule finds in the frontmatter is kept as long as the frontmatter is the
   * same object, so such a rule must not look at the body.
   */
  readonly reads?: 'frontmatter' | 'body';
  /** Silent, and not run, until somebody sets a level for it; `severity` is what its findings mean then. */
  readonly offByDefault?: true;
  /** Calls `report` for each finding. Must not throw; the runner contains one that does. */
  check(subject: Subject, report: Report): void;
}

export type Report = (finding: Omit<Finding, 'rule' | 'severity'> & { severity?: Severity }) => void;

/** Documentation of a rule (English: it becomes `docs/rules/<id>.md`), with examples that are executed. */
export interface RuleDoc {
  readonly summary: string;
  /** Why it matters: what Claude Code does. */
  readonly why: string;
  readonly examples: readonly RuleExample[];
}

export interface RuleExample {
  readonly title: string;
  /** A document; each finding expected is marked `⟦…⟧` around its span. No mark: the rule must be silent. */
  readonly text: string;
  /** The file's name where it matters: `reviewer.md`. */
  readonly fileName?: string;
  /** The path in the project of an example that is no agent: `CLAUDE.md`. */
  readonly path?: string;
  /** Texts of the project's other files, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** How the file is encoded, where that is not UTF-8. */
  readonly encoding?: TextEncoding;
  /** The text after the first fix of the first finding. */
  readonly fixed?: string;
}
