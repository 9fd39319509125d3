/** The two generated blocks of a profile. Their markers stand on lines of their own, at the margin. */
export type GeneratedBlock = 'head' | 'project';

/** The lines of a generated block between its markers. */
export function marked(block: GeneratedBlock, lines: readonly string[]): string[] {
  return [`${opening}${block} -->`, ...lines, `${closing}${block} -->`];
}

/** Whether a text may hold generated blocks. */
export function hasMarkers(text: string): boolean {
  return text.includes(opening);
}

/**
 * The lines that belong to generated blocks, markers included. A block without its end is none: it is the
 * author's text.
 * @param lineOf the text of a line, its line end left out
 */
export function generatedLines(lineCount: number, lineOf: (line: number) => string): Set<number> {
  const generated = new Set<number>();
  const ends = lastEnds(lineCount, lineOf);
  for (let line = 0; line < lineCount; line++) {
    const block = blockOpenedBy(lineOf(line));
    if (block === undefined || (ends.get(block) ?? -1) < line) continue;
    for (let text = lineOf(line); text !== `${closing}${block} -->`; text = lineOf(line))
      generated.add(line++);
    generated.add(line);
  }
  return generated;
}

const opening = '<!-- agent-tailor:';
const closing = '<!-- /agent-tailor:';

function blockOpenedBy(line: string): GeneratedBlock | undefined {
  if (!line.startsWith(opening)) return undefined;
  if (line === `${opening}head -->`) return 'head';
  return line === `${opening}project -->` ? 'project' : undefined;
}

function lastEnds(lineCount: number, lineOf: (line: number) => string): Map<GeneratedBlock, number> {
  const ends = new Map<GeneratedBlock, number>();
  for (let line = lineCount - 1; line >= 0 && ends.size < 2; line--) {
    const text = lineOf(line);
    for (const block of ['head', 'project'] as const) {
      if (text === `${closing}${block} -->` && !ends.has(block)) ends.set(block, line);
    }
  }
  return ends;
}
