import { technologiesIn } from '../../catalogue/lookup.ts';
import type { Span } from '../../text/span.ts';
import { hasClauseWords } from './clauses.ts';
import { isUnfinished, settleOpenMigrations, takesThePlace } from './migration.ts';
import {
  beginsLine,
  deniesSomethingElse,
  endOfNegation,
  isOfNames,
  opensSentence,
  startOfClause,
} from './negationReach.ts';

/**
 * A masked value with what it says not to be there made blank, offsets unchanged: what stands behind not, no, never,
 * without, instead of, formerly and their like, up to the next comma, full stop, closing bracket or "but"; and what
 * stands before "was replaced by", "is not used", "(removed)".
 */
export function maskNegations(text: string): string {
  let result = settleOpenMigrations(text);
  for (const rule of rules) {
    if (!rule.hint.test(result)) continue;
    rule.pattern.lastIndex = 0;
    for (let found = rule.pattern.exec(result); found !== null; found = rule.pattern.exec(result)) {
      const at = { start: found.index, end: found.index + found[0].length };
      const { start, end } = rule.covered(result, at.start, at.end, found[0]);
      result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end);
      rule.pattern.lastIndex = Math.max(at.end, end);
    }
  }
  return result;
}

/** Whether a label says that what follows is not there: `Not used`, `Avoid`, `Deprecated`. */
export function isNegatedLabel(label: string): boolean {
  const found = negatedLabel.exec(label);
  if (found === null) return false;
  const behind = label.slice(found.index + found[0].length);
  return found.index > 0 || !deniesSomethingElse(found[0], behind);
}

interface Rule {
  /** What its phrases have in them: quickly looked for, as most texts have none. */
  readonly hint: RegExp;
  readonly pattern: RegExp;
  /** The part that goes, for the phrase found from `start` to `end`. */
  covered(text: string, start: number, end: number, phrase: string): Span;
}

