/** Repairs of an agent file that Claude Code skips: candidates, of which those are offered that make it load. */
import * as l10n from '@vscode/l10n';
import { type AgentFile, parseAgentFile } from '../../parse/agentFile.ts';
import { hookProblems } from '../../parse/agentHooks.ts';
import { EditChain } from '../../text/editChain.ts';
import { type TextEdit, applyEdits } from '../../text/textEdit.ts';
import type { Fix } from '../rule.ts';
import { earlyFence, isOwnLine } from './earlyFence.ts';
import { brokenPromise } from './promises.ts';
import { earlyFenceRepairs } from './repairEarlyFence.ts';
import { fenceRepairs } from './repairFence.ts';
import { fieldRepairs } from './repairFields.ts';
import { hookRepairs } from './repairHooks.ts';
import { otherFieldsReason, otherFieldsRepairs } from './repairOtherFields.ts';
import { yamlRepairs } from './repairYaml.ts';

/** A repair that may be right; it is tried before it is offered. */
export interface Candidate {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** Repairs of a rule of its own, the first as the preferred one. */
export function preferringFirst(repairs: readonly Candidate[]): readonly Fix[] {
  return repairs.map((repair, index) => (index === 0 ? { ...repair, preferred: true } : repair));
}

/** A file may have several faults, each hidden by the one before. */
const maxSteps = 6;

/**
 * The repairs after which the file loads and says what it said, best first: those that are enough by themselves, then
 * those that bring further ones with them.
 * @param stem the file's name without its ending, for a name to fill in
 * @param read the file with another text
 */
export function repairs(file: AgentFile, stem: string, read: ReadAgent = parseAgentFile): readonly Fix[] {
  const texts = new Set<string>();
  const found = candidates(file, stem).flatMap((candidate): readonly Repaired[] => {
    const repaired = repairedBy(file, candidate, stem, read);
    if (repaired === undefined || texts.has(repaired.file.text)) return [];
    if (brokenPromise(file, repaired.fix, repaired.file) !== undefined) return [];
    texts.add(repaired.file.text);
    return [repaired];
  });
  return preferringFirst(
    found.toSorted((a, b) => Math.min(a.steps, 1) - Math.min(b.steps, 1)).map(({ fix }) => fix),
  );
}

type ReadAgent = (text: string) => AgentFile;

function candidates(file: AgentFile, stem: string): readonly Candidate[] {
  if (otherFieldsReason(file) !== undefined) return otherFieldsRepairs(file);
  switch (file.verdict.reason) {
    case 'silent-no-frontmatter':
      return fenceRepairs(file);
    case 'yaml':
      return yamlRepairs(file);
    case 'hooks':
      return hookRepairs(file);
    case 'loaded':
      return earlyFence(file) === undefined ? [] : earlyFenceRepairs(file);
    case 'too-large':
      return [];
    default:
      return fieldRepairs(file, stem);
  }
}

interface Repaired {
  readonly fix: Fix;
  readonly file: AgentFile;
  /** How many further repairs it took. */
  readonly steps: number;
}

function repairedBy(file: AgentFile, first: Candidate, stem: string, read: ReadAgent): Repaired | undefined {
  const chain = new EditChain(file.text);
  let current = file;
  let step: Step | undefined = stepOf(file, first, read);
  let safe = true;
  let steps = 0;
  for (; step !== undefined; steps++) {
    safe &&= step.candidate.safe;
    chain.apply(step.candidate.edits);
    current = step.file;
    if (isWhole(current) || steps === maxSteps) break;
    const next = candidates(current, stem).flatMap((candidate) => stepOf(current, candidate, read) ?? []);
    step = next.find((one) => isWhole(one.file)) ?? next[0];
  }
  if (!current.verdict.loads) return undefined;
  if (steps === 0) return { fix: first, file: current, steps };
  const title = l10n.t('{0}, and repair what else keeps the file from loading', first.title);
  return { fix: { title, safe, edits: chain.edits() }, file: current, steps };
}

/** Loaded, and not cut off by dashes in a value or a comment: then there is more to repair. */
function isWhole(file: AgentFile): boolean {
  return file.verdict.loads && earlyFence(file) === undefined;
}

interface Step {
  readonly candidate: Candidate;
  /** The file with it. */
  readonly file: AgentFile;
}

/** What leaves the fault as it was repairs nothing. */
function stepOf(file: AgentFile, candidate: Candidate, read: ReadAgent): Step | undefined {
  const after = read(applyEdits(file.text, candidate.edits));
  const isStep = after.text !== file.text && (isWhole(after) || faultOf(after) !== faultOf(file));
  return isStep ? { candidate, file: after } : undefined;
}

/** What is wrong first, and the text there. */
function faultOf({ text, verdict, frontmatter }: AgentFile): string {
  const { fence } = frontmatter;
  const at = frontmatter.error?.span.start;
  const hook = hookProblems(frontmatter.byKey.get('hooks')?.value).find(({ fatal }) => fatal);
  return JSON.stringify([
    verdict.reason,
    fence.state,
    fence.state === 'near-miss' ? fence.kind : '',
    fence.state === 'closed' && isOwnLine(text, fence.close),
    at === undefined ? '' : text.slice(at, at + 40),
    hook?.kind,
    hook?.path,
    frontmatter.fields.map(({ key }) => key),
  ]);
}
