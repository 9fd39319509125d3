import * as l10n from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { KnownBy, Knowledge } from '../../analysis/knowledge.ts';
import { domains, findDomain, findTechnology, technologies, technologiesIn } from '../../catalogue/lookup.ts';
import { normalizedName } from '../../catalogue/names.ts';
import { projectScales } from '../../catalogue/scales.ts';
import type { BusinessDomain, Technology, TechnologySection } from '../../catalogue/types.ts';
import type { Detected, DetectedTechnology } from '../../project/detect/detect.ts';
import { detectedFor } from '../../project/prefill.ts';
import type { PositionMap } from '../../text/lineIndex.ts';
import { shifted } from '../../text/span.ts';
import type { ValueContext } from './valueContext.ts';

/**
 * What can stand as the value: what the manifests show first, with the place that shows it; what the project's
 * agents know, with what they have on it; then the catalogue; without what the value already names. `bodyStart` turns the context's offsets into the file's.
 */
export function projectValues(
  context: ValueContext,
  text: string,
  bodyStart: number,
  knowledge: Knowledge,
  detected: Detected,
  positions: PositionMap,
): CompletionItem[] {
  const { label } = context.place.kind === 'label' ? context.place : { label: undefined };
  const replaced = shifted(context.replaced, bodyStart);
  const range = { start: positions.positionAt(replaced.start), end: positions.positionAt(replaced.end) };
  const typed = text.slice(context.replaced.start, context.replaced.end);
  // A placeholder's examples declare nothing.
  const isPlaceholder = context.replaced.end > context.replaced.start && context.atStart;
  const already = isPlaceholder
    ? new Set<string>()
    : namedIn(text.slice(context.value.start, context.value.end), typed);
  const shown = shownFor(detected, label?.label);
  return candidates(label?.holds ?? sectionHolds(context), label?.technologySection, knowledge, shown)
    .filter((candidate) => !already.has(candidate.id))
    .map((candidate) => ({
      label: candidate.name,
      kind: candidate.kind,
      detail: candidate.detail,
      sortText: `${candidate.rank}${candidate.name.toLowerCase()}`,
      filterText: context.atStart ? `${typed}${filterWords(candidate)}` : filterWords(candidate),
      textEdit: { range, newText: `${context.needsSpace ? ' ' : ''}${candidate.name}` },
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
  readonly knownBy: readonly KnownBy[];
}

function sectionHolds(context: ValueContext): 'technologies' | 'text' {
  return context.place.kind === 'section' && context.place.section.id === 'technologies'
    ? 'technologies'
    : 'text';
}

function candidates(
  holds: 'technologies' | 'domains' | 'scale' | 'text',
  section: TechnologySection | undefined,
  knowledge: Knowledge,
  shown: ReadonlyMap<string, DetectedTechnology>,
): Candidate[] {
  if (holds === 'technologies') {
    return technologies.flatMap(
      (technology) => technologyCandidate(technology, section, knowledge, shown) ?? [],
    );
  }
  if (holds === 'domains') return domains.map((domain) => domainCandidate(domain, knowledge));
  if (holds === 'scale') {
    return projectScales.map((scale, rank) => ({
      id: scale.id,
      name: scale.name,
      aliases: [],
      kind: CompletionItemKind.EnumMember,
      detail: l10n.t('project scale'),
      rank,
      knownBy: [],
    }));
  }
  return [];
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
    rank:
      evidence !== undefined
        ? 0
        : known?.isEntry === true
          ? 1
          : (known === undefined ? 3 : 2) + (at === 0 ? 0 : 2),
    knownBy,
  };
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
  const knownBy = knowledge.domains.get(domain.id)?.by ?? [];
  return {
    id: domain.id,
    name: domain.name,
    aliases: domain.synonyms,
    kind: CompletionItemKind.EnumMember,
    detail: knownBy.length > 0 ? knownDetail(knownBy) : domain.brings,
    rank: knownBy.length > 0 ? 0 : 1,
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
 * What typing is matched against: the name, once more without a leading mark (`.NET NET`), then those aliases that are no part of the name (`k8s`).
 */
function filterWords(candidate: Candidate): string {
  const name = /^[^\p{L}\p{N}]/u.test(candidate.name)
    ? `${candidate.name} ${candidate.name.replace(/^[^\p{L}\p{N}]+/u, '')}`
    : candidate.name;
  const normalized = normalizedName(candidate.name);
  const aliases = candidate.aliases.filter((alias) => !normalized.includes(normalizedName(alias)));
  return [name, ...aliases].join(' ');
}

/** Ids of what a value names, the item that is being typed left out. */
function namedIn(value: string, typed: string): Set<string> {
  const ids = new Set<string>();
  for (const part of value.split(/[,;()]/)) {
    const words = part.trim();
    if (words === '' || words === typed.trim()) continue;
    const whole = findTechnology(words)?.id ?? findDomain(words)?.id;
    if (whole !== undefined) ids.add(whole);
    else for (const { item } of technologiesIn(words)) ids.add(item.id);
  }
  return ids;
}
