import { MarkdownTree } from '../parse/markdown.ts';
import { LineIndex, lineEndOf } from '../text/lineIndex.ts';
import { generatedLines, hasMarkers } from './generatedBlocks.ts';

/** An agent file without generated blocks, ready to be narrowed. Offsets are UTF-16 code units. */
export interface AgentLayout {
  readonly uri: string;
  readonly text: string;
  /** Where the prompt begins: the offsets of `body` count from here. */
  readonly bodyStart: number;
  readonly body: MarkdownTree;
  readonly lines: LineIndex;
  /** How many lines there are; a line end at the end of the text begins no further one. */
  readonly lineCount: number;
  /** The first line below the frontmatter. */
  readonly firstLine: number;
  /** The line in the file as it was given. */
  readonly givenLine: (line: number) => number;
  readonly lineEnd: string;
}

/** What is needed of an agent; `body` is the Markdown tree of the text from `bodyStart` on. */
export interface AgentText {
  readonly uri: string;
  readonly text: string;
  readonly bodyStart: number;
  readonly body: MarkdownTree;
}

/** The agent without the blocks that an earlier adapting generated. Cached by the body's identity. */
export function layoutOf(agent: AgentText): AgentLayout {
  const before = layouts.get(agent.body);
  const { uri, text, bodyStart } = agent;
  if (before?.agent.text === text && before.agent.bodyStart === bodyStart && before.agent.uri === uri) {
    return before.layout;
  }
  const layout = hasMarkers(text) ? withoutGenerated(agent) : plain(agent, (line) => line);
  layouts.set(agent.body, { agent: { uri, text, bodyStart }, layout });
  return layout;
}

/** How many lines a text has. */
export function lineCountOf(text: string, lines: LineIndex): number {
  const last = lines.lineCount - 1;
  return last >= 0 && lines.lineSpan(last).start === text.length ? last : lines.lineCount;
}

/** The agent without some of its lines. */
export function withoutLines(layout: AgentLayout, dropped: readonly boolean[]): AgentLayout {
  const { text, lines, lineCount, bodyStart, uri, givenLine } = layout;
  const kept: number[] = [];
  let result = '';
  for (let line = 0; line < lineCount; line++) {
    if (dropped[line]) continue;
    kept.push(line);
    result += text.slice(lines.lineSpan(line).start, startOfNext(text, lines, line));
  }
  const body = MarkdownTree.parse(result.slice(bodyStart));
  const agent = { uri, text: result, bodyStart, body };
  return plain(agent, (line) => givenLine(kept[line] ?? line));
}

interface Known {
  readonly agent: Omit<AgentText, 'body'>;
  readonly layout: AgentLayout;
}

const layouts = new WeakMap<MarkdownTree, Known>();

function plain(agent: AgentText, givenLine: (line: number) => number): AgentLayout {
  const { uri, text, bodyStart, body } = agent;
  const lines = new LineIndex(text);
  return {
    uri,
    text,
    bodyStart,
    body,
    lines,
    lineCount: lineCountOf(text, lines),
    firstLine: firstLineBelow(text, bodyStart, lines),
    givenLine,
    lineEnd: lineEndOf(text),
  };
}

function withoutGenerated(agent: AgentText): AgentLayout {
  const { text, bodyStart } = agent;
  const lines = new LineIndex(text);
  const count = lineCountOf(text, lines);
  const first = firstLineBelow(text, bodyStart, lines);
  const lineText = (line: number): string => {
    const { start, end } = lines.lineSpan(line);
    return text.slice(start, end);
  };
  const generated = generatedLines(count - first, (line) => lineText(line + first));
  if (generated.size === 0) return plain(agent, (line) => line);
  const kept: number[] = [];
  let result = '';
  for (let line = 0; line < count; line++) {
    if (generated.has(line - first)) continue;
    kept.push(line);
    result += text.slice(lines.lineSpan(line).start, startOfNext(text, lines, line));
  }
  // The block was added to a text whose last line had no end: the end before it came with it. Behind an empty line it
  // was not, for that line would have ended the text.
  if (generated.has(count - 1 - first) && lines.lineSpan(count - 1).end === text.length) {
    result = result.replace(/(?<=[^\r\n])(?:\r\n|\n|\r)$/, '');
  }
  const top = lines.lineSpan(first).start;
  const start = bodyStart < top || bodyStart === 0 ? bodyStart : startOfPrompt(result, top);
  const body = MarkdownTree.parse(result.slice(start));
  return plain({ uri: agent.uri, text: result, bodyStart: start, body }, (line) => kept[line] ?? line);
}

function startOfNext(text: string, lines: LineIndex, line: number): number {
  return line + 1 < lines.lineCount ? lines.lineSpan(line + 1).start : text.length;
}

/** The line after the one that closes the frontmatter; the first one where there is none. */
function firstLineBelow(text: string, bodyStart: number, lines: LineIndex): number {
  let fenceEnd = bodyStart;
  while (fenceEnd > 0 && /\s/.test(text[fenceEnd - 1]!)) fenceEnd--;
  return fenceEnd === 0 ? 0 : lines.lineAt(fenceEnd) + 1;
}

function startOfPrompt(text: string, from: number): number {
  let start = from;
  while (start < text.length && /\s/.test(text[start]!)) start++;
  return start;
}
