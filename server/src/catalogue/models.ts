/** The names that an agent's `model` takes besides full ids, each with a line on what it stands for. */
import * as l10n from '@vscode/l10n';

export interface ModelAlias {
  readonly name: string;
  /** In the user's language. */
  readonly summary: () => string;
}

/** In the order in which they are offered. */
export const modelAliases: readonly ModelAlias[] = [
  {
    name: 'inherit',
    summary: () => l10n.t('The model of the conversation that calls the agent; the default.'),
  },
  { name: 'sonnet', summary: () => l10n.t('The current Sonnet: for everyday work.') },
  { name: 'opus', summary: () => l10n.t('The current Opus: for difficult work.') },
  { name: 'haiku', summary: () => l10n.t('The current Haiku: fast, for simple work.') },
  { name: 'fable', summary: () => l10n.t('The current Fable.') },
  { name: 'best', summary: () => l10n.t('The most capable model that is available to the user.') },
  { name: 'opusplan', summary: () => l10n.t('Opus while planning, Sonnet for the rest.') },
  { name: 'sonnet[1m]', summary: () => l10n.t('Sonnet with a context of a million tokens.') },
  { name: 'opus[1m]', summary: () => l10n.t('Opus with a context of a million tokens.') },
  { name: 'fable[1m]', summary: () => l10n.t('Fable with a context of a million tokens.') },
];

const byName: ReadonlyMap<string, ModelAlias> = new Map(modelAliases.map((alias) => [alias.name, alias]));

export function modelAlias(name: string): ModelAlias | undefined {
  return byName.get(name);
}

/** Whether a text has the marks of a full id, which Claude Code takes as it is. */
export function isFullModelId(model: string): boolean {
  return !/\s/.test(model) && (model.startsWith('claude-') || /[/:.]/.test(model));
}
