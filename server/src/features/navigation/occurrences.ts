/** Every place of the workspace that means one agent. */
import { type AgentNames, type NamedAgent, placeOf } from '../../analysis/agentNames.ts';
import type { Skill } from '../../analysis/skills.ts';
import type { WorkspaceModel } from '../../analysis/workspaceModel.ts';
import { LineIndex, type PositionMap } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import { frontmatterMentions, type Mention, unplacedAgentNames } from '../../analysis/agentMentions.ts';
import { textMentions } from './mentions.ts';
import { skillMention } from './symbols.ts';

/** A file's occurrences of one agent's name; spans are UTF-16 offsets in its text. */
export interface FileOccurrences {
  readonly uri: string;
  readonly text: string;
  readonly positions: PositionMap;
  readonly occurrences: readonly Occurrence[];
}

/** Files that mean the agent too, but write its name in a form in which it has no place: it cannot be changed there. */
export async function unreachableFiles(
  model: WorkspaceModel,
  agent: NamedAgent,
  names: AgentNames,
): Promise<readonly string[]> {
  const means = (name: string, uri: string): boolean =>
    names.resolve(name, placeOf(model, uri))?.document.uri === agent.document.uri;
  const agents = [...model.agents].filter((document) =>
    unplacedAgentNames(document).some((name) => means(name, document.uri)),
  );
  const skills = (await skillsOf(model)).filter((skill) => {
    const name = skill.agent?.value;
    return typeof name === 'string' && skillMention(skill) === undefined && means(name, skill.uri);
  });
  return [...agents, ...skills].map(({ uri }) => uri);
}

export interface Occurrence {
  readonly as: Mention['as'];
  /** The agent's own name there; what may stand before it (`plugin:`) left out. */
  readonly span: Span;
}

/** The agent's own `name:` with everything that resolves to it: in other agents, and in skills and commands. */
export async function occurrencesOf(
  model: WorkspaceModel,
  agent: NamedAgent,
  names: AgentNames,
): Promise<readonly FileOccurrences[]> {
  const found: FileOccurrences[] = [];
  const wanted = new Set([agent.name, agent.ownName]);
  for (const document of model.agents) {
    // Neither of the two can stand in a text that lacks the shorter one.
    if (!document.text.includes(agent.ownName)) continue;
    const { uri, text, positions } = document;
    const isOwn = uri === agent.document.uri;
    const place = placeOf(model, uri);
    const occurrences = [...frontmatterMentions(document), ...textMentions(document, wanted)]
      .filter(({ kind, name }) => kind === 'agent' && wanted.has(name))
      .filter(({ as, name }) =>
        as === 'own' ? isOwn : names.resolve(name, place)?.document.uri === agent.document.uri,
      )
      .map((mention) => occurrence(mention, agent))
      .toSorted((a, b) => a.span.start - b.span.start);
    if (occurrences.length > 0) found.push({ uri, text, positions, occurrences });
  }
  for (const skill of await skillsOf(model)) {
    const mention = skillMention(skill);
    if (mention === undefined || !wanted.has(mention.name)) continue;
    if (names.resolve(mention.name, placeOf(model, skill.uri))?.document.uri !== agent.document.uri) continue;
    const { uri, text } = skill;
    found.push({ uri, text, positions: new LineIndex(text), occurrences: [occurrence(mention, agent)] });
  }
  return found;
}

function occurrence({ as, name, span }: Mention, { ownName }: NamedAgent): Occurrence {
  return { as, span: { start: span.start + name.length - ownName.length, end: span.end } };
}

/** Skills and commands of all projects, the user and the plugins, each file once. */
async function skillsOf(model: WorkspaceModel): Promise<readonly Skill[]> {
  const home = model.homeUri;
  const places = [
    ...model.projects.map(({ root }) => ({ kind: 'project' as const, root })),
    ...(home === undefined ? [] : [{ kind: 'user' as const, root: home }]),
    ...[...model.plugins.keys()].map((root) => ({ kind: 'plugin' as const, root })),
  ];
  const { skills } = await model.surroundings.at(places);
  return [...new Map(skills.map((skill) => [skill.uri, skill])).values()];
}
