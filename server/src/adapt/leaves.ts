import { vocabularyKey } from '../catalogue/keys.ts';
import { technologiesIn } from '../catalogue/lookup.ts';
import type { Technology } from '../catalogue/types.ts';
import type { VocabularyKey } from '../requirements/requirementTypes.ts';
import type { LeafList } from '../requirements/vocabularyTypes.ts';

/**
 * A comma list with the items that name a declared technology first, otherwise in the agent's order (rule 9);
 * separators and quotes stay in place. `undefined` where that is the order already.
 * @param text the text that the list's spans count in
 * @param owner the entry that the list belongs to: "Angular DevTools" says nothing new under Angular
 */
export function reordered(
  text: string,
  list: LeafList,
  declared: ReadonlySet<string>,
  owner: VocabularyKey | undefined,
): string | undefined {
  if (!list.reorderable) return undefined;
  const named = technologiesOf(text, list);
  const isDeclared = (index: number): boolean => {
    const { start, end } = list.items[index]!;
    return named[index]!.some(
      (one) =>
        declared.has(one.id) &&
        owner?.technologies.includes(one) !== true &&
        isMeant(one, text.slice(start, end)),
    );
  };
  const order = list.items.map((_item, index) => index);
  const first = order.filter(isDeclared);
  if (first.every((item, index) => item === index)) return undefined;
  const rest = order.filter((index) => !isDeclared(index));
  let result = '';
  let at = list.span.start;
  for (const [slot, index] of [...first, ...rest].entries()) {
    const place = list.items[slot]!;
    const item = list.items[index]!;
    result += text.slice(at, place.start) + text.slice(item.start, item.end);
    at = place.end;
  }
  return result + text.slice(at, list.span.end);
}

/** What each item of a list names. Cached by the list's identity. */
export function technologiesOf(text: string, list: LeafList): readonly (readonly Technology[])[] {
  let technologies = known.get(list);
  if (technologies === undefined) {
    technologies = list.items.map((item) =>
      technologiesIn(text.slice(item.start, item.end)).map((hit) => hit.item),
    );
    known.set(list, technologies);
  }
  return technologies;
}

/** "SQL injection" speaks of something else: a language is meant where the item says no more than its name. */
function isMeant(technology: Technology, item: string): boolean {
  return technology.kind !== 'language' || vocabularyKey(item)?.technologies.includes(technology) === true;
}

const known = new WeakMap<LeafList, readonly (readonly Technology[])[]>();
