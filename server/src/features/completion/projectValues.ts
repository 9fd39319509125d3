import * as l10n from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { Known, KnownBy, Knowledge } from '../../analysis/knowledge.ts';
import { domains, findDomain, findTechnology, technologies, technologiesIn } from '../../catalogue/lookup.ts';
import { normalizedName } from '../../catalogue/names.ts';
import { projectScales } from '../../catalogue/scales.ts';
import type { TemplateLabel } from '../../catalogue/template.ts';
import type { BusinessDomain, Technology, TechnologySection } from '../../catalogue/types.ts';
import type { Detected, DetectedTechnology } from '../../project/detect/detect.ts';
import type { DeclaredValue, FactSource } from '../../project/factTypes.ts';
import { detectedFor, detectedValue } from '../../project/prefill.ts';
import type { PositionMap } from '../../text/lineIndex.ts';
import { shifted, touches } from '../../text/span.ts';
import type { ValueContext } from './valueContext.ts';

/** What values are proposed from. */
export interface ValueSources {
  readonly knowledge: Knowledge;
  readonly detected: Detected;
  /** What the place declares by now, in any file. */
  readonly declared: readonly DeclaredValue[];
}

/**
 * What can stand as the value: what the manifests show first, with the place that shows it; what the project's
 * agents know, with what they have on it; then the catalogue; without what the place already declares.
 */
export function projectValues(
  context: ValueContext,
  { uri, body: { text }, bodyStart }: FactSource,
  { knowledge, detected, declared }: ValueSources,
  positions: PositionMap,
): CompletionItem[] {
  const { label } = context.place.kind === 'label' ? context.place : { label: undefined };
  const replaced = shifted(context.replaced, bodyStart);
  const range = { start: positions.positionAt(replaced.start), end: positions.positionAt(replaced.end) };
  // A placeholder's examples declare nothing.
  const isPlaceholder = context.replaced.end > context.replaced.start && context.atStart;
  const already = isPlaceholder
    ? new Set<string>()
    : new Set([
        ...namedIn(text.slice(context.value.start, context.replaced.start)),
        ...namedIn(text.slice(context.replaced.end, context.value.end)),
      ]);
  for (const { span, uri: where, technology, domain } of declared) {
    const id = technology?.id ?? domain?.id;
    if (id !== undefined && (where !== uri || !touches(span, replaced))) already.add(id);
  }
  return candidates(context, label, knowledge, detected)
    .filter((candidate) => !already.has(candidate.id))
    .map((candidate) => ({
      label: candidate.name,
      kind: candidate.kind,
      detail: candidate.detail,
      // Shown of every row, not of the selected one alone: who knows it, and what shows it, is why one chooses.
      ...(candidate.isTold ? { labelDetails: { description: candidate.detail } } : {}),
      sortText: `${candidate.rank}${candidate.name.toLowerCase()}`,
      filterText: context.atStart ? `${context.typed}${filterWords(candidate)}` : filterWords(candidate),
      textEdit: { range, newText: `${context.needsSpace ? ' ' : ''}${candidate.name}${context.tail}` },
      ...(candidate.knownBy.length === 0
        ? {}
        : { documentation: { kind: 'markdown' as const, value: documentation(candidate.knownBy) } }),
    }));
}

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: CompletionItemKind;
  readonly detail: string;
  readonly rank: number;
  /** An agent of the project knows it, or a manifest shows it. */
  readonly isTold: boolean;
  readonly knownBy: readonly KnownBy[];
}

function sectionHolds(context: ValueContext): 'technologies' | 'text' {
  return context.place.kind === 'section' && context.place.section.id === 'technologies'
    ? 'technologies'
    : 'text';
}

function candidates(
  context: ValueContext,
  label: TemplateLabel | undefined,
  knowledge: Knowledge,
  detected: Detected,
): Candidate[] {
  const holds = label?.holds ?? sectionHolds(context);
  if (holds === 'technologies') {
    const shown = shownFor(detected, label?.label);
    const asked =
      label?.kind === undefined ? technologies() : technologies().filter(({ kind }) => kind === label.kind);
    return asked.flatMap(
      (technology) => technologyCandidate(technology, label?.technologySection, knowledge, shown) ?? [],
    );
  }
  if (holds === 'domains') return domains.map((domain) => domainCandidate(domain, knowledge));
  if (holds === 'scale') {
    const names = projectScales.map(({ name }) => name);
    return names.map((name, rank) => choice(name, rank, l10n.t('project scale')));
  }
  if (label?.choices !== undefined)
    return label.choices.map((name, rank) => choice(name, rank, l10n.t('from the template')));
  const known = label === undefined ? undefined : detectedValue(detected, label.label);
  return known === undefined ? [] : [choice(known, 0, l10n.t('from the project’s manifest'))];
}

