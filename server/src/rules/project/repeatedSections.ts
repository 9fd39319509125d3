import type { MarkdownTree } from '../../parse/markdown.ts';
import { outlineOf } from '../../parse/outline.ts';
import { headingName } from '../../project/headingName.ts';
import { shifted, type Span } from '../../text/span.ts';
import type { ImportedFile } from '../projectSubject.ts';

/** A heading of an imported file; the span counts in that file. */
export interface ImportedHeading extends Pick<ImportedFile, 'uri' | 'path' | 'positions'> {
  readonly title: Span;
}

/** One of the headings that a place stands under. */
interface Above {
  readonly level: number;
  readonly normalized: string;
}

/**
 * The headings of imported files that have the same name, level and place as one of the importing file. The documents'
 * own titles do not count.
 * @param opened the heading, with those that it stands under before it
 */
export function repeatsIn(imported: readonly ImportedFile[], opened: readonly Above[]): ImportedHeading[] {
  if (imported.length === 0) return [];
  const { level, normalized } = opened.at(-1)!;
  if (level === 1) return [];
  return imported.flatMap(({ uri, path, file, positions }) => {
    const named = headingsOf(file.body).get(normalized);
    const same = named?.find((one) => one.level === level && isUnder(one.above, opened));
    if (same === undefined || !isTelling(normalized)) return [];
    return { uri, path, positions, title: shifted(same.title, file.bodyStart) };
  });
}

/** Whether a title says of itself what stands below it, and is not a part of whatever stands around it. */
export function isTelling(normalized: string): boolean {
  return normalized !== '' && !partOfSomething.test(normalized);
}

const partOfSomething =
  /^(?:examples?|usage|notes?|good|bad|donts?|dos?|before|after|why|what|when|how|inputs?|outputs?|requests?|responses?|steps?|problem|solution|results?|correct|incorrect|wrong|right|overview|introduction|about|summary|details?|description|context|background|parameters?|arguments?|options?|returns?)$/;

/** The words of the section whose heading begins at an offset of the body, with all that stands below it. */
export function sectionAt(body: MarkdownTree, start: number): string {
  let level: number | undefined;
  for (const { start: at, block } of outlineOf(body)) {
    if (block.kind !== 'heading' || at < start) continue;
    if (level === undefined) level = block.level;
    else if (block.level <= level) return body.text.slice(start, at);
  }
  return body.text.slice(start);
}

interface NamedHeading {
  readonly level: number;
  /** The names of those over it, without the document's own title. */
  readonly above: readonly string[];
  readonly title: Span;
}

/** By name; read once for each version of a file. */
function headingsOf(body: MarkdownTree): ReadonlyMap<string, readonly NamedHeading[]> {
  return body.once(readHeadings);
}

function readHeadings(body: MarkdownTree): ReadonlyMap<string, readonly NamedHeading[]> {
  const headings = new Map<string, NamedHeading[]>();
  const open: Above[] = [];
  for (const { start, block } of outlineOf(body)) {
    if (block.kind !== 'heading') continue;
    const { level } = block;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const { normalized } = headingName(block);
    const heading = { level, above: namesOf(open), title: shifted(block.title, start) };
    const known = headings.get(normalized);
    if (known === undefined) headings.set(normalized, [heading]);
    else known.push(heading);
    open.push({ level, normalized });
  }
  return headings;
}

function isUnder(above: readonly string[], opened: readonly Above[]): boolean {
  const names = namesOf(opened.slice(0, -1));
  return names.length === above.length && names.every((name, index) => name === above[index]);
}

function namesOf(opened: readonly Above[]): string[] {
  return opened.filter(({ level }) => level > 1).map(({ normalized }) => normalized);
}
