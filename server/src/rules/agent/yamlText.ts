/** Writes text as YAML, for repairs. */

/** A quoted scalar whose value is `text`; on one line, and free of `---`, which would end the frontmatter. */
export function quoted(text: string): string {
  const plain = !/[\n\t]/.test(text) && !text.includes('---');
  if (plain && text.includes('"') && !text.includes("'")) return `'${text}'`;
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    // Each dash that two others follow: of four, two.
    .replaceAll(/-(?=--)/g, '\\x2D');
  return `"${escaped}"`;
}

/**
 * A literal block whose value is `lines`; the header is to follow `key: `. Lines are joined by `lineEnd`. The first
 * one sets the block's indentation, so white space at its start goes: Claude Code's parser heeds no number in the header.
 * Dashes that would end the frontmatter can only stand in quotes.
 */
export function textBlock(lines: readonly string[], lineEnd: string): string {
  if (lines.some((line) => line.includes('---'))) return quoted(lines.join('\n'));
  const first = lines.findIndex((line) => line.trim() !== '');
  const body = lines.map((line, index) => {
    if (line.trim() === '') return '';
    return index === first ? `  ${line.trimStart()}` : `  ${line}`;
  });
  return ['|-', ...body].join(lineEnd);
}

/**
 * What the author meant by a value with quotes in the wrong places: the quotes around it are taken off where they
 * are around all of it, an opening one that nothing closes is dropped.
 */
export function withoutOuterQuotes(value: string): string {
  const quote = value[0];
  if (quote !== '"' && quote !== "'") return value;
  const inner = value.slice(1);
  if (value.length > 1 && value.endsWith(quote)) {
    const content = inner.slice(0, -1);
    if (closesEarly(content, quote)) return value;
    return quote === '"' ? content.replaceAll('\\"', '"') : content.replaceAll("''", "'");
  }
  // `'tis` is an apostrophe, `"Reviews" code` a word in quotes.
  return quote === '"' && !inner.includes('"') ? inner : value;
}

/** Whether the first quote in the content closes the one before it: `Say" so: "no`. */
function closesEarly(content: string, quote: string): boolean {
  const at = content.search(quote === '"' ? /(?<!\\)"/ : /'/);
  if (at < 0) return false;
  const before = content[at - 1] ?? ' ';
  const after = content[at + 1] ?? ' ';
  return /[^\s([{]/.test(before) && /[\s.,;:!?)\]}]/.test(after);
}
