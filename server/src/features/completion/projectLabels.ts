import * as l10n from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { findTemplatePlace, templateSections } from '../../catalogue/template.ts';
import type { MarkdownTree } from '../../parse/markdown.ts';
import type { RequiredPlace } from '../../rules/projectSubject.ts';
import { readerNames } from '../../rules/project/readers.ts';
import type { PositionMap } from '../../text/lineIndex.ts';
import { lineAround } from './lineAround.ts';
import { isProse } from './prose.ts';
import { isCode, labelledLine } from './valueContext.ts';

/**
 * The headings and labels that agents read or the template has, at a heading or bullet being begun; without
 * those the document already has. `isPresent` tells whether the document has a label.
 */
export function projectLabels(
  body: MarkdownTree,
  offset: number,
  bodyStart: number,
  required: readonly RequiredPlace[],
  isPresent: (label: string) => boolean,
  positions: PositionMap,
): CompletionItem[] {
  if (isCode(body, offset) || !isProse(body, offset)) return [];
  const line = lineAround(body.text, offset);
  const before = body.text.slice(line.start, offset);
  const heading = /^(#{1,6})[ \t]+(?:\d+\.[ \t]+)?/.exec(before);
  const bullet = /^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(\*\*|__)?/.exec(before);
  const lead = heading ?? bullet;
  if (lead === null || before.slice(lead[0].length).includes(':')) return [];
  // Behind a label and a dash a value is due.
  const labelled = labelledLine(body.text, line);
  if (labelled !== undefined && labelled.valueStart <= offset) return [];
  const start = line.start + lead[0].length;
  const behind = body.text.slice(offset, line.end);
  // Before a bold mark a second label would be put.
  if (start === offset && heading === null && /^(?:\*\*|__)[^\s*_]/.test(behind)) return [];
  const { length, marks } =
    heading === null ? restOfLabel(behind, bullet?.[1], body.text) : restOfTitle(behind);
  const range = {
    start: positions.positionAt(bodyStart + start),
    end: positions.positionAt(bodyStart + offset + length),
  };
  const offered =
    heading === null
      ? labels(sectionAbove(body.text, line.start), required)
      : titles(sectionAbove(body.text, line.start, heading[1]!.length), required);
  return offered
    .filter(({ label }) => !isPresent(label))
    .map(({ label, readers, rank }) => ({
      label,
      kind: CompletionItemKind.Property,
      detail: readers === '' ? l10n.t('from the template') : l10n.t('read by {0}', readers),
      sortText: `${rank}${String(offered.findIndex((other) => other.label === label)).padStart(3, '0')}`,
      filterText: label,
      textEdit: { range, newText: `${marks.open}${label}${marks.close}` },
    }));
}

interface Offered {
  readonly label: string;
  readonly readers: string;
  readonly rank: number;
}

/** Titles of sections; below one its labels first, which may be headings as well. */
function titles(section: string | undefined, required: readonly RequiredPlace[]): Offered[] {
  const read = required.filter((place) => place.place === undefined || place.place.kind === 'section');
  const below = section === undefined ? [] : labels(section, required);
  const rank = below.length > 0 ? 2 : 0;
  return [
    ...below,
    ...read.map((place) => ({ label: place.label, readers: readerNames(place.readers), rank })),
    ...templateSections
      .filter(({ title }) => ![...read, ...below].some(({ label }) => label === title))
      .map(({ title }) => ({ label: title, readers: '', rank: rank + 1 })),
  ];
}

/** Labels of a section, or of all; what agents read first. */
function labels(section: string | undefined, required: readonly RequiredPlace[]): Offered[] {
  const read = required.flatMap((place) =>
    place.place?.kind === 'label' && (section === undefined || place.place.label.section === section)
      ? [{ label: place.label, readers: readerNames(place.readers), rank: 0 }]
      : [],
  );
  const others = templateSections
    .filter((candidate) => candidate.id === section)
    .flatMap((candidate) => candidate.labels)
    .filter((label) => !read.some((place) => place.label === label.label))
    .map((label) => ({ label: label.label, readers: '', rank: 1 }));
  return [...read, ...others];
}

/** The section of the heading above. @param level only of headings above this level */
function sectionAbove(text: string, lineStart: number, level = 7): string | undefined {
  for (let at = lineStart; at > 0;) {
    const line = lineAround(text, at - 1);
    const heading = /^(#{1,6})[ \t]+(.{1,200}?)[ \t#]*$/.exec(text.slice(line.start, line.end));
    if (heading !== null && heading[1]!.length < level) {
      const place = findTemplatePlace(heading[2]!);
      return place?.kind === 'section' ? place.section.id : place?.label.section;
    }
    at = line.start;
  }
  return undefined;
}

/** How much of what stands behind the cursor goes with what is chosen, and what comes around that. */
interface Rest {
  readonly length: number;
  readonly marks: { readonly open: string; readonly close: string };
}

const noMarks = { open: '', close: '' };

/** A heading's title goes up to its colon or what is in parentheses, without closing number signs. */
function restOfTitle(behind: string): Rest {
  return { length: /^.*?(?=[ \t]*(?:[ \t]#+[ \t]*$|$|[:(]))/.exec(behind)![0].length, marks: noMarks };
}

/** A label goes up to its colon or bold mark; of words without either only the one at the cursor. */
function restOfLabel(behind: string, openBold: string | undefined, text: string): Rest {
  if (openBold === undefined) {
    const label = /^[^:*`]{0,100}?(?=[ \t]*:(?:[ \t]|$))/.exec(behind)?.[0];
    if (label !== undefined) return { length: label.length, marks: noMarks };
  } else {
    const closed =
      openBold === '**'
        ? /^([^:*]{0,100})(:?)\*\*([ \t]*)(.?)/
        : /^((?:[^:_]|_(?!_)){0,100})(:?)__([ \t]*)(.?)/;
    const [, words, colon, space = '', next = ''] = closed.exec(behind) ?? [];
    if (words !== undefined && (colon !== '' || /[:=–—→-]/.test(next)))
      return { length: words.length, marks: noMarks };
    if (words !== undefined) return bolded(words.length + openBold.length, openBold, space !== '', text);
    const colonAt = /^[^:*]{0,100}?(?=[ \t]*:(?:[ \t]|$))/.exec(behind)?.[0].length;
    if (colonAt !== undefined) return { length: colonAt, marks: { open: '', close: openBold } };
  }
  const { length } = /^[^\s:*]*/.exec(behind)![0];
  return bolded(length, openBold, /^[ \t]/.test(behind.slice(length)), text);
}

/** @param hasSpace white space follows as it is */
function bolded(length: number, openBold: string | undefined, hasSpace: boolean, text: string): Rest {
  const { open, close } = labelMarks(openBold, text);
  return { length, marks: { open, close: hasSpace ? close.trimEnd() : close } };
}

/** The colon and bold marks around a label, as the document's other labels have them. */
function labelMarks(openBold: string | undefined, text: string): Rest['marks'] {
  const usesBold = openBold !== undefined || /^[ \t]*[-*+][ \t]+\*\*[^*\n]+\*\*/m.test(text);
  if (!usesBold) return { open: '', close: ': ' };
  const mark = openBold ?? '**';
  const inside = !/^[ \t]*[-*+][ \t]+\*\*[^*:\n]+\*\*:/m.test(text);
  return { open: openBold === undefined ? mark : '', close: inside ? `:${mark} ` : `${mark}: ` };
}
