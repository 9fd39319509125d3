import type { AgentFile } from '../parse/agentFile.ts';
import type { Span } from '../text/span.ts';
import type { TextEdit } from '../text/textEdit.ts';
import type { TextEncoding } from '../workspace/fileSystem.ts';

/** Any document, as the rules on its text see it. */
export interface TextSubject {
  readonly uri: string;
  readonly text: string;
}

/** An agent file, as its rules see it. */
export interface AgentSubject extends TextSubject {
  readonly file: AgentFile;
  /**
   * VS Code itself checks this file (`spec/vscode.md`, section 2): what it says is not said again, but for the
   * verdict that Claude Code skips the file.
   */
  readonly inVsCodeChatAgent: boolean;
  /** The agent comes with a plugin: some fields are ignored, others read more kindly. */
  readonly isPlugin: boolean;
  /** What the file on disk is, where it is known not to be UTF-8; then the text is what somebody made of it. */
  readonly encoding?: TextEncoding;
}

/** An exported agent of which something has changed since. */
export interface ExportSubject {
  /** The comment that says where it came from; UTF-16 offsets in the file. */
  readonly span: Span;
  /** The source's file name; absent where the agent was adapted in place. */
  readonly sourceName?: string;
  readonly documentName: string;
  readonly sourceChanged: boolean;
  readonly projectChanged: boolean;
  /** Merges what has changed into the file. */
  readonly update: () => { readonly edits: readonly TextEdit[]; readonly conflicts: number };
}

/** An exported agent whose source is not to be found, although its project has moved on. */
export interface LostSourceSubject {
  /** The comment that says where it came from, and its whole line; UTF-16 offsets in the file. */
  readonly span: Span;
  readonly line: Span;
  /** The source's file name. */
  readonly sourceName: string;
  /** How many agents it could be. */
  readonly candidates: number;
  readonly documentName: string;
  /** Adapts the file itself to the project as it is now; it follows no source any more. */
  readonly adaptFurther: () => { readonly edits: readonly TextEdit[]; readonly conflicts: number };
}
