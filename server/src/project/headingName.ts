import { normalizedName } from '../catalogue/names.ts';
import type { HeadingBlock } from '../parse/outline.ts';
import { type LabelName, nameOfLabel } from './declarationsLabel.ts';

/** What a heading names; read once for each block, as every keystroke asks for all of them. */
export interface HeadingName extends LabelName {
  /** The label in the form in which two spellings of it are equal. */
  readonly normalized: string;
}

export function headingName(block: HeadingBlock): HeadingName {
  let known = names.get(block);
  if (known === undefined) {
    const name = nameOfLabel(block.text.slice(block.title.start, block.title.end));
    known = { ...name, normalized: normalizedName(name.label) };
    names.set(block, known);
  }
  return known;
}

const names = new WeakMap<HeadingBlock, HeadingName>();
