import { linesOf } from './textLines.ts';

/** Where the keys and the list items of a TOML document stand, whose reader gives no positions. */
export class TomlPlaces {
  /** Each key with its path, as `dependencies\0axum`, and each string of a list as `project\0dependencies\0"x"`. */
  readonly #lines = new Map<string, number>();

  constructor(text: string) {
    let table: readonly string[] = [];
    let list: readonly string[] | undefined;
    let quotes = '';
    linesOf(text.replace(/^\uFEFF/, '')).forEach((line, number) => {
      if (quotes !== '') {
        if (line.includes(quotes)) quotes = '';
        return;
      }
      const code = withoutComment(line.slice(0, longestLine));
      const header = /^\s*\[\[?([^\]]+)\]\]?\s*$/.exec(code)?.[1];
      if (list !== undefined) {
        this.#noteItems(list, code, number);
        if (closes(code)) list = undefined;
      } else if (header !== undefined) {
        table = keysOf(header);
        // `[tool.poetry.group.docs]` is where `tool.poetry` begins, if nothing stands before it.
        for (let depth = table.length; depth > 0; depth--) this.#note(table.slice(0, depth), number);
      } else {
        const pair =
          /^\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=\s*(.*)$/.exec(code);
        if (pair === null) return;
        const path = [...table, ...keysOf(pair[1]!)];
        const value = pair[2]!;
        for (let depth = table.length + 1; depth <= path.length; depth++)
          this.#note(path.slice(0, depth), number);
        if (value.startsWith('[')) {
          this.#noteItems(path, value, number);
          if (!closes(value)) list = path;
        } else if (value.startsWith('{')) this.#noteInline(path, value, number);
        else if (/^("""|''')/.test(value) && value.indexOf(value.slice(0, 3), 3) < 0)
          quotes = value.slice(0, 3);
      }
    });
  }

  /** The line of the key at a path, from 0; of the nearest table above it where it is written in no way known here. */
  lineOf(...path: readonly string[]): number {
    for (let depth = path.length; depth > 0; depth--) {
      const line = this.#lines.get(path.slice(0, depth).join('\0'));
      if (line !== undefined) return line;
    }
    return 0;
  }

  /** The line of a string in the list at a path. */
  lineOfItem(item: string, ...path: readonly string[]): number {
    return this.#lines.get([...path, JSON.stringify(item)].join('\0')) ?? this.lineOf(...path);
  }

  #note(path: readonly string[], line: number): void {
    const key = path.join('\0');
    if (!this.#lines.has(key)) this.#lines.set(key, line);
  }

  #noteItems(path: readonly string[], code: string, line: number): void {
    for (const [, double, single] of code.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g)) {
      const item = double === undefined ? single! : double.replace(/\\(["\\])/g, '$1');
      this.#note([...path, JSON.stringify(item)], line);
    }
  }

  #noteInline(path: readonly string[], code: string, line: number): void {
    for (const [, key] of code.matchAll(/[{,]\s*([\w-]+)\s*=/g)) this.#note([...path, key!], line);
  }
}

const longestLine = 10_000;

function keysOf(dotted: string): string[] {
  return [...dotted.matchAll(/"([^"]*)"|'([^']*)'|([\w-]+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare!,
  );
}

function withoutComment(line: string): string {
  if (!line.includes('#')) return line;
  const comment = /^(?:[^"'#]|"(?:[^"\\]|\\.)*"|'[^']*')*#/.exec(line);
  return comment === null ? line : line.slice(0, comment[0].length - 1);
}

/** Whether a list that is open ends on this line. */
function closes(code: string): boolean {
  return code
    .replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '')
    .trimEnd()
    .replace(/,$/, '')
    .endsWith(']');
}
