import * as l10n from '@vscode/l10n';
import type { Reader, RequiredPlace } from '../projectSubject.ts';
import type { RelatedPlace } from '../rule.ts';

/** The agents that read a place, as a phrase: "backend-engineer, qa-engineer and 3 more". */
export function readerNames(readers: readonly Reader[]): string {
  let known = phrases.get(readers);
  if (known === undefined) {
    known = phraseOf(readers);
    phrases.set(readers, known);
  }
  return known;
}

/** There may be thousands, and they are told at each keystroke. */
const phrases = new WeakMap<readonly Reader[], string>();

function phraseOf(readers: readonly Reader[]): string {
  // Two files of one name are one agent to whoever reads this.
  const names = [...new Set(readers.map((reader) => reader.name))];
  const named = names.slice(0, mostNamed);
  const rest = names.length - named.length;
  const list = named.join(', ');
  return rest === 0 ? list : l10n.t('{0} and {1} more', list, rest);
}

/** Where the agents say that they read the place. */
export function readerPlaces(required: RequiredPlace): RelatedPlace[] {
  return required.readers.slice(0, mostNamed).map((reader) => ({
    uri: reader.uri,
    line: reader.line,
    character: reader.character,
    length: reader.length,
    message: l10n.t('{0} reads "{1}" here', reader.name, required.label),
  }));
}

/** A message must stay readable, and small on the wire, with thousands of agents. */
const mostNamed = 5;
