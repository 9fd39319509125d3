/** Why a line stays or goes, for people, with links to what decided it. */
import * as l10n from '@vscode/l10n';
import type { AppliedKey, AppliedRequirement, Drop } from '../../adapt/profileTypes.ts';
import { nameOf as labelName } from '../../adapt/reasons.ts';
import { technologiesIn } from '../../catalogue/lookup.ts';
import type { Resolution } from '../../project/factTypes.ts';
import type { GoverningLabel } from '../../requirements/vocabularyTypes.ts';
import { agentRequirementStates, resolutionOf } from '../requirementStates/states.ts';
import { agentStateText, shortList } from '../requirementStates/words.ts';
import { nothingDetected } from '../../project/detect/detect.ts';
import type { AdaptedAgent } from './agentProfiles.ts';
import type { Decision } from './decisions.ts';
import { escaped, linkTo, locationIn, locationOfValue, nameOf } from './places.ts';

/** The decision on a line, as Markdown. */
export function decisionText(of: AdaptedAgent, decision: Decision): string {
  switch (decision.kind) {
    case 'reference':
      return referenceText(of, decision.applied);
    case 'key':
      return keyText(of, decision.key);
    case 'domain': {
      const at = of.project === undefined ? undefined : locationOfValue(decision.fact, of.project);
      const text = escaped(decision.fact.text);
      const fact = at === undefined ? text : `${text} (${linkTo(at)})`;
      return l10n.t('**{0}** stays. {1} is declared.', escaped(decision.heading), fact);
    }
    case 'drop':
      return dropText(of, decision.drop);
    case 'emptied':
      return l10n.t('Left out: nothing of what it introduces or parts is left.');
    case 'plain':
      return l10n.t('Stays as it is: no section of the project document decides on this line.');
  }
}

/** A section that the agent reads: what is declared there and what that does. */
export function referenceText(of: AdaptedAgent, applied: AppliedRequirement): string {
  const { agent, profile, facts, project } = of;
  const states = agentRequirementStates(agent, profile, facts, project, nothingDetected);
  const state = states.find((one) => one.applied === applied);
  const name = escaped(labelName(applied.requirement));
  if (state === undefined) return `**${name}**`;
  const words = escaped(agentStateText(state));
  const answer = answerText(of, applied.requirement);
  return answer === undefined ? `**${name}** — ${words}` : `**${name}** — ${words} (${answer})`;
}

/** What is declared under a label, with where: `PostgreSQL, Redis, CLAUDE.md:31`. */
function answerText(of: AdaptedAgent, label: GoverningLabel): string | undefined {
  const { project, facts } = of;
  const resolution = resolutionOf(label, facts);
  const place = resolution.places[0];
  const at =
    place === undefined || project === undefined
      ? undefined
      : locationIn(place.uri, place.labelSpan, project);
  if (at === undefined) return undefined;
  const texts = textsOf(resolution);
  return texts === '' ? linkTo(at) : `${escaped(texts)}, ${linkTo(at)}`;
}

function textsOf({ status, values }: Resolution): string {
  if (status !== 'met' && status !== 'partial') return '';
  return shortList([...new Set(values.map(({ text }) => text.replace(/\s+/g, ' ').trim()))]);
}

function keyText(of: AdaptedAgent, { key, because, fact, label }: AppliedKey): string {
  const at = fact === undefined || of.project === undefined ? undefined : locationOfValue(fact, of.project);
  const reason = at === undefined ? escaped(because) : withLink(because, nameOf(at), linkTo(at));
  const stays = l10n.t('**{0}** stays. {1}.', escaped(key.key), reason);
  const answer = label === undefined ? undefined : answerText(of, label);
  return answer === undefined ? stays : `${stays} (${answer})`;
}

function dropText(of: AdaptedAgent, { name, because, label }: Drop): string {
  const goes = l10n.t('**{0}** is left out. {1}.', escaped(name), escaped(because));
  const answer = label === undefined ? undefined : answerText(of, label);
  return answer === undefined ? goes : `${goes} (${answer})`;
}

/** Which items of a reordered list came to the front, and what declares them. */
export function reorderedText({ facts, project }: AdaptedAgent, lineText: string): string | undefined {
  const ids = new Set(technologiesIn(lineText).map(({ item }) => item.id));
  const seen = new Set<string>();
  const items = facts.pool.flatMap((value) => {
    const id = value.technology?.id;
    if (id === undefined || !ids.has(id) || seen.has(id)) return [];
    seen.add(id);
    const at = project === undefined ? undefined : locationOfValue(value, project);
    const text = escaped(value.text);
    return [at === undefined ? text : `${text} (${linkTo(at)})`];
  });
  return items.length === 0
    ? undefined
    : l10n.t('Put first in this list, as declared: {0}', items.join(', '));
}

/** A reason that names a place, with the name as a link. */
function withLink(text: string, place: string, link: string): string {
  const at = text.indexOf(place);
  if (at < 0) return `${escaped(text)} (${link})`;
  return escaped(text.slice(0, at)) + link + escaped(text.slice(at + place.length));
}
