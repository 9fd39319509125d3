/** A project document as it would be without one of its values. */
import { type ProjectFacts, readFacts } from '../project/facts.ts';
import type { DeclaredValue, FactSource } from '../project/factTypes.ts';
import type { Span } from '../text/span.ts';
import type { Project } from './project.ts';
import { ProjectFile } from './projectFile.ts';

/**
 * What a project would declare if a value were not written where it is. Somewhere else it may be written as well.
 * Costs the reading of the blocks around it; the last answer is kept.
 */
export function factsWithout({ facts, sources }: Project, value: DeclaredValue): ProjectFacts {
  const known = last.get(facts);
  if (known?.value === value) return known.without;
  const file = sources.find(({ uri }) => uri === value.uri);
  const changed = file === undefined ? undefined : fileWithout(file, value, facts);
  const swapped = (source: FactSource): FactSource => (source === file ? (changed ?? source) : source);
  const without = readFacts(facts.sources.map(swapped), facts.nearestFirst.map(swapped));
  last.set(facts, { value, without });
  return without;
}

const last = new WeakMap<ProjectFacts, { readonly value: DeclaredValue; readonly without: ProjectFacts }>();

function fileWithout(file: ProjectFile, value: DeclaredValue, { pool }: ProjectFacts): ProjectFile {
  const others = pool.filter((other) => other.uri === value.uri && other.span.start >= value.span.end);
  const nextStart = Math.min(file.text.length, ...others.map((other) => other.span.start));
  const { start, end } = itemAround(file.text, value.span, nextStart);
  const text = file.text.slice(0, start) + file.text.slice(end);
  return new ProjectFile(file.uri, text, file, { from: start, to: end, inserted: 0 });
}

/** The value with its version, its remark and one comma; nothing of the value behind it, which begins at `limit`. */
function itemAround(text: string, { start, end }: Span, limit: number): Span {
  const rest = text.slice(end, limit);
  const stop = /[,;()[\]{}|/+&\r\n]/.exec(rest);
  // Where another value follows without a sign between, what stands between may belong to that.
  const isItem = stop !== null || limit === text.length;
  const itemEnd = isItem ? end + (stop?.index ?? rest.length) : end;
  const before = /[,;][ \t]*$/.exec(text.slice(0, start));
  if (before !== null) return { start: before.index, end: itemEnd };
  const after = /^[ \t]*[,;][ \t]*/.exec(text.slice(itemEnd));
  return { start, end: itemEnd + (after?.[0].length ?? 0) };
}
