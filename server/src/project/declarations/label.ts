import { findTechnology } from '../../catalogue/lookup.ts';
import { findTemplatePlace, templateSections } from '../../catalogue/template.ts';
import type { TemplatePlace } from '../../catalogue/template.ts';
import { findDocumentPlace, mayMeanPlace } from '../../catalogue/templateForms.ts';
import type { DocumentPlace } from '../../catalogue/templateForms.ts';
import { normalizedName } from '../../catalogue/names.ts';
import type { Technology, TechnologySection } from '../../catalogue/types.ts';
import { deniesWhatFollows } from './denied.ts';
import { type Span, trimmedSpan } from '../../text/span.ts';
import { fullyRepaired } from '../../text/wrongDecoding.ts';

/** A label at the beginning of a line, and where its value begins; offsets in the text that was read. */
export interface LabelReading {
  /** As written inside its marks: `**3. Backend â€“ tools:**` gives `3. Backend â€“ tools`. */
  readonly span: Span;
  readonly valueSpan: Span;
  /** `dash`: only a dash parts it from its value, so it is a label only where its name says so. `open`: alone. */
  readonly manner: 'bold' | 'plain' | 'dash' | 'open';
  /** It stands in code marks: the name of something in the code, unless its name says otherwise. */
  readonly inCode?: true;
}

/** A label's meaning: what the template calls it, and the key under which it is found. */
export interface LabelName {
  readonly label: string;
  readonly key: string;
  readonly template: TemplatePlace | undefined;
  /** What the label may mean, in words that mean other things too: only what it holds can say that it does. */
  readonly loose?: TemplatePlace;
  /** Of a label that the template does not know: the technology of that name. Of another: the one in the name. */
  readonly technology?: Technology | undefined;
  readonly technologyText?: string;
  /** Of such a label: the section in brackets behind the technology, `Python (backend)`. */
  readonly section?: TechnologySection | undefined;
  /** Where in the label, as written, the technology stands; where it is not known, it is the label. */
  readonly technologySpan?: Span | undefined;
  /** Of such a label: it says that what follows is not there. */
  readonly isNegated?: boolean;
}

/**
 * The label that the part `line` of `text` begins with: `**Label:** x`, `**Label**: x`, `Label: x`,
 * `` `label`: x ``, `**Label** – x`, `**Label**` alone. Most lines have none.
 */
export function readLabel(text: string, line: Span): LabelReading | undefined {
  const start = skipOrnament(text, line);
  const { end } = trimmedSpan(text, start, line.end);
  const head = text.slice(start, Math.min(end, start + longestLabel + 8));
  const isBold = head.startsWith('**') || head.startsWith('__');
  const reading = isBold ? readBold(text, head, start, end) : readPlain(text, head, start, end);
  return reading === undefined ? undefined : withoutPath(text, reading);
}

/** Without the place in the code before the value of a label for technologies: ``Backend: `apps/api` – NestJS``. */
function withoutPath(text: string, reading: LabelReading): LabelReading {
  const { start, end } = reading.valueSpan;
  const length = lengthOfPath(text.slice(start, Math.min(end, start + longestLabel)));
  if (length === 0 || !asksForTechnologies(text.slice(reading.span.start, reading.span.end))) return reading;
  return { ...reading, valueSpan: trimmedSpan(text, start + length, end) };
}

/** How long the place in the code is that a value begins with, with what parts it from the words about it. */
export function lengthOfPath(value: string): number {
  if (value[0] !== '`' && value[0] !== '(') return 0;
  const found = pathBefore.exec(value);
  return found === null || findTechnology(found[1]!) !== undefined ? 0 : found[0].length;
}

