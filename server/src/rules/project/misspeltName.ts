import * as l10n from '@vscode/l10n';
import {
  domains,
  findTechnology,
  spellingsOfDomain,
  spellingsOfTechnology,
  technologies,
} from '../../catalogue/lookup.ts';
import { isOneSlip } from '../../catalogue/slips.ts';
import { templateSections } from '../../catalogue/template.ts';
import type { TemplatePlace } from '../../catalogue/template.ts';
import type { ProjectFacts } from '../../project/facts.ts';
import type { DeclaredValue } from '../../project/factTypes.ts';
import type { Span } from '../../text/span.ts';
import type { ProjectFileSubject } from '../projectSubject.ts';
import type { Rule } from '../rule.ts';

/** A declared technology or domain that nobody knows, one slip away from one that everybody knows. */
export const misspeltName: Rule<ProjectFileSubject> = {
  id: 'project/misspelt-name',
  severity: 'hint',
  doc: {
    summary: 'A technology or domain that is not known, and differs by one slip from one that is.',
    why: 'An agent’s entry for PostgreSQL is not found by a project that declares “Postgersql”.',
    examples: [
      {
        title: 'A slip',
        path: 'CLAUDE.md',
        text: '# Shop\n\n- Business domains: ⟦logisitcs⟧\n\n## Technologies\n\n- **Database:** ⟦Postgersql⟧ 16, Redis\n',
        fixed:
          '# Shop\n\n- Business domains: Logistics\n\n## Technologies\n\n- **Database:** Postgersql 16, Redis\n',
      },
      {
        title: 'In a plain list, of two words',
        path: 'CLAUDE.md',
        text: '# Shop\n\n## Tech Stack\n\n- ⟦Reactt⟧\n- ⟦Tailwnd CSS⟧\n- ⟦Postgress⟧ 16\n',
        fixed: '# Shop\n\n## Tech Stack\n\n- React\n- Tailwnd CSS\n- Postgress 16\n',
      },
      {
        title: 'Something of the project’s own',
        path: 'CLAUDE.md',
        text: '# Shop\n\n## Technologies\n\n- **Backend:** Shopkit, Redisson\n',
      },
    ],
  },
  check({ facts, file, text }, report) {
    const seen = new Set<string>();
    for (const { value, holds } of declaredValues(facts)) {
      const key = `${holds} ${value.span.start}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const span = isUntied(value) ? value.span : withWordBefore(value.span, text, file.bodyStart);
      if (span === undefined) continue;
      const written = text.slice(span.start, span.end).replace(/\s+/g, ' ');
      const near = nearestTo(isUntied(value) ? value.text : written, holds);
      if (near === undefined) continue;
      report({
        message: l10n.t('"{0}" is not known; did you mean "{1}"?', written, near),
        span,
        fixes: () => [
          {
            title: l10n.t('Change to "{0}"', near),
            safe: false,
            preferred: true,
            edits: [{ span, newText: near }],
          },
        ],
      });
    }
  },
};

type Kind = 'technologies' | 'domains';

/** The places that hold names of the kind; plain lists stand under the section itself. */
const places: Readonly<Record<Kind, readonly TemplatePlace[]>> = {
  technologies: templateSections
    .filter(({ id }) => id === 'technologies')
    .flatMap((section) => [
      { kind: 'section' as const, section },
      ...section.labels.map((label) => ({ kind: 'label' as const, label })),
    ]),
  domains: templateSections
    .filter(({ id }) => id === 'domains-and-goals')
    .flatMap((section) => section.labels)
    .filter(({ holds }) => holds === 'domains')
    .map((label) => ({ kind: 'label' as const, label })),
};

function declaredValues(facts: ProjectFacts): { readonly value: DeclaredValue; readonly holds: Kind }[] {
  return (['technologies', 'domains'] as const).flatMap((holds) =>
    places[holds].flatMap((place) => facts.resolvePlace(place).values).map((value) => ({ value, holds })),
  );
}

function isUntied({ technology, domain }: DeclaredValue): boolean {
  return technology === undefined && domain === undefined;
}

/** `Tailwnd CSS`, of which only `CSS` is known: the word directly before, with its capital. */
function withWordBefore({ start, end }: Span, text: string, from: number): Span | undefined {
  const found = /(?<![\p{L}\p{N}.@/-])\p{Lu}[\p{L}]+ $/u.exec(
    text.slice(Math.max(from, start - longest), start),
  );
  if (found === null || findTechnology(found[0]) !== undefined) return undefined;
  return { start: start - found[0].length, end };
}

const known: Record<Kind, Map<string, string | undefined>> = {
  technologies: new Map(),
  domains: new Map(),
};
const mostRemembered = 2000;

/** The name, as it is to be written, of what a text most likely misspells; nearly never wrong. */
function nearestTo(text: string, kind: Kind): string | undefined {
  const memo = known[kind];
  if (memo.has(text)) return memo.get(text);
  if (memo.size >= mostRemembered) memo.clear();
  const near = search(text.toLowerCase(), kind);
  memo.set(text, near);
  return near;
}

/**
 * One letter too many, too few, wrong or changed places, the first letter right, and only one such name. Short words
 * have too many neighbours.
 */
function search(written: string, kind: Kind): string | undefined {
  const word = written.replace(/ /g, '');
  if (!/^\p{L}[\p{L}\d.+#-]*$/u.test(word) || word.length < shortest || word.length > longest)
    return undefined;
  if (others.has(word) || isEnglishWord(word)) return undefined;
  const near = namesOf(kind).filter(({ lower, isWord }) => isOneSlip(written, lower, isWord));
  // Of "Postgress" and its neighbours only Postgres has all its letters.
  const doubled = near.filter(({ lower }) => written.startsWith(lower));
  const [first, ...rest] = doubled.length > 0 ? doubled : near;
  return rest.every(({ id }) => id === first?.id) ? first?.written : undefined;
}

/** Real things that are one slip away from others. */
const others = new Set(
  (
    'stylis protobufjs graphiql fastai hyperx memcache djongo pyppeteer parsel splink pylink pyshark uncss ' +
    'astor spotipy basel gemfile monorepo openssf pubsub rambda tokyo vulcan'
  ).split(' '),
);

/** English words that are one slip away from names and may stand beside them; of each its first form. */
const words = new Set(
  (
    'academic acquit action admirer allude apogee aspect assemble assert authentic automate axiom backfire beast beta ' +
    'blazer boot bundle cached canto centrifuge changeset charter checkmark chrome cipher citrus clarity closure ' +
    'combing commence compost composure consign constriction container contain courtier coverall crate crater ' +
    'creditor danger datatable detect diffuse digger digraph direct discard docket dragon dramatic election eleventh ' +
    'emoticon empress energize equinox escort export expose faraway father feat filmmaker finale firestorm flatter ' +
    'fluent framing freeze freezer fright german getter glitter grain gripe grocer groove gutter handlebar hardness ' +
    'hearth honor hopscotch hostel hypotheses incision ingest ingress instant invasion ironic javelin journalist ' +
    'link linker liter livestream locker looter macro magenta mantra manufacture market master median medic mediate ' +
    'mediator melon memento mercury mistrial mocker molecular molecule mosquito moustache muster mutter network nugget ' +
    'nutshell octane optimist pardon parrot passkey patron pavement pedantic perfect perky persona pinto pixie ' +
    'poplar posture preach priming production prolong quark realtor reanimate redact refactor rehash request rescue ' +
    'result retain retook robin scaffold scaling scanner scrape scrappy screen server signal solid solidify sonnet ' +
    'spectra spinner splice spline splint stagger stimulation stitch strata stride strike striker strive struct ' +
    'submersion substrata switch system talent talon testcase testing textural thank thread tiptop toolset tourist ' +
    'triplet typist unicorn unseated unstaged valley venture vertex victor vision voyage watch whisker workaday zapper'
  ).split(' '),
);

/** Whether a word in lower case is one of these, as it stands or in the plural or past. */
function isEnglishWord(word: string): boolean {
  return ['', 's', 'es', 'd', 'ed'].some(
    (ending) => word.endsWith(ending) && words.has(word.slice(0, word.length - ending.length)),
  );
}

const shortest = 5;
const longest = 40;

interface Name {
  readonly id: string;
  readonly written: string;
  readonly lower: string;
  /** An English word too: every other word is a slip away from one. */
  readonly isWord: boolean;
}

const names: Partial<Record<Kind, readonly Name[]>> = {};

function namesOf(kind: Kind): readonly Name[] {
  names[kind] ??= (
    kind === 'technologies'
      ? technologies().flatMap((one) =>
          spellingsOfTechnology(one).map((spelling) => ({ ...spelling, id: one.id })),
        )
      : domains.flatMap((one) => spellingsOfDomain(one).map((spelling) => ({ ...spelling, id: one.id })))
  )
    .filter(({ text }) => text.length >= shortest - 1)
    .map(({ id, text, reach }) => ({
      id,
      written: text,
      lower: text.toLowerCase(),
      isWord: reach !== 'anywhere',
    }));
  return names[kind];
}
