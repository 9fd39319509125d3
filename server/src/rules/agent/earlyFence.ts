/** Dashes that end the frontmatter before its fields do: in a value, in a comment, on a line too many. */
import { agentField } from '../../catalogue/agentFields.ts';
import { type AgentFile, parseAgentFile } from '../../parse/agentFile.ts';
import { readFence } from '../../parse/frontmatter.ts';
import {
  type FrontmatterEntry,
  endOfLine,
  frontmatterEntries,
  nextLine,
} from '../../parse/frontmatterEntries.ts';
import type { YamlNode, YamlScalar } from '../../parse/yamlNode.ts';
import type { Span } from '../../text/span.ts';
import { earlyPrompt, endOfFields } from './frontmatterEnd.ts';

/** UTF-16 offsets in the file. */
export interface EarlyFence {
  readonly kind: 'in-value' | 'in-comment' | 'extra-line';
  /** The dashes that end the frontmatter. */
  readonly span: Span;
  /** Where the prompt begins that was meant. */
  readonly promptStart: number;
  /** A fence on a line of its own follows the fields; without one the fields' own lines are all there is to go by. */
  readonly isCertain: boolean;
  /** The values that hold dashes, with the text that was meant, and the comments that do. */
  readonly values: readonly { readonly node: YamlScalar; readonly text: string }[];
  readonly comments: readonly Span[];
}

const found = new WeakMap<AgentFile, EarlyFence | undefined>();

/** The dashes that end a file's frontmatter too early; `undefined` where those end it that should. */
export function earlyFence(file: AgentFile): EarlyFence | undefined {
  const { fence } = file.frontmatter;
  if (fence.state !== 'closed') return undefined;
  if (file.verdict.loads && isOwnLine(file.text, fence.close)) return undefined;
  if (!found.has(file)) found.set(file, isOwnLine(file.text, fence.close) ? extraLine(file) : within(file));
  return found.get(file);
}

/** Whether dashes stand alone on their line, at its margin. */
export function isOwnLine(text: string, dashes: Span): boolean {
  if (!isLineStart(text, dashes.start)) return false;
  return /^-*\s*$/.test(text.slice(dashes.end, endOfLine(text, dashes.end, text.length)));
}

/** The next dashes that stand alone on their line. */
export function nextOwnLine(text: string, from: number): Span | undefined {
  for (let at = text.indexOf('---', from); at >= 0; at = text.indexOf('---', at + 3)) {
    const dashes = { start: at, end: at + 3 };
    if (isOwnLine(text, dashes)) return dashes;
  }
  return undefined;
}

/** Dashes alone on their line, indented, where nothing below them is of the frontmatter: meant to close it. */
function isIndentedFence(text: string, dashes: Span): boolean {
  const lineEnd = endOfLine(text, dashes.end, text.length);
  if (!isIndented(text, dashes) || text.slice(dashes.end, lineEnd).trim() !== '') return false;
  if (nextOwnLine(text, dashes.end) !== undefined) return false;
  const below = nextLine(text, lineEnd);
  const isField = frontmatterEntries(text, { start: below, end: text.length }).some(
    ({ key, span }) => span.start === below && agentField(key) !== undefined,
  );
  return !isField && !/^[ \t]+\S/.test(text.slice(below, below + 200));
}

/** The field whose value holds the closing dashes, found line by line up to the next dashes on a line of their own. */
export function cutEntry(text: string, yaml: Span, close: Span): FrontmatterEntry | undefined {
  if (isOwnLine(text, close) || isIndentedFence(text, close)) return undefined;
  const end = nextOwnLine(text, close.end)?.start ?? endOfLine(text, close.end, text.length);
  const entry = frontmatterEntries(text, { start: yaml.start, end }).findLast(
    ({ valueSpan }) => valueSpan.start <= close.start,
  );
  const isWithin = entry !== undefined && close.start < Math.max(entry.valueSpan.end, entry.restSpan.end);
  return isWithin ? entry : undefined;
}

/** A fence below which a field follows that every agent has, and that none above it is. */
function extraLine({ text, frontmatter: { fence } }: AgentFile): EarlyFence | undefined {
  if (fence.state !== 'closed') return undefined;
  const from = nextLine(text, endOfLine(text, fence.close.end, text.length));
  const end = endOfFields(text, from);
  const above = text.slice(fence.yaml.start, fence.yaml.end);
  const below = new Set(frontmatterEntries(text, { start: from, end }).map(({ key }) => key));
  if (!own.some(({ key, line }) => below.has(key) && !line.test(above))) return undefined;
  const closing = /^(?:[ \t]*\r?\n)*---[ \t]*(?:\r?\n|$)/.exec(text.slice(end, end + 1000));
  return {
    kind: 'extra-line',
    span: fence.close,
    promptStart: end + (closing?.[0].length ?? 0),
    isCertain: closing !== null,
    values: [],
    comments: [],
  };
}

