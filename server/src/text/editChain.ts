import { type TextEdit, applyEdits } from './textEdit.ts';

/** Edits of one text, each made on the result of those before, told at the end as edits of the text at the start. */
export class EditChain {
  readonly #original: string;
  #text: string;
  /** What the text is made of now: stretches of the original, and text that was put in. */
  #pieces: readonly Piece[];

  constructor(original: string) {
    this.#original = original;
    this.#text = original;
    this.#pieces = original === '' ? [] : [{ start: 0, end: original.length }];
  }

  /** The text as it stands. */
  get text(): string {
    return this.#text;
  }

  /** Makes edits of the text as it stands; they must not overlap. */
  apply(edits: readonly TextEdit[]): void {
    this.#text = applyEdits(this.#text, edits);
    const pieces: Piece[] = [];
    let done = 0;
    for (const { span, newText } of edits.toSorted(byPlace)) {
      pieces.push(...this.#between(done, span.start));
      if (newText !== '') pieces.push({ inserted: newText });
      done = span.end;
    }
    this.#pieces = [...pieces, ...this.#between(done, Number.POSITIVE_INFINITY)];
  }

  /** All that was done, as edits of the original that do not overlap. */
  edits(): TextEdit[] {
    const edits: TextEdit[] = [];
    let done = 0;
    let newText = '';
    const flush = (until: number): void => {
      if (until > done || newText !== '') edits.push({ span: { start: done, end: until }, newText });
      newText = '';
    };
    for (const piece of this.#pieces) {
      if ('inserted' in piece) newText += piece.inserted;
      else {
        flush(piece.start);
        done = piece.end;
      }
    }
    flush(this.#original.length);
    return edits;
  }

  #between(from: number, to: number): Piece[] {
    const found: Piece[] = [];
    let at = 0;
    for (const piece of this.#pieces) {
      const length = lengthOf(piece);
      const start = Math.max(from - at, 0);
      const end = Math.min(to - at, length);
      if (end > start) found.push(partOf(piece, start, end));
      at += length;
    }
    return found;
  }
}

type Piece = { readonly start: number; readonly end: number } | { readonly inserted: string };

function lengthOf(piece: Piece): number {
  return 'inserted' in piece ? piece.inserted.length : piece.end - piece.start;
}

function partOf(piece: Piece, start: number, end: number): Piece {
  return 'inserted' in piece
    ? { inserted: piece.inserted.slice(start, end) }
    : { start: piece.start + start, end: piece.start + end };
}

function byPlace(a: TextEdit, b: TextEdit): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
