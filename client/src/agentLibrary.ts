/** The agents that ship with the extension. */
import * as vscode from 'vscode';

export interface LibraryAgent {
  readonly name: string;
  readonly description: string;
  /** The file's name in the extension's `agents` folder. */
  readonly file: string;
}

/** All of them, by name. Rejects where the extension is not built. */
export async function readLibrary(extension: vscode.Uri): Promise<readonly LibraryAgent[]> {
  const index = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', 'agents.json'));
  return JSON.parse(new TextDecoder().decode(index)) as readonly LibraryAgent[];
}

/** The whole text of one. */
export async function readAgent(extension: vscode.Uri, { file }: LibraryAgent): Promise<string> {
  const content = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'agents', file));
  return new TextDecoder().decode(content);
}

/** The text with another `name:` in its frontmatter; everything else stays. */
export function renamed(text: string, name: string): string {
  // These words alone would not be strings in YAML, and Claude Code would skip the file.
  const value = /^(?:true|false|null)$/.test(name) ? `"${name}"` : name;
  return text.replace(/^name:.*$/m, () => `name: ${value}`);
}
