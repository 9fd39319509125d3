/** `@path` imports in a project document, found as Claude Code 2.1.330 finds them (`claude-code.md` sections E and I). */
import type { Span } from '../text/span.ts';
import { JoinedText } from './blockLines.ts';
import { inlineRuns } from './inlineRuns.ts';
import { projectFileBodyStart, withoutComments } from './projectFile.ts';
import { type ProseBlock, readProse } from './proseBlocks.ts';

/** A place that Claude Code takes for an import. Whether a file of that name exists is not its concern. */
export interface ImportReference {
  /** What is to be imported: without the `@`, without `#fragment`, escaped spaces as spaces. */
  readonly path: string;
  /** `@path` as written, without `#fragment`; UTF-16 offsets in the file's whole text. */
  readonly span: Span;
}

/**
 * The imports of a file in the order in which Claude Code follows them, which is that of the text except within
 * one list item. Never throws; linear in the text.
 * @param text the whole file, frontmatter included, in which nothing is imported
 */
export function findImports(text: string): ImportReference[] {
  if (!candidate.test(text)) return [];
  const { blocks, labels } = readProse(text, projectFileBodyStart(text));
  const found = new Map<number, ImportReference>();
  for (const block of blocks) {
    if (block.lines.some((line) => line.text.includes('@'))) addImports(block, labels, found);
  }
  return [...found.values()];
}

// A run of text can begin behind any character that can be a mark of Markdown, so not behind letters and digits.
const candidate = /(?:^|[^A-Za-z0-9])@[\w.~/-]/;

const reference = /(?:^|\s)@((?:[^\s\\]|\\ )+)/g;

function addImports(
  block: ProseBlock,
  labels: ReadonlySet<string>,
  found: Map<number, ImportReference>,
): void {
  if (block.kind === 'comment') {
    const rest = withoutComments(block.lines);
    addMatches(rest, rest.text, 0, found);
    return;
  }
  const joined = JoinedText.ofLines(block.lines);
  if (block.kind === 'list-text') addMatches(joined, joined.text, 0, found);
  for (const run of inlineRuns(joined.text, labels)) {
    addMatches(joined, joined.text.slice(run.start, run.end), run.start, found);
  }
}

/** Adds the imports in `run`, which stands at `from` in `joined`; a later reading of the same `@` replaces one. */
function addMatches(
  joined: JoinedText,
  run: string,
  from: number,
  found: Map<number, ImportReference>,
): void {
  if (!run.includes('@')) return;
  for (const match of run.matchAll(reference)) {
    const written = (match[1] ?? '').split('#', 1)[0]!;
    const path = written.replaceAll('\\ ', ' ');
    if (!isPath(path)) continue;
    const start = joined.offsetOf(from + match.index + match[0].indexOf('@'));
    // Claude Code would follow both readings; only the later one can name a file that anybody has.
    if (found.get(start)?.path !== path) found.delete(start);
    found.set(start, { path, span: { start, end: start + 1 + written.length } });
  }
}

function isPath(path: string): boolean {
  if (path.startsWith('/')) return path !== '/';
  return path.startsWith('~/') || /^[a-zA-Z0-9._-]/.test(path);
}
