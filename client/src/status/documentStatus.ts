/** How the open document stands, in the status bar: "5 of 7 requirements met". */
import * as vscode from 'vscode';
import type { DocumentStateInfo } from '../../../server/src/server/protocol.ts';
import { countText } from '../commands/showOpenRequirements.ts';
import { documentSelector, type Server } from '../startClient.ts';
import { isAnswered } from '../views/statusIcons.ts';

/** One language status item that follows the active editor and the edits; there is none where nothing can be said. */
export class DocumentStatus implements vscode.Disposable {
  readonly #server: Server;
  readonly #log: vscode.LogOutputChannel;
  readonly #selector = documentSelector() as vscode.DocumentSelector;
  readonly #subscriptions: vscode.Disposable[];
  #item: vscode.LanguageStatusItem | undefined;
  /** Which of several questions is the last. */
  #asked = 0;

  constructor(server: Server, log: vscode.LogOutputChannel) {
    this.#server = server;
    this.#log = log;
    this.#subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => void this.#update()),
      server.onDidChangeAnswers(() => void this.#update()),
    ];
    void this.#update();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#hide();
  }

  async #update(): Promise<void> {
    const asked = ++this.#asked;
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || vscode.languages.match(this.#selector, document) === 0) {
      this.#hide();
      return;
    }
    try {
      const state = await this.#server.documentState(document.uri);
      if (asked !== this.#asked) return;
      if (state === undefined || (state.requirements.length === 0 && state.skipped === undefined))
        this.#hide();
      else this.#show(state, document.uri);
    } catch (error) {
      this.#log.debug(`status: ${String(error)}`);
      this.#hide();
    }
  }

  #show(state: DocumentStateInfo, uri: vscode.Uri): void {
    this.#item ??= vscode.languages.createLanguageStatusItem('agentTailor.requirements', this.#selector);
    const item = this.#item;
    const isOpen = state.requirements.some(({ status }) => !isAnswered(status));
    item.name = vscode.l10n.t('Agent Tailor: Requirements');
    if (state.skipped === undefined) {
      item.text = countText(state);
      item.detail = vscode.l10n.t('in CLAUDE.md');
      item.severity = isOpen
        ? vscode.LanguageStatusSeverity.Warning
        : vscode.LanguageStatusSeverity.Information;
    } else {
      item.text = vscode.l10n.t('Claude Code skips this file');
      item.detail = state.skipped;
      item.severity = vscode.LanguageStatusSeverity.Error;
    }
    item.command = {
      command: 'agentTailor.showOpenRequirements',
      title: vscode.l10n.t('What to Do…'),
      arguments: [uri],
    };
  }

  #hide(): void {
    this.#item?.dispose();
    this.#item = undefined;
  }
}
