import type { ProjectFacts } from '../project/facts.ts';
import { readRequirements } from '../requirements/readRequirements.ts';
import type { Requirement, VocabularyKey } from '../requirements/requirementTypes.ts';
import { type AgentLayout, type AgentText, layoutOf } from './agentLayout.ts';
import { knowledgeOf } from './gaps.ts';
import { type Narrowed, narrow } from './narrow.ts';
import { Pool, relationTo } from './pool.ts';
import { ProfileText, unchangedProfile } from './profileText.ts';
import type { AdaptedProfile, AppliedKey, AppliedRequirement, LineProvenance } from './profileTypes.ts';
import { ProjectNames } from './projectNames.ts';
import { templateOrder } from './templatePlaces.ts';

/**
 * What an agent becomes in a project (`adapted-profile.md`). Never fails; an agent that asks for no section by name
 * comes back byte for byte. What is read of the agent is cached with its body, so that a change of the facts costs the
 * narrowing alone.
 */
export function adaptAgent(agent: AgentText, facts: ProjectFacts): AdaptedProfile {
  if (!readRequirements(agent.body).some((requirement) => requirement.label !== null)) {
    return unchangedProfile(agent);
  }
  const pool = new Pool(facts);
  const names = new ProjectNames(facts.sources);
  const { first, last } = narrow(layoutOf(agent), { facts, pool, names });
  const { layout, blocks, dropped } = last;
  const isKept = (offset: number): boolean => !dropped[layout.lines.lineAt(layout.bodyStart + offset)];
  const knowledge = knowledgeOf(layout.body, blocks, pool, isKept);
  const text = new ProfileText(layout, dropped);
  text.reorderLeaves(blocks, pool.technologyIds);
  // In the template's order: that of the agent's mentions changes when the first one goes.
  const still = requirementsOf(last, facts)
    .filter(({ requirement }) => isStillAsked(requirement, isKept))
    .sort((a, b) => templateOrder(a.requirement.place) - templateOrder(b.requirement.place));
  const written = text.withGenerated(still, knowledge, facts, names);
  return {
    text: written.text,
    requirements: requirementsOf(first, facts),
    gaps: knowledge.gaps,
    knownOnlyThrough: knowledge.knownOnlyThrough,
    provenance: written.provenance,
    droppedLines: linesNotIn(written.provenance, first.layout),
    ...sizes(first.layout, written),
  };
}

function requirementsOf({ layout, applied }: Narrowed, facts: ProjectFacts): AppliedRequirement[] {
  return readRequirements(layout.body).map((requirement) => applyRequirement(requirement, facts, applied));
}

/** The agent's lines that have no place in the profile. */
function linesNotIn(provenance: readonly LineProvenance[], layout: AgentLayout): number[] {
  const kept = new Set(
    provenance.flatMap(({ from, source }) => (from === 'kept' || from === 'reordered' ? source!.line : [])),
  );
  const given = Array.from({ length: layout.lineCount }, (_, line) => layout.givenLine(line));
  return given.filter((line) => !kept.has(line));
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
