/** The rest of a description that stands at the margin, where lines with a colon are fields of their own to YAML. */
import { agentField, meantField } from '../../catalogue/agentFields.ts';
import type { AgentField, AgentFile } from '../../parse/agentFile.ts';
import { endOfLine, frontmatterEntries } from '../../parse/frontmatterEntries.ts';
import type { Candidate } from './repair.ts';
import { blockValue } from './repairValue.ts';

export interface LostDescription {
  /** The lines that became fields, in source order. */
  readonly fields: ReadonlySet<AgentField>;
  /** The description with these lines, as a block of text: what they were meant as, only the author knows. */
  readonly repair: Candidate;
}

const known = new WeakMap<object, LostDescription | null>();

/** `undefined` where what follows the description may well be fields that something else reads. */
export function lostDescription(file: AgentFile): LostDescription | undefined {
  const { frontmatter } = file;
  let lost = known.get(frontmatter);
  if (lost === undefined) known.set(frontmatter, (lost = read(file) ?? null));
  return lost ?? undefined;
}

function read({ text, frontmatter, verdict }: AgentFile): LostDescription | undefined {
  const { fence, fields, byKey } = frontmatter;
  const description = byKey.get('description');
  if (!verdict.loads || fence.state !== 'closed' || description === undefined) return undefined;
  const value = text.slice(description.valueSpan.start, description.valueSpan.end).trimEnd();
  if (!isPlainLine(value)) return undefined;
  const below = fields.slice(fields.indexOf(description) + 1);
  const next = below.findIndex((field) => !mayBeText(field));
  const lost = next < 0 ? below : below.slice(0, next);
  const last = lost.at(-1);
  if (last === undefined || !isText(lost)) return undefined;
  const entry = frontmatterEntries(text, fence.yaml).find(
    ({ span }) => span.start === description.keySpan.start,
  );
  // What a comment follows is cut off there first.
  if (entry === undefined || text.slice(entry.valueSpan.start, entry.valueSpan.end) !== value)
    return undefined;
  const end = endOfLine(text, Math.max(last.keySpan.end, writtenEnd(text, last)), fence.yaml.end);
  const rest = text.slice(entry.restSpan.start, end).trimEnd();
  const restSpan = { start: entry.restSpan.start, end: entry.restSpan.start + rest.length };
  return {
    fields: new Set(lost),
    repair: { ...blockValue(text, { ...entry, restSpan }, value, rest), safe: false },
  };
}

function writtenEnd(text: string, { valueSpan: { start, end } }: AgentField): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** A value on one line that no sign of YAML begins: of any other the author has said where it ends. */
function isPlainLine(written: string): boolean {
  return /^[^"'|>[{&*!\s][^\r\n]*$/.test(written);
}

/** A line that begins as text does, and that is no field misspelt. */
function mayBeText({ key, value, node }: AgentField): boolean {
  if (node.kind !== 'scalar' || (value !== null && typeof value !== 'string')) return false;
  if (agentField(key) !== undefined) return false;
  return isOfExample(key) || (/^\p{Lu}/u.test(key) && meantField(key) === undefined);
}

/** How the lines of an example begin. */
function isOfExample(key: string): boolean {
  return isSpeaker(key) || /^(?:context|note|examples?)$/i.test(key);
}

function isSpeaker(key: string): boolean {
  return /^(?:user|assistant|human|commentary)$/i.test(key);
}

/**
 * A remark or an example; or several sentences. `Version: 2`, `Author: Jane Doe` and `note: for us alone` are fields of
 * something else, and one sentence below a capital may be one too.
 */
function isText(lines: readonly AgentField[]): boolean {
  const examples = lines.filter(({ key }) => isOfExample(key));
  if (examples.length > 1 && examples.some(({ key }) => isSpeaker(key))) return true;
  const isOne = examples.some(({ key, value }) =>
    isSpeaker(key) ? isSentence(value) : /^[A-Z]/.test(key) && wordsIn(value) > 1,
  );
  return isOne || lines.filter(({ value }) => isSentence(value)).length > 1;
}

function wordsIn(value: unknown): number {
  return typeof value === 'string' ? value.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length : 0;
}

/** Several words with one among them that titles and names do without. */
function isSentence(value: unknown): boolean {
  return wordsIn(value) > 3 && typeof value === 'string' && betweenWords.test(value);
}

const betweenWords =
  /\s(?:the|an?|to|is|are|was|be|when|if|that|this|these|from|with|it|its|has|have|should|must|can|will|you|your|we|our|they|their|not|before|after|whenever)\s/;
