import { technologyMeant } from '../../catalogue/homonyms.ts';
import { technologiesIn } from '../../catalogue/lookup.ts';
import type { TemplatePlace, TemplateSection } from '../../catalogue/template.ts';
import type { Technology, TechnologySection } from '../../catalogue/types.ts';
import type { PlacedBlock } from '../../parse/outline.ts';
import { shifted } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { readBlock } from './block.ts';
import type { BlockReading, Statement } from './block.ts';
import { contextOf } from './context.ts';
import type { DeclarationContext } from './context.ts';
import { headingDenies, isForbidding } from './denied.ts';
import { readFence } from './fence.ts';
import { blocksOfQuote } from './quote.ts';
import { lengthOfPath, nameAmongTechnologies, nameOfLabel, remarkBehind } from './label.ts';
import type { LabelName } from './label.ts';
import { labelIsValue, leadingVersion, valuesBesideLabel } from './labelValue.ts';
import type { DeclaredPlace, DeclaredValue } from '../factTypes.ts';
import { isPointer } from '../pointers.ts';
import { readAs } from '../values/values.ts';
import { denies } from '../values/denial.ts';
import type { ReadValue, ValueReading } from '../values/values.ts';
import { maskMarkup } from '../values/mask.ts';
import { isWrittenAsName } from '../values/untied.ts';

/** A place with the key it is found under and what its surroundings make of it. */
export interface Declaration extends DeclaredPlace {
  readonly key: string;
  readonly context: DeclarationContext;
  readonly children: readonly Declaration[];
  /** What it stands in; `undefined` at the top. */
  readonly parent: Declaration | undefined;
  /** Of a heading. */
  readonly level: number | undefined;
  /** Its name is one that means other things too. */
  readonly isLoose: boolean;
  /** That it may be no label, but the name of something in the code, or an item that is explained. */
  readonly doubt: Statement['doubt'];
  /** Whether one of its values is a technology or domain of the catalogue; cheaper than its values. */
  readonly namesSomething: boolean;
  /** Whether one of them is declared, and not only mentioned in a sentence about something else. */
  readonly declares: boolean;
  /** Whether anything stands in it that is no number, address or code. */
  readonly hasWords: boolean;
  /** Whether its words name something that a section of technologies holds, be it to say that it is not used. */
  speaksOf(section: TechnologySection): boolean;
  /** Its own values: not those of the labelled places under it. */
  readonly ownValues: readonly DeclaredValue[];
}

/** What is known of a place when it is found. */
export interface Standing {
  readonly kind: DeclaredPlace['kind'];
  readonly uri: string;
  readonly labelSpan: Span;
  readonly valueSpan: Span;
  readonly outer: DeclarationContext;
  readonly level?: number;
  readonly doubt?: Statement['doubt'];
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
  readonly level: number | undefined;
  readonly doubt: Statement['doubt'];
  valueSpan: Span;
  #parent: PlaceNode | undefined;
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
  #declares: boolean | undefined;
  /** Made when first needed: most places are only found, never read. */
  #valuesByPart: Map<TextPart, readonly DeclaredValue[]> | undefined;
  #ownLabelValue: readonly DeclaredValue[] | undefined;

  constructor(name: LabelName, standing: Standing) {
    const { kind, uri, labelSpan, valueSpan, outer, level, doubt } = standing;
    this.kind = kind;
    this.uri = uri;
    this.labelSpan = labelSpan;
    this.valueSpan = valueSpan;
    this.level = level;
    this.doubt = doubt;
    this.#name = isElsewhere(name, outer) ? { label: name.label, key: '', template: undefined } : name;
    const context = contextOf(this.template, outer, kind === 'heading' ? 'heading' : 'label');
    const section = this.template === undefined && this.#asks(context) ? name.section : undefined;
    this.context = {
      ...context,
      ...(section === undefined ? {} : { section }),
      ...(isDenial(name, standing) ? { isDenied: true as const } : {}),
    };
  }

  /** The place it stands in; what is over everything is no place. */
  get parent(): PlaceNode | undefined {
    return this.#parent?.level === 0 ? undefined : this.#parent;
  }

  get label(): string {
    return this.#name.label;
  }

  get key(): string {
    return this.#name.key;
  }

  get isLoose(): boolean {
    return this.#name.loose !== undefined;
  }

  get template(): TemplatePlace | undefined {
    return this.#name.template ?? this.#name.loose;
  }

