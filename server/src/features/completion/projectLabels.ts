import * as l10n from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { findTemplatePlace, templateSections } from '../../catalogue/template.ts';
import type { MarkdownTree } from '../../parse/markdown.ts';
import type { RequiredPlace } from '../../rules/projectSubject.ts';
import { readerNames } from '../../rules/project/readers.ts';
import type { PositionMap } from '../../text/lineIndex.ts';
import { lineAround } from './lineAround.ts';
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
  if (isCode(body, offset)) return [];
  const line = lineAround(body.text, offset);
  const before = body.text.slice(line.start, offset);
  const heading = /^#{1,6}[ \t]+(?:\d+\.[ \t]+)?/.exec(before);
  const bullet = /^[ \t]*[-*+][ \t]+(\*\*)?/.exec(before);
  const lead = heading ?? bullet;
  if (lead === null || before.slice(lead[0].length).includes(':')) return [];
  // Behind a label and a dash a value is due.
  const labelled = labelledLine(body.text, line);
  if (labelled !== undefined && labelled.valueStart <= offset) return [];
  const range = {
    start: positions.positionAt(bodyStart + line.start + lead[0].length),
    end: positions.positionAt(bodyStart + offset),
  };
  const offered = heading === null ? labels(body.text, line.start, required) : titles(required);
  return offered
    .filter(({ label }) => !isPresent(label))
    .map(({ label, readers, rank }) => ({
      label,
      kind: CompletionItemKind.Property,
      detail: readers === '' ? l10n.t('from the template') : l10n.t('read by {0}', readers),
      sortText: `${rank}${String(offered.findIndex((other) => other.label === label)).padStart(3, '0')}`,
      filterText: label,
      textEdit: { range, newText: heading === null ? labelText(label, bullet?.[1], body.text) : label },
    }));
}

interface Offered {
  readonly label: string;
  readonly readers: string;
  readonly rank: number;
}

function titles(required: readonly RequiredPlace[]): Offered[] {
  const read = required.filter((place) => place.place === undefined || place.place.kind === 'section');
  return [
    ...read.map((place) => ({ label: place.label, readers: readerNames(place.readers), rank: 0 })),
    ...templateSections
      .filter((section) => !read.some((place) => place.label === section.title))
      .map((section) => ({ label: section.title, readers: '', rank: 1 })),
  ];
}

/** Labels of the section that the bullet stands in; what agents read first. */
function labels(text: string, lineStart: number, required: readonly RequiredPlace[]): Offered[] {
  const section = sectionAbove(text, lineStart);
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

function sectionAbove(text: string, lineStart: number): string | undefined {
  for (let at = lineStart; at > 0;) {
    const line = lineAround(text, at - 1);
    const heading = /^#{1,6}[ \t]+(.{1,200}?)[ \t#]*$/.exec(text.slice(line.start, line.end));
    if (heading !== null) {
      const place = findTemplatePlace(heading[1]!);
      return place?.kind === 'section' ? place.section.id : place?.label.section;
    }
    at = line.start;
  }
  return undefined;
}

/** The label with its colon and bold marks, as the document's other labels have them. */
function labelText(label: string, openBold: string | undefined, text: string): string {
  const usesBold = openBold !== undefined || /^[ \t]*[-*+][ \t]+\*\*[^*\n]+\*\*/m.test(text);
  if (!usesBold) return `${label}: `;
  const inside = !/^[ \t]*[-*+][ \t]+\*\*[^*:\n]+\*\*:/m.test(text);
  const open = openBold === undefined ? '**' : '';
  return inside ? `${open}${label}:** ` : `${open}${label}**: `;
}
