import * as l10n from '@vscode/l10n';
import type { TemplatePlace } from '../catalogue/template.ts';
import type { DeclaredValue } from '../project/factTypes.ts';
import type { ProjectNames } from './projectNames.ts';
import type { AppliedRequirement } from './profileTypes.ts';
import type { Knowledge } from './gaps.ts';
import { nameOf } from './reasons.ts';

/**
 * What a profile says of itself to whoever reads it: what of the project was applied, what is missing, what the agent
 * does not know. It says nothing that adapting the profile again would change.
 * @param requirements those that the profile's own lines still ask for
 */
export function headLines(
  requirements: readonly AppliedRequirement[],
  knowledge: Knowledge,
  names: ProjectNames,
): string[] {
  const lines = [l10n.t('**Adapted to this project as {0} describes it.**', names.document)];
  const add = (text: string, items: readonly string[]): void => {
    if (items.length > 0) lines.push(`- ${text} ${items.join('; ')}`);
  };
  const having = (...statuses: readonly string[]): string[] =>
    requirements.filter(({ status }) => statuses.includes(status)).map((one) => nameOf(one.requirement));
  add(l10n.t('Applied:'), applied(requirements, knowledge.known));
  add(l10n.t('Not used in this project:'), having('none'));
  add(l10n.t('Missing in {0}:', names.document), having('missing'));
  add(l10n.t('Not filled in in {0}:', names.document), having('unfilled'));
  add(
    l10n.t('Declared, but unknown to this agent:'),
    [textsOf(knowledge.gaps.map((gap) => gap.value)).join(', ')].filter((text) => text !== ''),
  );
  add(
    l10n.t('Known only through what it runs on:'),
    knowledge.knownOnlyThrough.map(({ value, through }) => `${textsOf([value])[0]} (${through})`),
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

/** What the agent has something on, each once: at its own label before one that covers all. */
function applied(requirements: readonly AppliedRequirement[], known: ReadonlySet<string>): string[] {
  const shown = new Set<string>();
  const isWhole = ({ requirement }: AppliedRequirement): boolean => requirement.place?.kind === 'section';
  const ordered = [...requirements.filter((one) => !isWhole(one)), ...requirements.filter(isWhole)];
  return ordered.flatMap(({ requirement, status, declared }) => {
    if ((status !== 'met' && status !== 'partial') || !isNarrowing(requirement.place)) return [];
    const values = declared
      .map(({ value }) => value)
      .filter((value) => isApplied(requirement.place, value, known));
    const texts = textsOf(values).filter((text) => !shown.has(text));
    for (const text of texts) shown.add(text);
    const some = texts.length > mostShown ? [...texts.slice(0, mostShown), '…'] : texts;
    return texts.length === 0 ? [] : [`${nameOf(requirement)} (${some.join(', ')})`];
  });
}

function isApplied(
  place: TemplatePlace | undefined,
  value: DeclaredValue,
  known: ReadonlySet<string>,
): boolean {
  if (place?.kind === 'label' && place.label.holds === 'scale') return true;
  const { technology, domain } = value;
  return (
    (technology !== undefined && known.has(technology.id)) || (domain !== undefined && known.has(domain.id))
  );
}

/** Free text (goals, integrations) is not applied but quoted: it stands in the project section. */
function isNarrowing(place: AppliedRequirement['requirement']['place']): boolean {
  if (place === undefined) return true;
  return place.kind === 'section' ? place.section.id === 'technologies' : place.label.holds !== 'text';
}
