import * as l10n from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { technologies, domains } from '../../catalogue/lookup.ts';
import { templateSections } from '../../catalogue/template.ts';
import type { MarkdownTree } from '../../parse/markdown.ts';
import type { Requirement } from '../../requirements/requirementTypes.ts';
import type { PositionMap } from '../../text/lineIndex.ts';
import { lineAround } from './valueContext.ts';

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
  if (opened === null) return [];
  const rest = /^[^"”*\n\r]*/.exec(body.text.slice(offset, line.end))![0];
  const range = {
    start: positions.positionAt(bodyStart + offset - opened[1]!.length),
    end: positions.positionAt(bodyStart + offset + rest.length),
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
  const lead = /^(?:[-*+][ \t]+\*\*|[ \t]+)(?=[^*:]*$)/.exec(before);
  const requirement = governing(requirements, body, offset);
  const place = requirement?.place;
  if (lead === null || requirement === undefined || place === undefined) return [];
  const isBullet = lead[0].endsWith('**');
  if (!isBullet && !requirement.vocabulary.some((key) => indentAt(body.text, key.keySpan.start) === lead[0]))
    return [];
  const range = {
    start: positions.positionAt(bodyStart + line.start + lead[0].length),
    end: positions.positionAt(bodyStart + offset),
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
      textEdit: { range, newText: isBullet ? `${item.name}**: ` : `${item.name}:` },
    }));
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
