/** Repairs of an agent file that Claude Code skips: candidates, of which those are offered that make it load. */
import * as l10n from '@vscode/l10n';
import { type AgentFile, parseAgentFile } from '../../parse/agentFile.ts';
import { type TextEdit, applyEdits } from '../../text/textEdit.ts';
import type { Fix } from '../rule.ts';
import { fenceRepairs } from './repairFence.ts';
import { fieldRepairs } from './repairFields.ts';
import { hookRepairs } from './repairHooks.ts';
import { yamlRepairs } from './repairYaml.ts';

/** A repair that may be right; it is tried before it is offered. */
export interface Candidate {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** A file may have several faults, each hidden by the one before. */
const maxSteps = 6;

/**
 * The repairs after which the file loads, best first.
 * @param stem the file's name without its ending, for a name to fill in
 */
export function repairs(file: AgentFile, stem: string): readonly Fix[] {
  const fixes: Fix[] = [];
  const seen = new Set<string>();
  for (const candidate of candidates(file, stem)) {
    const repaired = repairedBy(file, candidate, stem);
    if (repaired === undefined || seen.has(repaired.text)) continue;
    seen.add(repaired.text);
    fixes.push({ ...repaired.fix, ...(fixes.length === 0 ? { preferred: true } : {}) });
  }
  return fixes;
}

function candidates(file: AgentFile, stem: string): readonly Candidate[] {
  switch (file.verdict.reason) {
    case 'silent-no-frontmatter':
      return fenceRepairs(file);
    case 'yaml':
      return yamlRepairs(file);
    case 'hooks':
      return hookRepairs(file);
    case 'loaded':
    case 'too-large':
      return [];
    default:
      return fieldRepairs(file, stem);
  }
}

function repairedBy(
  file: AgentFile,
  first: Candidate,
  stem: string,
): { readonly text: string; readonly fix: Fix } | undefined {
  let candidate: Candidate | undefined = first;
  let current = file;
  let safe = true;
  let steps = 0;
  for (; candidate !== undefined && steps < maxSteps; steps++) {
    const text = applyEdits(current.text, candidate.edits);
    if (text === current.text) return undefined;
    safe &&= candidate.safe;
    const fault = faultOf(current);
    current = parseAgentFile(text);
    if (current.verdict.loads) break;
    // What leaves the fault as it was repairs nothing.
    if (faultOf(current) === fault) return undefined;
    candidate = candidates(current, stem)[0];
  }
  if (!current.verdict.loads) return undefined;
  const alone = steps === 0;
  const edits = alone ? first.edits : [difference(file.text, current.text)];
  const title = alone
    ? first.title
    : l10n.t('{0}, and repair what else keeps the file from loading', first.title);
  return { text: current.text, fix: { title, safe, edits } };
}

/** What is wrong first, and the text there. */
function faultOf({ text, verdict, frontmatter }: AgentFile): string {
  const at = frontmatter.error?.span.start;
  return `${verdict.reason} ${at === undefined ? '' : text.slice(at, at + 40)}`;
}

/** The one edit that turns `before` into `after`. */
function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { span: { start, end: before.length - tail }, newText: after.slice(start, after.length - tail) };
}
