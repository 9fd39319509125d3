import * as l10n from '@vscode/l10n';
import { findImports } from '../../parse/imports.ts';
import { slice, type Span } from '../../text/span.ts';
import type { TextSubject } from '../subjects.ts';
import type { Fix, Rule } from '../rule.ts';

/** An import that punctuation behind it makes part of another name. */
export const importPunctuation: Rule<TextSubject> = {
  id: 'project/import-punctuation',
  severity: 'warning',
  doc: {
    summary: 'An import with punctuation directly behind it, which is not imported.',
    why: 'Claude Code reads `@docs/style.md,` as a file called `style.md,`, finds none, and says nothing.',
    examples: [
      {
        title: 'A full stop and a comma',
        path: 'CLAUDE.md',
        text: '# Shop\n\nFollow @docs/style.md⟦,⟧ and for the API @docs/api.md⟦.⟧\n',
        fixed: '# Shop\n\nFollow @docs/style.md , and for the API @docs/api.md.\n',
      },
      {
        title: 'Quotes, brackets, dashes and an apostrophe',
        path: 'CLAUDE.md',
        text: '# Shop\n\nKeep to @docs/style.md⟦’s⟧ rules, “as in @docs/api.md⟦”,⟧ @docs/names.md⟦—⟧all of it, @docs/a.md⟦,⟧@docs/b.md and @docs/c.md⟦。⟧\n',
        fixed:
          '# Shop\n\nKeep to @docs/style.md ’s rules, “as in @docs/api.md”, @docs/names.md—all of it, @docs/a.md,@docs/b.md and @docs/c.md。\n',
      },
      {
        title: 'A path with a space in it',
        path: 'CLAUDE.md',
        text: '# Shop\n\nSee @docs/house\\ style.md⟦,⟧ and what it says of names.\n',
        fixed: '# Shop\n\nSee @docs/house\\ style.md , and what it says of names.\n',
      },
      {
        title: 'Imports, and what is none',
        path: 'CLAUDE.md',
        text: '# Shop\n\n@docs/style.md and @docs/style.md#names, @docs/old.md.bak\n\nSee `@docs/api.md`, (@docs/old.md), and ask @alice, who uses @scope/package.\n',
      },
    ],
  },
  check({ text }, report) {
    if (!text.includes('@') || !candidate.test(text)) return;
    for (const { path, span } of findImports(text)) {
      const reference = slice(text, span);
      const found = punctuated.exec(reference);
      // What lies between the two in the text is no part of the path: a comment.
      if (found === null || reference.replaceAll('\\ ', ' ') !== `@${path}`) continue;
      const written = found[1]!;
      const start = span.start + found.index + found[0].length - written.length;
      const marks: Span = { start, end: start + written.length };
      report({
        message: l10n.t('Not imported: Claude Code takes the "{0}" for a part of the file’s name', written),
        span: marks,
        fixes: () => [repair(text, marks)],
      });
    }
  },
};

function repair(text: string, marks: Span): Fix {
  const written = slice(text, marks);
  // At the end of a line nothing is lost without it.
  const isLast = /^[ \t]*(?:[\r\n]|$)/.test(text.slice(marks.end, marks.end + 20));
  return isLast && /^[.,;:。]+$/.test(written)
    ? {
        title: l10n.t('Remove the "{0}"', written),
        safe: false,
        preferred: true,
        edits: [{ span: marks, newText: '' }],
      }
    : {
        title: l10n.t('Put a space before the "{0}"', written),
        safe: false,
        preferred: true,
        edits: [{ span: { start: marks.start, end: marks.start }, newText: ' ' }],
      };
}

/**
 * Only Markdown and text files are surely meant as imports: `@scope/package.` and `@app.get:` are none. What follows the
 * punctuation does not matter (`@a.md,@b.md`, `@a.md—see`), unless it makes another ending (`@a.md.bak`) of it.
 */
const punctuated =
  /\.(?:md|mdx|txt)(['’]s(?!\w)|[.,;:!?)…"'’”»>\]}。、，；：！？）」』—–]{1,4}(?<!\.(?=\w)))/i;
// Linear in any text: looked for in every version of a file that is being typed.
const candidate = /\.(?:md|mdx|txt)[.,;:!?)…"'’”»>\]}。、，；：！？）」』—–]/i;
