import { findTechnology } from '../catalogue/lookup.ts';
import type { SectionId, TemplateLabel, TemplatePlace } from '../catalogue/template.ts';
import type { TechnologySection } from '../catalogue/types.ts';
import { outlineOf } from '../parse/outline.ts';
import type { HeadingBlock, PlacedBlock } from '../parse/outline.ts';
import { shifted } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import { readBlock } from './declarationsBlock.ts';
import type { Statement } from './declarationsBlock.ts';
import { nameOfLabel } from './declarationsLabel.ts';
import type { LabelName } from './declarationsLabel.ts';
import type { DeclaredPlace, DeclaredValue, FactSource } from './factTypes.ts';
import { isNone } from './placeholders.ts';
import { readProse, readValues } from './values.ts';
import type { ReadValue, ValueMode, ValueReading } from './values.ts';
import { isNegatedLabel } from './valuesNegation.ts';

/**
 * The labelled places of one file, top-level ones in order, each with the places under it. What a block says is
 * read once for each block; statuses and values are read when somebody asks for them.
 */
export function declarationsOf(source: FactSource): readonly Declaration[] {
  let known = declarations.get(source.body);
  if (known === undefined || known.uri !== source.uri || known.bodyStart !== source.bodyStart) {
    known = { uri: source.uri, bodyStart: source.bodyStart, places: build(source) };
    declarations.set(source.body, known);
  }
  return known.places;
}

/** What the nearest place of the template says about the values under it. */
export interface DeclarationContext {
  readonly mode: ValueMode;
  readonly section?: TechnologySection;
  /** The template's section that it stands in, by its headings. */
  readonly within?: SectionId;
  /** Under a label of the template, not only under a section's heading. */
  readonly underLabel?: true;
}

/** A place with the key it is found under and what its surroundings make of it. */
export interface Declaration extends DeclaredPlace {
  readonly key: string;
  readonly context: DeclarationContext;
  readonly children: readonly Declaration[];
  /** Its own values: not those of the labelled places under it. */
  readonly ownValues: readonly DeclaredValue[];
}

const declarations = new WeakMap<
  FactSource['body'],
  { uri: string; bodyStart: number; places: readonly Declaration[] }
>();

/** A part of a place: a text of its own, or a labelled place under it. */
type Part = TextPart | { readonly place: PlaceNode };

interface TextPart {
  readonly text: string;
  /** Offset of the text in the file. */
  readonly at: number;
  readonly statement: Statement;
}

class PlaceNode implements Declaration {
  readonly kind: DeclaredPlace['kind'];
  readonly uri: string;
  readonly labelSpan: Span;
  readonly context: DeclarationContext;
  readonly parts: Part[] = [];
  valueSpan: Span;
  /** Code, quotes: an answer without values. */
  hasOtherContent = false;
  /** The version from a table's column. */
  readonly #name: LabelName;
  #children: readonly PlaceNode[] | undefined;
  #values: readonly DeclaredValue[] | undefined;
  #ownValues: readonly DeclaredValue[] | undefined;
  #status: DeclaredPlace['status'] | undefined;

  constructor(
    kind: DeclaredPlace['kind'],
    uri: string,
    name: LabelName,
    labelSpan: Span,
    valueSpan: Span,
    outer: DeclarationContext,
  ) {
    this.kind = kind;
    this.uri = uri;
    this.labelSpan = labelSpan;
    this.valueSpan = valueSpan;
    this.#name = name;
    this.context = contextOf(name.template, outer, kind === 'heading');
  }

  get label(): string {
    return this.#name.label;
  }

  get key(): string {
    return this.#name.key;
  }

  get template(): TemplatePlace | undefined {
    return this.#name.template;
  }

  get children(): readonly PlaceNode[] {
    this.#children ??= this.parts.flatMap((part) => ('place' in part ? [part.place] : this.#groupsOf(part)));
    return this.#children;
  }

