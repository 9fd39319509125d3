import { findTechnology } from '../../catalogue/lookup.ts';
import { findTemplatePlace } from '../../catalogue/template.ts';
import { shifted } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { isNone, isPlaceholder } from '../placeholders.ts';
import { declaredParts, moodOf, speaksOf, subjectOf, unknownWordsIn } from './clauses.ts';
import { companyOf, technologiesOfItem, technologiesOfProse, versionAt } from './names.ts';
import type { TechnologyHit } from './names.ts';
import { technologyOfCodeName, technologyOfPackageName } from './packages.ts';
import { piecesOf, sentencesOf, trimmedSpan } from './pieces.ts';
import type { Piece } from './pieces.ts';
import { remarkStart } from './remarks.ts';
import type { ReadGroup, ReadValue } from './types.ts';
import { isWrittenAsName, untiedValue } from './untied.ts';

/** What a text says of technologies. */
export interface TechnologyReading {
  readonly values: readonly ReadValue[];
  readonly groups: readonly ReadGroup[];
  /** How many items are placeholders, and how many are not. */
  readonly unfilled: number;
  readonly answered: number;
  /** Some name is declared and not only mentioned: it is an item, or what the sentence says is used. */
  readonly declares: boolean;
}

/** A text in its forms: as written, without marks, without marks and what is negated; all of one length. */
export interface MaskedText {
  readonly written: string;
  readonly words: string;
  /** What the catalogue does not know is a name, without what qualifies it, or a phrase (`sign-on for partners`). */
  readonly unknown: 'name' | 'phrase';
  readonly isBehindLabel: boolean;
}

/** The technologies of a list: what stands behind a label, an item of a list. */
export function technologiesOfList(text: MaskedText, within: Span): TechnologyReading {
  const reader = new Reader(text);
  for (const sentence of sentencesOf(text.words, within)) reader.readListed(sentence);
  return reader.reading();
}

/** The technologies of running text: names of the catalogue only. */
export function technologiesOfText(text: MaskedText, within: Span): TechnologyReading {
  const reader = new Reader(text);
  for (const sentence of sentencesOf(text.words, within)) reader.readProse(sentence);
  const { values, ...rest } = reader.reading();
  return { ...rest, values: values.filter((value) => value.technology !== undefined), groups: [] };
}

class Reader {
  readonly #written: string;
  readonly #words: string;
  readonly #unknown: MaskedText['unknown'];
  readonly #isBehindLabel: boolean;
  readonly #values: ReadValue[] = [];
  readonly #groups: ReadGroup[] = [];
  #unfilled = 0;
  #answered = 0;
  #declares = false;

  constructor({ written, words, unknown, isBehindLabel }: MaskedText) {
    this.#written = written;
    this.#words = words;
    this.#unknown = unknown;
    this.#isBehindLabel = isBehindLabel;
  }

  reading(): TechnologyReading {
    const values = this.#values.map((value) => this.#withCompany(value));
    return {
      values,
      groups: this.#groups,
      unfilled: this.#unfilled,
      answered: this.#answered,
      declares: this.#declares,
    };
  }

