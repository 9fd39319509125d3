import * as l10n from '@vscode/l10n';
import type { Span } from '../../text/span.ts';
import type { Rule } from '../rule.ts';
import type { TextSubject } from '../subjects.ts';

/** The marks of a merge that nobody has resolved. */
export const conflictMarker: Rule<TextSubject> & { readonly reads: 'body' } = {
  id: 'text/conflict-marker',
  severity: 'warning',
  reads: 'body',
  doc: {
    summary: 'A conflict of a merge that has not been resolved.',
    why: 'Claude reads the marks and both sides. “Update Exported Agent” leaves them where the author and the source have changed the same lines.',
    examples: [
      {
        title: 'Two sides',
        text: '---\nname: reviewer\ndescription: Reviews changes\n---\n⟦<<<<<<< mine⟧\nReview the change twice.\n=======\nReview each change.\n>>>>>>> new\n',
      },
      {
        title: 'Marks that are shown in a block of code, and a heading',
        text: '---\nname: reviewer\ndescription: Reviews changes\n---\nResolve what looks like this:\n\n```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n```\n\nReports\n=======\n\nShort.\n',
      },
    ],
  },
  check({ text }, report) {
    if (!text.includes(opening)) return;
    for (const span of conflictsIn(text)) {
      report({
        message: l10n.t('This conflict of a merge has not been resolved: Claude reads both sides'),
        span,
      });
    }
  },
};

const opening = '<<<<<<<';

/** The opening marks that a middle one and a closing one follow, outside fences of code. */
function* conflictsIn(text: string): Generator<Span> {
  let fence: string | undefined;
  let open: Span | undefined;
  let hasMiddle = false;
  let start = 0;
  for (const line of text.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined) {
      if (fence === undefined) fence = mark;
      else if (mark.startsWith(fence)) fence = undefined;
    } else if (fence === undefined) {
      if (/^<{7}(?:\s|$)/.test(line)) {
        open = { start, end: start + line.trimEnd().length };
        hasMiddle = false;
      } else if (/^={7}\s*$/.test(line)) hasMiddle = open !== undefined;
      else if (/^>{7}(?:\s|$)/.test(line) && open !== undefined && hasMiddle) {
        yield open;
        open = undefined;
      }
    }
    start += line.length + 1;
  }
}
