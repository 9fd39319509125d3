import { type AgentFile, type Frontmatter, readFrontmatter } from '../parse/agentFile.ts';
import type { MarkdownTree } from '../parse/markdown.ts';
import { outlineOf } from '../parse/outline.ts';
import { lineEndOf } from '../text/lineIndex.ts';
import { type Span, shifted, touches } from '../text/span.ts';
import { applyEdits, type TextEdit } from '../text/textEdit.ts';

/** A comment that silences rules in its file: `agent-tailor-ignore rule, rule -- the reason`. */
export interface Suppression {
  /** The whole comment; UTF-16 offsets in the file. */
  readonly span: Span;
  /** Empty where it names none, and then it silences none. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
}

/** What looks like one, but stands where it silences nothing. */
export interface MisplacedSuppression extends Suppression {
  readonly where: 'frontmatter' | 'unclosed' | 'prompt' | 'document';
  /** The edits that put it where it counts; `undefined` where that would change what the file says. */
  readonly move: () => readonly TextEdit[] | undefined;
}

/**
 * The suppressions in an agent: comments on lines of their own in the frontmatter, at its margin. There Claude Code
 * never sees them, also when it reads the frontmatter a second time; in the body they would be part of the prompt.
 */
export function agentSuppressions({ fence, yaml }: Frontmatter): readonly Suppression[] {
  if (fence.state !== 'closed' || !yaml.includes(keyword)) return [];
  return [...yaml.matchAll(yamlComment)].map((match) => suppressionIn(match, fence.yaml.start));
}

/** The suppressions in a project document: HTML comments that are blocks of their own, which Claude Code strips. */
export function documentSuppressions(body: MarkdownTree, bodyStart: number): readonly Suppression[] {
  if (!body.text.includes(keyword)) return [];
  return outlineOf(body).flatMap(({ start, block }) => {
    const match = block.kind === 'other' ? htmlComment.exec(block.text) : null;
    return match === null ? [] : [suppressionIn(match, bodyStart + start)];
  });
}

/** In an agent: behind a value, indented (also in a block of text), or in the prompt, which it becomes a part of. */
export function misplacedInAgent(file: AgentFile): readonly MisplacedSuppression[] {
  const { text, frontmatter, bodyStart } = file;
  const { fence, yaml } = frontmatter;
  if (!text.includes(keyword)) return [];
  if (fence.state !== 'closed') return file.meansToBeAgent ? withoutFrontmatter(text) : [];
  const misplaced = (
    match: RegExpMatchArray,
    start: number,
    where: 'frontmatter' | 'prompt',
  ): MisplacedSuppression => {
    const suppression = suppressionIn(match, start);
    return { ...suppression, where, move: () => movedInAgent(file, suppression) };
  };
  return [
    ...[...yaml.matchAll(misplacedYaml)].map((match) => misplaced(match, fence.yaml.start, 'frontmatter')),
    ...outsideFences(
      text,
      bodyStart,
      [...text.slice(bodyStart).matchAll(commentLine)]
        // Indented so far it is shown, as in a fence.
        .filter(([line]) => !/^(?: {4}|\t)/.test(line))
        .map((match) => misplaced(match, bodyStart, 'prompt')),
    ),
  ];
}

function withoutFrontmatter(text: string): readonly MisplacedSuppression[] {
  return [...text.matchAll(commentLine)].map((match) => ({
    ...suppressionIn(match, 0),
    where: 'unclosed',
    move: () => undefined,
  }));
}

/** In a project document: not a block of its own. */
export function misplacedInDocument(
  text: string,
  bodyStart: number,
  placed: readonly Suppression[],
): readonly MisplacedSuppression[] {
  if (!text.includes(keyword)) return [];
  const found = [...text.matchAll(anyComment)]
    .map((match) => suppressionIn(match, 0))
    .filter(({ span }) => !placed.some((one) => touches(one.span, span)));
  return outsideFences(text, bodyStart, found).map((one) => ({
    ...one,
    where: 'document',
    move: () => movedInDocument(text, bodyStart, one),
  }));
}

/** Text in quotes may look like a comment, and to take it out would end the quotes: the file has to load as before. */
function movedInAgent(
  { text, frontmatter, verdict }: AgentFile,
  suppression: Suppression,
): readonly TextEdit[] | undefined {
  const line = suppressInAgent(text, frontmatter, wordsOf(text, suppression));
  if (line === undefined || suppression.rules.length === 0) return undefined;
  const edits = [line, { span: withItsLine(text, suppression.span), newText: '' }];
  const after = readFrontmatter(applyEdits(text, edits));
  const isSame =
    after.verdict.loads === verdict.loads &&
    after.verdict.name === verdict.name &&
    after.fields.length === frontmatter.fields.length;
  return isSame ? edits : undefined;
}

function movedInDocument(
  text: string,
  bodyStart: number,
  suppression: Suppression,
): readonly TextEdit[] | undefined {
  const block = suppressInDocument(text, bodyStart, wordsOf(text, suppression));
  if (block === undefined || suppression.rules.length === 0) return undefined;
  return [block, { span: withItsLine(text, suppression.span), newText: '' }];
}

/** The rules that a comment names, with its reason. */
function wordsOf(text: string, { span }: Suppression): string {
  const words = text.slice(text.indexOf(keyword, span.start) + keyword.length, span.end);
  return words.replace(/--+>$/, '').trim();
}

/** A comment that is all of its line goes with it, another one with the space before it. */
function withItsLine(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && /[ \t]/.test(text[from - 1]!)) from--;
  const isFirst = from === 0 || /[\r\n]/.test(text[from - 1]!);
  const lineEnd = /^[ \t]*(\r\n|\n|\r|$)/.exec(text.slice(end, end + 200));
  if (!isFirst || lineEnd === null) return { start: isFirst ? start : from, end };
  return { start: from, end: end + lineEnd[0].length };
}

