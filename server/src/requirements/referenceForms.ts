import type { TemplatePlace } from '../catalogue/template.ts';
import type { Span } from '../text/span.ts';
import { placeNamedBy } from './phrases.ts';
import { endsWithColon } from './sentences.ts';

/** A section named in a sentence; `span` covers the name (or the number) in UTF-16 offsets of the sentence. */
export interface Found {
  readonly span: Span;
  readonly isNumber: boolean;
  readonly quoted: boolean;
  readonly governs: boolean;
  readonly place?: TemplatePlace;
}

/**
 * The sections of CLAUDE.md that one sentence of an agent reads (`adaptive-agents.md`, section 1). A quoted label
 * counts in itself, an unquoted phrase only where the template knows it, and prose that merely mentions
 * CLAUDE.md names nothing.
 */
export function referencesInSentence(sentence: string): Found[] {
  const file = projectDocumentIn(sentence);
  // `packages/api/CLAUDE.md` is another one's.
  if (file === undefined && /claude\.md/i.test(sentence)) return [];
  const context: Context = {
    sentence,
    file,
    isLead: endsWithColon(sentence, 0, sentence.length),
  };
  if (file !== undefined && isAdaptLead(sentence)) return [];
  const quoted = quotedLabels(context);
  if (quoted.length > 0 || context.file === undefined) return quoted;
  const unquoted = unquotedPhrase(context, context.file);
  return unquoted === undefined ? [] : [unquoted];
}

