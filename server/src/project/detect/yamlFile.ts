import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Document, type YAMLMap } from 'yaml';
import type { Report } from './detectTypes.ts';

/** A YAML file of one or more documents, with the lines of what is in it. */
export class YamlFile {
  readonly documents: readonly Document[];
  readonly #lines: LineCounter;

  private constructor(documents: readonly Document[], lines: LineCounter) {
    this.documents = documents;
    this.#lines = lines;
  }

  /** Empty, and said so, where one document is not valid. */
  static read(text: string, report: Report): YamlFile {
    const lines = new LineCounter();
    if (text.length > longestYaml) {
      report.broken('it is too long for a manifest');
      return new YamlFile([], lines);
    }
    const parsed = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: false, logLevel: 'silent' });
    const documents = 'empty' in parsed ? [] : parsed;
    const error = documents.flatMap(({ errors }) => errors)[0];
    if (error === undefined) return new YamlFile(documents, lines);
    report.broken(`it is not valid YAML (line ${lines.linePos(error.pos[0]).line})`);
    return new YamlFile([], lines);
  }

  /** The mappings that its documents are. */
  get maps(): YAMLMap[] {
    return this.documents.flatMap(({ contents }) => (isMap(contents) ? [contents] : []));
  }

  /** The line of a node, from 0. */
  lineOf(node: unknown): number {
    const range = (node as { range?: readonly number[] | null } | null)?.range;
    return range?.[0] === undefined ? 0 : this.#lines.linePos(range[0]).line - 1;
  }
}

/** The pairs of a mapping whose keys are plain. */
export function pairsOf(node: unknown): { key: string; keyNode: unknown; value: unknown }[] {
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) =>
    isScalar(key) ? [{ key: String(key.value), keyNode: key, value }] : [],
  );
}

/** The key itself of a pair of a mapping, for its line. */
export function keyAt(node: unknown, key: string): unknown {
  return pairsOf(node).find((pair) => pair.key === key)?.keyNode;
}

/** The items of a list. */
export function itemsOf(node: unknown): readonly unknown[] {
  return isSeq(node) ? node.items : [];
}

/** The text of a plain value. */
export function textOf(node: unknown): string | undefined {
  return isScalar(node) && (typeof node.value === 'string' || typeof node.value === 'number')
    ? String(node.value)
    : undefined;
}

/** The value of a mapping at a key. */
export function valueAt(node: unknown, ...path: readonly string[]): unknown {
  let at: unknown = node;
  for (const key of path) at = isMap(at) ? at.get(key, true) : undefined;
  return at;
}

/** The reader takes a second for half a million characters; UTF-16 code units. */
const longestYaml = 150_000;
