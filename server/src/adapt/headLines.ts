import * as l10n from '@vscode/l10n';
import type { DeclaredValue } from '../project/factTypes.ts';
import type { ProjectNames } from './projectNames.ts';
import type { AppliedRequirement } from './profileTypes.ts';
import type { Unknown } from './gaps.ts';
import { nameOf } from './reasons.ts';

/**
 * What a profile says of itself to whoever reads it: what of the project was applied, what is missing, what the agent
 * does not know. It says nothing that adapting the profile again would change.
 * @param requirements those that the profile's own lines still ask for
 */
export function headLines(
  requirements: readonly AppliedRequirement[],
  unknown: Unknown,
  names: ProjectNames,
): string[] {
  const lines = [l10n.t('**Adapted to this project as {0} describes it.**', names.document)];
  const add = (text: string, items: readonly string[]): void => {
    if (items.length > 0) lines.push(`- ${text} ${items.join('; ')}`);
  };
  const having = (...statuses: readonly string[]): string[] =>
    requirements.filter(({ status }) => statuses.includes(status)).map((one) => nameOf(one.requirement));
  const isKnown = (value: DeclaredValue): boolean => !unknown.gaps.some((gap) => gap.value.text === value.text);
  add(
    l10n.t('Applied:'),
    requirements.flatMap((requirement) => appliedTo(requirement, isKnown)),
  );
  add(l10n.t('Not used in this project:'), having('none'));
  add(l10n.t('Missing in {0}:', names.document), having('missing'));
  add(l10n.t('Not filled in in {0}:', names.document), having('unfilled'));
  add(
    l10n.t('Declared, but unknown to this agent:'),
    [textsOf(unknown.gaps.map((gap) => gap.value)).join(', ')].filter((text) => text !== ''),
  );
  add(
    l10n.t('Known only through what it runs on:'),
    unknown.knownOnlyThrough.map(({ value, through }) => `${textsOf([value])[0]} (${through})`),
  );
  return lines.map((line) => `> ${line}`);
}

/** The values as they are shown, each text once. */
export function textsOf(values: readonly DeclaredValue[]): string[] {
  return [...new Set(values.map((value) => value.text.replace(/\s+/g, ' ').trim()))].filter(
    (text) => text !== '',
  );
}

const mostShown = 12;

function appliedTo(
  { requirement, status, declared }: AppliedRequirement,
  isKnown: (value: DeclaredValue) => boolean,
): string[] {
  if ((status !== 'met' && status !== 'partial') || !isNarrowing(requirement.place)) return [];
  const texts = textsOf(declared.map(({ value }) => value).filter(isKnown));
  if (texts.length === 0) return [];
  const shown = texts.length > mostShown ? [...texts.slice(0, mostShown), '…'] : texts;
  return [`${nameOf(requirement)} (${shown.join(', ')})`];
}

/** Free text (goals, integrations) is not applied but quoted: it stands in the project section. */
function isNarrowing(place: AppliedRequirement['requirement']['place']): boolean {
  if (place === undefined) return true;
  return place.kind === 'section' ? place.section.id === 'technologies' : place.label.holds !== 'text';
}
