import type { AgentFile } from '../parse/agentFile.ts';
import type { Span } from '../text/span.ts';
import type { TextEdit } from '../text/textEdit.ts';

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
