import { changeBetween, MarkdownTree, type TextChange } from './markdown.ts';

/**
 * The Markdown below a file's frontmatter, parsed when first asked for and, after edits, incrementally from
 * the last version that was. In coordinates of its own, so that an edit above does not move it.
 */
export class LazyBody {
  readonly text: string;
  #from: MarkdownTree | undefined;
  #change: TextChange | undefined;
  #tree: MarkdownTree | undefined;

  /**
   * @param text the body's text
   * @param previous the body of an earlier version of the same file
   * @param change what turned the text of `previous` into `text` (offsets in the body), where that is known
   */
  constructor(text: string, previous?: LazyBody, change?: TextChange) {
    this.text = text;
    if (previous === undefined) return;
    this.#from = previous.#tree ?? previous.#from;
    if (previous.#tree !== undefined) this.#change = change;
  }

  get tree(): MarkdownTree {
    if (this.#tree !== undefined) return this.#tree;
    const from = this.#from;
    if (from === undefined) this.#tree = MarkdownTree.parse(this.text);
    else if (from.text === this.text) this.#tree = from;
    else this.#tree = from.edited(this.text, this.#change ?? changeBetween(from.text, this.text)!);
    // The version before has done its part.
    this.#from = undefined;
    this.#change = undefined;
    return this.#tree;
  }

  /** See `MarkdownTree.forget`. */
  forget(): void {
    this.#tree?.forget();
    this.#from = undefined;
    this.#change = undefined;
  }
}
