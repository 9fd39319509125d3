import { parse, TomlError } from 'smol-toml';
import type { Report } from './detectTypes.ts';

export type TomlTable = Readonly<Record<string, unknown>>;

/** The document as tables; `undefined`, and said so, where it is not valid TOML. */
export function readToml(text: string, report: Report): TomlTable | undefined {
  try {
    return parse(text.replace(/^\uFEFF/, ''), { maxDepth: 100 });
  } catch (error) {
    report.broken(
      error instanceof TomlError ? `it is not valid TOML (line ${error.line})` : 'it is not valid TOML',
    );
    return undefined;
  }
}

/** What lies at a path of keys where it is a table; an empty one where it is not. */
export function tableAt(table: TomlTable, ...path: readonly string[]): TomlTable {
  let at: unknown = table;
  for (const key of path) at = isTable(at) ? at[key] : undefined;
  return isTable(at) ? at : {};
}

/** The strings of the list at a path of keys. */
export function stringsAt(table: TomlTable, ...path: readonly string[]): string[] {
  const value = tableAt(table, ...path.slice(0, -1))[path.at(-1)!];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

export function isTable(value: unknown): value is TomlTable {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
