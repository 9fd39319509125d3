/**
 * The one way by which repairs of an agent's file are offered: each is made on a copy first, and what comes out is read
 * and checked anew. One that does not keep its promises is not offered; one that brings something bad to light which
 * no other safe repair cures is offered, but is not safe.
 */
import type { AgentFile } from '../../parse/agentFile.ts';
import type { Span } from '../../text/span.ts';
import { type TextEdit, applyEdits } from '../../text/textEdit.ts';
import type { Finding, Fix } from '../rule.ts';
import { brokenPromise } from './promises.ts';

/** A file and what the rules that can be run on any text of it find there. */
export interface Reading {
  readonly file: AgentFile;
  readonly findings: readonly Finding[];
}

export interface Trial {
  readonly now: Reading;
  /** The file as it would be with another text. */
  readonly read: (text: string) => Reading;
  /** Whether the rule is among those run by `read`. */
  readonly isReadAnew: (rule: string) => boolean;
  /** Told of a repair that could not be made or tried, by its rule and the error. */
  readonly failed: (message: string) => void;
}

/** The findings, with those of their repairs that have stood their trial. */
export function withTriedFixes(findings: readonly Finding[], trial: Trial): Finding[] {
  return findings.map((finding) => {
    const { fixes } = finding;
    if (fixes === undefined) return finding;
    let tried: readonly Fix[] | undefined;
    const tryAll = (): readonly Fix[] => {
      try {
        return standing(fixes(), (fix) => triedFix(finding, fix, trial));
      } catch (error) {
        trial.failed(
          `${finding.rule}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
        return [];
      }
    };
    return { ...finding, fixes: () => (tried ??= tryAll()) };
  });
}

/** Where the repair that a rule offers first has failed, the others are for the author to choose: none is safe. */
function standing(fixes: readonly Fix[], tried: (fix: Fix) => readonly Fix[]): readonly Fix[] {
  const first = preferredOf(fixes);
  const left = fixes.map((fix) => ({ fix, kept: tried(fix) }));
  const isFirstLeft = left.some(({ fix, kept }) => fix === first && kept.length > 0);
  return left.flatMap(({ kept }) => (isFirstLeft ? kept : kept.map((fix) => ({ ...fix, safe: false }))));
}

/** The repair as it may be offered: nothing, itself, or itself as one that is not safe. */
function triedFix(finding: Finding, fix: Fix, trial: Trial): readonly Fix[] {
  const { now } = trial;
  if (isOfPrompt(now.file, fix)) return [fix];
  const after = trial.read(applyEdits(now.file.text, fix.edits));
  if (brokenPromise(now.file, fix, after.file) !== undefined) return [];
  if (trial.isReadAnew(finding.rule) && remains(finding, fix.edits, now, after)) return [];
  return [fix.safe && bringsTrouble(now, after, fix.reach) ? { ...fix, safe: false } : fix];
}

/** Edits below the frontmatter change nothing that Claude Code reads as fields; there may be hundreds of them. */
function isOfPrompt({ frontmatter, bodyStart, text }: AgentFile, { edits }: Fix): boolean {
  if (edits.length === 0) return true;
  if (frontmatter.fence.state !== 'closed' || edits.some(({ span }) => span.start < bodyStart)) return false;
  return edits.some(({ span, newText }) => text.slice(span.start, span.end) !== newText);
}

/** Whether the same is said of the same place afterwards; a finding less is one gone, whatever moved to its place. */
function remains(finding: Finding, edits: readonly TextEdit[], now: Reading, after: Reading): boolean {
  const same = (other: Finding): boolean => other.rule === finding.rule && other.message === finding.message;
  const left = after.findings.filter(same);
  if (left.length < now.findings.filter(same).length) return false;
  const place = spanAfter(finding.span, edits);
  return left.some(({ span }) => span.start <= place.end && span.end >= place.start);
}

/** Where a span is after the edits; with what they wrote in it. */
function spanAfter({ start, end }: Span, edits: readonly TextEdit[]): Span {
  let before = 0;
  let within = 0;
  for (const { span, newText } of edits) {
    const by = newText.length - (span.end - span.start);
    if (span.end <= start && span.start < start) before += by;
    else if (span.start <= end) within += by;
  }
  return { start: start + before, end: Math.max(start, end + within) + before };
}

/**
 * Whether an error or a warning is there that was not, and that no safe repair of its own takes away. Of a file that
 * did not load, and of fields that were part of the prompt, nothing was said before: there only what may have been done
 * by the repair counts, and an agent that cannot be started.
 */
export function bringsTrouble(now: Reading, after: Reading, reach: Fix['reach']): boolean {
  const before = countsOf(troubles(now));
  const isLoaded = now.file.verdict.loads;
  for (const [key, found] of groups(troubles(after))) {
    const [finding] = found;
    if (finding === undefined || found.length <= (before.get(key) ?? 0)) continue;
    const isNews = byRepair.has(finding.rule) || (isLoaded && finding.severity === 'error');
    if ((!isLoaded || reach === 'prompt-start') && !isNews) continue;
    if (firstFix(finding)?.safe !== true) return true;
  }
  return false;
}

/** What a repair that makes fields count can do wrong: a value cut off, or a fence in the wrong place. */
const byRepair: ReadonlySet<string> = new Set(['agent/cut-value', 'agent/fence']);

function troubles({ findings }: Reading): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

function groups(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const all = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.message}`;
    const group = all.get(key);
    if (group === undefined) all.set(key, [finding]);
    else group.push(finding);
  }
  return all;
}

function countsOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
  return new Map([...groups(findings)].map(([key, found]) => [key, found.length]));
}

/** The repair that is offered first: the preferred one, else the first. */
export function firstFix(finding: Finding): Fix | undefined {
  return preferredOf(finding.fixes?.() ?? []);
}

function preferredOf(fixes: readonly Fix[]): Fix | undefined {
  return fixes.find(({ preferred }) => preferred === true) ?? fixes[0];
}
