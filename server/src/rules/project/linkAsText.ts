import * as l10n from '@vscode/l10n';
import { baseName } from '../../workspace/uris.ts';
import type { TextSubject } from '../subjects.ts';
import type { Rule } from '../rule.ts';

/** A CLAUDE.md that holds nothing but the name of another file. */
export const linkAsText: Rule<TextSubject> = {
  id: 'project/link-as-text',
  severity: 'warning',
  doc: {
    summary: 'A CLAUDE.md whose only text is the name of another file, such as `AGENTS.md`.',
    why: 'A symbolic link that Git checked out as text (`core.symlinks=false`, as on Windows) holds the name of its target. Claude Code does not follow it: it reads the name and nothing else.',
    examples: [
      {
        title: 'A link that became text',
        path: 'CLAUDE.md',
        text: '⟦AGENTS.md⟧',
        fixed: '@AGENTS.md',
      },
      { title: 'An import', path: 'CLAUDE.md', text: '@AGENTS.md\n' },
    ],
  },
  check({ uri, text }, report) {
    if (text.length > longest || !/^CLAUDE(?:\.local)?\.md$/.test(baseName(uri))) return;
    const found = fileName.exec(text);
    if (found === null) return;
    const name = found[1]!;
    const start = text.indexOf(name);
    report({
      message: l10n.t('Claude Code does not follow this: it reads the name "{0}" and nothing else', name),
      span: { start, end: start + name.length },
      fixes: () => [
        {
          title: l10n.t('Import "{0}"', name),
          safe: name.endsWith('AGENTS.md'),
          preferred: true,
          edits: [{ span: { start, end: start }, newText: '@' }],
        },
      ],
    });
  },
};

const longest = 300;
const fileName = /^\uFEFF?\s*((?:[\w.-]+\/)*[\w-]+\.md)\s*$/;
