/** "Fix all" in an agent's file: its safe repairs together, until none is left. */
import { EditChain } from '../../text/editChain.ts';
import type { Span } from '../../text/span.ts';
import { type TextEdit, applyEdits } from '../../text/textEdit.ts';
import type { Finding, Fix } from '../rule.ts';
import { brokenPromise } from './promises.ts';
import { type Reading, type Trial, bringsTrouble, firstFix, withTriedFixes } from './trial.ts';

/** Each round repairs what the one before has brought to light; a file needs few. */
const maxRounds = 50;

/**
 * All safe repairs of a file, as edits of its text: of each finding the one that is offered first, and that only if it
 * is safe, until no finding has one. What several do together stands the same trial as each alone.
 * @param findings those of the file as it is, with tried repairs
 * @param shown the findings of a reading that nobody has silenced
 */
export function safeRepairs(
  trial: Trial,
  findings: readonly Finding[],
  shown: (reading: Reading) => readonly Finding[],
): readonly TextEdit[] {
  const chain = new EditChain(trial.now.file.text);
  const seen = new Set<string>();
  let { now } = trial;
  let fixes = findings.flatMap((finding) => safeFix(finding) ?? []);
  while (fixes.length > 0 && seen.size < maxRounds && !seen.has(chain.text)) {
    seen.add(chain.text);
    const { edits, after } = most(together(fixes), { ...trial, now });
    chain.apply(edits);
    now = after;
    const step = { ...trial, now };
    fixes = withTriedFixes(shown(now), step).flatMap((finding) => safeFix(finding) ?? []);
  }
  return chain.edits();
}

/** The repair of a finding that is offered first, if it is safe, and of this file alone. */
export function safeFix(finding: Finding): Fix | undefined {
  const fix = firstFix(finding);
  return fix?.safe === true && fix.create === undefined && fix.elsewhere === undefined ? fix : undefined;
}

/** Those of the repairs that do not overlap one before them. */
export function together(fixes: readonly Fix[]): readonly Fix[] {
  const taken: Fix[] = [];
  for (const fix of fixes) {
    const collides = fix.edits.some(({ span }) =>
      taken.some(({ edits }) => edits.some((other) => overlaps(span, other.span))),
    );
    if (!collides) taken.push(fix);
  }
  return taken;
}

/** As many of the repairs as go together, or the half, or half of that; each has stood its trial alone. */
function most(
  fixes: readonly Fix[],
  { now, read }: Pick<Trial, 'now' | 'read'>,
): { readonly edits: readonly TextEdit[]; readonly after: Reading } {
  const edits = fixes.flatMap((fix) => fix.edits);
  const after = read(applyEdits(now.file.text, edits));
  if (fixes.length < 2) return { edits, after };
  const reach = fixes.some((fix) => fix.reach === 'prompt-start') ? 'prompt-start' : 'values';
  const isBroken = brokenPromise(now.file, { edits, reach }, after.file) !== undefined;
  if (!isBroken && !bringsTrouble(now, after, reach)) return { edits, after };
  return most(fixes.slice(0, Math.ceil(fixes.length / 2)), { now, read });
}

/** Two repairs that put something at one place do not go together either. */
function overlaps(a: Span, b: Span): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}
