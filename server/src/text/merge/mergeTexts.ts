/** A three-way merge of texts: the author's text, and the edits that bring another version's changes into it. */
import { lineEndOf } from '../lineIndex.ts';
import type { TextEdit } from '../textEdit.ts';
import { type Descent, mergeLines } from './mergeLines.ts';
import { type TextLine, textLines } from './textLines.ts';

export interface MergedText {
  readonly text: string;
  /** What turns `ours` into `text`; UTF-16 offsets in `ours`. */
  readonly edits: readonly TextEdit[];
  /** How many places have conflict markers. */
  readonly conflicts: number;
}

export interface MergeOptions {
  /** Behind `<<<<<<<` and `>>>>>>>`. */
  readonly oursName: string;
  readonly theirsName: string;
  /** When two lines are the same; by their text without the line end, unless told otherwise. */
  readonly keyOf?: (line: string) => string;
  /** `from-ours` where `theirs` was made of `ours`; from the base, like ours, unless told otherwise. */
  readonly descent?: Descent;
}

/**
 * Brings into `ours` what `theirs` changed since `base`. What the author changed stays; what both changed differently
 * is shown between conflict markers, as git writes them. Line ends do not count as changes: lines of `theirs` take
 * those of `ours`, so that a file which git converted merges like any other.
 * @param base the keys of the lines of the version that both come from; `undefined` where it is not known: then every
 *   difference is a conflict
 */
export function mergeTexts(
  base: readonly string[] | undefined,
  ours: string,
  theirs: string,
  { oursName, theirsName, keyOf = (line) => line, descent = 'from-base' }: MergeOptions,
): MergedText {
  const mine = textLines(ours);
  const others = textLines(theirs);
  const keysOf = (lines: readonly TextLine[]): string[] => lines.map(({ text }) => keyOf(text));
  const parts = mergeLines(base, keysOf(mine), keysOf(others), descent);
  const lineEnd = lineEndOf(ours === '' ? theirs : ours);
  const written = new Written(ours, lineEnd, /[\r\n]$/.test(theirs === '' ? ours : theirs));
  let conflicts = 0;
  for (const part of parts) {
    if (part.from !== 'theirs' && part.from !== 'conflict') continue;
    const here = mine.slice(part.ours.start, part.ours.end);
    const there = others.slice(part.theirs.start, part.theirs.end).map(({ text }) => text);
    const start = mine[part.ours.start]?.start ?? ours.length;
    const end = here.at(-1)?.end ?? start;
    let lines: readonly string[] = there;
    if (part.from === 'conflict') {
      conflicts++;
      lines = [
        `<<<<<<< ${oursName}`,
        ...here.map(({ text }) => text),
        '=======',
        ...there,
        `>>>>>>> ${theirsName}`,
      ];
    }
    written.replace({ start, end }, lines);
  }
  return { ...written.done(), conflicts };
}

/** The author's text while it is being edited, from its beginning to its end. */
class Written {
  readonly #ours: string;
  readonly #lineEnd: string;
  readonly #endsClosed: boolean;
  readonly #edits: TextEdit[] = [];
  #text = '';
  #at = 0;

  /** @param endsClosed lines that come to stand at the end of the text have a line end */
  constructor(ours: string, lineEnd: string, endsClosed: boolean) {
    this.#ours = ours;
    this.#lineEnd = lineEnd;
    this.#endsClosed = endsClosed;
  }

  /** Puts other lines for whole lines. */
  replace(span: TextEdit['span'], lines: readonly string[]): void {
    this.#copyTo(span.start);
    // A last line without an end must not be joined with what comes behind it.
    const isOpen = this.#text !== '' && !'\r\n'.includes(this.#text.at(-1)!);
    let newText = lines.length === 0 ? '' : (isOpen ? this.#lineEnd : '') + lines.join(this.#lineEnd);
    if (lines.length > 0 && (span.end < this.#ours.length || this.#endsClosed)) newText += this.#lineEnd;
    this.#edits.push({ span, newText });
    this.#text += newText;
    this.#at = span.end;
  }

  done(): { readonly text: string; readonly edits: readonly TextEdit[] } {
    this.#copyTo(this.#ours.length);
    return { text: this.#text, edits: this.#edits };
  }

  #copyTo(offset: number): void {
    this.#text += this.#ours.slice(this.#at, offset);
    this.#at = offset;
  }
}
