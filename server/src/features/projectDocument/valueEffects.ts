/** What a declared value decides in the agents: their profiles with it, and as they would be without. */
import { adaptAgent } from '../../adapt/adaptAgent.ts';
import { relationTo } from '../../adapt/pool.ts';
import type { AdaptedProfile, AppliedKey, AppliedRequirement } from '../../adapt/profileTypes.ts';
import type { AgentDocument } from '../../analysis/agentDocument.ts';
import { factsWithout } from '../../analysis/counterfactual.ts';
import type { Project } from '../../analysis/project.ts';
import type { WorkspaceModel } from '../../analysis/workspaceModel.ts';
import { templatePlaceName } from '../../catalogue/template.ts';
import type { ProjectFacts } from '../../project/facts.ts';
import type { DeclaredValue } from '../../project/factTypes.ts';
import type { VocabularyKey } from '../../requirements/requirementTypes.ts';
import { answerTo } from './readers.ts';

/** What one value does in one agent. Keys are entries of its vocabulary, each name once. */
export interface ValueEffect {
  readonly agent: AgentDocument;
  /** What it keeps, alone or with other values. */
  readonly kept: readonly VocabularyKey[];
  /** What would go without it. */
  readonly lost: readonly VocabularyKey[];
  /** What would stay without it; labels of whole blocks, and of others the keys. */
  readonly wholeWithout: readonly string[];
  readonly back: readonly VocabularyKey[];
  /** Why the first thing that it keeps would stay without it too, in the user's language. */
  readonly keptAnyway: string | undefined;
  /** How many lines more the profile would have without it. */
  readonly moreLines: number;
  /** The agent has vocabulary of the kind, and nothing on it. */
  readonly isUnknown: boolean;
  /** What it is known through alone. */
  readonly through: string | undefined;
}

export interface ValueEffects {
  /** Of the agents in which it does something, or is not known; those that read its own section first. */
  readonly effects: readonly ValueEffect[];
  /** How many agents that read something were not looked at. */
  readonly unseen: number;
}

/**
 * Adapts each agent twice, a limited number of them; what was made is kept with the agent.
 * @param project the one that the value's file lies in; those whose document the file is part of too come behind it
 */
export function effectsOf(model: WorkspaceModel, project: Project, value: DeclaredValue): ValueEffects {
  const others = [...model.projectsOfFile(value.uri)].filter((one) => one !== project && one.isLoaded);
  const effects: ValueEffect[] = [];
  const seen = new Set<string>();
  for (const one of [project, ...others]) {
    const declared = one === project ? value : sameValue(one, value);
    const uris = declared === undefined ? [] : readersFirst(one, declared).filter((uri) => !seen.has(uri));
    for (const uri of uris) {
      seen.add(uri);
      const agent = seen.size > mostAdapted ? undefined : model.agent(uri);
      if (agent === undefined || declared === undefined) continue;
      effects.push(...effectOn(agent, one.facts, factsWithout(one, declared), declared));
    }
  }
  return { effects, unseen: Math.max(0, seen.size - mostAdapted) };
}

const mostAdapted = 20;

/** The value as another project has it, whose document its file is part of. */
function sameValue({ facts }: Project, { uri, span }: DeclaredValue): DeclaredValue | undefined {
  return facts.pool.find(
    (one) => one.uri === uri && one.span.start === span.start && one.span.end === span.end,
  );
}

/** Those that read what the value answers come first: it decides most there. */
function readersFirst(project: Project, value: DeclaredValue): string[] {
  const places = project.required.places.toSorted(
    (a, b) =>
      Number(answerTo(project, b).values.includes(value)) -
      Number(answerTo(project, a).values.includes(value)),
  );
  return [...new Set(places.flatMap(({ readers }) => readers.map(({ uri }) => uri)))];
}

function effectOn(
  agent: AgentDocument,
  facts: ProjectFacts,
  factsWithoutIt: ProjectFacts,
  value: DeclaredValue,
): ValueEffect[] {
  const now = profileOf(agent, facts);
  const then = profileOf(agent, factsWithoutIt);
  const isKept = ({ applies, key }: AppliedKey): boolean => applies && relationTo(key, value) !== undefined;
  const lost: VocabularyKey[] = [];
  const kept: VocabularyKey[] = [];
  const back: VocabularyKey[] = [];
  const wholeWithout: string[] = [];
  let keptAnyway: string | undefined;
  for (const [index, requirement] of now.requirements.entries()) {
    const [entries, later] = [requirement, then.requirements[index]].map(entriesOf);
    const returning: VocabularyKey[] = [];
    for (const [at, entry] of entries!.entries()) {
      const { applies, because } = later![at] ?? entry;
      if (isKept(entry)) {
        if (kept.length === 0 && applies) keptAnyway = because;
        kept.push(entry.key);
      }
      if (entry.applies && !applies) lost.push(entry.key);
      if (!entry.applies && applies) returning.push(entry.key);
    }
    if (returning.length > 0 && later!.every(({ applies }) => applies))
      wholeWithout.push(nameOf(requirement));
    else back.push(...returning);
  }
  const gap = now.gaps.some((one) => isSameThing(one.value, value));
  const through = now.knownOnlyThrough.find((one) => isSameThing(one.value, value))?.through;
  const effect: ValueEffect = {
    agent,
    kept: distinct([...kept, ...lost]),
    lost: distinct(lost),
    wholeWithout: [...new Set(wholeWithout)],
    back: distinct(back),
    keptAnyway,
    moreLines: now.droppedLines.length - then.droppedLines.length,
    isUnknown: kept.length === 0 && gap,
    through: kept.length === 0 ? through : undefined,
  };
  return isNothing(effect) ? [] : [effect];
}

function isNothing({ kept, wholeWithout, back, moreLines, isUnknown, through }: ValueEffect): boolean {
  const keys = kept.length + wholeWithout.length + back.length;
  return keys === 0 && moreLines === 0 && !isUnknown && through === undefined;
}

/** The entries of one requirement, in an order that depends on the agent alone. */
function entriesOf(requirement: AppliedRequirement | undefined): readonly AppliedKey[] {
  return requirement?.vocabulary.filter(({ key }) => key.kind === 'entry') ?? [];
}

function nameOf({ requirement: { label, place } }: AppliedRequirement): string {
  return place === undefined ? (label ?? '') : templatePlaceName(place);
}

/** A block under two labels is in both, and a name may stand in several blocks. */
function distinct(keys: readonly VocabularyKey[]): VocabularyKey[] {
  const names = new Set<string>();
  return keys.filter(({ key }) => !names.has(key) && names.add(key));
}

function isSameThing(a: DeclaredValue, b: DeclaredValue): boolean {
  return a.technology?.id === b.technology?.id && a.domain?.id === b.domain?.id;
}

const profiles = new WeakMap<AgentDocument, WeakMap<ProjectFacts, AdaptedProfile>>();

/** Kept as long as neither the agent nor what is declared has changed. */
function profileOf(agent: AgentDocument, facts: ProjectFacts): AdaptedProfile {
  let ofAgent = profiles.get(agent);
  if (ofAgent === undefined) profiles.set(agent, (ofAgent = new WeakMap<ProjectFacts, AdaptedProfile>()));
  let profile = ofAgent.get(facts);
  if (profile === undefined) ofAgent.set(facts, (profile = adaptAgent(agent, facts)));
  return profile;
}
