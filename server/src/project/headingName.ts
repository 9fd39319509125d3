import { normalizedName } from '../catalogue/names.ts';
import type { HeadingBlock } from '../parse/outline.ts';
import type { TemplatePlace } from '../catalogue/template.ts';
import { nameOfLabel } from './declarations/label.ts';

/** What a heading names; read once for each block, as every keystroke asks for all of them. */
export interface HeadingName {
  readonly label: string;
  readonly template: TemplatePlace | undefined;
  /** The label in the form in which two spellings of it are equal. */
  readonly normalized: string;
}

export function headingName(block: HeadingBlock): HeadingName {
  let known = names.get(block);
  if (known === undefined) {
    const { label, template } = nameOfLabel(block.text.slice(block.title.start, block.title.end));
    known = { label, template, normalized: normalizedName(label) };
    names.set(block, known);
  }
  return known;
}

const names = new WeakMap<HeadingBlock, HeadingName>();
