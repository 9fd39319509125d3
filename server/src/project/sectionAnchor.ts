import type { TemplatePlace } from '../catalogue/template.ts';
import { outlineOf } from '../parse/outline.ts';
import { type Span, shifted } from '../text/span.ts';
import type { FactSource } from './factTypes.ts';
import { headingName } from './headingName.ts';

/**
 * Where a finding about a missing section stands: the heading under which the template has it, else the
 * document's first heading, else its first line. UTF-16 offsets in the file.
 */
export function sectionAnchor(file: FactSource, missing: TemplatePlace | undefined): Span {
  const parent = missing?.kind === 'label' ? missing.label.section : undefined;
  let first: Span | undefined;
  for (const { start, block } of outlineOf(file.body)) {
    if (block.kind !== 'heading') continue;
    const title = shifted(block.title, file.bodyStart + start);
    first ??= title;
    if (parent === undefined) break;
    const place = headingName(block).template;
    if (place?.kind === 'section' && place.section.id === parent) return title;
  }
  return first ?? firstLine(file);
}

function firstLine(file: FactSource): Span {
  const end = /[\r\n]/.exec(file.body.text)?.index ?? file.body.text.length;
  return { start: file.bodyStart, end: file.bodyStart + end };
}
