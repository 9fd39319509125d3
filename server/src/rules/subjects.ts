import type { AgentFile } from '../parse/agentFile.ts';

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
