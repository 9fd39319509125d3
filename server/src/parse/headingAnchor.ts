import type { MarkdownTree } from './markdown.ts';
import { outlineOf } from './outline.ts';

/**
 * The fragment by which GitHub and VS Code's Markdown preview know the heading that a place stands under, encoded as in
 * a link; `undefined` above the first heading.
 * @param offset a UTF-16 offset in the body
 */
export function headingAnchor(body: MarkdownTree, offset: number): string | undefined {
  const seen = new Map<string, number>();
  let anchor: string | undefined;
  for (const { start, block } of outlineOf(body)) {
    if (start > offset) break;
    if (block.kind !== 'heading') continue;
    const slug = slugOf(block.text.slice(block.title.start, block.title.end));
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    anchor = before === 0 ? slug : `${slug}-${before}`;
  }
  return anchor === undefined ? undefined : encodeURIComponent(anchor);
}

/** As `github-slugger` and VS Code make it: marks of emphasis and punctuation go, spaces become hyphens. */
function slugOf(title: string): string {
  return title
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
    .replace(/\s/g, '-');
}
