import type { ProjectFacts } from '../project/facts.ts';
import { readRequirements } from '../requirements/readRequirements.ts';
import type { VocabularyKey } from '../requirements/requirementTypes.ts';
import { vocabularyBlocks } from '../requirements/vocabularyBlocks.ts';
import type { KeyNode, VocabularyBlock } from '../requirements/vocabularyTypes.ts';
import { type AgentLayout, withoutLines } from './agentLayout.ts';
import { BlockDecisions, type Verdict } from './decisions.ts';
import { type DomainSection, domainSectionsToDrop } from './domainSections.ts';
import { droppedLines } from './droppedLines.ts';
import { Pool, relationTo } from './pool.ts';
import type { AppliedKey } from './profileTypes.ts';
import type { ProjectNames } from './projectNames.ts';
import { becauseOfKind, becauseOfVerdict } from './reasons.ts';
import { placeOfLabel } from './templatePlaces.ts';

/** An agent with the decision on each of its keys and lines. */
export interface Narrowed {
  readonly layout: AgentLayout;
  /** What the project declares to it. */
  readonly pool: Pool;
  /** The blocks under a label; what follows a bare section number is nobody's. */
  readonly blocks: readonly VocabularyBlock[];
  readonly applied: ReadonlyMap<VocabularyKey, AppliedKey>;
  /** Sections that go although no reference stands over them. */
  readonly sections: readonly DomainSection[];
  readonly dropped: readonly boolean[];
}

/** What a project declares, and how to speak of it. */
export interface Declared {
  readonly facts: ProjectFacts;
  readonly names: ProjectNames;
}

/**
 * Narrows an agent until nothing more goes, step by step: the first, with the decisions on the agent as it is, and the
 * last, whose lines are the result. They are mostly the same; where a list loses all of its entries, deeper keys become the
 * entries, and a profile that is adapted again must not change.
 */
export function narrow(
  layout: AgentLayout,
  declared: Declared,
): { readonly first: Narrowed; readonly last: Narrowed; readonly steps: readonly Narrowed[] } {
  const first = step(layout, declared);
  const steps = [first];
  let last = first;
  while (last.isUnsettled && steps.length <= mostPasses) {
    last = step(withoutLines(last.layout, last.dropped), declared);
    steps.push(last);
  }
  return { first, last, steps };
}

const mostPasses = 20;

function step(layout: AgentLayout, declared: Declared): Narrowed & { readonly isUnsettled: boolean } {
  const { facts, names } = declared;
  const pool = new Pool(facts, readRequirements(layout.body));
  const all = vocabularyBlocks(layout.body);
  const applied = decideOnKeys(all, facts, pool, names);
  const domains = facts.resolvePlace(placeOfLabel('business-domains'));
  const sections = domainSectionsToDrop(layout.body, all, domains, pool);
  const { lines, isUnsettled } = droppedLines(
    layout,
    all,
    (key) => applied.get(key)?.applies === false,
    sections,
  );
  const blocks = all.filter((block) => block.labels.some(({ label }) => label !== null));
  return { layout, pool, blocks, applied, sections, dropped: lines, isUnsettled };
}

function decideOnKeys(
  blocks: readonly VocabularyBlock[],
  facts: ProjectFacts,
  pool: Pool,
  names: ProjectNames,
): ReadonlyMap<VocabularyKey, AppliedKey> {
  const applied = new Map<VocabularyKey, AppliedKey>();
  for (const block of blocks) {
    const decisions = new BlockDecisions(block, facts, pool);
    const visit = (node: KeyNode, ownerApplies: boolean): boolean => {
      const { key, children } = node;
      if (key.kind === 'entry') {
        const verdict = decisions.verdictOn(key);
        const applies = verdict.kind !== 'dropped';
        const because = becauseOfVerdict(verdict, names);
        const isNamed = verdict.kind === 'matched' && relationTo(key, verdict.match.value) !== undefined;
        const named = isNamed ? { keptBy: verdict.match.value } : {};
        applied.set(key, { key, applies, because, ...named, ...deciding(verdict) });
        for (const child of children) visit(child, applies);
        return applies;
      }
      let holdsSome = node.hasText || children.length === 0;
      for (const child of children) if (visit(child, ownerApplies)) holdsSome = true;
      const applies = ownerApplies && (key.kind !== 'group' || holdsSome);
      applied.set(key, { key, applies, because: becauseOfKind(key.kind, applies) });
      return applies;
    };
    for (const node of block.lists.flatMap((list) => list.keys)) visit(node, true);
  }
  return applied;
}

function deciding(verdict: Verdict): Pick<AppliedKey, 'fact' | 'label'> {
  if (verdict.kind === 'matched') return { fact: verdict.match.value };
  return verdict.label === undefined ? {} : { label: verdict.label };
}