  /** A sentence that stands as a list of items. */
  readListed(sentence: Span): void {
    const mood = moodOf(this.#words, sentence);
    if (mood === 'clause') this.#readClause(sentence);
    if (mood !== 'list') {
      this.#answered++;
      return;
    }
    for (const piece of piecesOf(this.#words, sentence)) {
      if (this.#isUnfilled(piece.span)) {
        this.#unfilled++;
        continue;
      }
      this.#answered++;
      if (!this.#isDenied(piece.span)) this.#readPiece(piece);
    }
  }

  /** A sentence that stands as text. It may be a list all the same: `React 19, Vite and Go.` */
  readProse(sentence: Span): void {
    this.#answered++;
    const mood = moodOf(this.#words, sentence);
    if (mood === 'clause') this.#readClause(sentence);
    if (mood !== 'list') return;
    const pieces = piecesOf(this.#words, sentence);
    const isList = pieces.length > 0 && this.#unknownOf(pieces[0]!) <= mostUnknownOfItem;
    for (const piece of pieces) {
      if (this.#isDenied(piece.span)) continue;
      if (isList && this.#unknownOf(piece) <= mostUnknownOfItem) this.#readPiece(piece);
      else {
        const hits = technologiesOfProse(this.#words, piece.span);
        if (hits.some((hit) => this.#isUsed(hit.span.start))) this.#declares = true;
        this.#add(hits);
      }
    }
  }

  #unknownOf(piece: Piece): number {
    return unknownWordsIn(outerOf(this.#words, piece));
  }

  /** `… deploys via GitHub Actions`, whatever stands before. */
  #isUsed(at: number): boolean {
    return used.test(this.#words.slice(Math.max(0, at - 16), at));
  }

  /** `[fill in]`; `{{database}} with backups` says nothing either. */
  #isUnfilled(span: Span): boolean {
    const written = this.#written.slice(span.start, span.end);
    return isPlaceholder(written) || /^\W{0,2}\{\{[^{}]*\}\}/.test(written);
  }

  /** `MySQL: no`, of which the negation has left `MySQL:`. */
  #isDenied({ end }: Span): boolean {
    return this.#words[end - 1] === ':' && isNone(/^[^,;|]*/.exec(this.#written.slice(end))![0]);
  }

  /** Only what the clause says is used, and what it speaks of: `Redis is used for caching`. */
  #readClause(sentence: Span): void {
    const subject = subjectOf(this.#words, sentence);
    const opening = piecesOf(this.#words, subject);
    for (const [index, piece] of opening.entries()) {
      const named = this.#itemsOf(piece, index === 0 || this.#isAllNames(piece));
      const hits = named.filter((hit) => hit.isWord !== true || speaksOf(this.#words, subject));
      // What it speaks of may be about to be explained; a language may only be what something is written in.
      if (hits.some((hit) => hit.item.kind !== 'language')) this.#declares = true;
      this.#add(hits);
    }
    for (const part of declaredParts(this.#words, sentence)) {
      if (part.start < subject.end && !finite.test(this.#words.slice(0, part.start).slice(-16))) continue;
      for (const piece of piecesOf(this.#words, part)) {
        const hits = this.#itemsOf(piece, true).filter(({ span }) => !this.#isRead(span));
        if (hits.length > 0) this.#declares = true;
        this.#add(hits);
        for (const bracket of piece.brackets) this.#readInside(bracket, false);
      }
    }
  }

  /** The names of a part of a clause as far as they are what it is about, and not further on in it. */
  #itemsOf(piece: Piece, counts: boolean): TechnologyHit[] {
    if (!counts) return [];
    const outer = outerOf(this.#words, piece);
    const hits = technologiesOfItem(outer, { start: 0, end: outer.length });
    const near: TechnologyHit[] = [];
    let from = 0;
    for (const hit of hits) {
      const between = outer.slice(from, hit.span.start);
      const isDirect = unknownWordsIn(between) <= (near.length === 0 ? 1 : 0);
      const isQualified =
        near.length > 0 &&
        /(?<![\p{L}-])(?:with|on|on top of|atop|in|via|using|mit|auf) (?:an? |the )?$/u.test(between);
      if (!isDirect && !isQualified) break;
      near.push({ ...hit, span: shifted(hit.span, piece.span.start) });
      from = hit.span.end;
    }
    return near;
  }

  #isRead({ start, end }: Span): boolean {
    return this.#values.some(({ span }) => span.start < end && start < span.end);
  }

  #isAllNames(piece: Piece): boolean {
    return unknownWordsIn(withoutHits(this.#words, piece)) === 0;
  }

  #readPiece(piece: Piece): void {
    const { start } = piece.span;
    const outer = outerOf(this.#words, piece);
    const span = trimmedSpan(outer, { start: 0, end: outer.length });
    if (this.#readGroup(piece, outer, span)) return;
    const head = trimmedSpan(outer, { start: span.start, end: remarkStart(outer, span) });
    const remark = { start: head.end, end: span.end };
    if (this.#isCommand(piece, outer, head)) {
      this.#readRemark(outer, span, start);
      return;
    }
    const inCode = this.#inCode(shifted(head, start));
    if (inCode !== undefined) {
      this.#declares = true;
      this.#values.push(inCode);
      return;
    }
    const named = technologiesOfItem(outer, head);
    const hits = this.#isInPassing(outer, head, named) ? [] : named;
    if (hits.length > 0) this.#noteDeclared(outer, head, hits);
    const values = hits.map((hit) => this.#valueOf({ ...hit, span: shifted(hit.span, start) }));
    const bracketVersion = hits.length === 1 ? this.#versionIn(piece) : undefined;
    if (values[0] !== undefined && values[0].version === undefined && bracketVersion !== undefined)
      values[0] = { ...values[0], version: bracketVersion };
    this.#values.push(...values, ...this.#otherSides(outer, head, { hits, by: start }));
    const isHeading = named.length === 0 && this.#isHeading(piece);
    const isExplained = !isHeading && this.#readRemark(outer, remark, start);
    if (named.length === 0 && !isHeading && !isExplained) {
      const untied = untiedValue(outer, head, { by: start, as: this.#unknown });
      if (untied !== undefined) this.#values.push(this.#tiedByPackage(untied));
    }
    // What stands behind a dash explains the item, in brackets too.
    const last = isExplained ? piece.span.end : start + head.end;
    for (const bracket of piece.brackets) if (bracket.start <= last + 2) this.#readInside(bracket, isHeading);
  }

  /** `Matplotlib/Seaborn`, `npm/yarn`: the sides that the names found leave. */
  #otherSides(
    outer: string,
    head: Span,
    { hits, by }: { readonly hits: readonly TechnologyHit[]; readonly by: number },
  ): ReadValue[] {
    const sides = /^[^\s/]+(?:\/[^\s/]+)+(?=\s|$)/.exec(outer.slice(head.start, head.end));
    if (hits.length === 0 || sides === null) return [];
    return [...sides[0].matchAll(/[^/]+/g)].flatMap(({ 0: side, index }) => {
      const span = { start: head.start + index, end: head.start + index + side.length };
      if (hits.some((hit) => hit.span.start < span.end && span.start < hit.span.end)) return [];
      // Beside a name, a word that is one needs no capital.
      const technology = findTechnology(side);
      if (technology !== undefined) return { text: side, span: shifted(span, by), technology };
      return isWrittenAsName(side) ? (untiedValue(outer, span, { by, as: 'name' }) ?? []) : [];
    });
  }

  /** A command or path in code marks: what is said of it is a remark. */
  #isCommand(piece: Piece, outer: string, head: Span): boolean {
    if (head.start < head.end && !/^[-–—→]/.test(outer.slice(head.start))) return false;
    const before = this.#written.slice(0, piece.span.start + head.start).trimEnd();
    return before.endsWith('`') || this.#written.startsWith('`', piece.span.start);
  }

  /** `Triggered after the npm release`: named only to say something else. */
  #isInPassing(outer: string, head: Span, hits: readonly TechnologyHit[]): boolean {
    const first = hits[0];
    if (first === undefined) return false;
    const lead = outer.slice(head.start, first.span.start);
    return otherwiseRelated.test(lead) && unknownWordsIn(lead) > 1 && !this.#isUsed(first.span.start);
  }

  /** Words that the catalogue does not know, before brackets that hold names: `Graphics (OpenGL, OpenCV)`. */
  #isHeading(piece: Piece): boolean {
    const explained = piece.brackets.flatMap((bracket) => piecesOf(this.#words, bracket));
    const names = explained.filter((inner) => this.#namesOf(inner).length > 0);
    return names.length * 2 > explained.length;
  }

  /** `Backend (Python, Go)`: the template's label before a bracket. */
  #readGroup(piece: Piece, outer: string, span: Span): boolean {
    const label = outer.slice(span.start, span.end);
    const [bracket] = piece.brackets;
    if (bracket === undefined || !isTechnologyLabel(label)) return false;
    this.#groups.push({ label, labelSpan: shifted(span, piece.span.start), valueSpan: bracket });
    for (const inner of piecesOf(this.#words, bracket)) this.#readPiece(inner);
    return true;
  }

  /** Inside brackets only items that are names count, the rest are remarks; under a heading all are items. */
  #readInside(bracket: Span, isHeading: boolean): void {
    for (const piece of piecesOf(this.#words, bracket)) {
      const names = this.#namesOf(piece);
      this.#add(names);
      if (names.length > 0) this.#declares ||= isHeading;
      else if (isHeading) {
        const untied = untiedValue(this.#words, piece.span, { by: 0, as: this.#unknown });
        if (untied !== undefined) this.#values.push(untied);
      }
    }
  }

  /** The names of an item that begins with one, and is no sentence. */
  #namesOf({ span }: Piece): TechnologyHit[] {
    const hits = technologiesOfItem(this.#words, span);
    if (hits.length === 0 || moodOf(this.#words, span) !== 'list') return [];
    const lead = this.#words.slice(span.start, hits[0]!.span.start);
    return unknownWordsIn(lead) === 0 && !example.test(lead) ? hits : [];
  }

  /**
   * Behind a dash: a list of names (`Python – FastAPI`, `Angular – with NgRx and RxJS`, `React – Redux for state`), but no
   * remark in words. A further dash begins a further part: `Redis - cache only - and S3`.
   */
  #readRemark(outer: string, remark: Span, by: number): boolean {
    if (remark.start >= remark.end) return false;
    const all = technologiesOfItem(outer, remark);
    if (all.length === 0) return false;
    let hasNames = false;
    for (const part of partsOfRemark(outer, remark)) {
      const hits = all.filter(({ span }) => span.start >= part.start && span.end <= part.end);
      const rest = blankedAt(outer, hits).slice(part.start, part.end);
      if (hits.length === 0 || !isNamesAlone(rest, hits[0]!.span.start - part.start)) continue;
      hasNames = true;
      this.#declares = true;
      this.#add(hits.map((hit) => ({ ...hit, span: shifted(hit.span, by) })));
    }
    return hasNames;
  }

  /** A name that stands alone in code marks: `` `turbo` `` is the package of that name. */
  #inCode({ start, end }: Span): ReadValue | undefined {
    const found = this.#written[start - 1] === '`' ? /^[^`]+(?=`)/.exec(this.#written.slice(start)) : null;
    const technology = found === null ? undefined : technologyOfCodeName(found[0]);
    if (found === null || technology === undefined || end > start + found[0].length) return undefined;
    return { text: found[0], span: { start, end: start + found[0].length }, technology };
  }

  #tiedByPackage(value: ReadValue): ReadValue {
    const technology = technologyOfPackageName(value.text);
    if (technology === undefined) return value;
    this.#declares = true;
    return { ...value, technology };
  }

  /** A word without its capital beside what it runs on, in the same list: `Go, chi`. */
  #withCompany(value: ReadValue): ReadValue {
    if (value.technology !== undefined || !/^[a-z][a-z\d]*$/.test(value.text)) return value;
    const others = this.#values.flatMap((one) => one.technology ?? []);
    const technology = companyOf(value.text, others);
    return technology === undefined ? value : { ...value, technology };
  }

  /**
   * An item is a declaration where hardly anything but names stands in it; with a language only where nothing else
   * does, as it is named in passing too often ("TypeScript types", "HTML imports").
   */
  #noteDeclared(outer: string, head: Span, hits: readonly TechnologyHit[]): void {
    const first = hits[0]!;
    const lead = unknownWordsIn(outer.slice(head.start, first.span.start));
    const qualified = /(?<![\p{L}-])(?:for|as|on|in|via|using|to|by|from|at|für|als|auf)(?![\p{L}-])/u.exec(
      outer.slice(first.span.end, head.end),
    );
    const end = qualified === null ? head.end : first.span.end + qualified.index;
    const rest = unknownWordsIn(blankedAt(outer, hits).slice(first.span.start, end));
    if (used.test(outer.slice(0, first.span.start))) this.#declares = true;
    if (lead + rest === 0) this.#declares = true;
    // Whoever begins with a name behind a label has answered, whatever else is said.
    if (this.#isBehindLabel && lead === 0 && !inPassing.has(first.item.id)) this.#declares = true;
    if (first.item.kind !== 'language' && lead <= 1 && rest <= 1) this.#declares = true;
  }

  #versionIn(piece: Piece): string | undefined {
    for (const bracket of piece.brackets) {
      const found = versionAt(this.#words, trimmedSpan(this.#words, bracket).start);
      if (found !== undefined && found.end <= bracket.end) return found.version;
    }
    return undefined;
  }

  #add(hits: readonly TechnologyHit[]): void {
    this.#values.push(...hits.map((hit) => this.#valueOf(hit)));
  }

  #valueOf({ item, span, version }: TechnologyHit): ReadValue {
    const text = this.#words.slice(span.start, span.end).replace(/\s+/g, ' ').replaceAll('\\', '').trim();
    return { text, span, technology: item, ...(version === undefined ? {} : { version }) };
  }
}

const used = /(?<![\p{L}-])(?:via|using|through|mithilfe von|runs? on|deploys? to) (?:an? |the |our )?$/iu;
/** Of a verb in what a clause speaks of, that it is no participle: `The app calls Stripe, which …`. */
const finite = /(?<![\p{L}-])(?:uses|calls|talks to|connects to|relies on|depends on)$/iu;
const otherwiseRelated =
  /(?<![\p{L}-])(?:after|before|from|of|for|between|about|during|until|against|like|than|per) (?:an? |the |our |each |every )?$/iu;

/** Languages that every project has something of. */
const inPassing: ReadonlySet<string> = new Set([
  'sql',
  'html',
  'css',
  'markdown',
  'yaml',
  'json',
  'xml',
  'bash',
]);

/** An item of running text has hardly more words beside its names. */
const mostUnknownOfItem = 2;
const example = /(?<![\p{L}])(?:e\.\s?g|i\.\s?e|z\.\s?b)(?![\p{L}])/iu;

/** A label of the template's technologies section, such as `Backend` before a bracket. */
function isTechnologyLabel(label: string): boolean {
  if (label.length > 40) return false;
  const place = findTemplatePlace(label);
  return place?.kind === 'label' && place.label.technologySection !== undefined;
}

/** The piece with its brackets made blank, from the piece's start. */
function outerOf(words: string, piece: Piece): string {
  let text = words.slice(piece.span.start, piece.span.end);
  for (const bracket of piece.brackets) {
    const start = bracket.start - 1 - piece.span.start;
    const end = Math.min(text.length, bracket.end + 1 - piece.span.start);
    text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  }
  return text;
}

function partsOfRemark(outer: string, remark: Span): Span[] {
  const parts: Span[] = [];
  let { start } = remark;
  for (const { 0: dash, index } of outer.slice(remark.start, remark.end).matchAll(/\s[-–—→]\s/g)) {
    parts.push({ start, end: remark.start + index });
    start = remark.start + index + dash.length;
  }
  return [...parts, { start, end: remark.end }];
}

/** Whether what the names of a remark leave, of which the first stood at `first`, only joins them or says for what they are. */
function isNamesAlone(rest: string, first: number): boolean {
  const lead = rest.slice(0, first);
  const behind = rest.slice(first).replace(purpose, '');
  return joiningAlone.test(behind) && (joiningAlone.test(lead) || hosting.test(lead));
}

const joiningAlone = /^(?:[^\p{L}]|(?<!\p{L})(?:and|or|with|on|plus|und|mit|v)(?!\p{L}))*$/u;
const purpose = /(?<!\p{L})(?:for|as|für|als) (?:[\p{L}\p{N}-]+ ?){1,4}$/iu;
const hosting = /^\W*(?:hosted|deployed|running|runs|managed) (?:on|in|by|with|via)\s*$/iu;

function withoutHits(words: string, piece: Piece): string {
  const outer = outerOf(words, piece);
  return blankedAt(outer, technologiesOfItem(outer, { start: 0, end: outer.length }));
}

function blankedAt(text: string, hits: readonly { readonly span: Span }[]): string {
  let result = text;
  for (const { span } of hits) {
    result = result.slice(0, span.start) + ' '.repeat(span.end - span.start) + result.slice(span.end);
  }
  return result;
}
