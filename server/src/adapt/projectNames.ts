import type { FactSource } from '../project/factTypes.ts';
import { LineIndex, type PositionMap } from '../text/lineIndex.ts';

/** A file of the project document that may know its own lines. */
type PositionedSource = FactSource & { readonly positions?: PositionMap };

/** How places in the project document are named and shown. */
export class ProjectNames {
  /** The project document as a whole. */
  readonly document: string;
  /** There is one. */
  readonly hasDocument: boolean;
  readonly #sources: ReadonlyMap<string, PositionedSource>;
  readonly #positions = new Map<string, PositionMap>();

  constructor(sources: readonly PositionedSource[]) {
    this.#sources = new Map(sources.map((source) => [source.uri, source]));
    this.hasDocument = sources.length > 0;
    this.document = sources[0] === undefined ? 'CLAUDE.md' : fileName(sources[0].uri);
  }

  nameOf(uri: string): string {
    return fileName(uri);
  }

  /** The line (from 0) of an offset in a file. */
  lineOf(uri: string, offset: number): number {
    return this.#positionsOf(uri)?.positionAt(offset).line ?? 0;
  }

  /** The text of a file between two offsets; empty where they lie above its body. */
  textOf(uri: string, start: number, end: number): string {
    const source = this.#sources.get(uri);
    if (source === undefined || start < source.bodyStart) return '';
    return source.body.text.slice(start - source.bodyStart, end - source.bodyStart);
  }

  #positionsOf(uri: string): PositionMap | undefined {
    const source = this.#sources.get(uri);
    if (source === undefined) return undefined;
    if (source.positions !== undefined) return source.positions;
    let positions = this.#positions.get(uri);
    if (positions === undefined) {
      // Without the text above the body its lines cannot be counted; documents with such text bring positions.
      positions = new LineIndex(' '.repeat(source.bodyStart) + source.body.text);
      this.#positions.set(uri, positions);
    }
    return positions;
  }
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