// A word ends where no letter, digit or hyphen follows: "no-code", "Node" and "No. 1" negate nothing.
function pattern(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words})(?![\\p{L}\\p{N}]|-\\p{L}|\\.\\s?\\d)`, 'giu');
}

const be =
  'is|are|was|were|has been|have been|had been|is being|are being|being|been|got|wird|werden|wurden?|a été|ont été|fue|fueron';

/** `MySQL was replaced by PostgreSQL`: the one before is gone, the one behind is there. */
const replaced = pattern(
  `(?:(?:${be})\\s+)?(?:(?:already|now|since|fully|later|recently|gradually)\\s+)?` +
    '(?:(?:replaced|superseded|succeeded) (?:by|with)|swapped (?:out )?for|phased out (?:for|in favou?r of)|' +
    '(?:dropped|abandoned|retired|deprecated|removed) (?:for|in favou?r of)|(?:ersetzt|abgelöst) durch|' +
    'durch (?=\\S+ ersetzt)|remplacée?s? par|reemplazad[oa]s? por|zastąpion[yae] przez)',
);

/** What is still to come takes nothing away yet: `will be replaced by`. */
const later = /(?<![\p{L}-])(?:to be|(?:will|would|can|could|may|might|should|must|shall)(?: be)?)\s*$/iu;

/** `MySQL is not used`, `GraphQL is out of scope`: said of what stands before. */
const absent = pattern(
  `(?:(?:(?:${be})\\s+)?(?:not|no longer|never|nicht(?: mehr)?|plus)|(?:is|are|was|were)n['’]t|` +
    "(?:must|may|can|should|shall|will|do|does)(?:\\s+not|\\s+never|n['’]t)\\s+be|cannot be|(?:is|are) (?:not|never) to be)\\s+" +
    '(?:used|in use|needed|necessary|required|supported|allowed|permitted|wanted|welcome|available|installed|added|' +
    'introduced|present|part of|utilisée?s?|verwendet|benutzt|genutzt|eingesetzt|benötigt)' +
    `|(?:${be})\\s+(?:out of scope|off[- ]limits|deprecated|removed|gone|dropped|retired|forbidden|prohibited|banned|` +
    'disallowed|discontinued|decommissioned|excluded|obsolete|unnecessary|unneeded|unused|unsupported|unwanted|' +
    'entfernt|veraltet|verboten|unnötig)',
);

/** A remark of that kind: `Kafka (removed)`, `jQuery – dropped in 2.0`. */
const absentRemark =
  /(?:\(\s*|\s[-–—]\s+)(?:(?:has|have) been |was |is |now )?(?:(?:removed|dropped) from|removed|deprecated|dropped|retired|discontinued|decommissioned|obsolete|excluded|forbidden|prohibited|banned|disallowed|gone|unused|abandoned|rejected|not (?:used|allowed|in use|needed|supported)|no longer|out of scope|entfernt|veraltet|verboten|nicht (?:mehr )?(?:verwendet|benutzt|genutzt))(?=\s*(?:$|[),.;:!]|(?:in|since|as|by|for|due|because|soon|now|the|v?\d|seit|ab)(?![\p{L}-])))/giu;

/** Said of a name; where a sentence begins with it, of the names behind it too: `No Redux, MobX`. */
const denying = [
  'neither',
  'nor',
  'no',
  'without',
  'nicht',
  'keine?[nmrs]?',
  'ohne',
  'sans',
  'pas de',
  'sin',
  'bez',
  'nie(?! (?:tylko|dotyczy)(?!\\p{L}))',
  'без',
  'не(?! только(?!\\p{L}))',
];

/** `Previously, we used MongoDB`: the comma ends nothing. */
const beforeClause = '(?:,(?=\\s+(?:we|it|they|i|this|the|our)\\s))?';

/** Of one thing in its place: `not MySQL, PostgreSQL` names what is there behind the comma. */
const behind = [
  'not(?!\\s+(?:only|just|merely)(?![\\p{L}-]))',
  'none of',
  'instead of',
  'rather than',
  'in place of',
  `(?:formerly|previously|originally|historically|in the past)${beforeClause}`,
  // `Earlier versions used MongoDB`
  '(?:earlier|older|previous|prior|past|early|initial|old|legacy) (?:versions?|releases?|iterations?|prototypes?|' +
    'implementations?|systems?|stacks?|backends?|frontends?|databases?)(?:\\s+[^\\s,;.]+){0,4}?\\s+(?:used|ran|relied|stored|was|were)',
  '(?<=(?<![\\p{L}-])(?:we|it|they|i) )used to (?:use|run|rely|store|depend|deploy|host|have)',
  'alternatives? to',
  'replacements? for',
  'similar to',
  'compared (?:to|with)',
  'unlike',
  '(?:chosen|picked|preferred|selected|favou?red) (?:over|to)',
  '(?:an)?statt',
  'anstelle von',
  'ehemals',
  'früher',
  'au lieu de',
  'en lugar de',
  'zamiast',
  'вместо',
];

/** `migrated the app from Angular`: where it comes from is gone. */
const migrated =
  '(?:(?:migrat|mov|switch|port|convert|upgrad|transition)(?:ed|ing)|rewritten|rewrote|migriert|migration)' +
  '(?:\\s+(?!from\\s)[^\\s,;.()]+){0,4}?\\s+(?:away\\s+)?(?:from|von)';

/** Of a verb: what it is said of is there, and what would follow is not: `Rust never sleeps`. */
const verbal = [
  'never',
  'cannot',
  '(?:do|does|did|is|are|was|were|can|could|should|must|shall|will|would|may|have|has|had|need)\\s+not(?!\\s+(?:only|just|merely|forget|hesitate)(?![\\p{L}-]))',
  "(?:do|does|did|is|are|was|were|ca|wo|should|must|have|has|had|could|would|need)n['’]t(?!\\s+(?:only|just|merely|forget|hesitate)(?!\\p{L}))",
  'niemals',
  'jamais',
  'nunca',
];

/** What is said to be given up is said by whom, or begins the sentence: not `Kafka removed`. */
const ofSubject = '(?<![\\p{L}-])(?:we|they|it|i|team|project|company) |(?:^|[.;:!?(–—-])\\s{0,4}';

const bareSubject = /^\W*(?:we|they|you|it|i|wir|nous)\s+$/iu;

const signOfNo = /[❌🚫⛔✗✘✖]/u;

const rules: readonly Rule[] = [
  {
    hint: /replac|supers|succe|swap|phas|drop|aband|retir|deprec|remov|setzt|löst|rempl|reempl|zast/i,
    pattern: replaced,
    covered: (text, start, end, phrase) =>
      later.test(text.slice(Math.max(0, start - 20), start))
        ? { start, end: start }
        : { start: subjectOf(text, start, phrase), end },
  },
  {
    hint: /not |no longer|never |nicht |plus |n['’]t |scope|deprec|remov|gone|drop|retir|forbid|prohib|ban|dis|decom|exclud|obsol|limits|unn|unus|unsup|unwan|never\s|not\s|entf|veral|verbo/i,
    pattern: absent,
    covered: (text, start, end, phrase) => {
      if (later.test(text.slice(Math.max(0, start - 20), start))) return { start, end: start };
      const subject = subjectOf(text, start, phrase);
      // `Not allowed: Redux, MobX`
      const isLead = text[end] === ':' && !/[\p{L}\p{N}]/u.test(text.slice(subject, start));
      return { start: subject, end: isLead ? endOfNegation(text, end, 'contrast', 'command') : end };
    },
  },
  {
    hint: /[(–—-]\s*(?:\w+ ){0,2}(?:not|no |out|remov|gone|drop|deprec|retir|dis|decom|obsol|exclud|forbid|prohib|ban|unused|aband|rejec|entf|veral|verbo|nicht)/i,
    pattern: absentRemark,
    covered: (text, start, end) => ({
      start: subjectOf(text, start, 'are'),
      end: endOfNegation(text, end, 'contrast'),
    }),
  },
  // `Redis – was used for sessions`
  {
    hint: /(?:was|were|used to be) /i,
    pattern:
      /(?:\(\s*|\s[-–—]\s+)(?:was|were|used to be) (?:\p{L}+ )?(?:used|needed|required|in use|tried|our|the)(?! to(?![\p{L}-]))(?![\p{L}-])/giu,
    covered: (text, start, end) => ({
      start: subjectOf(text, start, 'are'),
      end: endOfNegation(text, end, 'contrast'),
    }),
  },
  // `was Heroku, is Render`
  {
    hint: /(?:was|were) /i,
    pattern: /(?<=^\s{0,4}|,\s{1,4})(?:was|were|used to be) (?=[\p{Lu}\d])/giu,
    covered: (text, start, end) => {
      if (/\S/.test(wordsBeforeName(text, end))) return { start, end: start };
      const stop = endOfNegation(text, end, 'contrast');
      const turn = /^,\s+(?:(?:it|this|that)\s+)?(?:is|are)\s+(?:now\s+)?/i.exec(
        text.slice(stop, stop + longestRest),
      );
      return { start, end: stop + (turn?.[0].length ?? 0) };
    },
  },
  // `Vagrant abandoned`
  {
    hint: /(?:remov|abandon|dropp|retir|deprecat|discontinu|decommission)ed/i,
    pattern:
      /(?<=\S) (?:removed|abandoned|dropped|retired|deprecated|discontinued|decommissioned)(?=\s*(?:$|[.;,)]))/giu,
    covered: (text, start, end) => {
      const clause = startOfClause(text, start);
      return isOfNames(text.slice(clause, start)) ? { start: clause, end } : { start, end: start };
    },
  },
  // `PostgreSQL (was MySQL)`
  {
    hint: /\(\s*(?:w|ex|é)/i,
    pattern: /(?<=\(\s*)(?:was|were|ex|war|waren|était)(?![\p{L}\p{N}]|-\p{L})/giu,
    covered: (text, start, end) => ({ start, end: endOfNegation(text, end, 'contrast') }),
  },
  {
    hint: /never|cannot|not|n['’]t|niemals|jamais|nunca/i,
    pattern: pattern(verbal.join('|')),
    covered: (text, start, end, phrase) => {
      const clause = startOfClause(text, start);
      const isOfSubject = /[\p{L}\p{N}]/u.test(text.slice(clause, start)) && !beginsLine(text, start, clause);
      const isCommand =
        opensSentence(text, start) && !/^(?:does|did|is|are|was|were|have|has|had)/i.test(phrase);
      const reach = isCommand ? 'command' : 'statement';
      const stop = endOfNegation(text, end, 'contrast', reach);
      // `We do not deploy by hand: GitHub Actions`
      if (text[stop] === ':' && bareSubject.test(text.slice(clause, start)))
        return { start: clause, end: stop };
      return { start: isOfSubject ? end : start, end: stop };
    },
  },
  {
    hint: /avoid/i,
    pattern: pattern('avoid(?:s|ing)?'),
    covered: (text, start, end) => ({
      start,
      end: endOfNegation(text, end, 'contrast', opensSentence(text, start) ? 'command' : 'item'),
    }),
  },
  {
    hint: /n[eoi]|without|kein|ohne|sans|pas de|sin|bez|без|не/i,
    pattern: pattern(denying.join('|')),
    covered: (text, start, end, phrase) =>
      /^sin$/i.test(phrase) && !/^\W*$/.test(wordsBeforeName(text, end))
        ? { start, end: start }
        : { start, end: endOfNegation(text, end, 'contrast', opensSentence(text, start) ? 'names' : 'item') },
  },
  {
    hint: /not|none|instead|rather|place|former|previous|origin|histor|past|earl|older|old |legacy|prior|initial|used to (?!be)|вместо|alternat|replac|similar|compar|unlike|over|red to|statt|stelle|ehem|früher|lieu|lugar|zamiast/i,
    pattern: pattern(behind.join('|')),
    covered: (text, start, end, phrase) => {
      const stop = endOfNegation(text, end, 'contrast');
      if (!replacing.test(phrase) || !opensSentence(text, start)) return { start, end: stop };
      const said = saysWhatIsUsed.exec(text.slice(end, stop));
      return { start, end: said === null ? stop : end + said.index + said[0].length };
    },
  },
  // `PostgreSQL over MySQL`, `Prefer pnpm to npm`
  {
    hint: / (?:over|to) |\(over /i,
    pattern: /(?<=\s|\()(?:over|to)(?=\s)/giu,
    covered: coveredByPreference,
  },
  {
    hint: /from|migriert/i,
    pattern: pattern(migrated),
    covered: coveredByMigration,
  },
  {
    hint: /replac|swapped|using|supporting|drop|ditch|aband|rid of|gave up|remov|retir|deprec|elimin/i,
    pattern: pattern(
      '(?:replac(?:es|ed|ing)|swapped)(?! (?:by|with|for)(?![\\p{L}-]))|' +
        '(?:stop(?:ped)?|quit|ceased) (?:using|supporting)|got rid of|gave up(?: on)?|' +
        `(?<=${ofSubject})(?:(?:have|has|had|recently|finally|already|since|fully|now|also|completely)\\s+){0,2}` +
        '(?:dropped|ditched|abandoned|removed|retired|deprecated|eliminated)(?: support (?:for|of))?(?= )',
    ),
    covered: coveredByReplacing,
  },
  // `Flask used to be our framework`
  {
    hint: /used to be/i,
    pattern: pattern('(?<!(?:is|are|was|were|be|been|being|get|gets) )used to be'),
    covered: (text, start, end) => ({
      start: subjectOf(text, start, 'are'),
      end: endOfNegation(text, end, 'contrast'),
    }),
  },
  // `Redis for sessions, now removed`
  {
    hint: /remov|gone|drop|retir|deprec|aband/i,
    pattern:
      /,\s+(?:but\s+|and\s+)?(?:now|since|later|meanwhile|already|long)\s+(?:removed|gone|dropped|retired|deprecated|abandoned)(?=\s*(?:$|[.;,)]))/giu,
    covered: (text, start, end) => ({ start: subjectOf(text, start, 'are'), end }),
  },
  // `❌ Redux`, `Redux ❌`
  {
    hint: signOfNo,
    pattern: new RegExp(`${signOfNo.source}\uFE0F?`, 'gu'),
    covered: (text, start, end) => {
      const stop = endOfNegation(text, end, 'contrast', opensSentence(text, start) ? 'names' : 'item');
      const yes = text.slice(end, stop).search(/[✅✔☑✓]/u);
      const isOfNext = /[\p{L}\p{N}]/u.test(text.slice(end, stop));
      return isOfNext
        ? { start, end: yes < 0 ? stop : end + yes }
        : { start: subjectOf(text, start, 'are'), end };
    },
  },
  // `Deprecated: jQuery, Enzyme`
  {
    hint: /(?:ed|en|off[- ]limits|verboten)(?: \p{L}+)?:/iu,
    pattern:
      /(?<=^\s{0,4}|[.;]\s{1,4})(?:deprecated|forbidden|banned|prohibited|disallowed|removed|rejected|off[- ]limits|verboten)(?: \p{L}+)?:(?=\s)/giu,
    covered: (text, start, end) => ({ start, end: endOfNegation(text, end, 'contrast', 'command') }),
  },
  // `Nothing but Go`
  {
    hint: /nothing (?:but|except)/i,
    pattern: pattern('nothing (?:but|except)'),
    covered: (_, start, end) => ({ start, end }),
  },
  // `non-PHP services`
  {
    hint: /(?:non|anti|ex)-/i,
    pattern: /(?<![\p{L}\p{N}-])(?:non|anti|ex)-\p{L}[\p{L}\p{N}.+#]*/giu,
    covered: (_, start, end) => ({ start, end }),
  },
];

const negatedLabel =
  /(?<![\p{L}\p{N}-])(?:not|no|never|avoid(?:ed)?|do not|don['’]t|deprecated|forbidden|prohibited|banned|disallowed|off[- ]limits|removed|rejected|dropped|discarded|ruled out|former(?:ly)?|previous(?:ly)?|migrated from|alternatives?|instead of|out of scope|excluded|nicht|kein|verboten|verworfen|veraltet|descartad[oa]s?|écartée?s?|odrzucon[ey])(?![\p{L}\p{N}]|-\p{L})/iu;

/** Where what a passive is said of begins: in the same clause; a single one (`was`) behind "and". */
function subjectOf(text: string, at: number, phrase: string): number {
  let start = startOfClause(text, at);
  // `MySQL (being replaced by PostgreSQL)`
  while (start > 0 && text[start - 1] === '(' && text.slice(start, at).trim() === '') {
    start = startOfClause(text, start - 1);
  }
  if (/^(?:are|were|have|must|should|may|can|do|shall)/i.test(phrase)) return start;
  let last = start;
  for (const joint of text.slice(start, at).matchAll(/ (?:and|und|et|y|i|but|aber) /g))
    last = start + joint.index + joint[0].length;
  return last;
}

/**
 * `migrated from MySQL to PostgreSQL` loses all but the target. Behind "we" and what else has moved, "migrated to" stays,
 * as it says that the target is used. Of what is planned or under way only the words for it go: the project has both.
 */
function coveredByMigration(text: string, start: number, end: number, phrase: string): Span {
  const from = end - /\S+$/.exec(phrase)![0].length;
  const clause = startOfClause(text, start);
  const stop = endOfNegation(text, end, 'migration');
  if (
    /^\S+ing /i.test(phrase) ||
    isUnfinished(text.slice(clause, Math.min(text.length, stop + longestRest)))
  ) {
    const isOnlyVerb = /^[^\p{L}]*(?:(?:is|are|will|to|be|being|currently|still|now|planned)\s+)+$/iu;
    return { start: isOnlyVerb.test(text.slice(clause, start)) ? clause : start, end };
  }
  if (flow.test(text.slice(clause, start))) return { start, end: start };
  // `Upgraded from Angular 14 to 17`: only the version is another.
  const version = /\s+v?\d[\w.+]*\s+\S+$/.exec(text.slice(end, stop));
  if (version !== null && /^\s*v?\d/.test(text.slice(stop))) return { start: end + version.index, end: stop };
  const turn = / (\S+)$/.exec(text.slice(end, stop));
  const stays = hasClauseWords(text.slice(clause, start)) || technologiesIn(phrase).length > 0;
  if (!stays) return { start, end: stop };
  return { start: from, end: turn === null || stop === text.length ? stop : stop - turn[1]!.length };
}

/** `Data is moved from PostgreSQL to BigQuery` */
const flow =
  /(?<!\p{L})(?:(?:is|are|gets?)\s*$|(?:data(?! (?:stores?|layer|access))|events?|logs?|messages?|records?|rows?|files?|traffic|metrics|requests?|backups?)(?!\p{L}))/iu;

const replacing = /^(?:instead|rather|in place|anstelle|(?:an)?statt|au lieu|en lugar|zamiast|вместо)/iu;

/** Where a sentence that begins with what is not used says what is: `Instead of Express we use Fastify`. */
const saysWhatIsUsed =
  /(?<=[\p{L}\p{N}+#)]) +(?:(?:we|they|it|you|i) (?:now |always |only )?(?:use|run|expose|cho(?:o?se)|pick|picked|adopted|have|go with|went with) |(?:nutzen|verwenden|nehmen) wir |(?=(?:we|they|it|you|i) \p{L}|(?:use[sd]?|using|prefer|choose|pick|go with|nutzen|verwenden|nehmen|utilise[rz]?|usamos|używamy) |(?:the|our) \p{L}+ (?:is|are|uses?|runs?) ))/iu;

/**
 * What another one is preferred to: of the same role where only "over" says so (not `MQTT over WebSockets`, `Tailwind
 * over CSS`).
 */
function coveredByPreference(text: string, start: number, end: number, word: string): Span {
  const none = { start, end: start };
  const rest = text.slice(end, end + longestRest);
  const [rejected] = technologiesIn(rest);
  if (
    rejected === undefined ||
    !/^\s+(?:(?:the|an?|raw|plain|pure)\s+)?$/i.test(rest.slice(0, rejected.span.start))
  )
    return none;
  const clause = startOfClause(text, start);
  const before = text.slice(clause, start);
  const kept = technologiesIn(before).at(-1);
  const isBesideName = kept !== undefined && !/\p{L}/u.test(before.slice(kept.span.end));
  const isSameRole = isBesideName && takesThePlace(kept.item, rejected.item, true);
  const isPreferred = /(?<!\p{L})(?:prefer|cho(?:o?se|sen)|pick|favou?r)\p{L}*\s/iu.test(before);
  const isRemark = text[clause - 1] === '(' && before.trim() === '';
  const isRejected = /^to$/i.test(word) ? isPreferred && isSameRole : isPreferred || isRemark || isSameRole;
  if (!isRejected) return none;
  const stop = endOfNegation(text, end, 'contrast');
  const reason = / (?:with|for|on|in|as|because|since|when|where|if|to|via|by) /i.exec(text.slice(end, stop));
  return { start, end: reason === null ? stop : end + reason.index };
}

/** `replaced MySQL with PostgreSQL`: as far as the new one, where there is one. */
function coveredByReplacing(text: string, start: number, end: number, phrase: string): Span {
  const stop = endOfNegation(text, end, 'contrast');
  const turn = /\s(?:with|by|for|in favou?r of)\s+(?:an? |the )?/i.exec(text.slice(end, stop));
  const target = turn === null ? '' : text.slice(end + turn.index + turn[0].length, stop);
  const [first] = technologiesIn(target);
  if (turn === null || first === undefined || /\p{L}.* /u.test(target.slice(0, first.span.start)))
    return { start, end: stop };
  const clause = startOfClause(text, start);
  if (/^replacing$/i.test(phrase) || isUnfinished(text.slice(clause, start))) return { start, end: start };
  const isOfSubject = /[\p{L}\p{N}]/u.test(text.slice(clause, start));
  return { start: isOfSubject ? end : start, end: end + turn.index + (isOfSubject ? 1 : turn[0].length) };
}

/** How far behind a migration it may say that it is not done: `… to PostgreSQL (in progress)`. */
const longestRest = 60;

/** What stands between a place and the first technology named behind it, and all where none is. */
function wordsBeforeName(text: string, from: number): string {
  const rest = text.slice(from, from + longestRest);
  return rest.slice(0, technologiesIn(rest)[0]?.span.start ?? rest.length);
}
