/** What a repair of an agent's file must have done, and what it must have left as it was. */
import type { AgentFile, Frontmatter } from '../../parse/agentFile.ts';
import { frontmatterEntries, type FrontmatterEntry } from '../../parse/frontmatterEntries.ts';
import type { TextEdit } from '../../text/textEdit.ts';
import type { Fix } from '../rule.ts';
import { endOfFields } from './frontmatterEnd.ts';
import { meantPrompt } from './meantPrompt.ts';

/**
 * The first promise that a repair breaks, in a few words for tests and logs; `undefined` where it keeps them all.
 * Whether the finding is gone is for the rule to say.
 */
export function brokenPromise(
  before: AgentFile,
  { edits, reach = 'values' }: Pick<Fix, 'edits' | 'reach'>,
  after: AgentFile,
): string | undefined {
  if (after.text === before.text) return 'changes nothing';
  if (before.verdict.loads && !after.verdict.loads) return 'keeps the file from loading';
  if (hasForeignLineEnds(before.text, edits)) return 'brings in other line ends';
  if (reach === 'file') return undefined;
  if (hasNewDuplicate(before, after.frontmatter)) return 'writes a field twice';
  if (!before.verdict.loads) return after.verdict.loads ? brokenWord(before, after) : undefined;
  if (reach === 'values' && after.bodyStart !== before.bodyStart + growth(before, edits)) {
    return 'moves the start of the prompt';
  }
  if (reach === 'prompt-start' && takesPrompt(before, after)) return 'takes part of the prompt for fields';
  const changed = changedValue(before, edits, after);
  return changed === undefined ? undefined : `changes “${changed}”`;
}

function hasForeignLineEnds(text: string, edits: readonly TextEdit[]): boolean {
  const own = lineEndsIn(text);
  // A file in CR alone has no line to Claude Code: that is what is repaired.
  if (own.size === 0 || (own.size === 1 && own.has('\r'))) return false;
  return edits.some(({ newText }) => [...lineEndsIn(newText)].some((lineEnd) => !own.has(lineEnd)));
}

function lineEndsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/\r\n|\n|\r/g));
}

/** More lines of one field than this nobody writes by mistake. */
const mostOfOneField = 20;

function hasNewDuplicate(before: AgentFile, after: Frontmatter): boolean {
  const counts = countOf(before.frontmatter.fields);
  const twice = [...countOf(after.fields)].filter(
    ([key, count]) => count > Math.max(1, counts.get(key) ?? 0),
  );
  if (twice.length === 0 || before.frontmatter.fields.length > 0) return twice.length > 0;
  // What could not be read shows its fields line by line.
  const { source, fields } = meantPrompt(before);
  const lines = countOf(frontmatterEntries(source, fields));
  // So many are no slip, and each would be a finding with a repair to try.
  if ([...lines.values()].some((count) => count > mostOfOneField)) return true;
  return twice.some(([key, count]) => count > Math.max(1, lines.get(key) ?? 0));
}

function countOf(fields: readonly { readonly key: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of fields) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** By how much the edits move the start of the prompt; `NaN` for one across it. */
function growth({ bodyStart }: AgentFile, edits: readonly TextEdit[]): number {
  let by = 0;
  for (const { span, newText } of edits) {
    if (span.start < bodyStart && span.end > bodyStart) return Number.NaN;
    if (span.start < bodyStart) by += newText.length - (span.end - span.start);
  }
  return by;
}

/** Whether what leaves the prompt holds lines that are no fields. */
function takesPrompt(before: AgentFile, after: AgentFile): boolean {
  const { fence } = after.frontmatter;
  const taken = before.text.length - before.bodyStart - (after.text.length - after.bodyStart);
  if (
    fence.state !== 'closed' ||
    letters(before.text.slice(before.bodyStart).slice(0, Math.max(0, taken))) === ''
  )
    return false;
  const end = endOfFields(after.text, fence.yaml.start);
  return after.text.slice(end, fence.close.start).trim() !== '';
}

/** A field that no edit touches, and that is worth something else afterwards. */
function changedValue(before: AgentFile, edits: readonly TextEdit[], after: AgentFile): string | undefined {
  const first = before.frontmatter;
  const second = after.frontmatter;
  for (const field of first.byKey.values()) {
    // A line that goes ends where the next field begins, and does not touch it.
    const isTouched = edits.some(
      ({ span }) => span.start <= field.valueSpan.end && span.end > field.keySpan.start,
    );
    if (isTouched) continue;
    const value = second.byKey.get(field.key)?.value;
    if (JSON.stringify(value) === JSON.stringify(field.value)) continue;
    // What the second reading had made text is again what it says; a name and a description stay as they were read.
    const wasMadeText = first.retried && !second.retried && typeof field.value === 'string';
    if (wasMadeText && value !== undefined && value !== null && !/^(?:name|description)$/.test(field.key))
      continue;
    return field.key;
  }
  return undefined;
}

/** What a file that loads now says otherwise than its author: another name, other words, a shorter prompt. */
function brokenWord(before: AgentFile, after: AgentFile): string | undefined {
  const { source, fields, texts } = meantPrompt(before);
  const prompt = squeezed(after.text.slice(after.bodyStart));
  if (!texts.some((text) => squeezed(text) === prompt)) return 'begins the prompt elsewhere';
  const entries = frontmatterEntries(source, fields);
  const name = letters(wordsOf(source, entries, 'name'));
  if (name !== '' && !name.startsWith(letters(after.verdict.name ?? ''))) return 'gives another name';
  const words = wordsOf(source, entries, 'description');
  const description = letters(after.verdict.description ?? '');
  // What looks like an escape may be none.
  const isSame = [words, words.replaceAll(/\\(?:x..|u....|.)/g, ' ')].some((one) =>
    description.startsWith(letters(one)),
  );
  return isSame ? undefined : 'gives another description';
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

/** The first line of what was written for a field, without a comment; none where nothing was, or no more than YAML's signs. */
function wordsOf(text: string, entries: readonly FrontmatterEntry[], key: string): string {
  const written = entries
    .filter((entry) => entry.key === key)
    .map(({ valueSpan, restSpan }) => {
      const value = text.slice(valueSpan.start, valueSpan.end).replace(/^[|>][0-9+-]*[ \t]*/, '');
      const rest = text.slice(restSpan.start, restSpan.end).trimStart();
      return value === '' ? (/^[^\r\n]*/.exec(rest)?.[0] ?? '') : value;
    })
    .findLast((value) => !/^(?:|~|null|[&!].*|""|''|\[\]|\{.*\})$/.test(value));
  return (written ?? '').replace(/(?:^|[ \t])#.*$/, '');
}

function letters(text: string): string {
  return text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
}
