/** A language service over files in memory, asked at a mark. */
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { LanguageService } from '../../../server/src/languageService.ts';
import { LineIndex, type Position } from '../../../server/src/text/lineIndex.ts';
import { applyEdits } from '../../../server/src/text/textEdit.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';

export const root = 'file:///projects/shop';
export const home = 'file:///home/me';
export const agentUri = `${root}/.claude/agents/tried.md`;

export interface Asked {
  readonly service: LanguageService;
  readonly files: MemoryFiles;
  readonly at: Position;
  readonly text: string;
}

/**
 * @param marked the text of the agent `tried`, with `|` where the cursor is
 * @param others further files by their path below the project, or by their whole URI
 */
export async function ask(
  marked: string,
  others: Readonly<Record<string, string>> = {},
  options: { readonly editorChecksAgents?: boolean; readonly uri?: string } = {},
): Promise<Asked> {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const uri = options.uri ?? agentUri;
  const entries = Object.entries(others).map(([name, content]) => [uriOf(name), content] as const);
  const files = new MemoryFiles({ [`${root}/.git/HEAD`]: '', ...Object.fromEntries(entries), [uri]: text });
  const service = new LanguageService({
    files,
    homeUri: home,
    editorChecksAgents: options.editorChecksAgents === true,
    onChanged: () => {},
    log: (message) => {
      throw new Error(message);
    },
    schedule: () => {},
  });
  service.model.setFolders([root]);
  await service.model.settled();
  service.model.open(uri, text, 1, new LineIndex(text));
  await service.model.settled();
  return { service, files, at: new LineIndex(text).positionAt(offset), text };
}

export function uriOf(name: string): string {
  return name.startsWith('file:') ? name : `${root}/${name}`;
}

/** The items proposed at the mark, in the order in which an editor shows them. */
export async function complete(
  marked: string,
  others: Readonly<Record<string, string>> = {},
  options: {
    readonly editorChecksAgents?: boolean;
    readonly uri?: string;
    readonly byKey?: boolean;
    readonly snippets?: boolean;
  } = {},
): Promise<CompletionItem[] | undefined> {
  const { service, at } = await ask(marked, others, options);
  const wish = { byKey: options.byKey === true, snippets: options.snippets !== false };
  const items = await service.help.completion(options.uri ?? agentUri, at, wish);
  return items?.toSorted((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
}

/** The text after an item was chosen. */
export function chosen(marked: string, item: CompletionItem): string {
  const text = marked.replace('|', '');
  const edits = [item.textEdit as TextEdit, ...(item.additionalTextEdits ?? [])];
  const lines = new LineIndex(text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({ span: lines.spanOf(range), newText })),
  );
}

/** An agent file of nothing but the required fields. */
export function agent(name: string, body = '', more = ''): string {
  return `---\nname: ${name}\ndescription: Does what ${name} does\n${more}---\n${body}`;
}
