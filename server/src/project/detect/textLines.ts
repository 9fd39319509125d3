import { LineIndex } from '../../text/lineIndex.ts';

/** A manifest's lines without their ends, for the formats that are read line by line; LF, CRLF and CR. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/**
 * Where names stand in a text whose parser gives no positions: the first line on which one stands as a whole
 * word. Each name is looked for once; a name that is not there is on the first line.
 */
export class NameFinder {
  readonly #text: string;
  readonly #index: LineIndex;

  constructor(text: string) {
    this.#text = text;
    this.#index = new LineIndex(text);
  }

  /** @param after only from this offset on, where the name is there (UTF-16 code units) */
  lineOf(name: string, after = 0): number {
    const at = this.offsetOf(name, after) ?? this.offsetOf(name, 0) ?? 0;
    return this.#index.lineAt(at);
  }

  /** The offset of the first whole occurrence, comment lines left out. */
  offsetOf(name: string, after = 0): number | undefined {
    if (name === '') return undefined;
    for (let at = this.#text.indexOf(name, after); at >= 0; at = this.#text.indexOf(name, at + name.length)) {
      const before = this.#text[at - 1] ?? '';
      const behind = this.#text[at + name.length] ?? '';
      if (isNamePart(before) || isNamePart(behind)) continue;
      const line = this.#index.lineAt(at);
      const { start } = this.#index.lineSpan(line);
      if (/^\s*(?:#|\/\/)/.test(this.#text.slice(start, Math.min(at, start + 200)))) continue;
      return at;
    }
    return undefined;
  }

  lineAt(offset: number): number {
    return this.#index.lineAt(offset);
  }
}

function isNamePart(character: string): boolean {
  return character !== '' && /[\p{L}\p{N}_@/-]/u.test(character);
}
