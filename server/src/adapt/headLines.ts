import * as l10n from '@vscode/l10n';
import type { TemplatePlace } from '../catalogue/template.ts';
import type { DeclaredValue } from '../project/factTypes.ts';
import type { ProjectNames } from './projectNames.ts';
import type { VocabularyKey } from '../requirements/requirementTypes.ts';
import type { AppliedRequirement, HeadTopic } from './profileTypes.ts';
import type { Knowledge } from './gaps.ts';
import { nameOf } from './reasons.ts';

/** A line of the head; without a topic the first one. */
export interface HeadLine {
  readonly text: string;
  readonly about?: HeadTopic;
}

/**
 * What a profile says of itself to whoever reads it: what of the project was applied, what is missing, what the agent
 * does not know. It says nothing that adapting the profile again would change.
 * @param requirements those that the profile's own lines still ask for
 */
export function headLines(
  requirements: readonly AppliedRequirement[],
  knowledge: Knowledge,
  names: ProjectNames,
): HeadLine[] {
  const title = names.hasDocument
    ? l10n.t('**Adapted to this project as {0} describes it.**', names.document)
    : l10n.t('**This project has no {0} to adapt to.**', names.document);
  const lines: HeadLine[] = [{ text: `> ${title}` }];
  const add = (about: HeadTopic, text: string, items: readonly string[]): void => {
    if (items.length > 0) lines.push({ text: `> - ${text} ${items.join('; ')}`, about });
  };
  const having = (...statuses: readonly string[]): string[] =>
    requirements.filter(({ status }) => statuses.includes(status)).map((one) => nameOf(one.requirement));
  add('applied', l10n.t('Applied:'), applied(requirements, knowledge.named));
  add('none', l10n.t('Not used in this project:'), having('none'));
  add('missing', l10n.t('Missing in {0}:', names.document), having('missing'));
  add('unfilled', l10n.t('Not filled in in {0}:', names.document), having('unfilled'));
  add(
    'unknown',
    l10n.t('Declared, but unknown to this agent:'),
    [textsOf(knowledge.gaps.map((gap) => gap.value)).join(', ')].filter((text) => text !== ''),
  );
  add(
    'through',
    l10n.t('Known only through what it builds on:'),
    knowledge.knownOnlyThrough.map(({ value, through }) => `${textsOf([value])[0]} (${through})`),
  );
  return lines;
}

/** The values as they are shown, each text once. */
export function textsOf(values: readonly DeclaredValue[]): string[] {
  return [...new Set(values.map((value) => value.text.replace(/\s+/g, ' ').trim()))].filter(
    (text) => text !== '',
  );
}

const mostShown = 12;

/**
 * What decided under each label: what is declared there and known to the agent by name, and what is declared elsewhere
 * and keeps an entry. A label that covers all adds what is not told at those it covers.
 */
function applied(requirements: readonly AppliedRequirement[], named: ReadonlySet<string>): string[] {
  const shown = new Set<string>();
  const isWhole = ({ requirement }: AppliedRequirement): boolean => requirement.place?.kind === 'section';
  const ordered = [...requirements.filter((one) => !isWhole(one)), ...requirements.filter(isWhole)];
  return ordered.flatMap((one) => {
    const { requirement, status, declared, vocabulary } = one;
    if ((status !== 'met' && status !== 'partial') || !isNarrowing(requirement.place)) return [];
    const keeping = vocabulary
      .filter(({ key }) => isOf(key, requirement.place))
      .flatMap(({ key, applies, keptBy }) =>
        applies && keptBy !== undefined && !isOfOther(keptBy, key, requirement.place) ? [keptBy] : [],
      );
    const kept = new Set(keeping.map(whatOf));
    const here = declared
      .map(({ value }) => value)
      .filter((value) => kept.has(whatOf(value)) || isApplied(requirement.place, value, named));
    const all = textsOf(firstOfEach([...here, ...keeping]));
    const texts = isWhole(one) ? all.filter((text) => !shown.has(text)) : all;
    for (const text of texts) shown.add(text);
    const some = texts.length > mostShown ? [...texts.slice(0, mostShown), '…'] : texts;
    return texts.length === 0 ? [] : [`${nameOf(requirement)} (${some.join(', ')})`];
  });
}

/** Of entries under two labels, the one that is of a label's section. */
function isOf({ technologies }: VocabularyKey, place: TemplatePlace | undefined): boolean {
  const section = place?.kind === 'label' ? place.label.technologySection : undefined;
  return section === undefined || technologies.some((technology) => technology.sections.includes(section));
}

/** SvelteKit, declared as the frontend, keeps Node.js, on which it runs, and is no backend for that. */
function isOfOther(
  { section, technology }: DeclaredValue,
  { technologies }: VocabularyKey,
  place: TemplatePlace | undefined,
): boolean {
  const own = place?.kind === 'label' ? place.label.technologySection : undefined;
  if (own === undefined || section === undefined || section === own) return false;
  return technology?.kind === 'framework' && !technologies.includes(technology);
}

/** "Python" under its label and "python" in the metadata are one. */
function firstOfEach(values: readonly DeclaredValue[]): DeclaredValue[] {
  const first = new Map<unknown, DeclaredValue>();
  for (const value of values) if (!first.has(whatOf(value))) first.set(whatOf(value), value);
  return [...first.values()];
}

function whatOf({ technology, domain, text }: DeclaredValue): unknown {
  return technology ?? domain ?? text;
}

function isApplied(
  place: TemplatePlace | undefined,
  value: DeclaredValue,
  named: ReadonlySet<string>,
): boolean {
  if (place?.kind === 'label' && place.label.holds === 'scale') return true;
  const { technology, domain } = value;
  return (
    (technology !== undefined && named.has(technology.id)) || (domain !== undefined && named.has(domain.id))
  );
}

/** Free text (goals, integrations) is not applied but quoted: it stands in the project section. */
function isNarrowing(place: AppliedRequirement['requirement']['place']): boolean {
  if (place === undefined) return true;
  return place.kind === 'section' ? place.section.id === 'technologies' : place.label.holds !== 'text';
}
