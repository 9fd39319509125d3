import * as l10n from '@vscode/l10n';
import { emptySpot, openSpots } from '../../project/openSpots.ts';
import type { Detected } from '../../project/detect/detect.ts';
import type { DeclaredPlace, FactSource } from '../../project/factTypes.ts';
import { fillIn, openForAuthor } from '../../project/fillIn.ts';
import { detectedValue } from '../../project/prefill.ts';
import type { Fix } from '../rule.ts';

/**
 * The ways to fill in a place that holds placeholders or nothing: with what the manifests show, where they show
 * something; with a placeholder to type over; with the answer that there is none.
 * @param name what the place is asked for by
 */
export function fillingFixes(
  { file, detected }: { readonly file: FactSource; readonly detected: Detected },
  place: DeclaredPlace,
  name: string,
): Fix[] {
  const { edits, values } = fillIn(file, place, name, (asked) => detectedValue(detected, asked));
  const prefilled =
    edits.length === 0 ? [] : [{ title: l10n.t('Fill in with {0} (detected)', values.join('; ')), edits }];
  const open = { title: l10n.t('Fill in "{0}"', name), edits: openForAuthor(file, place, name) };
  return [
    ...[...prefilled, open].map((fix, index) => ({ ...fix, safe: false, preferred: index === 0 })),
    ...noneFixes(file, place, name),
  ];
}

/** A section that is answered label by label has no such answer. */
function noneFixes(file: FactSource, place: DeclaredPlace, name: string): Fix[] {
  const spots = openSpots(file, place, name);
  const spot = spots.length === 0 && place.children.length === 0 ? emptySpot(file, place) : spots[0];
  if (spot === undefined || spots.length > 1 || place.template?.kind === 'section') return [];
  const newText = `${spot.lead}none${spot.tail}`;
  return [
    { title: l10n.t('Answer "{0}" with "none"', name), safe: false, edits: [{ span: spot.span, newText }] },
  ];
}
