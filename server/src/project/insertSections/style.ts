import type { TemplateLabel } from '../../catalogue/template.ts';
import { outlineOf } from '../../parse/outline.ts';
import { lineEndOf } from '../../text/lineIndex.ts';
import { declarationsOf } from '../declarations/declarations.ts';
import type { Declaration } from '../declarations/declarations.ts';
import type { FactSource } from '../factTypes.ts';

/** How a project document is written, as far as a new section has to look like the others. */
export interface DocumentStyle {
  readonly eol: string;
  /** `- `, `* `: what a bullet begins with. */
  readonly bullet: string;
  readonly level: number;
  /** Whether a blank line stands between a heading and what follows it. */
  readonly blankAfterHeading: boolean;
  readonly blankBeforeHeading: boolean;
  /** Whether `---` stands between sections. */
  readonly ruleBetween: boolean;
  /** What stands between a heading's number and its words (`. `), where headings are numbered. */
  readonly numberEnd: string | undefined;
  /** The dash in `Frontend – technologies and tools`; `undefined` where labels are written short. */
  readonly dash: string | undefined;
}

/** A heading of the document with its place; offsets in the file. */
export interface PlacedHeading {
  readonly place: Declaration;
  readonly level: number;
  readonly start: number;
  /** Past its own line, or the line below it that underlines it. */
  readonly end: number;
  readonly number: number | undefined;
  /** Past the last block before the next heading, rules left out. */
  readonly ownEnd: number;
  /** Whether anything but rules stands in between. */
  readonly isEmpty: boolean;
}

/** How one label is written: what stands before and behind its words. */
export interface LabelForm {
  readonly before: string;
  readonly behind: string;
}

/** The file's text as spans count it, empty lines in place of the frontmatter. */
export function fileTextOf(source: FactSource): string {
  return '\n'.repeat(source.bodyStart) + source.body.text;
}

/** The document's headings in order. */
export function headingsOf(source: FactSource): PlacedHeading[] {
  const places = new Map<number, Declaration>();
  const add = (place: Declaration): void => {
    if (place.kind === 'heading') places.set(place.labelSpan.start, place);
    for (const child of place.children) add(child);
  };
  for (const place of declarationsOf(source)) add(place);
  const headings: PlacedHeading[] = [];
  for (const { start, block } of outlineOf(source.body)) {
    const at = start + source.bodyStart;
    const last = headings.at(-1);
    if (block.kind !== 'heading') {
      if (last !== undefined && block.kind !== 'rule') {
        headings[headings.length - 1] = { ...last, ownEnd: at + block.text.length, isEmpty: false };
      }
      continue;
    }
    const place = places.get(at + block.title.start);
    if (place === undefined) continue;
    const number = /^(?:\D{0,4})(\d{1,4})(?=[.):\s])/.exec(block.text.slice(block.title.start))?.[1];
    headings.push({
      place,
      level: block.level,
      start: at,
      end: at + block.text.length,
      number: number === undefined ? undefined : Number(number),
      ownEnd: at + block.text.length,
      isEmpty: true,
    });
  }
  return headings;
}

/** Reads the style off the document; what it does not show is as the template has it. */
export function styleOf(source: FactSource, headings: readonly PlacedHeading[]): DocumentStyle {
  const text = fileTextOf(source);
  const eol = lineEndOf(source.body.text);
  const sections = headings.filter(
    (one) => one.place.template?.kind === 'section' && !isTitle(one, headings),
  );
  const numbered = sections.filter((one) => one.number !== undefined);
  const first = numbered[0];
  return {
    eol,
    bullet: bulletOf(source),
    level: commonLevel(sections.length > 0 ? sections : headings.filter((one) => !isTitle(one, headings))),
    blankAfterHeading: most(headings, (one) => isBlankLineAfter(text, one)) ?? true,
    blankBeforeHeading: most(headings.slice(1), (one) => /\n[ \t]*\n$/.test(before(text, one.start))) ?? true,
    ruleBetween:
      sections.length > 1 &&
      most(sections.slice(1), (one) => /(?:^|\n)-{3,}\s*$/.test(before(text, one.start))) === true,
    numberEnd:
      first === undefined || numbered.length * 2 < sections.length
        ? undefined
        : (/\d+([.):]*\s+)/.exec(text.slice(first.start, first.start + 20))?.[1] ?? '. '),
    dash: dashOf(source),
  };
}