  get values(): readonly DeclaredValue[] {
    this.#values ??= this.#isDenied()
      ? []
      : [
          ...this.#labelValue(),
          ...this.parts.flatMap((part) => ('place' in part ? part.place.values : this.#valuesOf(part))),
        ];
    return this.#values;
  }

  get ownValues(): readonly DeclaredValue[] {
    this.#ownValues ??= this.#isDenied()
      ? []
      : [...this.#labelValue(), ...this.parts.flatMap((part) => ('place' in part ? [] : this.#valuesOf(part)))];
    return this.#ownValues;
  }

  get status(): DeclaredPlace['status'] {
    this.#status ??= this.#readStatus();
    return this.#status;
  }

  #readStatus(): DeclaredPlace['status'] {
    let answered = this.hasOtherContent || this.#labelValue().length > 0 ? 1 : 0;
    let unfilled = 0;
    let none = 0;
    for (const part of this.parts) {
      const status = 'place' in part ? part.place.status : this.#reading(part).status;
      if (status === 'unfilled') unfilled++;
      else if (status === 'none') none++;
      else if (status === 'partial') {
        answered++;
        unfilled++;
      } else if (status === 'met') {
        if ('text' in part && denies(part.text, this.label)) none++;
        else answered++;
      }
    }
    if (answered + none === 0) return 'unfilled';
    if (unfilled > 0) return 'partial';
    return answered > 0 ? 'met' : 'none';
  }

  #isDenied(): boolean {
    return this.template === undefined && isNegatedLabel(this.label);
  }

  #reading(part: TextPart): ValueReading {
    const read = part.statement.manner === 'prose' ? readProse : readValues;
    return read(part.text, this.context.mode);
  }

  #valuesOf(part: TextPart): DeclaredValue[] {
    const { values } = this.#reading(part);
    const onlyTied = this.#labelValue().length > 0;
    const placed = values.filter((value) => !onlyTied || value.technology !== undefined);
    return placed.map((value, index) => {
      const version = index === 0 ? (value.version ?? part.statement.version) : value.version;
      return this.#placed(value, part.at, version);
    });
  }

  /** `- **Node.js**: v22 or later` under Technologies: the label itself is the value. */
  #labelValue(): DeclaredValue[] {
    if (this.context.mode !== 'technologies' || this.template !== undefined || this.kind === 'heading') return [];
    if (this.#isDenied()) return [];
    const technology = findTechnology(this.label);
    if (technology === undefined) return [];
    const own = this.parts.find((part) => 'text' in part);
    const version = own !== undefined && 'text' in own ? leadingVersion(own.text) : undefined;
    const value = { text: this.label, span: { start: 0, end: this.labelSpan.end - this.labelSpan.start }, technology };
    return [this.#placed(value, this.labelSpan.start, version)];
  }

  #placed(value: ReadValue, at: number, version: string | undefined): DeclaredValue {
    const { section } = this.context;
    return {
      text: value.text,
      uri: this.uri,
      span: shifted(value.span, at),
      ...(version === undefined ? {} : { version }),
      ...(value.technology === undefined ? {} : { technology: value.technology }),
      ...(value.domain === undefined ? {} : { domain: value.domain }),
      ...(section === undefined ? {} : { section }),
    };
  }

  /** `**Supported Stacks**: Frontend (React, Vue), Backend (Python)`: places of their own. */
  #groupsOf(part: TextPart): PlaceNode[] {
    if (this.context.mode !== 'technologies' || !part.text.includes('(')) return [];
    return this.#reading(part).groups.map((group) => {
      const label = shifted(group.labelSpan, part.at);
      const at = shifted(group.valueSpan, part.at);
      const place = new PlaceNode(this.kind, this.uri, nameOfLabel(group.label), label, at, this.context);
      const text = part.text.slice(group.valueSpan.start, group.valueSpan.end);
      place.parts.push({ text, at: at.start, statement: part.statement });
      return place;
    });
  }
}

