/** What decided about a line of an agent in its project. */
import { layoutOf } from '../../adapt/agentLayout.ts';
import { domainSectionsIn } from '../../adapt/domainSections.ts';
import { isDomain, keepsDomain } from '../../adapt/pool.ts';
import type { AppliedKey, AppliedRequirement, Drop } from '../../adapt/profileTypes.ts';
import type { AgentDocument } from '../../analysis/agentDocument.ts';
import { outlineOf } from '../../parse/outline.ts';
import type { DeclaredValue } from '../../project/factTypes.ts';
import type { ProjectFacts } from '../../project/facts.ts';
import type { Position } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import type { AdaptedAgent } from './agentProfiles.ts';
import { rangeInAgent } from './agentLines.ts';

/** Why a line of an agent stays or goes; lines from 0, as the agent has them. */
export type Decision =
  /** It names a section that the agent reads. */
  | { readonly kind: 'reference'; readonly applied: AppliedRequirement }
  /** It belongs to a key of the agent's vocabulary that stays. */
  | { readonly kind: 'key'; readonly key: AppliedKey }
  /** It stands in a section about a declared domain. */
  | { readonly kind: 'domain'; readonly heading: string; readonly fact: DeclaredValue }
  /** It belongs to what was decided to go. */
  | { readonly kind: 'drop'; readonly drop: Drop }
  /** It goes because nothing of what it introduced is left. */
  | { readonly kind: 'emptied' }
  /** Nothing in the project document has a say in it. */
  | { readonly kind: 'plain' };

/** The decision on one line, the innermost where several things hold it. */
export function decisionOn(adaptedAgent: AdaptedAgent, line: number): Decision {
  const { agent, profile, facts } = adaptedAgent;
  if (profile.droppedLines.includes(line)) {
    const drop = innermost(profile.drops, line);
    return drop === undefined ? { kind: 'emptied' } : { kind: 'drop', drop };
  }
  const applied = referenceOn(adaptedAgent, line);
  if (applied !== undefined) return { kind: 'reference', applied };
  const key = keyOn(adaptedAgent, line);
  if (key !== undefined) return { kind: 'key', key };
  return domainOn(agent, facts, line) ?? { kind: 'plain' };
}

/** The requirement that a place of an agent mentions, with the mention. */
export function mentionAt(
  { agent, profile }: AdaptedAgent,
  at: Position,
): { readonly applied: AppliedRequirement; readonly range: ReturnType<typeof rangeInAgent> } | undefined {
  for (const applied of profile.requirements) {
    const { labelSpan, alsoAt, label } = applied.requirement;
    if (label === null) continue;
    const range = [labelSpan, ...alsoAt]
      .map((span) => rangeInAgent(agent, span))
      .find(({ start, end }) => isWithin(at, start, end));
    if (range !== undefined) return { applied, range };
  }
  return undefined;
}

/** The key whose name stands at a place of an agent. */
export function keyAt({ agent, profile }: AdaptedAgent, at: Position): AppliedKey | undefined {
  return keysOf(profile.requirements).find(({ key }) => {
    const { start, end } = rangeInAgent(agent, key.keySpan);
    return isWithin(at, start, end);
  });
}

function referenceOn({ agent, profile }: AdaptedAgent, line: number): AppliedRequirement | undefined {
  return profile.requirements.find(({ requirement: { label, labelSpan, alsoAt } }) => {
    return label !== null && [labelSpan, ...alsoAt].some((span) => holdsLine(agent, span, line));
  });
}

/** The entry that a line belongs to; where it belongs to none, the innermost key. */
function keyOn({ agent, profile }: AdaptedAgent, line: number): AppliedKey | undefined {
  const holding = keysOf(profile.requirements)
    .filter(({ key }) => holdsLine(agent, key.span, line))
    .toSorted((a, b) => lengthOf(a.key.span) - lengthOf(b.key.span));
  return holding.find(({ key }) => key.kind === 'entry') ?? holding[0];
}

function domainOn(agent: AgentDocument, facts: ProjectFacts, line: number): Decision | undefined {
  const { body } = layoutOf(agent);
  const outline = outlineOf(body);
  const section = domainSectionsIn(body)
    .filter(({ heading, end }) => {
      const last = outline[end - 1]!;
      const span = { start: outline[heading]!.start, end: last.start + last.block.text.length };
      return holdsLine(agent, span, line);
    })
    .at(-1);
  if (section === undefined) return undefined;
  const { block } = outline[section.heading]!;
  const fact = facts.pool.find(
    (value) =>
      isDomain(value) &&
      (section.title.opensWith.some((domain) => keepsDomain(domain, value.domain) !== undefined) ||
        section.title.names.some(({ id }) => id === value.domain.id)),
  );
  if (fact === undefined || block.kind !== 'heading') return undefined;
  return { kind: 'domain', heading: block.text.slice(block.title.start, block.title.end), fact };
}

function keysOf(requirements: readonly AppliedRequirement[]): AppliedKey[] {
  return requirements.flatMap(({ vocabulary }) => vocabulary);
}

function innermost(drops: readonly Drop[], line: number): Drop | undefined {
  let found: Drop | undefined;
  for (const drop of drops) {
    const { first, last } = drop.lines;
    if (first > line || last < line) continue;
    if (found === undefined || last - first < found.lines.last - found.lines.first) found = drop;
  }
  return found;
}

/** A span ends where its last line does: what begins behind a line end is not on it. */
function holdsLine(agent: AgentDocument, span: Span, line: number): boolean {
  const { start, end } = rangeInAgent(agent, { ...span, end: Math.max(span.start, span.end - 1) });
  return start.line <= line && line <= end.line;
}

/** Ends count, so that a cursor behind the last letter is on the name. */
function isWithin(at: Position, start: Position, end: Position): boolean {
  return (
    at.line >= start.line &&
    at.line <= end.line &&
    (at.line > start.line || at.character >= start.character) &&
    (at.line < end.line || at.character <= end.character)
  );
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
