import * as l10n from '@vscode/l10n';
import type { Fix, Rule } from '../rule.ts';
import type { ExportSubject } from '../subjects.ts';

/** What was exported when CLAUDE.md declared PostgreSQL alone. */
const note =
  '# agent-tailor-export from=storage.md name=storage-shop source=hosmitr8vj project=e6aczazqoa lines=yYQGzkmhaMniDxZyYQGzbqRNo_DV3D5';
const newNote =
  '# agent-tailor-export from=storage.md name=storage-shop source=hosmitr8vj project=k1g5u72de5 lines=yYQGzkmhaMniDxZyYQGzbqRNo_DV3D5RzCYA';

function agent(top: string, name: string, ...rest: readonly string[]): string {
  const lines = [
    ...(top === '' ? [] : [top]),
    `name: ${name}`,
    'description: Keeps data. Use when tables change.',
    '---',
    ...rest,
  ];
  return `---\n${lines.join('\n')}\n`;
}

const reference = 'Based on the **"Database"** section in `CLAUDE.md`:';
const postgres = '- **PostgreSQL**: partitioning';
const mongo = '- **MongoDB**: documents';
const own = 'Ask before you drop a table.';

function project(databases: string): Readonly<Record<string, string>> {
  return {
    'CLAUDE.md': `# Shop\n\n## 3. Technologies\n\n- **Database:** ${databases}\n`,
    '.claude/agents/storage.md': agent('', 'storage', reference, '', postgres, mongo),
  };
}

/** An exported agent whose source or project document has changed since, so that exporting it again would differ. */
export const outdatedExport: Rule<ExportSubject> = {
  id: 'agent/outdated-export',
  severity: 'hint',
  doc: {
    summary: 'An exported agent whose source or CLAUDE.md has changed since.',
    why: 'An exported agent is a copy: it does not follow what it was made of. The comment in its frontmatter says what that was; the update keeps what the author has changed in the copy, and marks conflicts.',
    examples: [
      {
        title: 'A database that CLAUDE.md declares since; the sentence that the author added stays',
        fileName: 'storage-shop.md',
        files: project('PostgreSQL, MongoDB'),
        text: agent(`⟦${note}⟧`, 'storage-shop', own, '', reference, '', postgres),
        fixed: agent(newNote, 'storage-shop', own, '', reference, '', postgres, mongo),
      },
      {
        title: 'Nothing that matters has changed',
        fileName: 'storage-shop.md',
        files: project('PostgreSQL 17'),
        text: agent(note, 'storage-shop', own, '', reference, '', postgres),
      },
    ],
  },
  check(subject, report) {
    report({
      message: messageFor(subject),
      span: subject.span,
      fixes: () => [updateFix(subject)],
    });
  },
};

function messageFor({ sourceName, documentName, sourceChanged, projectChanged }: ExportSubject): string {
  if (sourceName === undefined) {
    return l10n.t(
      '{0} has changed since this agent was adapted to it, in place. What was left out then does not come back',
      documentName,
    );
  }
  if (sourceChanged && projectChanged) {
    return l10n.t('{0} and {1} have changed since this agent was exported', sourceName, documentName);
  }
  return l10n.t('{0} has changed since this agent was exported', sourceChanged ? sourceName : documentName);
}

function updateFix({ sourceName, documentName, update }: ExportSubject): Fix {
  const { edits, conflicts } = update();
  const from = sourceName ?? documentName;
  const title =
    conflicts === 0
      ? l10n.t('Update from {0}', from)
      : l10n.t('Update from {0} and mark the conflicts ({1})', from, conflicts);
  return { title, safe: false, preferred: conflicts === 0, reach: 'file', edits };
}