/** The edit that silences a rule in an agent: a line below the opening fence. `undefined` where none can stand. */
export function suppressInAgent(text: string, { fence }: Frontmatter, rule: string): TextEdit | undefined {
  if (fence.state !== 'closed') return undefined;
  const at = fence.yaml.start;
  const before = text.slice(0, at);
  if (!/[\r\n]$/.test(before)) return undefined;
  const lineEnd = before.endsWith('\r\n') ? '\r\n' : before.slice(-1);
  return { span: { start: at, end: at }, newText: `# ${keyword} ${rule}${lineEnd}` };
}

/** The edit that silences a rule in a project document: a comment above its first block. */
export function suppressInDocument(text: string, bodyStart: number, rule: string): TextEdit | undefined {
  // Behind a byte order mark Claude Code keeps comments.
  if (text.startsWith('\uFEFF')) return undefined;
  const lineEnd = lineEndOf(text);
  return {
    span: { start: bodyStart, end: bodyStart },
    newText: `<!-- ${keyword} ${rule} -->${lineEnd}${lineEnd}`,
  };
}

const keyword = 'agent-tailor-ignore';
const yamlComment = /^#[ \t]*agent-tailor-ignore(?![\w-]):?([^\r\n]*)/gm;
const htmlComment = /^<!--\s*agent-tailor-ignore(?![\w-]):?((?:(?!-->)[^])*)-->\s*$/;
/** Not at the margin. */
const misplacedYaml = /(?<=[^\r\n])#[ \t]*agent-tailor-ignore(?![\w-]):?([^\r\n]*)/g;
const commentLine = /^[ \t]*(?:#+|<!--)[ \t]*agent-tailor-ignore(?![\w-]):?([^\r\n]*?)(?:-->)?[ \t]*$/gm;
/** In back-ticks it is an example. */
const anyComment = /(?<!`)(?:<!--|^#)[ \t]*agent-tailor-ignore(?![\w-]):?([^\r\n]*?)(?:-->|(?=\r?\n|$))/gm;

function suppressionIn(match: RegExpMatchArray, start: number): Suppression {
  const at = (match.index ?? 0) + match[0].length - match[0].trimStart().length;
  const list = match[1]!;
  const listAt = (match.index ?? 0) + match[0].indexOf(list, match[0].indexOf(keyword) + keyword.length);
  return {
    span: shifted({ start: at, end: (match.index ?? 0) + match[0].trimEnd().length }, start),
    rules: ruleNames(list).map(({ id, span }) => ({ id, span: shifted(span, start + listAt) })),
  };
}

/** The names up to what is a reason: behind `--`, or words that no comma joins to the names before. */
function ruleNames(list: string): Suppression['rules'] {
  const names = list.split(/(?<=^|\s)--(?=\s|$)/, 1)[0]!;
  const found: { id: string; span: Span }[] = [];
  for (const match of names.matchAll(/[^\s,]+/g)) {
    const isJoined = found.length === 0 || names.slice(found.at(-1)!.span.end, match.index).includes(',');
    if (!isJoined && !match[0].includes('/')) break;
    found.push({ id: match[0], span: { start: match.index, end: match.index + match[0].length } });
  }
  return found;
}

/** Those that stand in no code block: there they are somebody's example. */
function outsideFences<One extends Suppression>(
  text: string,
  bodyStart: number,
  found: readonly One[],
): readonly One[] {
  if (found.length === 0) return found;
  const fences = [...text.slice(bodyStart).matchAll(/^[ \t]*(`{3,}|~{3,})/gm)];
  return found.filter(({ span }) => {
    let open: string | undefined;
    for (const fence of fences) {
      if (bodyStart + fence.index > span.start) break;
      if (open === undefined) open = fence[1]!;
      else if (fence[1]!.startsWith(open)) open = undefined;
    }
    return open === undefined;
  });
}
