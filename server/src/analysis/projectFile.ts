import { LazyBody } from '../parse/lazyBody.ts';
import type { MarkdownTree, TextChange } from '../parse/markdown.ts';
import { projectFileBodyStart } from '../parse/projectFile.ts';
import type { FactSource } from '../project/factTypes.ts';
import { LineIndex, type PositionMap } from '../text/lineIndex.ts';
import { inBody } from './agentDocument.ts';

/** One version of a file of the project document, ready to have facts read from it. */
export class ProjectFile implements FactSource {
  readonly uri: string;
  readonly text: string;
  readonly bodyStart: number;
  readonly #body: LazyBody;
  readonly #givenPositions: PositionMap | undefined;
  #positions: PositionMap | undefined;

  /** The parameters are those of `AgentDocument`. */
  constructor(
    uri: string,
    text: string,
    previous?: ProjectFile,
    change?: TextChange,
    positions?: PositionMap,
  ) {
    this.uri = uri;
    this.text = text;
    this.#givenPositions = positions;
    this.bodyStart = projectFileBodyStart(text);
    const bodyChange = previous?.bodyStart === this.bodyStart ? inBody(change, this.bodyStart) : undefined;
    this.#body = new LazyBody(
      text.slice(this.bodyStart),
      previous === undefined ? undefined : previous.#body,
      bodyChange,
    );
  }

  get body(): MarkdownTree {
    return this.#body.tree;
  }

  get positions(): PositionMap {
    this.#positions ??= this.#givenPositions ?? new LineIndex(this.text);
    return this.#positions;
  }
}
