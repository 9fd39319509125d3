import type { Span } from '../../text/span.ts';

/**
 * The values of running text without those between which it leaves the choice: "Use TypeORM, Prisma, or Mongoose"
 * declares none of the three, "React, with Jest or Vitest" only React.
 * @param words the text, masked; the values in its order
 */
export function withoutChoices<Value extends { readonly span: Span }>(
  words: string,
  values: readonly Value[],
): Value[] {
  const open = new Set<number>();
  for (let at = 1; at < values.length; at++) {
    if (!alternative.test(between(words, values, at))) continue;
    open.add(at);
    for (let before = at - 1; before >= 0; before--) {
      open.add(before);
      if (before === 0 || !enumeration.test(between(words, values, before))) break;
    }
  }
  return open.size === 0 ? [...values] : values.filter((_, at) => !open.has(at));
}

/** What stands between a value and the one before it; long texts hold no conjunction alone. */
function between(words: string, values: readonly { readonly span: Span }[], at: number): string {
  const start = values[at - 1]!.span.end;
  return words.slice(start, Math.min(values[at]!.span.start, start + longest));
}

const longest = 60;

// A version and a remark in brackets may stand before it: `MySQL 8 (legacy) or even PostgreSQL`.
const alternative =
  /^[^\p{L}.;]{0,20}(?:\([^()]{0,30}\))?[^\p{L}.;()]{0,5}(?:\p{L}+ ){0,1}(?:or|oder|ou|o|lub|albo|eller|veya|nebo|или|或者?|または|또는)\s+(?:(?:even|also|the|a|an|sogar|auch)\s+)?$/iu;
const enumeration = /^[^\p{L};]{0,20}(?:\([^()]{0,30}\))?[^\p{L};()]{0,5}[,/]\s*$/u;
