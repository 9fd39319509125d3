import * as l10n from '@vscode/l10n';
import type { Fix, Rule } from '../rule.ts';
import type { LostSourceSubject } from '../subjects.ts';

/** What was exported of `storage.md` when CLAUDE.md declared PostgreSQL and MongoDB. */
const note =
  '# agent-tailor-export from=storage.md name=storage-shop source=hosmitr8vj project=k1g5u72de5 lines=yYQGzkmhaMniDxZyYQGzbqRNo_DV3D5RzCYA';
const noteWithoutSource =
  '# agent-tailor-export name=storage-shop source=hosmitr8vj project=e6aczazqoa lines=yYQGzkmhaMniDxZyYQGzbqRNo_DV3D5';

function agent(top: string, ...rest: readonly string[]): string {
  const head = ['name: storage-shop', 'description: Keeps data. Use when tables change.', '---'];
  return `---\n${[top, ...head, 'Based on the **"Database"** section in `CLAUDE.md`:', '', ...rest].join('\n')}\n`;
}

const postgres = '- **PostgreSQL**: partitioning';
const mongo = '- **MongoDB**: documents';

function document(databases: string): Readonly<Record<string, string>> {
  return { 'CLAUDE.md': `# Shop\n\n## 3. Technologies\n\n- **Database:** ${databases}\n` };
}

/** An exported agent that cannot follow the project document any more: its source is gone. */
export const exportWithoutSource: Rule<LostSourceSubject> = {
  id: 'agent/export-without-source',
  severity: 'hint',
  doc: {
    summary: 'An exported agent whose CLAUDE.md has changed since, and whose source is not to be found.',
    why: 'What the agent left out at the export is in its source alone. Where the source has moved within the project it is found by its name; otherwise put it back, or correct `from=` in the comment. Adapting the file itself drops what no longer applies, but brings nothing back.',
    examples: [
      {
        title: 'The source was deleted, and a database is no longer declared',
        fileName: 'storage-shop.md',
        files: document('PostgreSQL'),
        text: agent(`⟦${note}⟧`, postgres, mongo),
        fixed: agent(noteWithoutSource, postgres),
      },
      {
        title: 'The source was deleted, and CLAUDE.md is what it was',
        fileName: 'storage-shop.md',
        files: document('PostgreSQL, MongoDB'),
        text: agent(note, postgres, mongo),
      },
    ],
  },
  check(subject, report) {
    report({
      message: messageFor(subject),
      span: subject.span,
      fixes: () => [adaptFix(subject), forgetFix(subject)],
    });
  },
};

function messageFor({ sourceName, documentName, candidates }: LostSourceSubject): string {
  return candidates === 0
    ? l10n.t(
        '{0} has changed since this agent was exported from {1}, which is not to be found. Put it back to update from it, or adapt this file itself',
        documentName,
        sourceName,
      )
    : l10n.t(
        '{0} has changed since this agent was exported from {1}, which is not where it was: {2} agents here may be meant. Correct “from=” to update from one, or adapt this file itself',
        documentName,
        sourceName,
        candidates,
      );
}

function adaptFix({ documentName, adaptFurther }: LostSourceSubject): Fix {
  const { edits, conflicts } = adaptFurther();
  const title =
    conflicts === 0
      ? l10n.t('Adapt this file itself to {0}, without its source', documentName)
      : l10n.t(
          'Adapt this file itself to {0}, without its source, and mark the conflicts ({1})',
          documentName,
          conflicts,
        );
  return { title, safe: false, edits };
}

function forgetFix({ line }: LostSourceSubject): Fix {
  return {
    title: l10n.t('Keep this file as it is, and forget where it came from'),
    safe: false,
    edits: [{ span: line, newText: '' }],
  };
}
