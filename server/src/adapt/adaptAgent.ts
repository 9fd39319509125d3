import type { ProjectFacts } from '../project/facts.ts';
import { readRequirements } from '../requirements/readRequirements.ts';
import type { Requirement, VocabularyKey } from '../requirements/requirementTypes.ts';
import { vocabularyBlocks } from '../requirements/vocabularyBlocks.ts';
import type { KeyNode, VocabularyBlock } from '../requirements/vocabularyTypes.ts';
import { type AgentLayout, type AgentText, layoutOf } from './agentLayout.ts';
import { BlockDecisions } from './decisions.ts';
import { domainSectionsToDrop } from './domainSections.ts';
import { droppedLines } from './droppedLines.ts';
import { knowledgeOf } from './gaps.ts';
import { Pool, relationTo } from './pool.ts';
import { ProfileText, unchangedProfile } from './profileText.ts';
import type { AdaptedProfile, AppliedKey, AppliedRequirement } from './profileTypes.ts';
import { ProjectNames } from './projectNames.ts';
import { becauseOfKind, becauseOfVerdict } from './reasons.ts';
import { placeOfLabel } from './templatePlaces.ts';

/**
 * What an agent becomes in a project (`adapted-profile.md`). Never fails; an agent that asks for no section by name
 * comes back byte for byte. What is read of the agent is cached with its body, so that a change of the facts costs the
 * narrowing alone.
 */
export function adaptAgent(agent: AgentText, facts: ProjectFacts): AdaptedProfile {
  if (!readRequirements(agent.body).some((requirement) => requirement.label !== null)) {
    return unchangedProfile(agent);
  }
  const layout = layoutOf(agent);
  const requirements = readRequirements(layout.body);
  const blocks = vocabularyBlocks(layout.body);
  const pool = new Pool(facts);
  const names = new ProjectNames(facts.sources);
  const applied = decideOnKeys(blocks, facts, pool, names);
  const isDropped = (key: VocabularyKey): boolean => applied.get(key)?.applies === false;
  const domains = facts.resolvePlace(placeOfLabel('business-domains'));
  const sections = domainSectionsToDrop(layout.body, blocks, domains, pool);
  const dropped = droppedLines(layout, blocks, isDropped, sections);
  const isKept = (offset: number): boolean => !dropped[layout.lines.lineAt(layout.bodyStart + offset)];
  const named = blocks.filter((block) => block.labels.some(({ label }) => label !== null));
  const knowledge = knowledgeOf(layout.body, named, pool, isKept);
  const all = requirements.map((requirement) => applyRequirement(requirement, facts, applied));
  const still = all.filter(({ requirement }) => isStillAsked(requirement, isKept));
  const text = new ProfileText(layout, dropped);
  text.reorderLeaves(named, pool.technologyIds);
  const written = text.withGenerated(still, knowledge, facts, names);
  return {
    text: written.text,
    requirements: all,
    gaps: knowledge.gaps,
    knownOnlyThrough: knowledge.knownOnlyThrough,
    provenance: written.provenance,
    droppedLines: dropped.flatMap((isGone, line) => (isGone ? [layout.givenLine(line)] : [])),
    ...sizes(layout, written),
  };
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
        applied.set(key, { key, applies, because: becauseOfVerdict(verdict, names) });
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

function applyRequirement(
  requirement: Requirement,
  facts: ProjectFacts,
  applied: ReadonlyMap<VocabularyKey, AppliedKey>,
): AppliedRequirement {
  const { label, place } = requirement;
  const answer = place === undefined ? facts.resolve(label ?? '') : facts.resolvePlace(place);
  const { vocabulary } = requirement;
  const entries = vocabulary.filter((key) => key.kind === 'entry');
  return {
    requirement,
    status: answer.status,
    declared: answer.values.map((value) => ({
      value,
      matches: entries.filter((entry) => relationTo(entry, value) !== undefined).map((entry) => entry.key),
    })),
    vocabulary: vocabulary.map((key) => applied.get(key)!),
  };
}

/** Whether one of its mentions is on a line that stays. */
function isStillAsked(requirement: Requirement, isKept: (offset: number) => boolean): boolean {
  return (
    requirement.label !== null &&
    [requirement.labelSpan, ...requirement.alsoAt].some((span) => isKept(span.start))
  );
}

function sizes(
  layout: AgentLayout,
  written: { readonly text: string; readonly provenance: readonly unknown[] },
): Pick<AdaptedProfile, 'lines' | 'tokens'> {
  return {
    lines: { before: layout.lineCount, after: written.provenance.length },
    tokens: { before: tokensOf(layout.text), after: tokensOf(written.text) },
  };
}

function tokensOf(text: string): number {
  return Math.round(text.length / 3.5);
}