/** A path or file, and what parts it from the words about it. */
const pathBefore =
  /^\(?`((?:[^`\s]*\/[^`\s]*|[^`\s/]+\.[a-z]{1,4}))`\)?(?:\s+(?:[-–—→]|->|=>)|\s*[:：])\s+(?=\S)/;

/** What a label as written names. Equal labels are looked up once. */
export function nameOfLabel(written: string): LabelName {
  let name = names.get(written);
  if (name === undefined) {
    if (names.size >= mostRemembered) names.clear();
    name = readName(written);
    names.set(written, name);
  }
  return name;
}

/** Whether a label, or a text around one, may name a place of the template: seen at a glance, and most do not. */
export function mayNamePlace(written: string): boolean {
  // Where wrong decoding is repaired, or a link's target taken out, the name may not stand there as written.
  return /[âÃ[]/.test(written) || mayMeanPlace(written);
}

/** The key under which a place of the template is found. */
export function keyOfTemplate(place: TemplatePlace): string {
  return place.kind === 'section' ? `section:${place.section.id}` : `label:${place.label.id}`;
}

/** The name of what is of the technologies by what it stands beside, if it declares any. */
export function nameAmongTechnologies(label: string): LabelName {
  return { label, key: keyOfTemplate(technologies), template: undefined, loose: technologies };
}

const technologies: TemplatePlace = {
  kind: 'section',
  section: templateSections.find(({ id }) => id === 'technologies')!,
};

/** A metadata key's form: `project_scale`. */
export function isMetadataKey(label: string): boolean {
  return /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/.test(label);
}

const names = new Map<string, LabelName>();
const mostRemembered = 16_000;
const longestName = 500;
const longestLabel = 100;
const longestPlainLabel = 60;

function readBold(text: string, head: string, start: number, end: number): LabelReading | undefined {
  const close = head.indexOf(head.slice(0, 2), 2);
  if (close <= 2) return undefined;
  const inner = trimmedSpan(text, start + 2, start + close);
  const after = skipSpace(text, start + close + 2, end);
  const last = text[inner.end - 1];
  if (last === ':' || last === '：') {
    return {
      span: trimmedSpan(text, inner.start, inner.end - 1),
      valueSpan: trimmedSpan(text, after, end),
      manner: 'bold',
    };
  }
  const colon = colonBehindRemark(text, after, end);
  if (colon !== undefined)
    return { span: inner, valueSpan: trimmedSpan(text, colon + 1, end), manner: 'bold' };
  if (after === end) {
    const inside = text.slice(inner.start, inner.end).search(/[:：]\s/);
    if (inside <= 0) return { span: inner, valueSpan: { start: end, end }, manner: 'open' };
    const at = inner.start + inside;
    return {
      span: trimmedSpan(text, inner.start, at),
      valueSpan: trimmedSpan(text, at + 1, inner.end),
      manner: 'bold',
    };
  }
  const place = placeInCode.exec(text.slice(after, Math.min(end, after + longestLabel)));
  const words = place === null ? '' : text.slice(inner.start, inner.end);
  const from = place === null || !namesLabel(words) ? after : after + place[0].length;
  if (from > after && /[:：]/.test(text.charAt(from)))
    return { span: inner, valueSpan: trimmedSpan(text, from + 1, end), manner: 'bold' };
  const dash = /^(?:[-–—→]|->|=>|=)\s/.exec(text.slice(from, from + 4));
  if (dash === null) return undefined;
  return { span: inner, valueSpan: trimmedSpan(text, from + dash[0].length, end), manner: 'dash' };
}

function readPlain(text: string, head: string, start: number, end: number): LabelReading | undefined {
  const found = /[:：](?=\s|$)|：/.exec(head);
  if (found !== null && found.index > 0 && found.index <= longestPlainLabel) {
    const at = start + found.index;
    const isWhole = found.index < head.length - 1 || at + 1 === end || /\s|：/.test(text.charAt(at + 1));
    let span = trimmedSpan(text, start, at);
    const place = placeBeforeColon.exec(text.slice(span.start, span.end));
    if (place !== null && namesLabel(text.slice(span.start, span.start + place.index)))
      span = { start: span.start, end: span.start + place.index };
    const words = text.slice(span.start, span.end);
    const code = /^(`)[^`]+`$/.test(words);
    if (code) span = { start: span.start + 1, end: span.end - 1 };
    if (isWhole && (code || isLabelLike(words))) {
      const reading = { span, valueSpan: trimmedSpan(text, at + 1, end), manner: 'plain' as const };
      return code ? { ...reading, inCode: true } : reading;
    }
    return undefined;
  }
  const dash = /\s(?:[-–—→]|->|=>)\s/.exec(head);
  if (dash !== null && dash.index > 0 && dash.index <= longestPlainLabel) {
    const at = start + dash.index;
    return {
      span: trimmedSpan(text, start, at),
      valueSpan: trimmedSpan(text, at + dash[0].length, end),
      manner: 'dash',
    };
  }
  return undefined;
}

