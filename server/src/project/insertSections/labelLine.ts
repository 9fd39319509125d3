import type { TemplateLabel } from '../../catalogue/template.ts';
import type { Declaration } from '../declarations/declarations.ts';
import { endOfLine, startOfLine } from './lines.ts';
import type { PlannedLabel } from './plan.ts';
import { formOf, templateForm, wordsOf } from './style.ts';
import type { DocumentStyle } from './style.ts';

/** A line to be written, and what of it is the value. */
export interface Line {
  readonly text: string;
  readonly value?: string;
}

/** A document that gets new lines, as far as they have to look like its own. */
export interface WrittenDocument {
  /** As spans count it. */
  readonly text: string;
  readonly style: DocumentStyle;
  /** Its places of the template's labels, in order. */
  readonly labels: readonly Declaration[];
}

/**
 * A label with its value on a line of its own, written like the document's other labels.
 * @param anchor the place beside which it will stand, where there is one
 */
export function labelLine(document: WrittenDocument, planned: PlannedLabel, anchor?: Declaration): Line {
  const { label, value } = planned;
  if (anchor?.kind === 'table-row') return row(document, label, value, anchor);
  const { text, style, labels } = document;
  const words = wordsOf(label, style);
  const isMetadata = label.section === 'metadata';
  const models = [
    ...(anchor === undefined ? [] : [anchor]),
    ...labels.filter(
      (place) =>
        place.template?.kind === 'label' &&
        (place.template.label.section === label.section ||
          (!isMetadata && place.template.label.section !== 'metadata')),
    ),
  ];
  for (const model of models) {
    if (anchor === undefined && model.kind !== 'bullet' && model.kind !== 'metadata' && model.kind !== 'bold')
      continue;
    const form = formOf(text, model);
    if (form === undefined) continue;
    const before = anchor === undefined ? form.before.trimStart() : form.before;
    return { text: `${before}${words}${form.behind}${value}`, value };
  }
  const form = templateForm(label, style);
  return { text: `${form.before}${words}${form.behind}${value}`, value };
}

function row(
  { text, style }: WrittenDocument,
  label: TemplateLabel,
  value: string,
  anchor: Declaration,
): Line {
  const start = startOfLine(text, anchor.labelSpan.start);
  const like = text.slice(start, endOfLine(text, start));
  const before = like.slice(0, anchor.labelSpan.start - start).replace(/[^|\s]/g, '');
  const bars =
    like
      .slice(anchor.labelSpan.end - start)
      .replace(/\\\|/g, '')
      .split('|').length - 1;
  const closed = like.trimEnd().endsWith('|');
  const cells = Math.max(0, bars - (closed ? 2 : 1));
  const bold =
    like.slice(0, anchor.labelSpan.start - start).endsWith('**') || like.includes(`**${anchor.label}`)
      ? '**'
      : '';
  const words = `${bold}${wordsOf(label, style)}${bold}`;
  const escaped = value.replaceAll('|', '\\|');
  return {
    text: `${before}${words} | ${escaped}${' | '.repeat(cells)}${closed ? ' |' : ''}`,
    value: escaped,
  };
}