/** The fields that every agent has, in whatever case: one that stands above is not below for the first time. */
const own = [
  { key: 'name', line: /^name[ \t]*:/im },
  { key: 'description', line: /^description[ \t]*:/im },
];

/**
 * Dashes that are not a line of their own, where the file is an agent's as a whole once they are taken for text: the
 * frontmatter then ends at a fence on a line of its own. A file with other faults may be none yet; then dashes in
 * comments are told by their lines.
 */
function within(file: AgentFile): EarlyFence | undefined {
  const { fence } = file.frontmatter;
  if (fence.state !== 'closed') return undefined;
  const mark = unusedCharacter(file.text);
  const whole = readAsText(file, mark);
  if (whole?.frontmatter.fence.state !== 'closed') return undefined;
  if (!whole.verdict.loads && file.verdict.loads) return undefined;
  const { yaml, close } = whole.frontmatter.fence;
  if (earlyPrompt(whole.text, endOfFields(whole.text, yaml.start), close.start) !== undefined)
    return undefined;
  const { root } = whole.frontmatter;
  const scalars = root === null ? [] : [...scalarsWith(root, mark)];
  const comments = commentsWith(whole.text, yaml, mark, scalars);
  if (scalars.length + comments.length === 0 || !goesOn(file, whole, fence.close)) return undefined;
  if (root === null && !comments.every(({ start }) => isLineStart(file.text, start))) return undefined;
  return {
    kind: scalars.length > 0 ? 'in-value' : 'in-comment',
    span: fence.close,
    promptStart: whole.bodyStart,
    isCertain: true,
    values: scalars.map((node) => ({ node, text: String(node.value).replaceAll(mark, '-') })),
    comments,
  };
}

/** Whether something of the frontmatter follows the dashes: on their line, or below it. */
function goesOn({ text }: AgentFile, whole: AgentFile, dashes: Span): boolean {
  const { fence } = whole.frontmatter;
  const end = fence.state === 'closed' ? fence.close.start : dashes.end;
  const lineEnd = endOfLine(text, dashes.end, text.length);
  const restOfLine = text.slice(dashes.end, lineEnd).replace(/^-+/, '');
  if (restOfLine.trim() !== '' && !isIndented(text, dashes)) return true;
  const fields = frontmatterEntries(text, { start: nextLine(text, lineEnd), end });
  if (fields.some(({ key }) => agentField(key) !== undefined)) return true;
  const below = text.slice(lineEnd, end);
  return /\S/.test(below) && !/^\S/m.test(below);
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || /[\r\n]/.test(text[at - 1] ?? '');
}

function isIndented(text: string, dashes: Span): boolean {
  return text.slice(text.lastIndexOf('\n', dashes.start - 1) + 1, dashes.start).trim() === '';
}

/** More dashes than this nobody means as text. */
const mostDashes = 50;

/** The file with each run of dashes that ends it, and is no line of its own, written in characters that do not. */
function readAsText(file: AgentFile, mark: string): AgentFile | undefined {
  let { text } = file;
  let { fence } = file.frontmatter;
  for (let count = 0; count < mostDashes && fence.state === 'closed'; count++) {
    if (isOwnLine(text, fence.close)) return parseAgentFile(text);
    const { start } = fence.close;
    let end = start;
    while (text[end] === '-') end++;
    text = text.slice(0, start) + mark.repeat(end - start) + text.slice(end);
    fence = readFence(text);
  }
  return undefined;
}

/** A letter, so that YAML takes it for text wherever dashes stand in text, and one that the file does not have. */
function unusedCharacter(text: string): string {
  for (let code = 0xe000; code < 0xf8ff; code++) {
    const character = String.fromCharCode(code);
    if (!text.includes(character)) return character;
  }
  return '\uF8FF';
}

function* scalarsWith(node: YamlNode, mark: string): Generator<YamlScalar> {
  if (node.kind === 'scalar') {
    if (typeof node.value === 'string' && node.value.includes(mark)) yield node;
  } else {
    for (const child of node.kind === 'list' ? node.items : node.entries.map((entry) => entry.node)) {
      yield* scalarsWith(child, mark);
    }
  }
}

/** The lines' rests from ` #` on that hold the mark outside all values. */
function commentsWith(text: string, yaml: Span, mark: string, scalars: readonly YamlScalar[]): Span[] {
  const comments: Span[] = [];
  for (let at = yaml.start; at < yaml.end;) {
    const end = endOfLine(text, at, yaml.end);
    const sign = /(?:^|[ \t])#/.exec(text.slice(at, end));
    const start = at + (sign?.index ?? 0);
    const isValue = scalars.some(({ span }) => span.start < end && span.end > start);
    if (sign !== null && !isValue && text.slice(start, end).includes(mark)) comments.push({ start, end });
    at = nextLine(text, end);
  }
  return comments;
}
