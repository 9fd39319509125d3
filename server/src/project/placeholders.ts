import { domainsIn, findDomain, findTechnology, technologiesIn } from '../catalogue/lookup.ts';
import { projectScales } from '../catalogue/scales.ts';

/**
 * Whether a whole value only marks the place of one (`adapted-profile.md`, rule 12): `[fill in, e.g., React]`,
 * `[true/false]`, `[DETECTED_BACKEND]`, `<your database>`, `TBD`, nothing at all. A bracket all of whose items
 * are names of the catalogue (`[AWS]`, `[React/Vue]`) is a value.
 */
export function isPlaceholder(value: string): boolean {
  if (value.length > longestPlaceholder) return false;
  const text = bareValue(value);
  if (text === '' || /^(?:\.{3,}|…+)$/.test(text)) return true;
  if (toBeDone.test(text) || leftOpen.test(text) || choiceToMake.test(text)) return true;
  if (isYours(text)) return true;
  // A template's variable that nothing has replaced.
  if (/^\{\{[^{}]*\}\}$/.test(text)) return true;
  if (text.startsWith('<')) return /^<[^<>\d:@/]+>$/.test(text);
  if (text.startsWith('[')) return isPlaceholderBracket(text);
  return false;
}

/** Whether a whole value says that there is none: `none`, `n/a`, `-`, `keine (CLI only)`: an answer, not a gap. */
export function isNone(value: string): boolean {
  if (value.length > longestPlaceholder) return false;
  const text = bareValue(value).replace(/^\(([^()]*)\)$/, '$1');
  if (/^[-–—]+(?:\s*\([^()]*\))?$/.test(text)) return true;
  return noneWords.test(text);
}

/** The value without what stands around it: space, quotes, emphasis, code marks, comments, a closing full stop. */
export function bareValue(value: string): string {
  let text = value.includes('<!--') ? value.replace(/<!--(?:(?!-->)[^])*(?:-->|$)/g, ' ') : value;
  text = text.trim();
  for (let rounds = 0; rounds < 4; rounds++) {
    const inner = unwrapped(text);
    if (inner === text) break;
    text = inner;
  }
  if (/[^.…]\.$/.test(text)) text = text.slice(0, -1);
  return text;
}

const longestPlaceholder = 400;