/** Where a sentence names the project's own document: by its name, or by a path that leads nowhere else. */
function projectDocumentIn(sentence: string): Span | undefined {
  for (const match of sentence.matchAll(/claude\.md/gi)) {
    const path =
      /[\p{L}\p{N}_.~@<>{}-]*[/\\](?:[^\s`"'*()]*[/\\])?$/u.exec(sentence.slice(0, match.index))?.[0] ?? '';
    if (path === '' || ownPath.test(path)) return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

const ownPath =
  /^(?:\.?\/)?(?:\.claude\/)?$|^[<{[]?(?:the|your|my)?[ -]?(?:project|repo|repository|root|workspace)[\w-]*[>}\]]?\/(?:\.claude\/)?$/i;

/** Whether the sentence is "Always read the CLAUDE.md … to adapt your competencies to:". */
export function isAdaptLead(sentence: string): boolean {
  const file = projectDocumentIn(sentence);
  if (file === undefined || !endsWithColon(sentence, 0, sentence.length)) return false;
  return (
    /\b(?:read|check|consult|review|load|study)\b/i.test(sentence.slice(0, file.start)) &&
    /\badapt/i.test(sentence.slice(file.start))
  );
}

interface Context {
  readonly sentence: string;
  /** Where the sentence says CLAUDE.md. */
  readonly file: Span | undefined;
  /** It ends with a colon: what follows belongs to it. */
  readonly isLead: boolean;
}

const adapting =
  /\b(?:adapt\w*|based on|according to|in accordance with|depending on|driven by|aligned with)\b/i;
const reading =
  /\b(?:read|consult|check|follow|see|study|review|load|open|look (?:at|up|into)|refer to|declared|defined|described|listed)\b/i;
/** What is not to be read, or stands elsewhere. */
const leavingOut =
  /\b(?:ignor\w+|skip\w*|unlike|replac\w+|overrid\w+|instead of|not|never|don['’]t)\s+(?:\w+\s+){0,3}(?:the\s+)?$/i;
const otherFile = /[\w-]\.(?:md|mdx|txt|json|ya?ml|toml|rst)\b/i;
const writing = /\b(?:add|create|write|insert|append|update|put|record|document|fill|log|save|store)\w*\b/i;
const partWord =
  /^[\s*]*(?:sections?|configurations?|settings?|fields?|entry|entries|bullets?|headings?|labels?|values?|metadata)\b/i;

// The label in quotes and bold, whichever stands outside; wrongly decoded quotes and dashes have three characters each, some of them quotes.
const boldQuoted = /\*\*\s?(?:"|“|”|„|«|â€œ|â€ž)([^*]{1,120}?)(?:"|”|“|»|â€\u009d|â€œ|â€)\s?\*\*/g;
const quotedBold =
  /(?<![\p{L}\p{N}.*])["“„«]\*\*(?=\S)([^*"“”„«»]{1,120}?)(?<=\S)\*\*["”“»](?![\p{L}\p{N}*])/gu;
const plainQuoted = /["“„«]([^*"“”„«»\r\n]{2,80})["”“»]/g;
const boldOnly = /\*\*([^*"“”\r\n]{2,80})\*\*/g;

function quotedLabels(context: Context): Found[] {
  const { sentence, file, isLead } = context;
  const basis = adapting.exec(sentence);
  const governs = isLead || basis !== null;
  const found: Found[] = [];
  for (const match of [...sentence.matchAll(boldQuoted), ...sentence.matchAll(quotedBold)]) {
    const whole = { start: match.index, end: match.index + match[0].length };
    const before = sentence.slice(0, whole.start);
    const adapts = adapting.test(before);
    const isRead =
      file === undefined
        ? isLead && /\badapt/i.test(before)
        : (adapts || !writing.test(before)) && (isLead || leadsToFile(sentence, whole, file));
    if (isRead && isOfDocument(context, whole))
      found.push({ span: trimmed(match, 1), isNumber: false, quoted: true, governs });
  }
  if (found.length > 0 || file === undefined) return found;
  for (const match of sentence.matchAll(plainQuoted)) {
    const whole = { start: match.index, end: match.index + match[0].length };
    const isBased = basis !== null && basis.index <= whole.start;
    if (!(isBased || isReading(sentence, whole)) || !leadsToFile(sentence, whole, file)) continue;
    if (!isOfDocument(context, whole)) continue;
    found.push({ span: trimmed(match, 1), isNumber: false, quoted: true, governs });
  }
  if (found.length > 0 || basis === null) return found;
  for (const match of sentence.matchAll(boldOnly)) {
    const whole = { start: match.index, end: match.index + match[0].length };
    if (whole.start < basis.index || !partWord.test(sentence.slice(whole.end))) continue;
    const named = placeNamedBy(match[1]!);
    if (named === undefined || !leadsToFile(sentence, whole, file)) continue;
    const at = match.index + 2;
    const span = { start: at + named.span.start, end: at + named.span.end };
    found.push({ span, isNumber: false, quoted: false, governs, place: named.place });
  }
  return found;
}

/** `Read the "Tech Stack" section of CLAUDE.md`, `Check CLAUDE.md, section "Database"`. */
function isReading(sentence: string, label: Span): boolean {
  const before = sentence.slice(0, label.start);
  if (!reading.test(before) || writing.test(before)) return false;
  return isCalledPart(sentence, label.end) || sectionBefore.test(before);
}

/** A word for a section follows the label, or the labels that it is joined with. */
function isCalledPart(sentence: string, labelEnd: number): boolean {
  const rest = sentence.slice(labelEnd, labelEnd + 200);
  return partWord.test(rest.replace(/^(?:,?\s*(?:and|or|,)\s*["“„«][^"“”„«»\r\n]{2,80}["”“»])+/, ''));
}

const sectionBefore = /(?:\bsections?|§|→|->|›|\bunder)\s*\(?\s*$/i;

/** Not shown as code, not left out on purpose, and not another file's. */
function isOfDocument({ sentence, file }: Context, label: Span): boolean {
  const before = sentence.slice(0, label.start);
  if (before.split('`').length % 2 === 0 && sentence.indexOf('`', label.end) >= 0) return false;
  if (leavingOut.test(before)) return false;
  if (file === undefined || file.start < label.end) return true;
  // An `AGENTS.md` stands in for it.
  return !otherFile.test(sentence.slice(label.end, file.start).replace(/agents\.md/gi, ''));
}

/**
 * `… section in CLAUDE.md`, `… from CLAUDE.md`; or the file first: `CLAUDE.md's … section`, `CLAUDE.md § "…"`,
 * `CLAUDE.md, section "…"`.
 */
function leadsToFile(sentence: string, label: Span, file: Span): boolean {
  if (file.start >= label.end) {
    const between = sentence.slice(label.end, file.start);
    return (
      between.length <= 160 &&
      /\b(?:in|from|of|within|inside|at)\s+(?:[\w'-]+\s+){0,3}[`*_"'([]*$/i.test(between)
    );
  }
  if (label.start - file.end > 80) return false;
  const between = sentence.slice(file.end, label.start);
  return isCalledPart(sentence, label.end) || sectionBefore.test(between);
}

function unquotedPhrase(context: Context, file: Span): Found | undefined {
  const { sentence, isLead } = context;
  const before = sentence.slice(0, file.start);
  if (!isLead || (writing.test(before) && !adapting.test(before))) return undefined;
  return phraseAfterFile(sentence, before, file) ?? phraseBeforeFile(before) ?? numberBeforeFile(before);
}

/** `Based on CLAUDE.md technology stack detection:`, `Based on CLAUDE.md Section 8 configuration, …:` */
function phraseAfterFile(sentence: string, before: string, file: Span): Found | undefined {
  if (!adapting.test(before)) return undefined;
  const after = sentence.slice(file.end);
  const number = /^[`*"']*(?:'s)?\s*[([]?section\s+(\d{1,2})\b/i.exec(after);
  if (number !== null) {
    const numberEnd = file.end + number[0].length;
    const named = nameAfterNumber(sentence, numberEnd);
    return named ?? numberFound({ start: numberEnd - number[1]!.length, end: numberEnd });
  }
  const phrase =
    /^[`*"']*(?:'s)?\s+([^:,]{2,60}?)\s+(?:detection|analysis|configuration|sections?|settings?|definitions?)\b/i.exec(
      after,
    );
  return phrase === null ? undefined : phraseFound(phrase[1]!, file.end + after.indexOf(phrase[1]!));
}

/** `Deployment strategy adaptation based on technologies from CLAUDE.md:` */
function phraseBeforeFile(before: string): Found | undefined {
  const closing =
    /\s(?:sections?\s+|configurations?\s+)?(?:(?:defined|listed|described|declared|specified|given)\s+)?(?:in|from|of)\s+(?:the\s+|your\s+)?[`*"']*$/i.exec(
      before,
    );
  if (closing === null) return undefined;
  const words = before.slice(0, closing.index);
  const openings = [...words.matchAll(/\b(?:on|to|of|with|in)\s+/gi)].reverse();
  for (const opening of openings) {
    const start = opening.index + opening[0].length;
    const found = phraseFound(words.slice(start), start);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `Based on Section 3 of CLAUDE.md:` */
function numberBeforeFile(before: string): Found | undefined {
  const number = /\bsection\s+(\d{1,2})\s+(?:in|from|of)\s+(?:the\s+)?[`*"']*$/i.exec(before);
  if (number === null) return undefined;
  const start = number.index + number[0].indexOf(number[1]!);
  return numberFound({ start, end: start + number[1]!.length });
}

/** `Section 8 (TODO Management)`, `Section 3 – Technologies` */
function nameAfterNumber(sentence: string, at: number): Found | undefined {
  const name = /^\s*[(:–—-]\s*["“*]*(\p{L}[^)":,”*]{2,60})/u.exec(sentence.slice(at));
  return name === null ? undefined : phraseFound(name[1]!, at + name[0].length - name[1]!.length);
}

function phraseFound(phrase: string, at: number): Found | undefined {
  const named = placeNamedBy(phrase);
  if (named === undefined) return undefined;
  const span = { start: at + named.span.start, end: at + named.span.end };
  return { span, isNumber: false, quoted: false, governs: true, place: named.place };
}

function numberFound(span: Span): Found {
  return { span, isNumber: true, quoted: false, governs: true };
}

/** The group's span without the space at its ends. */
function trimmed(match: RegExpMatchArray, group: number): Span {
  const text = match[group]!;
  const start = match.index! + match[0].indexOf(text) + (text.length - text.trimStart().length);
  return { start, end: start + text.trim().length };
}
