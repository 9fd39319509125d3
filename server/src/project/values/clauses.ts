import { isFormOfUse } from '../../catalogue/generalWords.ts';
import type { Span } from '../../text/span.ts';

/**
 * What a sentence is: a `list` of names and what qualifies them (also an instruction: "Use Prisma models"), a
 * `clause` that says something of them ("We keep all in PostgreSQL"), or a `condition`, which declares nothing
 * ("If there is a store, write to it", "Always run the tests"). Told by the closed classes of words: auxiliary
 * verbs, pronouns, conjunctions.
 */
export type Mood = 'list' | 'clause' | 'condition';

export function moodOf(words: string, sentence: Span): Mood {
  const text = withoutRemarks(withoutBrackets(words.slice(sentence.start, sentence.end)));
  if (conditional.test(text)) return 'condition';
  return clauseWord.test(text) ? 'clause' : 'list';
}

/** Whether a text has words that only sentences have. */
export function hasClauseWords(text: string): boolean {
  return clauseWord.test(text) || conditional.test(text);
}

/**
 * The parts of a clause that name what is used, as lists of items: behind "we use", "is written in", "runs on" and
 * their like, up to what begins another thought.
 */
export function declaredParts(words: string, sentence: Span): Span[] {
  const parts: Span[] = [];
  declaring.lastIndex = sentence.start;
  for (let found = declaring.exec(words); found !== null; found = declaring.exec(words)) {
    if (found.index >= sentence.end) break;
    const start = found.index + found[0].length;
    const isOnlyPossible = possible.test(
      words.slice(Math.max(sentence.start, found.index - 24), found.index),
    );
    otherThought.lastIndex = start;
    const stop = otherThought.exec(words)?.index ?? sentence.end;
    const end = Math.max(start, Math.min(stop, sentence.end));
    if (!isOnlyPossible && end > start) parts.push({ start, end });
    declaring.lastIndex = Math.max(end, start);
  }
  return parts;
}

/** What a clause says something of: its words before the first that only sentences have. */
export function subjectOf(words: string, sentence: Span): Span {
  const text = words.slice(sentence.start, sentence.end);
  if (circumstance.test(text)) return { start: sentence.start, end: sentence.start };
  const end = clauseWord.exec(withoutBrackets(text))?.index ?? text.length;
  return { start: sentence.start, end: sentence.start + end };
}

/** Whether a subject is followed by its verb: `Go is used`, but not `Go there`. */
export function speaksOf(words: string, subject: Span): boolean {
  return /^(?:is|are|was|were|has|have|does|can|must|shall|should|will|ist|sind|wird|est|sont|jest)(?![\p{L}-])/u.test(
    words.slice(subject.end),
  );
}

