import type { ProjectFacts } from '../project/facts.ts';
import { readRequirements } from '../requirements/readRequirements.ts';
import type { VocabularyBlock } from '../requirements/vocabularyTypes.ts';
import { LineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import { type AgentLayout, type AgentText, lineCountOf } from './agentLayout.ts';
import { marked } from './generatedBlocks.ts';
import type { Knowledge } from './gaps.ts';
import { headLines } from './headLines.ts';
import { reordered } from './leaves.ts';
import { projectLines } from './projectLines.ts';
import type { AdaptedProfile, AppliedRequirement, LineProvenance } from './profileTypes.ts';
import type { ProjectNames } from './projectNames.ts';

/** A text with the reason for each of its lines. */
export interface WrittenProfile {
  readonly text: string;
  readonly provenance: readonly LineProvenance[];
}

/** Puts a profile's text together, line by line. */
export class ProfileText {
  readonly #layout: AgentLayout;
  readonly #dropped: readonly boolean[];
  readonly #changed = new Map<number, string>();

  constructor(layout: AgentLayout, dropped: readonly boolean[]) {
    this.#layout = layout;
    this.#dropped = dropped;
  }

  /** Puts what is declared first in the comma lists on the lines that stay. */
  reorderLeaves(blocks: readonly VocabularyBlock[], declared: ReadonlySet<string>): void {
    const { body, bodyStart, lines } = this.#layout;
    for (const block of blocks) {
      const entries = block.keys.filter((key) => key.kind === 'entry');
      for (const leaf of block.lists.flatMap((list) => list.leaves)) {
        const line = lines.lineAt(bodyStart + leaf.span.start);
        if (this.#dropped[line] || this.#changed.has(line)) continue;
        const owner = entries.find(({ span }) => span.start <= leaf.span.start && leaf.span.end <= span.end);
        const text = reordered(body.text, leaf, declared, owner);
        if (text !== undefined) this.#change(line, leaf.span, text);
      }
    }
  }

  #change(line: number, span: Span, text: string): void {
    const { bodyStart, lines } = this.#layout;
    const { start, end } = lines.lineSpan(line);
    const before = this.#layout.text.slice(start, bodyStart + span.start);
    this.#changed.set(line, before + text + this.#layout.text.slice(bodyStart + span.end, end));
  }

  /** The narrowed agent with the two generated blocks around its prompt. */
  withGenerated(
    requirements: readonly AppliedRequirement[],
    knowledge: Knowledge,
    facts: ProjectFacts,
    names: ProjectNames,
  ): WrittenProfile {
    const { firstLine, lineCount } = this.#layout;
    const writer = new Writer(this.#layout.lineEnd);
    this.#copy(0, firstLine, writer);
    if (requirements.length > 0) {
      const [open, close] = marked('head', []);
      writer.add(open!, { from: 'generated' });
      for (const { text, about } of headLines(requirements, knowledge, names))
        writer.add(text, { from: 'generated', ...(about === undefined ? {} : { about }) });
      writer.add(close!, { from: 'generated' });
    }
    this.#copy(firstLine, lineCount, writer);
    const project = projectLines(requirements, facts, names);
    if (project.length > 0) {
      const endsOpen = writer.isOpen;
      const [open, ...rest] = marked('project', []);
      writer.add(open!, { from: 'generated' });
      for (const { text, source } of project) {
        writer.add(text, source === undefined ? { from: 'generated' } : { from: 'project', source });
      }
      writer.add(rest.at(-1)!, { from: 'generated' });
      if (endsOpen) writer.dropLastEnd();
    }
    return { text: writer.text, provenance: writer.provenance };
  }

  #copy(from: number, to: number, writer: Writer): void {
    const { text, lines, uri, givenLine } = this.#layout;
    for (let line = from; line < to; line++) {
      if (this.#dropped[line]) continue;
      const { start, end } = lines.lineSpan(line);
      const next = line + 1 < lines.lineCount ? lines.lineSpan(line + 1).start : text.length;
      const changed = this.#changed.get(line);
      const source = { uri, line: givenLine(line) };
      const from = changed === undefined ? 'kept' : 'reordered';
      writer.copy((changed ?? text.slice(start, end)) + text.slice(end, next), { from, source });
    }
  }
}

/** The profile of an agent that asks for nothing: the agent. */
export function unchangedProfile(agent: AgentText): AdaptedProfile {
  const lines = new LineIndex(agent.text);
  const count = lineCountOf(agent.text, lines);
  const tokens = Math.round(agent.text.length / 3.5);
  return {
    text: agent.text,
    requirements: readRequirements(agent.body).map((requirement) => ({
      requirement,
      status: 'missing',
      declared: [],
      vocabulary: [],
    })),
    gaps: [],
    knownOnlyThrough: [],
    provenance: Array.from({ length: count }, (_, line) => ({
      from: 'kept',
      source: { uri: agent.uri, line },
    })),
    droppedLines: [],
    drops: [],
    lines: { before: count, after: count },
    tokens: { before: tokens, after: tokens },
  };
}

class Writer {
  readonly provenance: LineProvenance[] = [];
  readonly #lineEnd: string;
  readonly #pieces: string[] = [];

  constructor(lineEnd: string) {
    this.#lineEnd = lineEnd;
  }

  get text(): string {
    return this.#pieces.join('');
  }

  /** The last line has no line end. */
  get isOpen(): boolean {
    const end = this.#pieces.at(-1)?.at(-1);
    return end !== undefined && end !== '\n' && end !== '\r';
  }

  /** A line of the agent with its own line end. */
  copy(line: string, provenance: LineProvenance): void {
    if (line !== '') this.#pieces.push(line);
    this.provenance.push(provenance);
  }

  /** A line of our own. */
  add(line: string, provenance: LineProvenance): void {
    if (this.isOpen) this.#pieces.push(this.#lineEnd);
    this.#pieces.push(line, this.#lineEnd);
    this.provenance.push(provenance);
  }

  dropLastEnd(): void {
    this.#pieces.pop();
  }
}