/** Whether a heading is the document's title: the only one of level 1, with others under it or without a place. */
export function isTitle(heading: PlacedHeading, headings: readonly PlacedHeading[]): boolean {
  if (heading.level !== 1 || (headings.length < 2 && heading.place.template !== undefined)) return false;
  return headings.every((one) => one === heading || one.level > 1);
}

/** How a labelled place is written, for one like it. */
export function formOf(text: string, place: Declaration): LabelForm | undefined {
  const lineStart =
    Math.max(
      text.lastIndexOf('\n', place.labelSpan.start - 1),
      text.lastIndexOf('\r', place.labelSpan.start - 1),
    ) + 1;
  const before = text.slice(lineStart, place.labelSpan.start);
  if (!/^[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(?:\*\*|__|`)?$/.test(before)) return undefined;
  const behind = /^(?:[:：](?:\*\*|__)|(?:\*\*|__|`)?[:：]|(?:\*\*|__)?[ \t]+[-–—](?=[ \t]))/.exec(
    text.slice(place.labelSpan.end, place.labelSpan.end + 8),
  );
  if (behind === null) return undefined;
  const bullet = /^([ \t]*)(\d+)([.)][ \t]+)(.*)$/.exec(before);
  if (bullet === null) return { before, behind: `${behind[0]} ` };
  return { before: `${bullet[1]}${Number(bullet[2]) + 1}${bullet[3]}${bullet[4]}`, behind: `${behind[0]} ` };
}

/** How the template itself writes a label. */
export function templateForm(label: TemplateLabel, style: DocumentStyle): LabelForm {
  if (label.section === 'metadata') return { before: `${style.bullet}**`, behind: '**: ' };
  if (label.section === 'technologies') return { before: `${style.bullet}**`, behind: ':** ' };
  return { before: style.bullet, behind: ': ' };
}

/** The label's words as the document would write them. */
export function wordsOf(label: TemplateLabel, style: DocumentStyle): string {
  const [head, tail] = label.label.split(' – ');
  if (tail === undefined) return label.label;
  return style.dash === undefined ? head! : `${head} ${style.dash} ${tail}`;
}

function dashOf(source: FactSource): string | undefined {
  let dash: string | undefined;
  let short = 0;
  const add = (place: Declaration): void => {
    if (place.template?.kind === 'label' && place.template.label.label.includes(' – ')) {
      const found = / ([-–—]) /.exec(place.label)?.[1];
      if (found === undefined) short++;
      else dash ??= found;
    }
    for (const child of place.children) add(child);
  };
  for (const place of declarationsOf(source)) add(place);
  return dash ?? (short > 0 ? undefined : '–');
}

function bulletOf(source: FactSource): string {
  for (const { block } of outlineOf(source.body)) {
    if (block.kind !== 'list') continue;
    const item = block.items[0];
    const mark = item === undefined ? '' : block.text.slice(item.mark.start, item.mark.end);
    if (item === undefined || !/^[-*+]$/.test(mark)) continue;
    const space = /^[ \t]{1,4}/.exec(block.text.slice(item.mark.end))?.[0] ?? ' ';
    return mark + space;
  }
  return '- ';
}

function commonLevel(headings: readonly PlacedHeading[]): number {
  const counts = new Map<number, number>();
  for (const { level } of headings) counts.set(level, (counts.get(level) ?? 0) + 1);
  let best: number | undefined;
  for (const [level, count] of counts) {
    if (best === undefined || count > counts.get(best)! || (count === counts.get(best) && level < best))
      best = level;
  }
  return best ?? 2;
}

function isBlankLineAfter(text: string, heading: PlacedHeading): boolean | undefined {
  if (heading.isEmpty) return undefined;
  const { start } = heading.place.valueSpan;
  return /\n[ \t]*\n[ \t]*$/.test(before(text, start));
}

/** What stands before an offset, all line ends as LF. */
function before(text: string, offset: number): string {
  return text.slice(Math.max(0, offset - 40), offset).replace(/\r\n?/g, '\n');
}

/** What holds for most; `undefined` where nothing shows it. */
function most<T>(items: readonly T[], test: (item: T) => boolean | undefined): boolean | undefined {
  let yes = 0;
  let no = 0;
  for (const item of items) {
    const answer = test(item);
    if (answer === true) yes++;
    else if (answer === false) no++;
  }
  return yes + no === 0 ? undefined : yes >= no;
}
