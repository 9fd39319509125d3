import { isNegatedLabel } from '../values/negation.ts';

/**
 * Whether a label says that what follows is not there: `Avoid`, `Banned`, `We do not use`. What may not be changed is
 * there, and so is what alone is allowed.
 */
export function deniesWhatFollows(label: string): boolean {
  return (isNegatedLabel(label) || opposite.test(label) || nothingUsed.test(label)) && !isOtherwise(label);
}

/**
 * The same of a heading, which may also name what once was there, or what the project is not; a remark in it
 * (`Our choice (no discussion)`) denies nothing.
 */
export function headingDenies(label: string): boolean {
  const bare = label.replace(/\s*(?:[([]|\s[-–—]\s|:\s)[^]*$/u, '');
  return deniesWhatFollows(bare) || oppositeHeading.test(bare);
}

/**
 * Where a sentence begins that ends a paragraph with a colon and forbids what is listed below it: `Never use:`, `The
 * following are banned:`; `undefined` where there is none. Most paragraphs end without a colon.
 */
export function startOfForbiddingLead(paragraph: string): number | undefined {
  if (!/[:：][*_\s]*$/.test(paragraph.slice(-longestMarks))) return undefined;
  const from = Math.max(0, paragraph.length - longestLead);
  const last = paragraph.slice(from);
  const cut = /^[^]*(?:[.!?;]\s+|[\r\n]\s*(?=[\p{Lu}*_]))(?=\S)/u.exec(last)?.[0].length ?? 0;
  if (cut === 0 && from > 0) return undefined;
  return isForbidding(last.slice(cut)) ? from + cut : undefined;
}

/** Whether a sentence with a colon at its end forbids what is listed below it. */
export function isForbidding(sentence: string): boolean {
  const words = sentence
    .replace(/[*_:：]+/g, '')
    .replace(/^[^\p{L}]+/u, '')
    .trim();
  return (
    sentence.length <= longestLead &&
    forbidding.test(words) &&
    !/^(?:if|when|whenever|unless|for|where|once|because|since|as|falls|wenn|si|quand|jeśli)(?!\p{L})/iu.test(
      words,
    ) &&
    !/[,–—-]\s+(?:but|we|it|they|you|instead|rather|use|prefer|so|please|run|see|call|read|the)(?!\p{L})/iu.test(
      words,
    ) &&
    !isOtherwise(words)
  );
}

const longestLead = 160;
const longestMarks = 8;

const ofThings =
  'banned|forbidden|prohibited|disallowed|blacklisted|denylisted|deprecated|obsolete|removed|excluded|rejected|' +
  'discontinued|retired|off[- ]limits|out of scope|unsupported|unwanted|verboten|veraltet|interdit(?:e?s)?|' +
  'prohibid[oa]s?|zabronion[ey]|zakazan[ey]';
const toUse =
  'use|using|introduce|add|install|adopt|import|bring in|include|suggest|propose|recommend|reach for|rely on|' +
  'depend on|need|want|allow|accept|support';

const opposite = new RegExp(`(?<![\\p{L}-])(?:${ofThings})(?![\\p{L}-])`, 'iu');

/** What is to go, or is only spoken of: `Debt`, `Talks` under "Tech". */
const nothingUsed = /^(?:tech(?:nical)?[ -]?)?(?:debt|talks?|meetups?)$/iu;

const oppositeHeading =
  /^(?:non-?goals?|anti-?goals?|legacy(?: (?:stack|tech(?:nolog(?:y|ies))?|tech stack|systems?|tools?|technology stack))?|old (?:tech )?stack|(?:former|previous) (?:tech )?stack)$/iu;

const forbidding = new RegExp(
  [
    // `Never:`, `Don'ts:`
    "^(?:never|no|not|avoid|don['’]ts?|do not|niemals|nunca|jamais|nigdy)$",
    `(?<![\\p{L}-])(?:never|(?:do|does|must|should|may|can|shall|will)(?: not|n['’]t)|cannot|not to)(?: \\p{L}+){0,2} (?:${toUse})(?![\\p{L}-])`,
    '(?<![\\p{L}-])(?:not|never|no longer|nicht(?: mehr)?)(?: to)?(?: be)? (?:used|in use|allowed|permitted|supported|wanted|welcome|part of|verwendet|erlaubt)(?![\\p{L}-])',
    '(?<![\\p{L}-])no longer (?:use|run|support|need|want|allow)(?![\\p{L}-])',
    "(?<![\\p{L}-])(?:we|to) avoid$|(?<![\\p{L}-])(?:we(?: have|['’]ve)?|and) (?:dropped|removed|abandoned|rejected|retired|banned)$",
    '^(?:(?:please|strictly|always|to|things to|wir) )?(?:avoid|vermeiden?|stay away from|refrain from)(?![\\p{L}-])',
    `^(?:\\p{L}+ )?(?:${ofThings})(?![\\p{L}-])`,
    `(?<![\\p{L}-])(?:is|are|was|were|be|been|sind|est|sont|son|są) (?:\\p{L}+ )?(?:${ofThings})(?![\\p{L}-])`,
    '(?:nicht|kein\\p{L}*)(?: \\p{L}+){0,3} (?:verwenden|nutzen|einsetzen|benutzen)$',
    "^(?:ne pas utiliser|n['’]utilise[rz]? (?:pas|jamais)|no (?:usar|use|utilizar)|nie (?:używaj|używamy|używać))(?!\\p{L})",
  ].join('|'),
  'iu',
);

/** `Never change without asking`, `Do not use anything but`: what follows is there. */
function isOtherwise(words: string): boolean {
  return otherwise.test(words);
}

const otherwise =
  /(?<![\p{L}-])(?:(?:never|not|n['’]t|don['’]t)(?: ever)? (?:change|upgrade|downgrade|touch|modify|remove|replace|edit|delete|rename|break|skip|forget)|(?:other|else) than|anything (?:but|except|outside|beyond)|nothing (?:but|except)|(?:libraries|tools|frameworks|packages|dependencies|technologies) (?:but|except|beyond|outside|besides)|still (?:used|in use|needed|supported))(?![\p{L}-])/iu;