  get parts(): readonly Part[] {
    if (this.#content.length > 0) this.#readContent();
    return this.#parts;
  }

  /** Adds a part; labelled groups in its text are places of their own behind it. */
  addPart(part: Part): void {
    this.#push(part);
    if ('text' in part) for (const place of this.#groupsOf(part)) this.#push({ place });
  }

  #push(part: Part): void {
    if ('place' in part) part.place.#parent = this;
    this.#parts.push(part);
  }

  addContent(content: Content): void {
    if (content instanceof PlaceNode) content.#parent = this;
    this.#content.push(content);
  }

  noteOtherContent(): void {
    this.#hasOtherContent = true;
  }

  get children(): readonly PlaceNode[] {
    this.#children ??= this.parts.flatMap((part) => ('place' in part ? [part.place] : []));
    return this.#children;
  }

  get values(): readonly DeclaredValue[] {
    this.#values ??= this.#hasNoValues()
      ? []
      : [
          ...this.#labelValue(),
          ...this.parts.flatMap((part) => ('place' in part ? part.place.values : this.#valuesOf(part))),
        ];
    return this.#values;
  }

  get ownValues(): readonly DeclaredValue[] {
    this.#ownValues ??= this.#hasNoValues()
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

  get declares(): boolean {
    this.#declares ??=
      !this.#isDenied() &&
      (this.#labelValue().length > 0 ||
        this.parts.some((part) => ('place' in part ? part.place.declares : this.#reading(part).declares)));
    return this.#declares;
  }

  get hasWords(): boolean {
    return this.parts.some((part) => 'place' in part || /\p{L}{2}/u.test(maskMarkup(part.text)));
  }

  speaksOf(section: TechnologySection): boolean {
    return this.parts.some((part) => {
      if ('place' in part) return part.place.speaksOf(section);
      const words = maskMarkup(part.text);
      return (
        (section === 'database' && filesInstead.test(words)) ||
        technologiesIn(words).some(({ item }) => item.kind !== 'language' && item.sections.includes(section))
      );
    });
  }

  get pointsElsewhere(): boolean {
    const { parts } = this;
    return (
      parts.length > 0 &&
      parts.every((part) => 'text' in part && isPointer(part.text) && !this.#isNaming(part))
    );
  }

  get openTexts(): readonly Span[] {
    return this.parts.flatMap((part) => {
      if ('place' in part) return [];
      const { status } = this.#reading(part);
      const isOpen = status === 'unfilled' || status === 'empty';
      return isOpen ? [{ start: part.at, end: part.at + part.text.length }] : [];
    });
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
      const isDenial = 'text' in part && denies(part.text, this.label);
      if (isDenial || status === 'none') none++;
      else if (status === 'unfilled') unfilled++;
      else if (status === 'partial') {
        answered++;
        unfilled++;
      } else if (status === 'met') answered++;
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
    for (const piece of content.flatMap((one) => this.#piecesOf(one))) {
      if (piece instanceof PlaceNode) {
        this.addPart({ place: piece });
        waiting = undefined;
        continue;
      }
      const { start } = piece;
      const reading = this.#readBlock(piece);
      if (waiting !== undefined && waiting.#adopts(piece)) {
        for (const statement of waiting.#isDenied() ? behindNextLead(reading.statements) : [])
          this.addPart(partOf(statement, start, this.uri, this.context));
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

  /** A quote says something to us only where technologies are asked for. */
  #piecesOf(content: Content): readonly Content[] {
    if (content instanceof PlaceNode || this.context.mode !== 'technologies') return [content];
    return blocksOfQuote(content);
  }

  /** A code block says something to us only where technologies are asked for. */
  #readBlock({ block }: PlacedBlock): BlockReading {
    return block.kind === 'fence' && this.context.mode === 'technologies'
      ? readFence(block)
      : readBlock(block);
  }

  /** Takes the block after a label that ended its own; a paragraph with labels of its own is not for it. */
  #adopts(piece: PlacedBlock): boolean {
    const { block, start } = piece;
    const { statements, hasContent } = this.#readBlock(piece);
    if (block.kind === 'paragraph' && statements.some((statement) => statement.name !== undefined))
      return false;
    if (block.kind === 'fence') this.#hasOtherContent ||= hasContent;
    else if (block.kind !== 'list' && block.kind !== 'table' && block.kind !== 'paragraph') return false;
    const others = this.#isDenied() ? behindNextLead(statements) : [];
    const own = statements.slice(0, statements.length - others.length);
    for (const statement of own) this.addPart(partOf(statement, start, this.uri, this.context));
    const last = own.at(-1);
    this.extend(start, start + (others.length > 0 && last !== undefined ? endOf(last) : block.text.length));
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
    return this.context.isDenied === true;
  }

  /** What is denied is no value, but a rule or a goal may be that something is not done. */
  #hasNoValues(): boolean {
    const { mode } = this.context;
    return this.#isDenied() && mode !== 'text' && mode !== 'whole';
  }

  #reading({ text, statement }: TextPart): ValueReading {
    return readAs(statement.manner, text, this.context.mode);
  }

  /** The same objects whoever asks. */
  #valuesOf(part: TextPart): readonly DeclaredValue[] {
    this.#valuesByPart ??= new Map();
    let known = this.#valuesByPart.get(part);
    if (known === undefined) this.#valuesByPart.set(part, (known = this.#readValuesOf(part)));
    return known;
  }

  #readValuesOf(part: TextPart): DeclaredValue[] {
    const { values: all, groups } = this.#reading(part);
    const isInGroup = ({ span }: ReadValue): boolean =>
      groups.some(({ valueSpan }) => valueSpan.start <= span.start && span.end <= valueSpan.end);
    const values = groups.length === 0 ? all : all.filter((value) => !isInGroup(value));
    const placed =
      this.template !== undefined || this.#labelValue().length === 0 || part.statement.children.length > 0
        ? values
        : valuesBesideLabel(part.text, values, this.doubt);
    return placed
      .filter((value) => this.#isValueHere(value, part))
      .map((value, index) => {
        const version = index === 0 ? (value.version ?? part.statement.version) : value.version;
        return this.#placed(value, part.at, version);
      });
  }

  /**
   * What no catalogue knows is a technology where technologies are asked for: in their section, behind one of the
   * template's labels. In other bullets (`## Deployment`, then steps) only what is written as a name.
   */
  #isValueHere(value: ReadValue, part: TextPart): boolean {
    const { text, statement } = part;
    if (this.isLoose && isWithoutItsSigns(value)) return false;
    if (this.#asksForNames() && !isTied(value) && isPointer(text)) return false;
    if (this.context.mode !== 'technologies' || isTied(value)) return true;
    if (this.context.within === 'technologies') {
      if (statement.manner !== 'item') return true;
      // "Stack & Conventions" holds rules too.
      return this.isLoose ? isWrittenAsName(value.text) : value.text.split(' ').length <= mostWordsOfName;
    }
    const isBehindLabel =
      this.template?.kind === 'label' &&
      this.kind !== 'heading' &&
      statement.manner === 'list' &&
      (value.text.split(' ').length === 1 || this.#reading(part).values.some(isTied));
    const isWholeItem = text.replace(/[*_`]|\s[-–—(].*$/g, '').trim() === value.text;
    return isBehindLabel || (isWholeItem && isWrittenAsName(value.text));
  }

  #asksForNames(): boolean {
    return this.#asks(this.context);
  }

  #asks({ mode }: DeclarationContext): boolean {
    return mode === 'technologies' || mode === 'integrations';
  }

  /** `- **Node.js**: v22 or later` under Technologies: the label itself is the value. */
  #labelValue(): readonly DeclaredValue[] {
    this.#ownLabelValue ??= this.#readLabelValue();
    return this.#ownLabelValue;
  }

  #readLabelValue(): DeclaredValue[] {
    const { technology } = this.#name;
    if (technology === undefined || this.#isDenied() || !this.#asksForNames()) return [];
    // `## Python Backend` names both.
    if (this.template !== undefined) return [this.#labelAs(technology, undefined)];
    if (this.kind === 'heading') return [];
    const texts = this.parts.flatMap((part) => ('text' in part ? [part] : []));
    const beside = texts.flatMap((part) => this.#reading(part).values);
    const text = texts[0]?.text ?? '';
    const remark = remarkBehind.exec(this.label);
    const label = remark === null ? this.label : this.label.slice(0, remark.index);
    if (!labelIsValue({ label, technology, doubt: this.doubt, text, beside })) return [];
    return [this.#labelAs(technology, leadingVersion(text) ?? leadingVersion(remark?.[1] ?? ''))];
  }

  #labelAs(technology: Technology, version: string | undefined): DeclaredValue {
    const text = this.#name.technologyText ?? this.label;
    const span = this.#name.technologySpan ?? { start: 0, end: this.labelSpan.end - this.labelSpan.start };
    return this.#placed({ text, span, technology }, this.labelSpan.start, version);
  }

  #placed(value: ReadValue, at: number, version: string | undefined): DeclaredValue {
    const { section } = this.context;
    return {
      text: value.text,
      uri: this.uri,
      span: shifted(value.span, at),
      ...(version === undefined ? {} : { version }),
      ...(value.technology === undefined || this.#isDenied()
        ? {}
        : { technology: technologyMeant(value.technology, this.label) }),
      ...(value.domain === undefined ? {} : { domain: value.domain }),
      ...(section === undefined ? {} : { section }),
    };
  }

  /** `**Supported Stacks**: Frontend (React, Vue), Backend (Python)`: places of their own. */
  #groupsOf(part: TextPart): PlaceNode[] {
    if (!this.#asksForNames() || !part.text.includes('(')) return [];
    return this.#reading(part).groups.map((group) => {
      const at = shifted(group.valueSpan, part.at);
      const place = new PlaceNode(nameOfLabel(group.label), {
        kind: this.kind === 'heading' ? 'bullet' : this.kind,
        uri: this.uri,
        labelSpan: shifted(group.labelSpan, part.at),
        valueSpan: at,
        outer: this.context,
      });
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

/** What keeps the data where no database does. */
const filesInstead =
  /(?<![\p{L}-])(?:(?:flat|plain|text|json|csv|ya?ml|local) files?|in[- ]memory|file ?system)(?![\p{L}-])/iu;

const mostWordsOfName = 3;

/** `CI/CD` under Integrations: what a loose name means at the top, it does not mean in another section. */
function isElsewhere({ loose }: LabelName, { within }: DeclarationContext): boolean {
  if (loose === undefined || within === undefined) return false;
  return within !== (loose.kind === 'section' ? loose.section.id : loose.label.section);
}

/** A document's title denies nothing, whatever words it is made of. */
function isDenial(name: LabelName, { kind, level }: Standing): boolean {
  if (kind !== 'heading') return name.isNegated === true;
  if (level === 0 || level === 1 || name.template !== undefined || name.loose !== undefined) return false;
  return headingDenies(name.label);
}

/** "Built with love" does not mean LÖVE. */
function isWithoutItsSigns({ text, technology }: ReadValue): boolean {
  return (
    technology !== undefined &&
    /[^\0-\x7F]/.test(technology.name) &&
    /^\p{L}+$/u.test(text) &&
    /^[\0-\x7F]*$/.test(text)
  );
}

function isTied(value: ReadValue): boolean {
  return value.technology !== undefined || value.domain !== undefined;
}

function partOf(statement: Statement, at: number, uri: string, outer: DeclarationContext): Part {
  const { name } = statement;
  if (statement.isBesideTechnologies === true && outer.mode !== 'technologies') {
    if (name === undefined) {
      const { text, words } = statement;
      const row: Statement = {
        ...statement,
        kind: 'table-row',
        labelSpan: text,
        name: nameAmongTechnologies(words),
      };
      return { place: placeOf(row, at, uri, outer) };
    }
    if (name.template === undefined && name.loose === undefined)
      return { place: placeOf({ ...statement, name: nameAmongTechnologies(name.label) }, at, uri, outer) };
  }
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
  const { doubt } = statement;
  const place = new PlaceNode(name ?? nameOfItem(own), {
    kind,
    uri,
    labelSpan: shifted(statement.labelSpan, at),
    valueSpan: shifted(span, at),
    outer,
    ...(doubt === undefined ? {} : { doubt }),
  });
  if (statement.text.start < statement.text.end) {
    const skipped = name !== undefined && outer.within === 'technologies' ? lengthOfPath(own) : 0;
    place.addPart({ text: own.slice(skipped), at: at + statement.text.start + skipped, statement });
  }
  for (const child of statement.children) place.addPart(partOf(child, at, uri, place.context));
  if (statement.hasOtherContent === true) place.noteOtherContent();
  return place;
}

/**
 * The items of a list behind another lead, which Markdown takes for the rest of the item before it: what "We use:" in a
 * line of its own begins is no longer what is forbidden.
 */
function behindNextLead(statements: readonly Statement[]): readonly Statement[] {
  const at = statements.findIndex(({ words }) => nextLead.test(words));
  return at < 0 ? [] : statements.slice(at + 1);
}

const nextLead = /(?:\r\n|\n|\r)[^\r\n]+[:：][*_\s]*$/;

/** `- We do not use any of the following, as they are too slow for us:` over nested bullets. */
function nameOfItem(words: string): LabelName {
  const isNegated = /[:：][*_\s]*$/.test(words) && isForbidding(words);
  return { label: words.slice(0, 80), key: '', template: undefined, isNegated };
}

function endOf(statement: Statement): number {
  return Math.max(statement.text.end, ...statement.children.map(endOf));
}
