import * as l10n from '@vscode/l10n';
import type { AgentField, AgentFile } from '../../parse/agentFile.ts';
import type { Fix } from '../rule.ts';
import type { AgentRule } from './agentRule.ts';
import { fieldRemoval } from './fieldLines.ts';
import { lostDescription } from './lostDescription.ts';

/** A field that is written again further down. */
export const duplicateKey: AgentRule = {
  id: 'agent/duplicate-key',
  severity: 'warning',
  reads: 'frontmatter',
  doc: {
    summary: 'A field that stands twice in the frontmatter.',
    why: 'Claude Code takes the last one, without a word of the others; other tools reject the file.',
    examples: [
      {
        title: 'Two models',
        text: '---\nname: reviewer\ndescription: Reviews changes\n⟦model⟧: opus\nmodel: haiku\n---\nReview the change.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews changes\nmodel: haiku\n---\nReview the change.\n',
      },
      {
        title: 'Each field once',
        text: '---\nname: reviewer\ndescription: Reviews changes\nmodel: haiku\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    const { file } = subject;
    // VS Code says it itself.
    if (!file.verdict.loads || subject.inVsCodeChatAgent) return;
    const { fields, byKey } = file.frontmatter;
    if (fields.length === byKey.size) return;
    const lost = lostDescription(file)?.fields;
    for (const field of fields) {
      const last = byKey.get(field.key);
      // A description's examples have lines that begin alike.
      if (last === undefined || last === field || field.key === '<<' || lost?.has(field) === true) continue;
      report({
        message: l10n.t('“{0}” stands here twice; Claude Code takes the last one', field.key),
        span: field.keySpan,
        tag: 'unnecessary',
        fixes: () => removal(file, field, last),
      });
    }
  },
};

/** Certain where both say the same; otherwise the one that does not count may be the one that was meant. */
function removal(file: AgentFile, field: AgentField, last: AgentField): readonly Fix[] {
  const edit = fieldRemoval(file, field);
  if (edit === undefined) return [];
  return [
    {
      title: l10n.t('Remove the “{0}” that does not count', field.key),
      safe: JSON.stringify(field.value) === JSON.stringify(last.value),
      preferred: true,
      edits: [edit],
    },
  ];
}
