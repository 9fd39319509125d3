import { distance } from 'fastest-levenshtein';

/**
 * The values that a wrong one was most likely meant to be: the one that differs in case alone, else those within a
 * third of its length; where there is none and the choice is small, all of them.
 */
export function nearest(value: string, valid: readonly string[], small = 0): readonly string[] {
  const written = value.slice(0, 80);
  const sameLetters = valid.find((candidate) => candidate.toLowerCase() === written.trim().toLowerCase());
  if (sameLetters !== undefined) return [sameLetters];
  // Two letters changed places are two edits.
  const limit = Math.max(written.length > 3 ? 2 : 1, Math.floor(written.length / 3));
  const near = valid
    .map((candidate) => ({ candidate, edits: distance(written.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits)
    .map(({ candidate }) => candidate);
  if (near.length > 0) return near.slice(0, 3);
  return valid.length <= small ? valid : [];
}