/** How many words of a part are neither names nor what qualifies or joins them. */
export function unknownWordsIn(part: string): number {
  let count = 0;
  for (const [word] of part.matchAll(/[\p{L}][\p{L}\p{N}'’_-]*/gu)) {
    if (joining.has(word.toLowerCase()) || isFormOfUse(word)) continue;
    count++;
  }
  return count;
}

/** What stands behind a dash explains an item: `TypeScript – the rest is kept as it was`. */
function withoutRemarks(text: string): string {
  return text.replace(/(?<=\S)\s[-–—]\s[^,;]*/g, '');
}

function withoutBrackets(text: string): string {
  if (!text.includes('(')) return text;
  return text.replace(/\([^()]*\)/g, (bracket) => ' '.repeat(bracket.length));
}

// Their English capitals begin a sentence or stand in a name (`IT`, `WE`): there only the ones in lower case count.
const clauseWord =
  /(?<![\p{L}\p{N}'’.-])(?:is|are|was|were|been|has|have|had|does|did|can|could|may|might|must|shall|should|will|would|cannot|it|its|they|them|we|you|your|he|she|there|these|those|that|which|who|whose|if|when|whenever|because|unless|until|whether|never|see|siehe|(?:do|does|did|is|are|was|were|ca|wo|should|must|have|has)n['’]t|ist|sind|wird|werden|wurde|wurden|haben|muss|müssen|soll|sollen|kann|können|wir|est|sont|nous|vous|sera|são|están|jest|są|[IW]e|It|You|They|There|This|These|That|Wir|Nous)(?![\p{L}\p{N}-])/u;

const conditional =
  /^[\s"'(]*(?:(?:if|when|whenever|unless|before|after|while|until|once|because|although|though|whether|where|wherever|always(?!\s+(?:use|prefer)(?![\p{L}-]))|never|please|see|ensure|make sure|remember|note that|do|don['’]t|falls|wenn|bevor|immer|nie|siehe|si|quand|toujours|siempre|cuando)(?![\p{L}\p{N}-]))/iu;

/** `For React patterns, see …`: not what the sentence is about. */
const circumstance =
  /^[\s"'(]*(?:for|in|on|at|with|to|during|from|under|by|as|per|für|bei|mit|pour|para)\s/iu;

/** `can use Redis`: nobody says that it is used. */
const possible = /(?<![\p{L}-])(?:can|could|may|might|would|optionally|to)\s+(?:also\s+|be\s+)?$/iu;

const verbs =
  'built|builds?|written|writes?|implement(?:ed|s)?|develop(?:ed|s)?|coded|programmed|powered|backed|driven|based|' +
  'runs?|running|rolls?|rolled|hosted|hosts?|deploy(?:ed|s|ing|ments?)?|ship(?:ped|s)?|publish(?:ed|es)?|stor(?:ed|es?)|kept|keeps?|' +
  'persist(?:ed|s)?|sav(?:ed|es?)|cach(?:ed|es?|ing)|manag(?:ed|es?)|serv(?:ed|es?)|provid(?:ed|es?)|handl(?:ed|es?)|' +
  'orchestrat(?:ed|es?)|containeri[sz]ed|test(?:ed|s)?|styl(?:ed|es?)|bundl(?:ed|es?)|packag(?:ed|es?)|' +
  'compil(?:ed|es?)|integrat(?:ed|es?)|expos(?:ed|es?)|moved|migrated|switched|ported|upgraded|converted|transitioned|rewritten|rewrote|replaced|swapped|monitor(?:ed|s)?|logged|' +
  'queued|schedul(?:ed|es?)|authenticat(?:ed|es?)|generat(?:ed|es?)|render(?:ed|s)?|track(?:ed|s)?|scaffolded|' +
  'geschrieben|gebaut|gespeichert|betrieben|entwickelt|développée?s?|écrite?s?|hébergée?s?|basado|desarrollad[oa]';
const prepositions =
  'in|on|with|via|by|using|to|into|through|atop|around|under|from|mit|auf|als|en|avec|sur|con|w|na|z';

const declaring = new RegExp(
  '(?<![\\p{L}\\p{N}]|(?<!auto)-)(?:' +
    'us(?:es?|ed|ing)|utili[sz](?:es?|ed|ing)|leverag(?:es?|ing)|employs?|adopt(?:s|ed)?|requires?|needs?|' +
    'prefers?|favou?rs?|rel(?:y|ies|ying) on|depends? on|consists? of|compris(?:es?|ing)|includ(?:es?|ing)|combin(?:es?|ing)|chose|chosen|' +
    'picked|(?:dropped|ditched|abandoned|removed|retired|swapped|replaced)\\s+(?:for|in favou?r of)|targets?|embeds?|wraps?|talks? to|calls|connects? to|nutzt|nutzen|verwendet|verwenden|benutzt|benutzen|setzt auf|' +
    'setzen auf|nehmen|nimmt|utilise|utilisons|usa|usamos|utilizamos|używamy|korzystamy z|' +
    `(?:${verbs})(?:\\s+[\\p{L}\\p{N}'’/-]+){0,4}?\\s+(?:${prepositions})|` +
    "(?:is|are|was|were)n['’]t (?:only|just|merely)|" +
    'is|are|was|were|ist|sind|est|sont|jest|są)(?![\\p{L}\\p{N}-])',
  'giu',
);

const otherThought =
  /(?<![\p{L}-])(?:which|that|who|when|if|because|while|unless|so|where|but|although|and (?:it|they|we|you|the|is|are|has|can|must|should)|die|das|welche[rs]?|weil|damit|aber)(?![\p{L}-])|[;。]|\s[-–—]\s/giu;

const joining: ReadonlySet<string> = new Set(
  (
    'a an the our its and or plus with for as on in via using used use uses built written powered based by at to from of ' +
    'into through behind both also mainly mostly primarily only primary secondary main preferred optional required ' +
    'latest stable lts self-hosted default legacy modern plain strict strictly new old current currently now v version ' +
    'versions always running hosted deployed managed including incl include includes und oder mit für als auf der die das ein ' +
    'eine et ou avec pour le la les un une y o con para i lub z w na dla och eller med e com'
  ).split(' '),
);