function build(source: FactSource): PlaceNode[] {
  const { body, bodyStart, uri } = source;
  const top: PlaceNode[] = [];
  const open: { place: PlaceNode; level: number }[] = [];
  let waiting: PlaceNode | undefined;
  for (const placed of outlineOf(body)) {
    const at = placed.start + bodyStart;
    const end = at + placed.block.text.length;
    if (placed.block.kind === 'heading') {
      const { level } = placed.block;
      while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
      const parent = open.at(-1)?.place;
      const place = headingPlace(placed.block, at, uri, parent?.context ?? outside);
      if (parent === undefined) top.push(place);
      else parent.parts.push({ place });
      for (const { place: outer } of open) extend(outer, at, end);
      open.push({ place, level });
      waiting = undefined;
      continue;
    }
    if (placed.block.kind === 'rule') continue;
    for (const { place } of open) extend(place, at, end);
    const heading = open.at(-1)?.place;
    const reading = readBlock(placed.block);
    if (waiting !== undefined) {
      extend(waiting, at, end);
      if (adopt(waiting, placed, at)) {
        waiting = undefined;
        continue;
      }
    }
    waiting = undefined;
    if (heading !== undefined && reading.hasContent && reading.statements.length === 0) heading.hasOtherContent = true;
    for (const statement of reading.statements) {
      const part = partOf(statement, placed.block.text, at, uri, heading?.context ?? outside);
      if (heading !== undefined) heading.parts.push(part);
      else top.push(...placesIn(part));
      if (reading.opens && 'place' in part) waiting = part.place;
    }
  }
  return top;
}

const outside: DeclarationContext = { mode: 'text' };

/** A heading may hold its value itself: `## Database: PostgreSQL`, `### Backend (FastAPI)`. */
function headingPlace(block: HeadingBlock, at: number, uri: string, outer: DeclarationContext): PlaceNode {
  const title = block.text.slice(block.title.start, block.title.end);
  const name = nameOfLabel(title);
  const empty = { start: at + block.text.length, end: at + block.text.length };
  const cut = valueInTitle(title);
  if (cut !== undefined && (name.template === undefined || cut.isBracket)) {
    const short = nameOfLabel(title.slice(0, cut.label));
    if (short.template !== undefined) {
      const from = block.title.start + cut.value.start;
      const labelSpan = shifted({ start: block.title.start, end: block.title.start + cut.label }, at);
      const place = new PlaceNode('heading', uri, short, labelSpan, empty, outer);
      const text = title.slice(cut.value.start, cut.value.end);
      // A remark in brackets is a value only where it names one.
      const tied = readValues(text, place.context.mode).values.some((value) => value.technology ?? value.domain);
      if (!cut.isBracket || tied) place.parts.push({ text, at: at + from, statement: titleStatement });
      return place;
    }
  }
  return new PlaceNode('heading', uri, name, shifted(block.title, at), empty, outer);
}

const titleStatement: Statement = {
  kind: 'unlabelled',
  labelSpan: { start: 0, end: 0 },
  text: { start: 0, end: 0 },
  manner: 'list',
  children: [],
};

function valueInTitle(title: string): { label: number; value: Span; isBracket: boolean } | undefined {
  if (title.length > 200) return undefined;
  const colon = title.search(/:\s/);
  if (colon > 0) {
    const value = { start: colon + 1, end: title.length };
    return { label: colon, value, isBracket: false };
  }
  const bracket = title.indexOf(' (');
  if (bracket <= 0 || !title.endsWith(')')) return undefined;
  return { label: bracket, value: { start: bracket + 2, end: title.length - 1 }, isBracket: true };
}

function partOf(
  statement: Statement,
  text: string,
  at: number,
  uri: string,
  outer: DeclarationContext,
): Part {
  if (statement.name === undefined && statement.children.length === 0) {
    return { text: text.slice(statement.text.start, statement.text.end), at: at + statement.text.start, statement };
  }
  return { place: placeOf(statement, text, at, uri, outer) };
}

