import type { ProjectFacts } from '../project/facts.ts';
import { readRequirements } from '../requirements/readRequirements.ts';
import type { Requirement, VocabularyKey } from '../requirements/requirementTypes.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { type AgentLayout, type AgentText, layoutOf, lineCountOf } from './agentLayout.ts';
import { answerTo } from './answers.ts';
import { dropsOf } from './drops.ts';
import { knowledgeOf } from './gaps.ts';
import { type Narrowed, narrow } from './narrow.ts';
import { relationTo } from './pool.ts';
import { ProfileText, type WrittenProfile, unchangedProfile } from './profileText.ts';
import type { AdaptedProfile, AppliedKey, AppliedRequirement, Drop, LineProvenance } from './profileTypes.ts';
import { ProjectNames } from './projectNames.ts';
import { templateOrder } from './templatePlaces.ts';

/**
 * What an agent becomes in a project (`adapted-profile.md`). Never fails; an agent that asks for no section by name
 * comes back byte for byte. What is read of the agent is cached with its body, so that a change of the facts costs the
 * narrowing alone.
 */
export function adaptAgent(agent: AgentText, facts: ProjectFacts): AdaptedProfile {
  if (!readRequirements(agent.body).some(isNamed)) return unchangedProfile(agent);
  const names = new ProjectNames(facts.sources);
  const { first, last, steps } = narrow(layoutOf(agent), { facts, names });
  const { layout, pool, blocks, dropped } = last;
  const isKept = (offset: number): boolean => !dropped[layout.lines.lineAt(layout.bodyStart + offset)];
  const knowledge = knowledgeOf(layout.body, blocks, pool, isKept);
  const text = new ProfileText(layout, dropped);
  text.reorderLeaves(blocks, pool.technologyIds);
  // In the template's order: that of the agent's mentions changes when the first one goes.
  const still = requirementsOf(last, facts)
    .filter(({ requirement }) => isStillAsked(requirement, isKept))
    .sort((a, b) => templateOrder(a.requirement.place) - templateOrder(b.requirement.place));
  const written = text.withGenerated(still, knowledge, facts, names);
  let drops: readonly Drop[] | undefined;
  return {
    text: written.text,
    requirements: requirementsOf(first, facts),
    gaps: knowledge.gaps,
    knownOnlyThrough: knowledge.knownOnlyThrough,
    provenance: written.provenance,
    droppedLines: linesNotIn(written.provenance, first.layout),
    // Nobody asks for the reasons at a keystroke.
    get drops() {
      return (drops ??= dropsOf(steps, facts));
    },
    ...sizes(agent, written),
  };
}

/** What an agent asks for by name: a bare section number names nothing, so that nothing can be said of it. */
function requirementsOf({ layout, applied }: Narrowed, facts: ProjectFacts): AppliedRequirement[] {
  return readRequirements(layout.body)
    .filter(isNamed)
    .map((requirement) => applyRequirement(requirement, facts, applied));
}

function isNamed({ label }: Requirement): boolean {
  return label !== null;
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
  const answer = answerTo(facts, requirement);
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
function isStillAsked({ labelSpan, alsoAt }: Requirement, isKept: (offset: number) => boolean): boolean {
  return [labelSpan, ...alsoAt].some((span) => isKept(span.start));
}

/** Of the file as it was given, an earlier project section in it included, and of the profile as it is written. */
function sizes(agent: AgentText, written: WrittenProfile): Pick<AdaptedProfile, 'lines' | 'tokens'> {
  const { text } = agent;
  return {
    lines: { before: lineCountOf(text, new LineIndex(text)), after: written.provenance.length },
    tokens: { before: tokensOf(text), after: tokensOf(written.text) },
  };
}

function tokensOf(text: string): number {
  return Math.round(text.length / 3.5);
}
