import { outlineOf } from '../../parse/outline.ts';
import type { Block, HeadingBlock } from '../../parse/outline.ts';
import { shifted } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { readBlock } from './block.ts';
import type { Statement } from './block.ts';
import { mayNamePlace, nameAmongTechnologies, nameOfLabel } from './label.ts';
import type { LabelName } from './label.ts';
import { PlaceNode } from './place.ts';
import type { DeclarationContext } from './context.ts';
import type { Declaration } from './place.ts';
import { readFence } from './fence.ts';
import { blocksOfQuote } from './quote.ts';
import type { FactSource } from '../factTypes.ts';
import { readValues } from '../values/values.ts';

export type { Declaration } from './place.ts';

/**
 * The labelled places of one file, top-level ones in order, each with the places under it. What a block says is
 * read once for each block; what a place holds, its values and its status, when somebody asks for it.
 */
export function declarationsOf(source: FactSource): readonly Declaration[] {
  return readingOf(source).root.children;
}

/** The places of one file with a key (`declarations/label.ts`), in order; only what may hold them is read. */
export function declarationsNamed(source: FactSource, key: string): readonly Declaration[] {
  const { holders } = readingOf(source);
  const found: Declaration[] = [];
  for (const holder of holders.get(key) ?? []) {
    if (holder.key === key) found.push(holder);
    for (const child of holder.children) if (child.kind !== 'heading') collectNamed(child, key, found);
  }
  return found;
}

interface Reading {
  readonly uri: string;
  readonly bodyStart: number;
  /** Over everything: not a place itself. */
  readonly root: PlaceNode;
  /** By key, the headings that have it or have a place under them, not under another heading, that has it. */
  readonly holders: ReadonlyMap<string, readonly PlaceNode[]>;
}

/** Of one version of a body: its places, for the file that they were last asked for. */
const keptReading = (): { reading?: Reading } => ({});
const outside: DeclarationContext = { mode: 'text' };

function readingOf(source: FactSource): Reading {
  const kept = source.body.once(keptReading);
  let known = kept.reading;
  if (known === undefined || known.uri !== source.uri || known.bodyStart !== source.bodyStart) {
    known = build(source);
    kept.reading = known;
  }
  return known;
}

function build({ body, bodyStart, uri }: FactSource): Reading {
  const nowhere = { start: bodyStart, end: bodyStart };
  const root = new PlaceNode(
    { label: '', key: '', template: undefined },
    { kind: 'heading', uri, labelSpan: nowhere, valueSpan: nowhere, outer: outside, level: 0 },
  );
  const holders = new Map<string, PlaceNode[]>();
  const open: { place: PlaceNode; level: number }[] = [{ place: root, level: 0 }];
  for (const { start, block } of outlineOf(body)) {
    if (block.kind === 'rule') continue;
    const at = start + bodyStart;
    if (block.kind === 'heading') while (open.at(-1)!.level >= block.level) open.pop();
    const holder = open.at(-1)!.place;
    for (const { place } of open) place.extend(at, at + block.text.length);
    if (block.kind === 'heading') {
      const place = headingPlace(block, at, uri, holder.context);
      holder.addContent(place);
      open.push({ place, level: block.level });
      hold(holders, place.key, place);
    } else {
      holder.addContent({ start: at, block });
      const isQuoted = block.kind === 'fence' || block.kind === 'other';
      if (isQuoted && holder.context.mode !== 'technologies') continue;
      for (const { block: one } of blocksOfQuote({ start: at, block }))
        for (const key of keysOf(one)) hold(holders, key, holder);
    }
  }
  return { uri, bodyStart, root, holders };
}

function hold(holders: Map<string, PlaceNode[]>, key: string, place: PlaceNode): void {
  if (key === '') return;
  const known = holders.get(key);
  if (known === undefined) holders.set(key, [place]);
  else if (known.at(-1) !== place) known.push(place);
}

const keys = new WeakMap<Block, readonly string[]>();

