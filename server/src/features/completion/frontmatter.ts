/** Completion in an agent's frontmatter. */
import type { CompletionItem } from 'vscode-languageserver-types';
import type { Fence } from '../../parse/frontmatter.ts';
import type { PositionMap } from '../../text/lineIndex.ts';
import { frontmatterContextAt, isBlankAgent } from './frontmatterContext.ts';
import { frontmatterKeys, skeleton } from './frontmatterKeys.ts';
import type { FrontmatterSubject } from './frontmatterSubject.ts';
import { frontmatterValues } from './frontmatterValues.ts';
import { lineAround } from './lineAround.ts';

/**
 * Whether the frontmatter, or an empty file, is what a cursor is in.
 * @param offset UTF-16, in the file
 */
export function isInFrontmatter(text: string, fence: Fence, offset: number): boolean {
  return frontmatterContextAt(text, fence, offset) !== undefined;
}

/**
 * What can be written at `offset`.
 * @param byKey a key asked for the list: nothing is proposed but at the beginning of a value
 */
export function frontmatterItems(
  fence: Fence,
  offset: number,
  subject: FrontmatterSubject,
  byKey: boolean,
  positions: PositionMap,
): CompletionItem[] {
  const context = frontmatterContextAt(subject.text, fence, offset);
  if (context === undefined) return [];
  if (context.kind === 'value') {
    if (byKey && context.span.start !== offset) return [];
    return frontmatterValues(context, subject, positions);
  }
  if (byKey) return [];
  if (context.kind === 'skeleton') return skeleton(context.replaced, subject, positions);
  const keys = frontmatterKeys(context, subject, positions);
  if (context.path.length > 0 || !isBlankAgent(subject.text)) return keys;
  return [...keys, ...skeleton(lineAround(subject.text, offset), subject, positions)];
}
