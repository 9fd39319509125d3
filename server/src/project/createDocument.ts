import { planSections, plainPlaceholder } from './insertSections/plan.ts';
import type { RequestedLabel } from './insertSections/plan.ts';
import type { Span } from '../text/span.ts';

/**
 * The text of a new CLAUDE.md with the sections for the labels, in the template's order, a placeholder where no
 * value is given. `placeholder` is the first value's span in the text (UTF-16 offsets).
 */
export function createDocument(
  labels: readonly RequestedLabel[],
  eol: '\n' | '\r\n' | '\r',
): { newText: string; placeholder?: Span } {
  let newText = `# CLAUDE.md${eol}`;
  let placeholder: Span | undefined;
  const add = (before: string, value: string): void => {
    newText += before;
    placeholder ??= { start: newText.length, end: newText.length + value.length };
    newText += value + eol;
  };
  for (const section of planSections(labels)) {
    newText += `${eol}## ${section.title}${eol}${eol}`;
    if (section.labels.length === 0) add('', section.value ?? plainPlaceholder);
    for (const { label, value } of section.labels) add(beforeValue(label.label, label.section), value);
  }
  return placeholder === undefined ? { newText } : { newText, placeholder };
}

/** As the template writes its labels. */
function beforeValue(label: string, section: string): string {
  if (section === 'metadata') return `- **${label}**: `;
  return section === 'technologies' ? `- **${label}:** ` : `- ${label}: `;
}