/** Where in the code something lies, behind its name: `` (`apps/api`) ``, `` in `apps/api` ``. */
const placeInCode = /^(?:\(`[^`]{1,60}`\)|(?:in|at|under) `[^`]{1,60}`)[ \t]*/;
const placeBeforeColon = /[ \t]+(?:\(`[^`]{1,60}`\)|(?:in|at|under) `[^`]{1,60}`)$/;

function asksForTechnologies(words: string): boolean {
  const { template, loose } = nameOfLabel(words);
  const place = template ?? loose;
  return place?.kind === 'label' && place.label.technologySection !== undefined;
}

/** Whether words are a label of the template, so that what follows them may say where that is. */
function namesLabel(words: string): boolean {
  return nameOfLabel(words).template?.kind === 'label';
}

/** No sentence, no code, no address, in one line: at most eight words. */
function isLabelLike(words: string): boolean {
  if (words === '' || /[`,;!?<>|\r\n]|\.\s|:\/\/|\]\(/.test(words)) return false;
  // `React (dev server: Vite)`
  if (/\([^()]*$/.test(words)) return false;
  return words.split(/\s+/).length <= 8;
}

/** The colon directly behind a bold label, or behind a remark in brackets after it. */
function colonBehindRemark(text: string, from: number, end: number): number | undefined {
  if (from < end && (text[from] === ':' || text[from] === '：')) return from;
  if (text[from] !== '(') return undefined;
  const close = text.slice(from, Math.min(end, from + longestLabel)).indexOf(')');
  if (close < 0) return undefined;
  const after = skipSpace(text, from + close + 1, end);
  return text[after] === ':' && after < end ? after : undefined;
}

function readName(written: string): LabelName {
  // A heading may be underlined after pages of text: that names nothing, and its signs are not looked through.
  if (written.length > longestName) return { label: written.trim(), key: '', template: undefined };
  if (!mayNamePlace(written)) return new OtherName(written);
  const label = displayed(written);
  const found = placeOf(label, written.startsWith('`') ? 'strict' : 'loose');
  if (found !== undefined) {
    const { place, isLoose, ...rest } = found;
    const meaning = isLoose ? { template: undefined, loose: place } : { template: place };
    return { label, key: keyOfTemplate(place), ...meaning, ...rest };
  }
  return new OtherName(written);
}

/** A label that the template does not know. What else it says is looked up when somebody asks, as of most nobody does. */
class OtherName implements LabelName {
  readonly #written: string;
  readonly template = undefined;
  #label: string | undefined;
  #key: string | undefined;
  #technology: { readonly of: Technology | undefined } | undefined;
  #isNegated: boolean | undefined;

  constructor(written: string) {
    this.#written = written;
  }

  get label(): string {
    return (this.#label ??= displayed(this.#written));
  }

  get key(): string {
    return (this.#key ??= normalizedName(this.label));
  }

  get technology(): Technology | undefined {
    this.#technology ??= { of: findTechnology(this.label) ?? findTechnology(this.technologyText) };
    return this.#technology.of;
  }

  get technologyText(): string {
    return this.label.replace(remarkBehind, '').replace(qualifiersBehind, '');
  }

  get technologySpan(): Span | undefined {
    const start = this.#written.indexOf(this.technologyText);
    return start < 0 ? undefined : { start, end: start + this.technologyText.length };
  }

  get section(): TechnologySection | undefined {
    if (!this.#written.includes('(')) return undefined;
    const words = remarkBehind.exec(this.label)?.[1];
    if (words === undefined || this.technology === undefined) return undefined;
    const { template, loose } = nameOfLabel(words);
    const place = template ?? loose;
    return place?.kind === 'label' ? place.label.technologySection : undefined;
  }

  get isNegated(): boolean {
    return (this.#isNegated ??= deniesWhatFollows(this.label));
  }
}

/** `Python (backend)`, `Go (1.22)`; not what is said to be no longer or not yet there. */
export const remarkBehind =
  /\s*\((?!(?:[^()]*[^\p{L}])?(?:deprecated|removed|unused|not|no|planned|future|avoid|never)(?!\p{L}))([^()]{1,40})\)$/iu;

/** `Node.js minimum`, `Python version` */
const qualifiersBehind = /(?:\s+(?:minimum|min\.?|version|runtime|engine|required|requirement|lts))+$/i;

/**
 * A metadata key means the metadata label, also where the template has a bullet of the same name.
 * @param manner `strict` for a name in code marks, which says what it says
 */
function placeOf(label: string, manner: 'strict' | 'loose'): DocumentPlace | undefined {
  if (isMetadataKey(label)) {
    for (const section of templateSections) {
      if (section.id !== 'metadata') continue;
      const own = section.labels.find((one) => one.metadataKey === label);
      if (own !== undefined) return { place: { kind: 'label', label: own }, isLoose: false };
    }
  }
  if (manner === 'loose') return findDocumentPlace(label);
  const place = findTemplatePlace(label);
  return place === undefined ? undefined : { place, isLoose: false };
}

/** The label without numbering, emoji, emphasis, code marks and colon, its wrong decoding repaired. */
function displayed(written: string): string {
  const plain = (/[âÃ]/.test(written) ? fullyRepaired(written) : written)
    .replace(/\*\*|__|`/g, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .trim();
  const bare = plain
    .replace(/^[^\p{L}\p{N}.([]+/u, '')
    .replace(/^(?:section\s+)?\d+(?:\.\d+)*(?:[.):]+\s*|\s+)(?:[-\u2010-\u2015]\s*)?/iu, '')
    .replace(/^(?:section\s+)?[IVX]+[.):]+\s+/u, '')
    .replace(/^[^\p{L}\p{N}.([]+/u, '')
    .replace(/[\s:：]+$/u, '')
    .replace(/\s*[\p{Extended_Pictographic}\uFE0F\u200D]+$/u, '');
  return bare === '' ? plain : bare;
}

/** Past emoji, task marks and other signs before the first word. */
function skipOrnament(text: string, line: Span): number {
  const ornament = /[ \t]*(?:(?:[\p{Extended_Pictographic}\p{So}→►▸•✓✔✗×]|\uFE0F|\u200D)+[ \t]*){0,3}/uy;
  ornament.lastIndex = line.start;
  ornament.exec(text);
  return Math.min(ornament.lastIndex, line.end);
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}
