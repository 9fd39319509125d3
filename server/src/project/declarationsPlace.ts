import type { SectionId, TemplateLabel, TemplatePlace, TemplateSection } from '../catalogue/template.ts';
import type { TechnologySection } from '../catalogue/types.ts';
import type { PlacedBlock } from '../parse/outline.ts';
import { shifted } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import { readBlock } from './declarationsBlock.ts';
import type { Statement } from './declarationsBlock.ts';
import { nameOfLabel } from './declarationsLabel.ts';
import type { LabelName } from './declarationsLabel.ts';
import type { DeclaredPlace, DeclaredValue } from './factTypes.ts';
import { isNone } from './placeholders.ts';
import { readProse, readValues } from './values.ts';
import type { ReadValue, ValueMode, ValueReading } from './values.ts';

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
  /** Whether one of its values is a technology or domain of the catalogue; cheaper than its values. */
  readonly namesSomething: boolean;
  /** Its own values: not those of the labelled places under it. */
  readonly ownValues: readonly DeclaredValue[];
}

/** A part of a place: a text of its own, or a labelled place under it. */
export type Part = TextPart | { readonly place: PlaceNode };

export interface TextPart {
  readonly text: string;
  /** Offset of the text in the file. */
  readonly at: number;
  readonly statement: Statement;
}

/** What a heading holds before anybody asks: blocks, with their offsets in the file, and the headings under it. */
export type Content = PlacedBlock | PlaceNode;

/** A labelled place. What is in it is read when it is first asked for. */
export class PlaceNode implements Declaration {
  readonly kind: DeclaredPlace['kind'];
  readonly uri: string;
  readonly labelSpan: Span;
  readonly context: DeclarationContext;
  valueSpan: Span;
  readonly #name: LabelName;
  readonly #parts: Part[] = [];
  /** What has not been read yet. */
  #content: Content[] = [];
  /** Code, quotes: an answer without values. */
  #hasOtherContent = false;
  #children: readonly PlaceNode[] | undefined;
  #values: readonly DeclaredValue[] | undefined;
  #ownValues: readonly DeclaredValue[] | undefined;
  #status: DeclaredPlace['status'] | undefined;
  #namesSomething: boolean | undefined;

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

  get parts(): readonly Part[] {
    if (this.#content.length > 0) this.#readContent();
    return this.#parts;
  }

  /** Adds a part; labelled groups in its text are places of their own behind it. */
  addPart(part: Part): void {
    this.#parts.push(part);
    if ('text' in part) for (const place of this.#groupsOf(part)) this.#parts.push({ place });
  }

  addContent(content: Content): void {
    this.#content.push(content);
  }

  get children(): readonly PlaceNode[] {
    this.#children ??= this.parts.flatMap((part) => ('place' in part ? [part.place] : []));
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
      : [
          ...this.#labelValue(),
          ...this.parts.flatMap((part) => ('place' in part ? [] : this.#valuesOf(part))),
        ];
    return this.#ownValues;
  }

  get namesSomething(): boolean {
    this.#namesSomething ??=
      !this.#isDenied() && (this.#labelValue().length > 0 || this.parts.some((part) => this.#isNaming(part)));
    return this.#namesSomething;
  }

  get status(): DeclaredPlace['status'] {
    this.#status ??= this.#readStatus();
    return this.#status;
  }

  #readStatus(): DeclaredPlace['status'] {
    const { parts } = this;
    let answered = this.#hasOtherContent || this.#labelValue().length > 0 ? 1 : 0;
    let unfilled = 0;
    let none = 0;
    for (const part of parts) {
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
    if (answered > 0) return 'met';
    return this.#speaksForSection() ? 'none' : 'partial';
  }

  /**
   * Whether "none" is said of the place as a whole: in its own words, or under every label that the template has
   * there. "Frontend: none" alone says nothing of the backend.
   */
  #speaksForSection(): boolean {
    const { parts, template } = this;
    if (template?.kind !== 'section') return true;
    const isOwn = parts.some((part) => 'text' in part);
    return isOwn || coversSection(template.section, this.children);
  }

  #readContent(): void {
    const content = this.#content;
    this.#content = [];
    let waiting: PlaceNode | undefined;
    for (const piece of content) {
      if (piece instanceof PlaceNode) {
        this.addPart({ place: piece });
        waiting = undefined;
        continue;
      }
      const { block, start } = piece;
      const reading = readBlock(block);
      if (waiting !== undefined && waiting.#adopts(piece)) {
        waiting = undefined;
        continue;
      }
      waiting = undefined;
      if (reading.hasContent && reading.statements.length === 0) this.#hasOtherContent = true;
      for (const statement of reading.statements) {
        const part = partOf(statement, start, this.uri, this.context);
        this.addPart(part);
        if (reading.opens && 'place' in part) waiting = part.place;
      }
    }
  }

  /** Takes the block after a label that ended its own; a paragraph with labels of its own is not for it. */
  #adopts({ block, start }: PlacedBlock): boolean {
    const { statements, hasContent } = readBlock(block);
    if (block.kind === 'paragraph' && statements.some((statement) => statement.name !== undefined))
      return false;
    if (block.kind === 'fence') this.#hasOtherContent ||= hasContent;
    else if (block.kind !== 'list' && block.kind !== 'table' && block.kind !== 'paragraph') return false;
    for (const statement of statements) {
      this.addPart(partOf(statement, start, this.uri, this.context));
    }
    this.extend(start, start + block.text.length);
    return true;
  }

  /** Takes what lies between the two offsets into its value. */
  extend(start: number, end: number): void {
    const isEmpty = this.valueSpan.start === this.valueSpan.end;
    this.valueSpan = { start: isEmpty ? start : this.valueSpan.start, end };
  }

  #isNaming(part: Part): boolean {
    return 'place' in part ? part.place.namesSomething : this.#reading(part).values.some(isTied);
  }

