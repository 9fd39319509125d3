import { findTechnology } from '../catalogue/lookup.ts';
import { findTemplatePlace, templateSections } from '../catalogue/template.ts';
import type { TemplatePlace } from '../catalogue/template.ts';
import { normalizedName } from '../catalogue/names.ts';
import type { Technology } from '../catalogue/types.ts';
import type { Span } from '../text/span.ts';
import { isNegatedLabel } from './valuesNegation.ts';

/** A label at the beginning of a line, and where its value begins; offsets in the text that was read. */
export interface LabelReading {
  /** As written inside its marks: `**3. Backend â€“ tools:**` gives `3. Backend â€“ tools`. */
  readonly span: Span;
  readonly valueSpan: Span;
  /** `dash`: only a dash parts it from its value, so it is a label only where its name says so. `open`: alone. */
  readonly manner: 'bold' | 'plain' | 'dash' | 'open';
}

/** A label's meaning: what the template calls it, and the key under which it is found. */
export interface LabelName {
  readonly label: string;
  readonly key: string;
  readonly template: TemplatePlace | undefined;
  /** Of a label that the template does not know: the technology of that name. */
  readonly technology?: Technology | undefined;
  /** Of such a label: it says that what follows is not there. */
  readonly isNegated?: boolean;
}

/**
 * The label that the part `line` of `text` begins with: `**Label:** x`, `**Label**: x`, `Label: x`,
 * `` `label`: x ``, `**Label** – x`, `**Label**` alone. Most lines have none.
 */
export function readLabel(text: string, line: Span): LabelReading | undefined {
  const start = skipOrnament(text, line);
  const { end } = trimmed(text, start, line.end);
  const head = text.slice(start, Math.min(end, start + longestLabel + 8));
  if (head.startsWith('**') || head.startsWith('__')) return readBold(text, head, start, end);
  return readPlain(text, head, start, end);
}

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

/** The key under which a place of the template is found. */
export function keyOfTemplate(place: TemplatePlace): string {
  return place.kind === 'section' ? `section:${place.section.id}` : `label:${place.label.id}`;
}

/** A metadata key's form: `project_scale`. */
export function isMetadataKey(label: string): boolean {
  return /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/.test(label);
}

const names = new Map<string, LabelName>();
const mostRemembered = 4000;
const longestLabel = 100;
const longestPlainLabel = 60;

function readBold(text: string, head: string, start: number, end: number): LabelReading | undefined {
  const close = head.indexOf(head.slice(0, 2), 2);
  if (close <= 2) return undefined;
  const inner = trimmed(text, start + 2, start + close);
  const after = skipSpace(text, start + close + 2, end);
  const last = text[inner.end - 1];
  if (last === ':' || last === '：') {
    return {
      span: trimmed(text, inner.start, inner.end - 1),
      valueSpan: trimmed(text, after, end),
      manner: 'bold',
    };
  }
  const colon = colonBehindRemark(text, after, end);
  if (colon !== undefined) return { span: inner, valueSpan: trimmed(text, colon + 1, end), manner: 'bold' };
  if (after === end) {
    const inside = text.slice(inner.start, inner.end).search(/[:：]\s/);
    if (inside <= 0) return { span: inner, valueSpan: { start: end, end }, manner: 'open' };
    const at = inner.start + inside;
    return {
      span: trimmed(text, inner.start, at),
      valueSpan: trimmed(text, at + 1, inner.end),
      manner: 'bold',
    };
  }
  const dash = /^(?:[-–—→]|->|=>|=)\s/.exec(text.slice(after, after + 4));
  if (dash === null) return undefined;
  return { span: inner, valueSpan: trimmed(text, after + dash[0].length, end), manner: 'dash' };
}

function readPlain(text: string, head: string, start: number, end: number): LabelReading | undefined {
  const found = /[:：](?=\s|$)|：/.exec(head);
  if (found !== null && found.index > 0 && found.index <= longestPlainLabel) {
    const at = start + found.index;
    const isWhole = found.index < head.length - 1 || at + 1 === end || /\s|：/.test(text.charAt(at + 1));
    let span = trimmed(text, start, at);
    const words = text.slice(span.start, span.end);
    const code = /^(`)[^`]+`$/.test(words);
    if (code) span = { start: span.start + 1, end: span.end - 1 };
    if (isWhole && (code || isLabelLike(words))) {
      return { span, valueSpan: trimmed(text, at + 1, end), manner: 'plain' };
    }
    return undefined;
  }
  const dash = /\s(?:[-–—→]|->|=>)\s/.exec(head);
  if (dash !== null && dash.index > 0 && dash.index <= longestPlainLabel) {
    const at = start + dash.index;
    return {
      span: trimmed(text, start, at),
      valueSpan: trimmed(text, at + dash[0].length, end),
      manner: 'dash',
    };
  }
  return undefined;
}

/** No sentence, no code, no address: at most eight words. */
function isLabelLike(words: string): boolean {
  if (words === '' || /[`,;!?<>|]|\.\s|:\/\/|\]\(/.test(words)) return false;
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
  const label = displayed(written);
  const template = templateOf(label);
  if (template !== undefined) return { label, key: keyOfTemplate(template), template };
  return {
    label,
    key: normalizedName(label),
    template,
    technology: findTechnology(label),
    isNegated: isNegatedLabel(label),
  };
}

/** A metadata key means the metadata label, also where the template has a bullet of the same name. */
function templateOf(label: string): TemplatePlace | undefined {
  if (isMetadataKey(label)) {
    for (const section of templateSections) {
      if (section.id !== 'metadata') continue;
      const own = section.labels.find((one) => one.metadataKey === label);
      if (own !== undefined) return { kind: 'label', label: own };
    }
  }
  return findTemplatePlace(label);
}

/** The label without numbering, emoji, emphasis, code marks and colon, its wrong decoding repaired. */
function displayed(written: string): string {
  const plain = repairedDashes(written)
    .replace(/\*\*|__|`/g, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .trim();
  const bare = plain
    .replace(/^[^\p{L}\p{N}.([]+/u, '')
    .replace(/^(?:section\s+)?\d+(?:\.\d+)*(?:[.):]+\s*|\s+)(?:[-\u2010-\u2015]\s*)?/iu, '')
    .replace(/^[^\p{L}\p{N}.([]+/u, '')
    .replace(/[\s:：]+$/u, '')
    .replace(/\s*[\p{Extended_Pictographic}\uFE0F\u200D]+$/u, '');
  return bare === '' ? plain : bare;
}

/** UTF-8 dashes that were read as Windows-1252 or Latin-1: `Backend â€“ tools`. */
function repairedDashes(text: string): string {
  if (!text.includes('â')) return text;
  return text
    .replace(/â(?:€|\u0080)(?:“|\u0093)/g, '–')
    .replace(/â(?:€|\u0080)(?:”|\u0094)/g, '—')
    .replace(/â(?:€|\u0080)(?:™|\u0099)/g, '’');
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

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}
