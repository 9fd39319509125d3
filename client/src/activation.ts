/**
 * When the client starts. VS Code activates us for any Markdown file, because a CLAUDE.md in a window without a
 * folder has no event of its own; so this file and what it imports stay small, and everything else, the language
 * client first of all, is loaded only for a window that has something of ours.
 */
import * as vscode from 'vscode';
import { commandIds, type CommandId } from './commandIds.ts';
import { fileSchemes, isOurs } from './documents.ts';
import type { Session } from './session.ts';
import type { AgentsItem } from './views/agentsItems.ts';

/** What is loaded once it is needed. */
export interface LazyPart {
  start(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Session;
  runCommand(id: CommandId, session: Session, args: readonly unknown[]): Promise<void>;
}

let running: Promise<Session> | undefined;

/**
 * Registers the commands, which start the client when they are used, and starts it by itself as soon as the window
 * shows or holds a document of ours.
 */
export function activateExtension(context: vscode.ExtensionContext, load: () => Promise<LazyPart>): void {
  const log = vscode.window.createOutputChannel('Agent Tailor', { log: true });
  context.subscriptions.push(log);
  const agentsChanged = new vscode.EventEmitter<undefined>();
  const start = (): Promise<Session> => {
    running ??= load().then((lazy) => {
      const session = lazy.start(context, log);
      context.subscriptions.push(session.server.onDidChangeAnswers(() => agentsChanged.fire(undefined)));
      return session;
    });
    return running;
  };
  context.subscriptions.push(agentsChanged, createAgentsView(start, agentsChanged.event));
  for (const id of commandIds) {
    context.subscriptions.push(
      vscode.commands.registerCommand(id, async (...args: unknown[]) => {
        const [session, lazy] = await Promise.all([start(), load()]);
        await lazy.runCommand(id, session, args);
      }),
    );
  }
  startWhenNeeded(context, start).catch((error: unknown) => log.error(String(error)));
}

/** The tree "Agents": whoever opens it starts the client, for the tree shows what the server knows. */
function createAgentsView(
  start: () => Promise<Session>,
  onDidChangeTreeData: vscode.Event<undefined>,
): vscode.Disposable {
  return vscode.window.createTreeView<AgentsItem>('agentTailor.agents', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData,
      getTreeItem: (item) => item,
      getChildren: async (item) => [...(await (await start()).agents.childrenOf(item))],
    },
  });
}

/** Stops the server. */
export async function deactivateExtension(): Promise<void> {
  const session = await running?.catch(() => undefined);
  running = undefined;
  await session?.server.stop();
}

async function startWhenNeeded(
  context: vscode.ExtensionContext,
  start: () => Promise<Session>,
): Promise<void> {
  const { textDocuments, workspaceFolders = [] } = vscode.workspace;
  const schemes = new Set<string>([...fileSchemes, ...workspaceFolders.map((folder) => folder.uri.scheme)]);
  const isNeeded = (document: vscode.TextDocument): boolean => isOurs(document.uri, schemes);
  if (textDocuments.some(isNeeded)) {
    await start();
    return;
  }
  const opened = vscode.workspace.onDidOpenTextDocument((document) => {
    if (!isNeeded(document)) return;
    opened.dispose();
    void start();
  });
  context.subscriptions.push(opened);
  if (workspaceFolders.length === 0) return;
  // Not in node_modules: packages ship their own CLAUDE.md.
  const ours = '{**/.claude/agents/**/*.md,**/CLAUDE.md}';
  const found = await vscode.workspace.findFiles(ours, '**/node_modules/**', 1);
  if (found.length === 0) return;
  opened.dispose();
  await start();
}