const toBeDone =
  /^(?:\()?(?:tbd|tba|tbc|todo|to be (?:determined|defined|decided|done|announced|confirmed|filled in))(?:\))?(?:$|\s*:|\s*[(!?]|\s+[-–—]\s)/i;

/** The same in other words, where they are all there is: `XXX`, `Coming soon!`, `noch offen (Q3)`. */
const leftOpen = new RegExp(
  `^\\(?(?:${[
    'x{3,}',
    '\\?+',
    'coming soon',
    'undecided',
    'not (?:yet )?(?:decided|determined|defined|chosen|known|specified|selected|settled|finali[sz]ed|final|set|sure|clear|documented)(?: yet)?',
    'not yet',
    '(?:no decision|nothing decided|no idea)(?: made)?(?: yet)?',
    'noch offen',
    'noch nicht (?:festgelegt|entschieden|definiert|bekannt|bestimmt)',
    '(?:wird noch|noch zu) (?:festgelegt|entschieden|definiert|bestimmt|klären|definieren|bestimmen)',
    'à (?:définir|compléter|déterminer)',
    'por (?:definir|determinar)',
    'a definir',
    'da definire',
    'do (?:ustalenia|uzupełnienia|określenia)',
  ].join('|')})\\)?[!.…]*(?:\\s*\\([^()]*\\))?$`,
  'iu',
);

/** `TBD between React and Vue`, `to be decided by the team`; with more behind a comma it is a list of several. */
const choiceToMake =
  /^(?:tbd|tba|tbc|to be (?:determined|decided|defined|confirmed))\s+(?:(?:between|either|whether)\s[^.;]*|(?:by|in|at|after|once|when|until|later|soon|as|during|depending|pending)(?![\p{L}-])[^,.;]*)$/iu;

/** `your framework`, `your backend here`: a few words for what is asked for, and no name. */
function isYours(text: string): boolean {
  return yours.test(text) && technologiesIn(text).length === 0 && domainsIn(text).length === 0;
}

const yours =
  /^your\s+(?:(?!(?:is|are|our|my|and|or|to|can|will|has|have)\s)[\p{L}&/-]+\s+){0,2}(?:frameworks?|backends?|frontends?|databases?|db|data stores?|stack|technolog(?:y|ies)|tools?|tooling|languages?|librar(?:y|ies)|platforms?|providers?|hosting|infrastructure|deployments?|domains?|industry|projects?|products?|apps?|applications?|company|team|organi[sz]ation|name|description|values?|text|answers?|goals?|objectives?|services?|apis?|integrations?|dependencies|requirements?|choice|cloud|orm|servers?|runtime|pipeline|version)(?:(?:\s+goes)?\s+here)?[.!…]*$|^your\s+(?:[\p{L}&/-]+\s+){1,3}(?:goes\s+)?here[.!…]*$/iu;

// The last group is not in rule 12: nobody who reads `[specify later]` or `[your database]` takes it for a value.
const beginsAsPlaceholder =
  /^(?:(?:please )?fill in\b|e\.\s?g\.|z\.\s?b\.|p\.\s?ej\.|np\.|par ex|(?:your|specify|insert|choose|enter|describe|replace)\s)/iu;

const noneWords = new RegExp(
  `^(?:${[
    'none',
    'n/?a',
    'n\\.\\s?a\\.?',
    'nil',
    'no',
    'nothing',
    'not applicable',
    'not (?:used|needed|required)',
    'does not apply',
    'keine?[rsnm]?',
    'nein',
    'nichts',
    'nicht (?:zutreffend|anwendbar|vorhanden|benötigt)',
    'entfällt',
    'k\\.\\s?a\\.?',
    'aucune?',
    'néant',
    'sans objet',
    'ningun[oa]',
    'ninguno/a',
    'no aplica',
    'nessun[oa]?',
    'nenhum[a]?',
    'brak',
    'nie dotyczy',
    'żadn[eya]',
    'geen',
    'ingen',
    'нет',
    '无',
    '無',
    'なし',
    '없음',
  ].join(
    '|',
  )})(?:\\s+(?:yet|so far|at all|in particular|currently|planned|needed|required|for now|right now|as of now|now|` +
    'at the moment|at present|at this (?:time|point|stage)|bisher|derzeit|momentan|zurzeit|vorerst|im moment|' +
    "pour (?:l['’]instant|le moment)|por ahora|por el momento|na razie))?" +
    // A remark may follow, in brackets or after a mark.
    `(?:\\s*\\([^()]*\\)|\\s*[;:.]\\s[^]*|\\s+[-–—]\\s[^]*)?$`,
  'iu',
);

function isPlaceholderBracket(text: string): boolean {
  const end = text.indexOf(']');
  // While it is being typed or deleted, the closing bracket may be absent.
  if (end < 0) return /^\[\s*(?:fill in\b|e\.\s?g\.)/i.test(text);
  // Behind it may stand what the choice is about: `[true/false] - agents hand tasks over`.
  if (!/^\](?:$|\s*(?:[-–—:(]|$))/.test(text.slice(end))) return false;
  const inner = text.slice(1, end).trim();
  if (inner === '' || /^(?:\.{3}|…)$/.test(inner)) return true;
  if (isListOfNames(inner)) return false;
  if (beginsAsPlaceholder.test(inner)) return true;
  if (toBeDone.test(inner)) return true;
  // An example list, open at its end, is the template's own: `[React, Vue, etc.]`.
  if (/[,;]\s*e\.\s?g\./i.test(inner) || /,\s*(?:etc\.?|…|\.{3})$/i.test(inner)) return true;
  // `main language: csharp, python`, but not a time or an address.
  if (/^\p{L}[\p{L} _/-]*:(?:\s|$)/u.test(inner)) return true;
  if (/^[A-Z][A-Z0-9]*(?:[_ -][A-Z0-9]+)*$/.test(inner) && inner.length > 1) return true;
  if (isChoiceOfTemplate(inner)) return true;
  if (!/^\][([]/.test(text.slice(end)) && isDescription(inner)) return true;
  return /^[\p{L}\d_-]+(?:\s?[/|]\s?[\p{L}\d_-]+)+(?:$|\s+[-–—]\s)/u.test(inner);
}

/** `[startup, sme, enterprise]`: the answers that the template knows, all or several of them. */
function isChoiceOfTemplate(inner: string): boolean {
  const items = inner.split(/[,;/|]/).map((item) => item.trim().toLowerCase());
  const isOf = (known: readonly string[]): boolean => items.every((item) => known.includes(item));
  return items.length > 1 && (isOf(projectScales.map(({ id }) => id)) || isOf(developmentStages));
}

const developmentStages = ['concept', 'mvp', 'development', 'production', 'maintenance'];

/** `[brief description]`, `[Primary objectives and success criteria]`: a few words that name nothing. */
function isDescription(inner: string): boolean {
  const words = inner.split(/\s+/);
  if (words.length < 2 || words.length > mostWordsOfDescription || /[\d:]/.test(inner)) return false;
  return (
    technologiesIn(inner).length === 0 &&
    domainsIn(inner).length === 0 &&
    !/^\p{Ll}+(?:-\p{Ll}+)+,/u.test(inner)
  );
}

const mostWordsOfDescription = 6;

function isListOfNames(inner: string): boolean {
  if (isName(inner)) return true;
  return inner.split(/[,;/|]/).every((item) => isName(item.trim()));
}

function isName(item: string): boolean {
  return item !== '' && (findTechnology(item) !== undefined || findDomain(item) !== undefined);
}

/** One pair of marks less. */
function unwrapped(text: string): string {
  for (const mark of ['**', '__', '*', '_', '`', '"', "'", '“', '‘', '„']) {
    const close = mark === '“' ? '”' : mark === '‘' ? '’' : mark === '„' ? '“' : mark;
    const inside = text.length > mark.length + close.length - 1;
    if (!inside || !text.startsWith(mark) || !text.endsWith(close)) continue;
    if (text.length < mark.length + close.length) continue;
    return text.slice(mark.length, text.length - close.length).trim();
  }
  return text;
}
