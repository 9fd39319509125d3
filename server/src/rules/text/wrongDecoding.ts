import * as l10n from '@vscode/l10n';
import { type WrongDecoding, wrongDecodings } from '../../text/wrongDecoding.ts';
import type { Fix, Rule } from '../rule.ts';
import type { TextSubject } from '../subjects.ts';
import { codeIn } from './codeIn.ts';

/** Text that went through a wrong decoding. */
export const wrongDecoding: Rule<TextSubject> & { readonly reads: 'body' } = {
  id: 'text/wrong-decoding',
  severity: 'warning',
  reads: 'body',
  doc: {
    summary: 'Text that was written as UTF-8 and read as Windows-1252, such as `â€“` for a dash.',
    why: 'Claude reads what is there. A label with such characters in it matches no section, and the text costs more tokens.',
    examples: [
      {
        title: 'A dash',
        text: '---\nname: reviewer\ndescription: Reviews changes\n---\nRead 3⟦â€“⟧5 files, then stop.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews changes\n---\nRead 3–5 files, then stop.\n',
      },
      {
        title: 'Correct text',
        text: '---\nname: reviewer\ndescription: Reviews changes\n---\nLe « café », MANHÃ”, “Spaß”, naïve.\n',
      },
      {
        title: 'Code that is about such text',
        text: "---\nname: reviewer\ndescription: Reviews changes\n---\nLook for `â€“`, as in:\n\n```js\ntext.replace('â€™', '’');\n```\n",
      },
    ],
  },
  check(subject, report) {
    const all = outsideCode(subject.text, wrongDecodings(subject.text));
    for (const one of all.slice(0, mostReported)) {
      report({
        message: l10n.t(
          'This text went through a wrong decoding: “{0}” stands for “{1}”',
          subject.text.slice(one.span.start, one.span.end),
          one.repaired,
        ),
        span: one.span,
        fixes: () => fixes(one, all),
      });
    }
  },
};

/** Code is about such text where it holds any: a table of replacements, a test. */
function outsideCode(text: string, all: readonly WrongDecoding[]): readonly WrongDecoding[] {
  if (all.length === 0) return all;
  const code = codeIn(text);
  let next = 0;
  return all.filter(({ span }) => {
    while (next < code.length && code[next]!.end <= span.start) next++;
    const here = code[next];
    return here === undefined || here.start >= span.end;
  });
}

/** A text that is wrong throughout is repaired as a whole; nobody reads more findings than this. */
const mostReported = 200;

function fixes(one: WrongDecoding, all: readonly WrongDecoding[]): Fix[] {
  const repair: Fix = {
    title: l10n.t('Repair to “{0}”', one.repaired),
    safe: true,
    preferred: true,
    edits: [{ span: one.span, newText: one.repaired }],
  };
  if (all.length === 1) return [repair];
  const edits = all.map(({ span, repaired }) => ({ span, newText: repaired }));
  return [repair, { title: l10n.t('Repair all {0} in this file', all.length), safe: true, edits }];
}