function choice(name: string, rank: number, detail: string): Candidate {
  return {
    id: name,
    name,
    aliases: [],
    kind: CompletionItemKind.EnumMember,
    detail,
    rank,
    isTold: false,
    knownBy: [],
  };
}

/** By id what the manifests show for a label, or for all labels where the whole section is answered. */
function shownFor(detected: Detected, label: string | undefined): ReadonlyMap<string, DetectedTechnology> {
  const found =
    label === undefined ? Object.values(detected.technologies).flat() : detectedFor(detected, label);
  return new Map(found.map((one) => [one.technology.id, one]));
}

/** Without a section every technology is offered, with one those that belong to it or that an agent knows. */
function technologyCandidate(
  technology: Technology,
  section: TechnologySection | undefined,
  knowledge: Knowledge,
  shown: ReadonlyMap<string, DetectedTechnology>,
): Candidate | undefined {
  const evidence = shown.get(technology.id);
  const at = section === undefined || evidence !== undefined ? 0 : technology.sections.indexOf(section);
  if (at < 0) return undefined;
  const known = knowledge.technologies.get(technology.id);
  const knownBy = known?.by ?? [];
  return {
    id: technology.id,
    name: technology.name,
    aliases: technology.aliases ?? [],
    kind: CompletionItemKind.Value,
    detail: technologyDetail(technology, knownBy, evidence),
    rank: evidence !== undefined ? 0 : technologyRank(known, at === 0),
    isTold: evidence !== undefined || knownBy.length > 0,
    knownBy,
  };
}

/** @param isAtHome the section is the first that the technology belongs to */
function technologyRank(known: Known<Technology> | undefined, isAtHome: boolean): number {
  if (known?.isEntry === true) return known.isOwn ? 1 : 2;
  return (known === undefined ? 4 : 3) + (isAtHome ? 0 : 2);
}

function technologyDetail(
  technology: Technology,
  knownBy: readonly KnownBy[],
  evidence: DetectedTechnology | undefined,
): string {
  if (evidence !== undefined) return l10n.t('detected: {0}, line {1}', evidence.path, evidence.line + 1);
  return knownBy.length > 0 ? knownDetail(knownBy) : technology.kind.replaceAll('-', ' ');
}

function domainCandidate(domain: BusinessDomain, knowledge: Knowledge): Candidate {
  const known = knowledge.domains.get(domain.id);
  const knownBy = known?.by ?? [];
  return {
    id: domain.id,
    name: domain.name,
    aliases: domain.synonyms,
    kind: CompletionItemKind.EnumMember,
    detail: knownBy.length > 0 ? knownDetail(knownBy) : domain.brings,
    rank: known === undefined ? 2 : known.isOwn ? 0 : 1,
    isTold: knownBy.length > 0,
    knownBy,
  };
}

function knownDetail(knownBy: readonly KnownBy[]): string {
  const [first, ...rest] = knownBy;
  return rest.length === 0
    ? l10n.t('known to {0}', first!.agent)
    : l10n.t('known to {0} and {1} more', first!.agent, rest.length);
}

function documentation(knownBy: readonly KnownBy[]): string {
  return knownBy
    .slice(0, 5)
    .map(({ agent, words }) => `**${agent}**: ${words}`)
    .join('\n\n');
}

/**
 * What typing is matched against: the name, once more without a leading mark (`.NET NET`), then those aliases that are
 * no part of the name (`k8s`). In lower case: a capital that nobody typed would put Python behind python-dotenv.
 */
function filterWords(candidate: Candidate): string {
  const name = /^[^\p{L}\p{N}]/u.test(candidate.name)
    ? `${candidate.name} ${candidate.name.replace(/^[^\p{L}\p{N}]+/u, '')}`
    : candidate.name;
  const normalized = normalizedName(candidate.name);
  const aliases = candidate.aliases.filter((alias) => !normalized.includes(normalizedName(alias)));
  return [name, ...aliases].join(' ').toLowerCase();
}

/** Ids of what the words before or behind the item that is being typed name. */
function namedIn(value: string): Set<string> {
  const ids = new Set<string>();
  for (const part of value.split(/[,;()]/)) {
    const words = part.trim();
    if (words === '') continue;
    const whole = findTechnology(words)?.id ?? findDomain(words)?.id;
    if (whole !== undefined) ids.add(whole);
    else for (const { item } of technologiesIn(words)) ids.add(item.id);
  }
  return ids;
}
