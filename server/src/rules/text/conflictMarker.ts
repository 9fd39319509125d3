import * as l10n from '@vscode/l10n';
import { conflictMarks } from '../../text/merge/conflictMarks.ts';
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
        title: 'In a block of what the agent knows',
        text: '---\nname: reviewer\ndescription: Reviews changes\n---\nKnown:\n\n```yaml\nredis: "caching"\n⟦<<<<<<< reviewer.md⟧\nsql: "ours"\n=======\nsql: "theirs"\n>>>>>>> new\n```\n',
      },
      {
        title: 'Marks that are shown in a block of code, and a heading',
        text: '---\nname: reviewer\ndescription: Reviews changes\n---\nResolve what looks like this:\n\n```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n```\n\nReports\n=======\n\nShort.\n',
      },
    ],
  },
  check({ text }, report) {
    for (const span of conflictMarks(text)) {
      report({
        message: l10n.t('This conflict of a merge has not been resolved: Claude reads both sides'),
        span,
      });
    }
  },
};
