import { type AgentFile, parseAgentFile } from '../parse/agentFile.ts';
import { LazyBody } from '../parse/lazyBody.ts';
import type { MarkdownTree, TextChange } from '../parse/markdown.ts';
import { readRequirements } from '../requirements/readRequirements.ts';
import type { Requirement } from '../requirements/requirementTypes.ts';
import { LineIndex, type PositionMap } from '../text/lineIndex.ts';

/** One version of an agent file with what has been read from it; parts are read when first asked for. */
export class AgentDocument {
  readonly uri: string;
  readonly text: string;
  readonly file: AgentFile;
  readonly #body: LazyBody;
  readonly #givenPositions: PositionMap | undefined;
  #positions: PositionMap | undefined;
  #requirements: readonly Requirement[] | undefined;

  /**
   * @param previous the version before, whose parts are kept where the edit did not touch them
   * @param change what turned its text into this one (offsets in the file), where that is known
   * @param positions the open editor's own line index
   * @param owner whether the agent comes with a plugin, where less keeps it from loading
   */
  constructor(
    uri: string,
    text: string,
    previous?: AgentDocument,
    change?: TextChange,
    positions?: PositionMap,
    owner: 'plugin' | 'other' = 'other',
  ) {
    this.uri = uri;
    this.text = text;
    this.#givenPositions = positions;
    this.file = parseAgentFile(text, previous?.file, owner === 'plugin' ? fileStem(uri) : undefined);
    const start = this.file.bodyStart;
    const bodyChange =
      previous !== undefined && previous.file.bodyStart === start ? inBody(change, start) : undefined;
    this.#body = new LazyBody(
      text.slice(start),
      previous === undefined ? undefined : previous.#body,
      bodyChange,
    );
  }

  /** The text below the frontmatter; its offsets count from `bodyStart`. */
  get body(): MarkdownTree {
    return this.#body.tree;
  }

  get bodyStart(): number {
    return this.file.bodyStart;
  }

  get requirements(): readonly Requirement[] {
    this.#requirements ??= readRequirements(this.body);
    return this.#requirements;
  }

  /**
   * Lets go of what can be read again from the text, for an agent that no editor has open: of thousands of installed
   * agents only what they ask for stays, and where their lines begin.
   */
  forgetBody(): void {
    this.#body.forget();
  }

  get positions(): PositionMap {
    this.#positions ??= this.#givenPositions ?? new LineIndex(this.text);
    return this.#positions;
  }

  /** The name as Claude Code reads it, else the file's. */
  get name(): string {
    const { name } = this.file.verdict;
    return name ?? fileStem(this.uri);
  }
}

/** A change of the file as a change of the text that begins at `start`; `undefined` when it reaches above it. */
export function inBody(change: TextChange | undefined, start: number): TextChange | undefined {
  if (change === undefined || change.from < start) return undefined;
  return { from: change.from - start, to: change.to - start, inserted: change.inserted };
}

/** A file's name without its ending. */
export function fileStem(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1).replace(/\.md$/, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