/** The keys of the places that a block may hold. */
function keysOf(block: Block): readonly string[] {
  let known = keys.get(block);
  if (known === undefined) {
    const found = new Set<string>();
    const { statements } = block.kind === 'fence' ? readFence(block) : readBlock(block);
    for (const statement of statements) collectKeys(statement, found);
    known = [...found];
    keys.set(block, known);
  }
  return known;
}

function collectKeys(statement: Statement, into: Set<string>): void {
  if (statement.name !== undefined) into.add(statement.name.key);
  if (statement.isBesideTechnologies === true) into.add(nameAmongTechnologies('').key);
  const { words } = statement;
  if (words.includes('(')) {
    for (const group of readValues(words, 'technologies').groups) into.add(nameOfLabel(group.label).key);
  }
  for (const child of statement.children) collectKeys(child, into);
}

function collectNamed(place: Declaration, key: string, into: Declaration[]): void {
  if (place.key === key) into.push(place);
  for (const child of place.children) collectNamed(child, key, into);
}

function headingPlace(block: HeadingBlock, at: number, uri: string, outer: DeclarationContext): PlaceNode {
  const { name, label, value } = readHeading(block);
  const end = at + block.text.length;
  const place = new PlaceNode(name, {
    kind: 'heading',
    uri,
    labelSpan: shifted(label, at),
    valueSpan: { start: end, end },
    outer,
    level: block.level,
  });
  if (value !== undefined) {
    place.addPart({ text: value.words, at: at + value.text.start, statement: value });
  }
  return place;
}

/** What a heading's own words say; spans from the block's start. */
interface HeadingReading {
  readonly name: LabelName;
  readonly label: Span;
  readonly value?: Statement;
}

const headings = new WeakMap<HeadingBlock, HeadingReading>();

function readHeading(block: HeadingBlock): HeadingReading {
  let known = headings.get(block);
  if (known === undefined) {
    known = readTitle(block.text.slice(block.title.start, block.title.end), block.title.start);
    headings.set(block, known);
  }
  return known;
}

/** Whether a heading is, or begins with, a name of the template. */
export function namesTemplate(block: HeadingBlock): boolean {
  // Of a heading that is being typed no more is asked.
  if (!headings.has(block) && !mayNamePlace(block.text)) return false;
  const { template, loose } = readHeading(block).name;
  return template !== undefined || loose !== undefined;
}

/** A heading may hold its value itself: `## Database: PostgreSQL`, `### Backend (FastAPI)`. */
function readTitle(title: string, at: number): HeadingReading {
  const name = nameOfLabel(title);
  const whole = { name, label: { start: at, end: at + title.length } };
  const cut = valueInTitle(title);
  if (cut === undefined || (name.template !== undefined && !cut.isBracket)) return whole;
  const short = nameOfLabel(title.slice(0, cut.label));
  if (short.template === undefined && short.loose === undefined) return whole;
  const label = { start: at, end: at + cut.label };
  const words = title.slice(cut.value.start, cut.value.end);
  // A remark in brackets is a value only where it names one.
  if (cut.isBracket && !namesSomething(words)) return { name: short, label };
  const text = shifted(cut.value, at);
  const value: Statement = {
    kind: 'unlabelled',
    labelSpan: label,
    text,
    manner: 'list',
    words,
    children: [],
  };
  return { name: short, label, value };
}

function valueInTitle(title: string): { label: number; value: Span; isBracket: boolean } | undefined {
  if (title.length > 200) return undefined;
  const colon = title.search(/:\s/);
  if (colon > 0) return { label: colon, value: { start: colon + 1, end: title.length }, isBracket: false };
  const bracket = title.indexOf(' (');
  if (bracket <= 0 || !title.endsWith(')')) return undefined;
  return { label: bracket, value: { start: bracket + 2, end: title.length - 1 }, isBracket: true };
}

function namesSomething(words: string): boolean {
  return [...readValues(words, 'technologies').values, ...readValues(words, 'domains').values].some(
    (value) => value.technology !== undefined || value.domain !== undefined,
  );
}
