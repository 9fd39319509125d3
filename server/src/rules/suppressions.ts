import type { Frontmatter } from '../parse/agentFile.ts';
import type { MarkdownTree } from '../parse/markdown.ts';
import { outlineOf } from '../parse/outline.ts';
import { lineEndOf } from '../text/lineIndex.ts';
import { type Span, shifted } from '../text/span.ts';
import type { TextEdit } from '../text/textEdit.ts';

/** A comment that silences rules in its file: `agent-tailor-ignore rule, rule`. */
export interface Suppression {
  /** The whole comment; UTF-16 offsets in the file. */
  readonly span: Span;
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
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
const yamlComment = /^#[ \t]*agent-tailor-ignore[ \t]+([^\r\n]*)/gm;
const htmlComment = /^<!--\s*agent-tailor-ignore\s+([^>]*?)\s*-->\s*$/;

function suppressionIn(match: RegExpMatchArray, start: number): Suppression {
  const at = match.index ?? 0;
  const list = match[1]!;
  const listAt = at + match[0].indexOf(list, match[0].indexOf(keyword) + keyword.length);
  const rules = [...list.matchAll(/[^\s,]+/g)].map((word) => ({
    id: word[0],
    span: shifted({ start: word.index, end: word.index + word[0].length }, start + listAt),
  }));
  return { span: shifted({ start: at, end: at + match[0].trimEnd().length }, start), rules };
}