  #isDenied(): boolean {
    return this.#name.isNegated === true;
  }

  #reading(part: TextPart): ValueReading {
    const read = part.statement.manner === 'prose' ? readProse : readValues;
    return read(part.text, this.context.mode);
  }

  #valuesOf(part: TextPart): DeclaredValue[] {
    const { values: all, groups } = this.#reading(part);
    const isInGroup = ({ span }: ReadValue): boolean =>
      groups.some(({ valueSpan }) => valueSpan.start <= span.start && span.end <= valueSpan.end);
    const values = groups.length === 0 ? all : all.filter((value) => !isInGroup(value));
    const onlyTied = this.#labelValue().length > 0;
    const placed = values.filter((value) => !onlyTied || value.technology !== undefined);
    return placed.map((value, index) => {
      const version = index === 0 ? (value.version ?? part.statement.version) : value.version;
      return this.#placed(value, part.at, version);
    });
  }

  /** `- **Node.js**: v22 or later` under Technologies: the label itself is the value. */
  #labelValue(): DeclaredValue[] {
    if (this.context.mode !== 'technologies' || this.template !== undefined || this.kind === 'heading')
      return [];
    if (this.#isDenied()) return [];
    const { technology } = this.#name;
    if (technology === undefined) return [];
    const own = this.parts.find((part) => 'text' in part);
    const version = own !== undefined && 'text' in own ? leadingVersion(own.text) : undefined;
    const value = {
      text: this.label,
      span: { start: 0, end: this.labelSpan.end - this.labelSpan.start },
      technology,
    };
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
      place.addPart({ text, at: at.start, statement: part.statement });
      return place;
    });
  }
}

/** Whether every label of a section is among the places; of technologies, every one that names a part of it. */
export function coversSection(section: TemplateSection, places: readonly DeclaredPlace[]): boolean {
  const parts = section.labels.filter((label) => label.technologySection !== undefined);
  return (parts.length > 0 ? parts : section.labels).every((label) =>
    places.some(({ template }) => template?.kind === 'label' && template.label.id === label.id),
  );
}

function isTied(value: ReadValue): boolean {
  return value.technology !== undefined || value.domain !== undefined;
}

function partOf(statement: Statement, at: number, uri: string, outer: DeclarationContext): Part {
  if (statement.name === undefined && statement.children.length === 0) {
    return {
      text: statement.words,
      at: at + statement.text.start,
      statement,
    };
  }
  return { place: placeOf(statement, at, uri, outer) };
}

/** A statement with a label, or an item that only has things nested under it: its first words are its label. */
function placeOf(statement: Statement, at: number, uri: string, outer: DeclarationContext): PlaceNode {
  const { name } = statement;
  const kind = statement.kind === 'unlabelled' ? 'bullet' : statement.kind;
  const ends = statement.children.map((child) => endOf(child));
  const span = { start: statement.text.start, end: Math.max(statement.text.end, ...ends) };
  const own = statement.words;
  const place = new PlaceNode(
    kind,
    uri,
    name ?? { label: own.slice(0, 80), key: '', template: undefined },
    shifted(statement.labelSpan, at),
    shifted(span, at),
    outer,
  );
  if (statement.text.start < statement.text.end) {
    place.addPart({ text: own, at: at + statement.text.start, statement });
  }
  for (const child of statement.children) place.addPart(partOf(child, at, uri, place.context));
  return place;
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
  return /^[\s`*(]*(?:version |[<>=≥^~]{1,2} ?)?v?(\d+(?:\.\d+){0,3}(?:\.x)?\+?)(?![\w%])/i.exec(
    text.slice(0, 40),
  )?.[1];
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
