/** The places in an agent's text that name other agents. */
import type { AgentDocument } from '../../analysis/agentDocument.ts';
import type { Mention } from '../../analysis/agentMentions.ts';
import type { MarkdownTree } from '../../parse/markdown.ts';
import type { Span } from '../../text/span.ts';

/**
 * Back-ticked texts that are nothing but one of `names`: in the prompt outside code blocks, and in the description.
 */
export function textMentions(document: AgentDocument, names: ReadonlySet<string>): readonly Mention[] {
  const { text, bodyStart } = document;
  const mentions: Mention[] = [];
  const add = (name: string, start: number): void => {
    const span = { start, end: start + name.length };
    mentions.push({ kind: 'agent', name, span, as: 'text' });
  };
  for (const key of ['description', 'initialPrompt']) {
    const field = document.file.frontmatter.byKey.get(key);
    if (field === undefined) continue;
    const { start, end } = field.valueSpan;
    for (const found of backticked(text, start, end, names)) add(found.name, found.start);
  }
  if (document.file.frontmatter.fence.state !== 'closed') return mentions;
  const found = [...backticked(text, bodyStart, text.length, names)];
  // Most files name nobody: their Markdown need not be read.
  const code = found.length === 0 ? [] : codeBlocks(document.body);
  let block = 0;
  for (const { name, start } of found) {
    const at = start - bodyStart;
    while (block < code.length && code[block]!.end <= at) block++;
    if (block === code.length || at < code[block]!.start) add(name, start);
  }
  return mentions;
}

/** Code blocks and HTML, in the body's own offsets and their order. */
function codeBlocks(body: MarkdownTree): readonly Span[] {
  const spans: Span[] = [];
  body.tree.iterate({
    enter: ({ name, from, to }) => {
      if (!codeNodes.has(name)) return true;
      spans.push({ start: from, end: to });
      return false;
    },
  });
  return spans;
}

const codeNodes = new Set([
  'FencedCode',
  'CodeBlock',
  'HTMLBlock',
  'CommentBlock',
  'ProcessingInstructionBlock',
]);

/** What stands alone between single back-ticks on one line and is one of `names`; linear in the range. */
function* backticked(
  text: string,
  from: number,
  to: number,
  names: ReadonlySet<string>,
): Generator<{ readonly name: string; readonly start: number }> {
  for (let open = text.indexOf('`', from); open >= 0 && open < to;) {
    let start = open;
    while (text[start] === '`') start++;
    if (start > open + 1) {
      // What stands between longer marks is code as it is, back-ticks included.
      const mark = text.slice(open, start);
      const inside = text.slice(start, Math.min(to, start + longestCode));
      const length = inside.indexOf(mark);
      const isPair = length >= 0 && !inside.slice(0, length).includes('\n\n');
      open = text.indexOf('`', isPair ? start + length + mark.length : start);
      continue;
    }
    const close = text.indexOf('`', start);
    if (close < 0 || close >= to) return;
    const isSingle = start === open + 1 && text[close + 1] !== '`';
    if (isSingle && close - start <= longestName) {
      const name = text.slice(start, close);
      if (names.has(name)) {
        yield { name, start };
        open = text.indexOf('`', close + 1);
        continue;
      }
      // Whether this mark opens or closes is not known for what is no name: on one line it is paired.
      if (!name.includes('\n')) {
        open = text.indexOf('`', close + 1);
        continue;
      }
    }
    open = close;
  }
}

const longestName = 300;
const longestCode = 2000;