/** A statement with a label, or an item that only has things nested under it: its first words are its label. */
function placeOf(
  statement: Statement,
  text: string,
  at: number,
  uri: string,
  outer: DeclarationContext,
): PlaceNode {
  const { name } = statement;
  const kind = statement.kind === 'unlabelled' ? 'bullet' : statement.kind;
  const ends = statement.children.map((child) => endOf(child));
  const span = { start: statement.text.start, end: Math.max(statement.text.end, ...ends) };
  const own = text.slice(statement.text.start, statement.text.end);
  const place = new PlaceNode(
    kind,
    uri,
    name ?? { label: own.slice(0, 80), key: '', template: undefined },
    shifted(statement.labelSpan, at),
    shifted(span, at),
    outer,
  );
  if (statement.text.start < statement.text.end) {
    place.parts.push({ text: own, at: at + statement.text.start, statement });
  }
  for (const child of statement.children) place.parts.push(partOf(child, text, at, uri, place.context));
  return place;
}

/** Gives a label that ended its block the block after it; a paragraph with labels of its own is not for it. */
function adopt(place: PlaceNode, placed: PlacedBlock, at: number): boolean {
  const { block } = placed;
  const { statements } = readBlock(block);
  if (block.kind === 'paragraph' && statements.some((statement) => statement.name !== undefined)) return false;
  if (block.kind !== 'list' && block.kind !== 'table' && block.kind !== 'paragraph') {
    place.hasOtherContent ||= readBlock(block).hasContent;
    return block.kind === 'fence';
  }
  for (const statement of statements) place.parts.push(partOf(statement, block.text, at, place.uri, place.context));
  return true;
}

function placesIn(part: Part): PlaceNode[] {
  return 'place' in part ? [part.place] : [];
}

function extend(place: PlaceNode, start: number, end: number): void {
  const isEmpty = place.valueSpan.start === place.valueSpan.end;
  place.valueSpan = { start: isEmpty ? start : place.valueSpan.start, end };
}

function endOf(statement: Statement): number {
  return Math.max(statement.text.end, ...statement.children.map(endOf));
}

function contextOf(
  template: TemplatePlace | undefined,
  outer: DeclarationContext,
  isHeading: boolean,
): DeclarationContext {
  if (template === undefined) return outer;
  if (template.kind === 'section') {
    const { id } = template.section;
    return isHeading ? { mode: modeOfSection(id), within: id } : { ...outer, mode: modeOfSection(id) };
  }
  const { label } = template;
  return {
    mode: modeOfLabel(label),
    underLabel: true,
    ...(label.technologySection === undefined ? {} : { section: label.technologySection }),
    ...(outer.within === undefined ? {} : { within: outer.within }),
  };
}

function modeOfLabel(label: TemplateLabel): ValueMode {
  if (label.holds === 'technologies' || label.holds === 'domains') return label.holds;
  return label.holds === 'scale' ? 'whole' : modeOfSection(label.section);
}

/** Goals, requirements and notes may name technologies; a description or a project's name declares none. */
function modeOfSection(id: SectionId): ValueMode {
  if (id === 'technologies' || id === 'integrations') return 'technologies';
  return id === 'domains-and-goals' || id === 'non-functional' || id === 'notes' ? 'text' : 'whole';
}

function leadingVersion(text: string): string | undefined {
  return /^[\s`*(]*(?:version |[<>=≥^~]{1,2} ?)?v?(\d+(?:\.\d+){0,3}(?:\.x)?\+?)(?![\w%])/i.exec(text.slice(0, 40))?.[1];
}

/** `no database` under Database, `no external APIs` under External APIs: an answer like "none". */
function denies(text: string, label: string): boolean {
  if (text.length > 60) return false;
  if (isNone(text)) return true;
  const found = /^(?:no|kein(?:e|en)?) ([\p{L} -]+?)(?: (?:yet|used|needed))?\.?$/iu.exec(text.trim());
  if (found === null) return false;
  const words = label.toLowerCase();
  return found[1]!
    .toLowerCase()
    .split(/[\s-]+/)
    .every((word) => words.includes(word.replace(/s$/, '')));
}
