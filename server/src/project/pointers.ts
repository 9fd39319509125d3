/**
 * Whether a text says no more than where the answer stands: `see docs/db.md`, `[the guide](docs/db.md)`,
 * `` `docs/db.md` ``.
 */
export function isPointer(text: string): boolean {
  const words = text.trim().replace(/\.$/, '');
  if (words.length > longestPointer || /[.;!?]\s+\p{L}/u.test(words)) return false;
  return pointing.test(words) || link.test(words) || file.test(words);
}

const longestPointer = 200;

const pointing =
  /^[*_("'→\s]*(?:please\s+)?(?:see|cf\.?|refer to|(?:is |are )?(?:described|documented|defined|explained|listed) in|siehe|voir|véase|patrz|zobacz)(?![\p{L}-])/iu;
/** Nothing but a way to another file of the project. */
const link =
  /^[*_("'→\s]*\[[^[\]]*\]\((?![a-z]+:)[^()\s]+\.(?:md|mdx|txt|adoc|rst)(?:#[^()\s]*)?\)[*_)"'\s]*$/iu;
const file = /^[*_("'→\s]*[`@]?[^\s`,]+\.(?:md|mdx|txt|adoc|rst)`?[*_)"'\s]*$/iu;
