/** How a requirement stands, in a few words: the same in the lens, the tree and the list of what is to be done. */
import * as l10n from '@vscode/l10n';
import type { AppliedRequirement } from '../../adapt/profileTypes.ts';
import { type TemplatePlace, templateSectionOf } from '../../catalogue/template.ts';
import { statusText } from '../coverage/statusSigns.ts';
import type { AgentRequirementState, RequirementState } from './states.ts';

/** What an answered requirement does to its agent, or what it says; of one that is not answered, that. */
export function agentStateText(state: AgentRequirementState): string {
  const { status, applied } = state;
  const entries = applied.vocabulary.filter(({ key }) => key.kind === 'entry');
  if (status === 'missing' || status === 'unfilled') return statusText(status);
  if (entries.length === 0) return stateText(state);
  const kept = entries.filter(({ applies }) => applies).map(({ key }) => oneLine(key.key));
  const all = entries.length === 1 ? oneLine(entries[0]!.key.key) : l10n.t('all {0}', entries.length);
  if (kept.length === entries.length) return allKept(applied, all);
  if (kept.length === 0) return l10n.t('none: leaves out {0}', all);
  const names = shortList(kept);
  return status === 'none'
    ? l10n.t('none, but applies {0} of {1}: {2}', kept.length, entries.length, names)
    : l10n.t('applies {0} of {1}: {2}', kept.length, entries.length, names);
}

/** What the document says there, whoever reads it. */
export function stateText({ status, declared, place }: RequirementState): string {
  if (status !== 'met' && status !== 'partial') return statusText(status);
  if (declared.length === 0) return statusText(status);
  return counts(place) ? countText(declared, place) : shortList(declared);
}

/** As many of the texts as a line of `longest` characters can hold. */
export function shortList(texts: readonly string[], longest = longestList): string {
  let shown = '';
  for (const [index, text] of texts.entries()) {
    const longer = index === 0 ? text : `${shown}, ${text}`;
    if (longer.length > longest) return index === 0 ? `${text.slice(0, longest)}…` : `${shown}, …`;
    shown = longer;
  }
  return shown;
}

const longestList = 60;

function allKept({ declared }: AppliedRequirement, all: string): string {
  const known = declared.some(({ matches }) => matches.length > 0);
  const things = declared.filter(({ value }) => value.technology !== undefined || value.domain !== undefined);
  if (known || things.length === 0) return l10n.t('applies {0}', all);
  const names = [...new Set(things.map(({ value }) => oneLine(value.text)))];
  return l10n.t('applies {0}: it knows nothing of {1}', all, shortList(names));
}

/** Goals, integrations and the like are sentences: how many there are says more than the first words of them. */
function counts(place: TemplatePlace | undefined): boolean {
  if (place === undefined) return false;
  if (place.kind === 'label') return place.label.holds === 'text' && place.label.section !== 'metadata';
  return place.section.id !== 'technologies' && place.section.id !== 'metadata';
}

function countText({ length }: readonly string[], place: TemplatePlace | undefined): string {
  const section = place === undefined ? undefined : templateSectionOf(place).id;
  if (place?.kind === 'label' && place.label.id === 'main-goals') {
    return length === 1 ? l10n.t('1 goal') : l10n.t('{0} goals', length);
  }
  if (section === 'integrations') {
    return length === 1 ? l10n.t('1 integration') : l10n.t('{0} integrations', length);
  }
  if (section === 'non-functional') {
    return length === 1 ? l10n.t('1 quality target') : l10n.t('{0} quality targets', length);
  }
  return length === 1 ? l10n.t('1 entry') : l10n.t('{0} entries', length);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
