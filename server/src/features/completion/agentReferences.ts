import * as l10n from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { technologies, domains } from '../../catalogue/lookup.ts';
import { templateSections } from '../../catalogue/template.ts';
import type { MarkdownTree } from '../../parse/markdown.ts';
import type { Requirement } from '../../requirements/requirementTypes.ts';
import type { PositionMap } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import { isInFence, isProse } from './prose.ts';
import { lineAround } from './lineAround.ts';

/** The label of a reference being typed (`**"Data|`): the project document's labels first, then the template's. */
export function referenceLabels(
  body: MarkdownTree,
  offset: number,
  bodyStart: number,
  documentLabels: readonly string[],
  positions: PositionMap,
): CompletionItem[] {
  const line = lineAround(body.text, offset);
  const opened = /\*\*["“]([^"”*]*)$/.exec(body.text.slice(line.start, offset));
  if (opened === null || !isProse(body, offset)) return [];
  const range = {
    start: positions.positionAt(bodyStart + offset - opened[1]!.length),
    end: positions.positionAt(bodyStart + labelEnd(body.text, offset, line.end)),
  };
  const template = templateSections.flatMap((section) => [
    section.title,
    ...section.labels.map(({ label }) => label),
  ]);
  const offered = [...new Set([...documentLabels, ...template])];
  return offered.map((label, index) => ({
    label,
    kind: CompletionItemKind.Reference,
    detail: documentLabels.includes(label) ? l10n.t('in CLAUDE.md') : l10n.t('from the template'),
    sortText: String(index).padStart(4, '0'),
    filterText: label,
    textEdit: { range, newText: label },
  }));
}

/** Up to the mark that closes the label on the line; without one no further than the word at the cursor. */
function labelEnd(text: string, offset: number, lineEnd: number): number {
  const behind = text.slice(offset, lineEnd);
  const toMark = /^([^"”*`<>[\]]{0,100})(?:["”]|\*\*)/.exec(behind)?.[1];
  // Behind a space a mark opens something else.
  if (toMark !== undefined && !/\s$/.test(toMark)) return offset + toMark.length;
  return offset + /^[^\s"”*`<>[\](),.:;!?]*/.exec(behind)![0].length;
}

/** A vocabulary key being typed in the block of a requirement: technologies or domains of its section. */
export function vocabularyKeys(
  body: MarkdownTree,
  offset: number,
  bodyStart: number,
  requirements: readonly Requirement[],
  positions: PositionMap,
): CompletionItem[] {
  const line = lineAround(body.text, offset);
  const before = body.text.slice(line.start, offset);
  const lead = /^(?:[-*+][ \t]+\*\*|[ \t]+(?:-[ \t]+)?)(?=[^*:]*$)/.exec(before);
  const requirement = governing(requirements, body, offset);
  const place = requirement?.place;
  if (lead === null || requirement === undefined || place === undefined) return [];
  const isBullet = lead[0].endsWith('**');
  if (isBullet ? !isProse(body, offset) : !isInFence(body, offset)) return [];
  if (!isBullet && !requirement.vocabulary.some((key) => indentAt(body.text, key.keySpan.start) === lead[0]))
    return [];
  const start = line.start + lead[0].length;
  const written = isBullet
    ? bulletKey(body.text, start, offset, line.end)
    : yamlKey(body.text, start, offset, line.end);
  const range = {
    start: positions.positionAt(bodyStart + written.replaced.start),
    end: positions.positionAt(bodyStart + written.replaced.end),
  };
  const known = new Set(
    requirement.vocabulary.flatMap((key) => [...key.technologies, ...key.domains].map(({ id }) => id)),
  );
  const section = place.kind === 'label' ? place.label.technologySection : undefined;
  const holdsDomains = place.kind === 'label' && place.label.holds === 'domains';
  const items = holdsDomains
    ? domains
    : technologies().filter((item) => section === undefined || item.sections.includes(section));
  return items
    .filter((item) => !known.has(item.id))
    .map((item) => ({
      label: item.name,
      kind: CompletionItemKind.Property,
      filterText: item.name,
      textEdit: { range, newText: `${item.name}${written.marks}` },
    }));
}

/** What a chosen key replaces on the cursor's line. */
interface WrittenKey {
  readonly replaced: Span;
  /** What has to come behind the key: the marks and the space that are not there. */
  readonly marks: string;
}

/** The key behind a bullet's bold mark, up to the mark that closes it. */
function bulletKey(text: string, start: number, offset: number, lineEnd: number): WrittenKey {
  const behind = text.slice(offset, lineEnd);
  const rest = /^([^*:]{0,100})(:?\*\*)([ \t]*)(.?)/.exec(behind);
  if (rest !== null) {
    const [, words, mark = '', space = '', next = ''] = rest;
    const end = offset + words!.length;
    if (mark.startsWith(':') || /[:=–—→-]/.test(next)) return { replaced: { start, end }, marks: '' };
    const replaced = { start, end: end + mark.length };
    return { replaced, marks: `**:${space === '' ? ' ' : ''}` };
  }
  const end = offset + /^[^\s*:,;()]*/.exec(behind)![0].length;
  const follows = text.slice(end, lineEnd);
  if (follows.startsWith(':')) return { replaced: { start, end }, marks: '**' };
  return { replaced: { start, end }, marks: `**:${/^\s/.test(follows) ? '' : ' '}` };
}

/** A key of a YAML block, up to its colon. */
function yamlKey(text: string, start: number, offset: number, lineEnd: number): WrittenKey {
  const behind = text.slice(offset, lineEnd);
  const words = /^([^:#]{0,100}):/.exec(behind)?.[1];
  if (words !== undefined) return { replaced: { start, end: offset + words.length }, marks: '' };
  return { replaced: { start, end: offset + /^[^\s:#]*/.exec(behind)![0].length }, marks: ':' };
}

/** The requirement whose block holds `offset`: the last one mentioned before it, no heading or rule between. */
function governing(
  requirements: readonly Requirement[],
  body: MarkdownTree,
  offset: number,
): Requirement | undefined {
  let best: Requirement | undefined;
  let bestAt = -1;
  for (const requirement of requirements) {
    for (const { start } of [requirement.labelSpan, ...requirement.alsoAt]) {
      if (start < offset && start > bestAt) {
        best = requirement;
        bestAt = start;
      }
    }
  }
  if (best === undefined) return undefined;
  return /^(?:#{1,6}[ \t]|---[ \t]*$)/m.test(body.text.slice(bestAt, offset)) ? undefined : best;
}

function indentAt(text: string, offset: number): string {
  const line = lineAround(text, offset);
  return text.slice(line.start, offset);
}
