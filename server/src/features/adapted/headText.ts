/** What the generated lines of a profile rest on: the facts, and the gaps. */
import * as l10n from '@vscode/l10n';
import type { Location } from 'vscode-languageserver-types';
import type { AppliedRequirement, HeadTopic } from '../../adapt/profileTypes.ts';
import { nameOf as labelName } from '../../adapt/reasons.ts';
import type { AnswerStatus, DeclaredValue } from '../../project/factTypes.ts';
import { positionInAgent, rangeInAgent } from './agentLines.ts';
import type { AdaptedAgent } from './agentProfiles.ts';
import { referenceText } from './decisionText.ts';
import { escaped, linkTo, locationOfValue } from './places.ts';
import { rangeOfPlace, resolutionOf } from '../requirementStates/states.ts';

/** A line of the head, as Markdown; without a topic it is the first one or a marker. */
export function headText(of: AdaptedAgent, about: HeadTopic | undefined): string {
  const { profile } = of;
  switch (about) {
    case 'applied':
      return list(withStatus(of, 'met', 'partial').map((one) => referenceText(of, one)));
    case 'none':
      return list(withStatus(of, 'none').map((one) => referenceText(of, one)));
    case 'missing':
      return [
        l10n.t('What the agent knows there stays whole, for nothing rules it out:'),
        list(withStatus(of, 'missing').map((one) => missingText(of, one))),
      ].join('\n\n');
    case 'unfilled':
      return [
        l10n.t('What the agent knows there stays whole, for nothing rules it out:'),
        list(withStatus(of, 'unfilled').map((one) => referenceText(of, one))),
      ].join('\n\n');
    case 'unknown':
      return [
        l10n.t('The agent has vocabulary of this kind, but nothing on it:'),
        list(profile.gaps.map(({ value }) => factText(of, value))),
      ].join('\n\n');
    case 'through':
      return list(
        profile.knownOnlyThrough.map(({ value, through }) =>
          l10n.t('{0}: only through {1}', factText(of, value), escaped(through)),
        ),
      );
    case undefined:
      return l10n.t('Agent Tailor wrote this head for the preview; an exported agent has none.');
  }
}

/** The places that a line of the head speaks of. */
export function headLocations(of: AdaptedAgent, about: HeadTopic | undefined): Location[] {
  const { profile, project, facts, agent } = of;
  if (project === undefined || about === undefined) return [];
  if (about === 'unknown') return profile.gaps.flatMap(({ value }) => locationOfValue(value, project) ?? []);
  if (about === 'through') {
    return profile.knownOnlyThrough.flatMap(({ value }) => locationOfValue(value, project) ?? []);
  }
  if (about === 'missing') {
    return withStatus(of, 'missing').map(({ requirement }) => ({
      uri: agent.uri,
      range: rangeInAgent(agent, requirement.labelSpan),
    }));
  }
  const statuses: readonly AnswerStatus[] = about === 'applied' ? ['met', 'partial'] : [about];
  return withStatus(of, ...statuses).flatMap(({ requirement }) => {
    const [place] = resolutionOf(requirement, facts).places;
    return place === undefined ? [] : (rangeOfPlace(place, project) ?? []);
  });
}

/** What is quoted from the project document at the end of a profile. */
export function projectSectionText(): string {
  return l10n.t('Quoted from the project document: what it says in free text on what the agent reads.');
}

/** Those that the profile still asks for: the others are not in its head. */
function withStatus(
  { agent, profile }: AdaptedAgent,
  ...statuses: readonly AnswerStatus[]
): AppliedRequirement[] {
  const dropped = new Set(profile.droppedLines);
  return profile.requirements.filter(({ requirement: { label, labelSpan, alsoAt }, status }) => {
    const isAsked = [labelSpan, ...alsoAt].some(
      ({ start }) => !dropped.has(positionInAgent(agent, start).line),
    );
    return label !== null && isAsked && statuses.includes(status);
  });
}

function missingText({ agent }: AdaptedAgent, { requirement }: AppliedRequirement): string {
  const at = { uri: agent.uri, range: rangeInAgent(agent, requirement.labelSpan) };
  return l10n.t('**{0}** — read at {1}', escaped(labelName(requirement)), linkTo(at));
}

function factText({ project }: AdaptedAgent, value: DeclaredValue): string {
  const at = project === undefined ? undefined : locationOfValue(value, project);
  const text = `**${escaped(value.text)}**`;
  return at === undefined ? text : `${text} (${linkTo(at)})`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
