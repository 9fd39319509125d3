import type { Span } from '../../text/span.ts';
import type { StatementPlace } from './block.ts';
import { isMetadataKey, nameOfLabel, readLabel } from './label.ts';
import type { LabelName, LabelReading } from './label.ts';

/**
 * What a statement says whose value holds further labels: `Frontend: React, Backend: Go` are two, and
 * `Stack: Frontend: React, Backend: Go` two under one. Labels of the template's technologies and domains split a line,
 * and behind a bold label bold ones; other words before a colon only where they stand between such labels.
 */
export function splitAtLabels(text: string, statement: StatementPlace): readonly StatementPlace[] {
  const { name } = statement;
  if (name === undefined || statement.kind === 'metadata' || !mayHoldLabels(text, statement.text))
    return [statement];
  const isOfTemplate = name.template !== undefined || name.loose !== undefined;
  // `Scopes: frontend: …, backend: …` explains words.
  const found = labelsIn(text, statement.text).filter(
    ({ reading, name: { label } }) => isOfTemplate || reading.manner === 'bold' || hasCapital(label),
  );
  const known = found.filter(({ isKnown }) => isKnown);
  const isBold = /[*_]/.test(text.charAt(statement.labelSpan.start - 1));
  const isOwnKnown = isTemplateLabel(name);
  const counts = known.length + (isOwnKnown ? 1 : 0) >= 2;
  const labels = found.filter(
    (one) =>
      one.isKnown ||
      (one.reading.manner === 'bold' ? isBold && (counts || !one.isBare) : counts && isLikeLabel(text, one)),
  );
  const [first] = labels;
  if (first === undefined) return [statement];
  const { start, end } = statement.text;
  const head = { ...statement, text: { start, end: Math.max(start, first.from) } };
  const parts = labels.map(({ name: own, reading }, index): StatementPlace => {
    const to = labels[index + 1]?.from ?? end;
    const at = Math.min(reading.valueSpan.start, to);
    return {
      kind: isMetadataKey(own.label) ? 'metadata' : statement.kind,
      name: own,
      labelSpan: reading.span,
      text: { start: at, end: to },
      manner: 'list',
      children: [],
      ...(reading.manner === 'dash' ? { doubt: 'dash' as const } : {}),
    };
  });
  if (first.from <= start || name.template?.kind === 'section' || name.loose?.kind === 'section')
    return [{ ...head, children: [...parts, ...statement.children] }];
  // What is nested under the line stands behind its last label.
  const last = { ...parts.at(-1)!, children: statement.children };
  return [{ ...head, children: [] }, ...parts.slice(0, -1), last];
}

interface InnerLabel {
  /** Where the text before it ends, its separator left out. */
  readonly from: number;
  readonly reading: LabelReading;
  readonly name: LabelName;
  /** The template has it among its technologies or domains. */
  readonly isKnown: boolean;
  /** Only a space parts it from the text before it. */
  readonly isBare: boolean;
}

/** Most values have no colon before a space in them, nor a dash. */
function mayHoldLabels(text: string, { start, end }: Span): boolean {
  return end - start <= longestLine && sign.test(text.slice(start, end));
}

const sign = /[:：](?:\s|\*\*|__)|：|\s[-–—→]\s/;
const longestLine = 2000;

function labelsIn(text: string, within: Span): InnerLabel[] {
  const words = withoutInsides(text.slice(within.start, within.end));
  const found: InnerLabel[] = [];
  separator.lastIndex = 0;
  const cuts = [{ from: 0, to: 0 }];
  for (let cut = separator.exec(words); cut !== null; cut = separator.exec(words)) {
    cuts.push({ from: cut.index, to: separator.lastIndex });
  }
  let readTo = within.start;
  for (const [index, { from, to }] of cuts.entries()) {
    const at = within.start + to;
    if (at < readTo) continue;
    const reading = readLabel(text, { start: at, end: within.end });
    if (reading === undefined || reading.manner === 'open' || reading.inCode === true) continue;
    const next = cuts[index + 1]?.from ?? words.length;
    const written = text.slice(reading.span.start, reading.span.end);
    // `[domain: fintech, saas]` waits for its value.
    if (!/^[\p{L}\p{N}]/u.test(written)) continue;
    const name = nameOfLabel(written);
    // What parts labels may stand in one that the template knows: `Infrastructure and deployment`.
    if (reading.span.end > within.start + next && name.template === undefined) continue;
    const isKnown = isTemplateLabel(name) && (name.loose === undefined || hasCapital(name.label));
    // A dash may part anything; only a plain name of the template before it is a label.
    if (reading.manner === 'dash' && !(isKnown && name.loose === undefined && hasCapital(name.label)))
      continue;
    const isBare = to > from && words.slice(from, to).trim() === '';
    found.push({ from: within.start + from, reading, name, isKnown, isBare });
    readTo = reading.valueSpan.start;
  }
  return found;
}

/** What parts labels; before a bold one a space does. */
const separator =
  /\s+(?=(?:\*\*|__)[^*_\r\n]{1,60}(?:[:：](?:\*\*|__)|(?:\*\*|__)(?: ?x+)?(?:[:：]| [-–—→] )))|\s*(?:[,;|·•，；、]|<br ?\/?>|[.!](?=\s)|\s[-–—/+](?=\s)|\s(?:and|und|et|y)(?=\s))\s*(?:(?:and|und|et|y)\s+)?/gu;

/** With what stands in brackets or code marks made blank: what parts words there parts no labels. */
function withoutInsides(words: string): string {
  if (!/[([`]/.test(words)) return words;
  const blank = (part: string): string => 'x'.repeat(part.length);
  return words.replace(/`[^`]*`/g, blank).replace(/\([^()]*\)|\[[^[\]]*\]/g, blank);
}

function isTemplateLabel({ template, loose }: LabelName): boolean {
  const place = template ?? loose;
  if (place?.kind !== 'label') return false;
  return place.label.section === 'technologies' || place.label.section === 'domains-and-goals';
}

/** One to three words of which the first has a capital. */
function isLikeLabel(text: string, { reading }: InnerLabel): boolean {
  const words = text.slice(reading.span.start, reading.span.end);
  return reading.manner === 'plain' && hasCapital(words) && words.split(/\s+/).length <= mostWords;
}

const mostWords = 3;

function hasCapital(words: string): boolean {
  return /^\P{Ll}/u.test(words);
}
