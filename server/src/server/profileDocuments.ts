import * as l10n from '@vscode/l10n';
import type { Connection } from 'vscode-languageserver';
import type { LanguageService } from '../languageService.ts';
import { normalizedUri } from '../workspace/uris.ts';
import { readProfileUri } from './protocol.ts';

/**
 * The adapted profiles that the editor shows as virtual documents. Each follows its agent and project document
 * with at most one refresh under way, and none while its text stays the same.
 */
export class ProfileDocuments {
  readonly #connection: Connection;
  readonly #service: LanguageService;
  readonly #shown = new Map<string, Shown>();

  constructor(connection: Connection, service: LanguageService) {
    this.#connection = connection;
    this.#service = service;
  }

  /** The text of a profile's URI, spelled as the editor spells it. */
  async content(uri: string): Promise<string> {
    const shown = this.#shown.get(uri) ?? { text: '', fetching: false };
    this.#shown.set(uri, shown);
    await this.#service.model.settled();
    shown.fetching = false;
    shown.text = this.#textOf(uri);
    return shown.text;
  }

  forget(uri: string): void {
    this.#shown.delete(uri);
  }

  /** The project of the profile of an agent that was shown last, where that is not the agent's own. */
  projectShownWith(agentUri: string): string | undefined {
    const shown = [...this.#shown.keys()].toReversed().flatMap((uri) => readProfileUri(uri) ?? []);
    const target = shown.find((one) => normalizedUri(one.agentUri) === agentUri);
    return target?.projectUri === undefined ? undefined : normalizedUri(target.projectUri);
  }

  /** A document has changed: refreshes the profiles that are made of it. */
  changed(uri: string): void {
    for (const [profile, shown] of this.#shown) {
      const target = readProfileUri(profile);
      if (target === undefined || shown.fetching) continue;
      if (!this.#service.profileDependsOn(uri, target.agentUri, target.projectUri)) continue;
      if (this.#textOf(profile) !== shown.text) void this.#refresh(profile, shown);
    }
  }

  async #refresh(uri: string, shown: Shown): Promise<void> {
    // Until the editor has fetched the text: it gets the newest one then, whatever is typed in between.
    shown.fetching = true;
    try {
      await this.#connection.workspace.textDocumentContent.refresh(uri);
    } catch (error) {
      shown.fetching = false;
      this.#connection.console.error(`could not refresh ${uri}: ${String(error)}`);
    }
  }

  #textOf(uri: string): string {
    const target = readProfileUri(uri);
    if (target === undefined) return '';
    const profile = this.#service.profile(target.agentUri, target.projectUri);
    return profile?.text ?? `${l10n.t('The agent is not here any more.')}\n`;
  }
}

interface Shown {
  /** As last handed to the editor. */
  text: string;
  /** A refresh is under way: the editor has been told and has not asked for the text yet. */
  fetching: boolean;
}
