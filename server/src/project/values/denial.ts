import { isNone } from '../placeholders.ts';

/**
 * Whether a text denies its label's own thing, an answer like "none": `no database` under Database, `There is no
 * frontend`, `No external services are called` under Integrations. What denies something else (`no Java`, `No inline
 * styles`) is an answer without values.
 */
export function denies(text: string, label: string): boolean {
  if (text.length > longestDenial) return false;
  if (isNone(text)) return true;
  const found = denial.exec(text.trim());
  if (found === null) return false;
  const words = label.toLowerCase();
  const isOwn = (word: string): boolean =>
    words.includes(word.replace(/s$/, '')) ||
    otherWords.some(({ of, are }) => of.test(words) && are.test(word));
  const denied = found[1]!.toLowerCase().split(/[\s-]+/);
  return denied.some(isOwn) && denied.every((word) => isOwn(word) || narrowing.test(word));
}

const longestDenial = 80;

const denial =
  /^(?:(?:there (?:is|are)|there['’]s|(?:we|it|the \p{L}+) (?:has|have|uses?|needs?)|has|uses|es gibt|wir haben) )?(?:no|without(?: an?| any)?|kein(?:e|en)?|ohne) ((?:[\p{L}-]+ ){0,4}?[\p{L}-]+)(?: (?:(?:is|are|was|were) )?(?:yet|used|needed|required|called|involved|integrated|planned|here|so far|at all|currently|at the moment|for now|vorhanden|nötig)){0,2}[.!]?$/iu;

/** With these the thing itself is denied and not a kind of it. */
const narrowing = /^(?:specific|particular|special|single|real|actual|such|any|and|or|und|oder)$/u;

/** What labels of the template are also called. */
const otherWords: readonly { readonly of: RegExp; readonly are: RegExp }[] = [
  {
    of: /integration|dependenc/,
    are: /^(?:external|extern(?:e|en)?|third|party|services?|apis?|systems?|integrations?|dependenc(?:y|ies))$/,
  },
  { of: /database|storage|data store/, are: /^(?:dbs?|databases?|persistence|storage|datastores?)$/ },
  { of: /frontend|front-end/, are: /^(?:ui|gui|frontends?)$/ },
  { of: /back-end/, are: /^backends?$/ },
  { of: /domain/, are: /^(?:industry|industries)$/ },
];
