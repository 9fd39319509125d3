/** Why each line of an adapted profile is what it is, and the way to where it comes from; from both sides of the diff. */
import type { Hover, Location } from 'vscode-languageserver-types';
import * as l10n from '@vscode/l10n';
import type { AppliedKey } from '../../adapt/profileTypes.ts';
import type { WorkspaceModel } from '../../analysis/workspaceModel.ts';
import { LineIndex, type Position } from '../../text/lineIndex.ts';
import { slice } from '../../text/span.ts';
import type { GoverningLabel } from '../../requirements/vocabularyTypes.ts';
import { rangeOfPlace, resolutionOf } from '../requirementStates/states.ts';
import type { AdaptedAgent, AgentProfiles } from './agentProfiles.ts';
import { decisionOn, keyAt, mentionAt } from './decisions.ts';
import { decisionText, reorderedText } from './decisionText.ts';
import { headLocations, headText, projectSectionText } from './headText.ts';
import { linkTo, locationOfLine, locationOfValue } from './places.ts';

export class ProfileHelp {
  readonly #model: WorkspaceModel;
  readonly #profiles: AgentProfiles;

  constructor(model: WorkspaceModel, profiles: AgentProfiles) {
    this.#model = model;
    this.#profiles = profiles;
  }

  /**
   * The facts or the gap behind a line of a profile.
   * @param root of the project that was adapted to, where that is not the agent's own
   */
  hover(agentUri: string, root: string | undefined, { line }: Position): Hover | undefined {
    const of = this.#profiles.of(agentUri, root);
    const provenance = of?.profile.provenance[line];
    if (of === undefined || provenance === undefined) return undefined;
    return hoverOf(lineText(of, line));
  }

  /** Where a line of a profile comes from: the agent's line, and the fact that keeps it; the project document's line. */
  definition(agentUri: string, root: string | undefined, at: Position): Location[] {
    const of = this.#profiles.of(agentUri, root);
    const provenance = of?.profile.provenance[at.line];
    if (of === undefined || provenance === undefined) return [];
    const { from, source, about } = provenance;
    if (source === undefined) return headLocations(of, about);
    if (from === 'project') return [locationOfLine(source.uri, source.line)];
    const inAgent = { line: source.line, character: at.character };
    const mention = from === 'kept' ? mentionAt(of, inAgent) : undefined;
    const section = mention === undefined ? [] : sectionOf(of, mention.applied.requirement);
    if (section.length > 0) return section;
    const decision = decisionOn(of, source.line);
    const facts = decision.kind === 'key' || decision.kind === 'domain' ? factOf(of, decision) : [];
    return [...facts, locationOfLine(source.uri, source.line)];
  }

  /**
   * What became of a line of an agent: why it is left out, or what keeps the entry that is named at the place;
   * `undefined` for other places and for agents that belong to no project.
   * @param root of the project to adapt to, where that is not the agent's own
   */
  agentHover(agentUri: string, at: Position, root?: string): Hover | undefined {
    const of = this.#inProject(agentUri, root);
    if (of === undefined) return undefined;
    if (of.profile.droppedLines.includes(at.line)) {
      return hoverOf(decisionText(of, decisionOn(of, at.line)));
    }
    const key = keyAt(of, at);
    return key?.key.kind === 'entry' ? hoverOf(decisionText(of, { kind: 'key', key })) : undefined;
  }

  /** What decided on a line of an agent that is left out, or on the entry named at the place. */
  agentDefinition(agentUri: string, at: Position, root?: string): Location[] {
    const of = this.#inProject(agentUri, root);
    if (of === undefined) return [];
    if (!of.profile.droppedLines.includes(at.line)) {
      const key = keyAt(of, at);
      return key?.key.kind === 'entry' ? factOf(of, { kind: 'key', key }) : [];
    }
    const decision = decisionOn(of, at.line);
    return decision.kind === 'drop' && decision.drop.label !== undefined
      ? sectionOf(of, decision.drop.label)
      : [];
  }

  /** An agent of a plugin is made for no project; of the user's, for the one that is shown. */
  #inProject(agentUri: string, root: string | undefined): AdaptedAgent | undefined {
    if (root === undefined && this.#model.originOf(agentUri) === 'plugin') return undefined;
    const of = this.#profiles.of(agentUri, root);
    return of?.project?.isLoaded === true ? of : undefined;
  }
}

function lineText(of: AdaptedAgent, line: number): string {
  const { profile } = of;
  const { from, source, about } = profile.provenance[line]!;
  if (source === undefined) {
    // The quotations stand at the end, the head above all that is the agent's.
    const isHead = profile.provenance.slice(line).some(({ from: kind }) => kind === 'kept');
    return isHead ? headText(of, about) : projectSectionText();
  }
  const at = linkTo(locationOfLine(source.uri, source.line));
  if (from === 'project') return l10n.t('From {0}', at);
  const decision = decisionText(of, decisionOn(of, source.line));
  const reordered = from === 'reordered' ? reorderedText(of, textOfLine(profile.text, line)) : undefined;
  return [...(reordered === undefined ? [] : [reordered]), decision, at].join('\n\n');
}

function textOfLine(text: string, line: number): string {
  return slice(text, new LineIndex(text).lineSpan(line));
}

function factOf(
  { project, facts }: AdaptedAgent,
  decision:
    | { readonly kind: 'key'; readonly key: AppliedKey }
    | { readonly kind: 'domain'; readonly fact: AppliedKey['fact'] & {} },
): Location[] {
  if (project === undefined) return [];
  const fact = decision.kind === 'domain' ? decision.fact : decision.key.fact;
  if (fact !== undefined) {
    const location = locationOfValue(fact, project);
    return location === undefined ? [] : [location];
  }
  const label = decision.kind === 'key' ? decision.key.label : undefined;
  return label === undefined ? [] : sectionOf({ project, facts }, label);
}

function sectionOf(
  { project, facts }: Pick<AdaptedAgent, 'project' | 'facts'>,
  label: GoverningLabel,
): Location[] {
  const [place] = resolutionOf(label, facts).places;
  const range = place === undefined || project === undefined ? undefined : rangeOfPlace(place, project);
  return range === undefined ? [] : [range];
}

function hoverOf(value: string): Hover {
  return { contents: { kind: 'markdown', value } };
}
