/** Where the prompt of a file that does not load was meant to begin: no repair may make part of it a value. */
import { agentField } from '../../catalogue/agentFields.ts';
import { type AgentFile, parseAgentFile } from '../../parse/agentFile.ts';
import { endOfLine, frontmatterEntries, nextLine } from '../../parse/frontmatterEntries.ts';
import type { Span } from '../../text/span.ts';
import { earlyFence, isOwnLine, nextOwnLine } from './earlyFence.ts';
import { earlyPrompt, endOfFields } from './frontmatterEnd.ts';

export interface MeantPrompt {
  /** The file's text, with fences where they were meant. */
  readonly source: string;
  /** The lines of the fields; UTF-16 offsets in `source`. */
  readonly fields: Span;
  /** What the prompt may be; several where the lines leave a doubt. */
  readonly texts: readonly string[];
}

export function meantPrompt(file: AgentFile): MeantPrompt {
  const { text, bodyStart } = file;
  const { fence } = file.frontmatter;
  if (fence.state !== 'closed') return withoutFence(file);
  const { start } = fence.yaml;
  const upTo = (end: number, ...prompts: number[]): MeantPrompt => ({
    source: text,
    fields: { start, end },
    texts: prompts.map((at) => text.slice(at)),
  });
  const early = earlyFence(file);
  if (early !== undefined) return upTo(early.promptStart, early.promptStart);
  const end = endOfFields(text, start);
  const closing = otherClosing(text, end, fence.close.start);
  if (closing !== undefined) return upTo(end, closing.end);
  const prompt = earlyPrompt(text, end, fence.close.start);
  if (prompt !== undefined) {
    return prompt.isCertain
      ? upTo(prompt.start, prompt.start)
      : upTo(fence.close.start, prompt.start, bodyStart);
  }
  const next = isOwnLine(text, fence.close) ? undefined : nextOwnLine(text, fence.close.end);
  if (next === undefined) return upTo(fence.close.start, bodyStart);
  return upTo(next.start, bodyStart, nextLine(text, endOfLine(text, next.end, text.length)));
}

/** A line below the fields that was to close them, in other signs than three dashes; with its line end. */
export function otherClosing(text: string, end: number, limit: number): Span | undefined {
  const blank = /^(?:[ \t]*\r?\n)*/.exec(text.slice(end, limit))?.[0].length ?? 0;
  const start = end + blank;
  const lineEnd = endOfLine(text, start, limit);
  const line = text.slice(start, Math.min(lineEnd, start + 120));
  if (start === lineEnd || line.trim() === '---' || !fenceLike.test(line)) return undefined;
  return { start, end: Math.min(nextLine(text, lineEnd), text.length) };
}

/** A line that was to be a fence, in whatever signs. */
export const fenceLike = /^(?:[-\u2010-\u2015\u2212]{1,100}|[+*_=]{3,100}|`{3,10}\w*|~{3,10}\w*)[ \t]*$/;

/** From the first field on, up to whatever looks like a fence; what stands above it comes first in the prompt. */
function withoutFence({ text, frontmatter }: AgentFile): MeantPrompt {
  const { fence } = frontmatter;
  if (fence.state !== 'unclosed' && fence.state !== 'near-miss') {
    return { source: text, fields: { start: 0, end: 0 }, texts: [text] };
  }
  const open = fence.state === 'unclosed' ? fence.open : fence.span;
  const lines = text
    .slice(0, open.start)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/);
  const marks = lines.filter((line) => fenceLike.test(line.trim()));
  const above = lines.filter((line) => !marks.includes(line) && !invisible.test(line)).join('\n');
  // A fence is a line of its own; where there is none, the span is the first field's.
  const isMissing = fence.state === 'near-miss' && fence.kind === 'missing';
  const start = isMissing ? open.start : nextLine(text, endOfLine(text, open.end, text.length));
  const mark = isMissing ? marks.at(-1) : text.slice(open.start, open.end);
  const end = endOfFields(text, start);
  const closing = closingLine(text, end, mark?.trim().replace(/\w+$/, ''));
  const fields = text.slice(start, closing?.start ?? end).trimEnd();
  const below = text.slice(closing?.end ?? end);
  const whole = parseAgentFile(`---\n${fields}\n---\n${below}`);
  if (whole.frontmatter.fence.state !== 'closed')
    return { source: text, fields: { start, end }, texts: [below] };
  const meant = meantPrompt(whole);
  const isInCode = marks.some((line) => /^(?:`{3}|~{3})/.test(line));
  const dashes = /^---(-+)/.exec(text.slice(closing?.start ?? end, closing?.end ?? end))?.[1];
  const texts = meant.texts.flatMap((prompt) => [
    prompt,
    // The rest of too long a fence is said to be in the prompt by a rule of its own.
    ...(dashes === undefined ? [] : [`${dashes}\n${prompt}`]),
    ...(isInCode ? [prompt.replace(/^(?:`{3,}|~{3,})[ \t]*$/m, '')] : []),
  ]);
  return { ...meant, texts: texts.map((prompt) => above + prompt) };
}

const invisible = /^[\uFEFF\u200b-\u200f\u2060\0\s]*$/;

/**
 * The line below the fields that was to close them: the next that looks like a fence, if nothing stands above it, or
 * fields do, or if it is made as the opening one is.
 */
export function closingLine(text: string, end: number, mark: string | undefined): Span | undefined {
  for (let at = end; at < text.length;) {
    const lineEnd = endOfLine(text, at, text.length);
    const line = text.slice(at, Math.min(lineEnd, at + 120)).trim();
    if (fenceLike.test(line)) {
      const isNext = text.slice(end, at).trim() === '';
      const isTheirs = isNext || (at > end && (line === mark || hasKnownField(text, end, at)));
      return isTheirs ? { start: at, end: Math.min(nextLine(text, lineEnd), text.length) } : undefined;
    }
    at = nextLine(text, lineEnd);
  }
  return undefined;
}

function hasKnownField(text: string, start: number, end: number): boolean {
  return frontmatterEntries(text, { start, end }).some(({ key }) => agentField(key) !== undefined);
}
