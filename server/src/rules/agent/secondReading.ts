import * as l10n from '@vscode/l10n';
import type { AgentField, AgentFile } from '../../parse/agentFile.ts';
import { endOfLine } from '../../parse/frontmatterEntries.ts';
import type { Fix } from '../rule.ts';
import type { AgentRule } from './agentRule.ts';
import { quoted } from './yamlText.ts';

/** Frontmatter that only Claude Code's second reading saves. */
export const secondReading: AgentRule = {
  id: 'agent/second-reading',
  severity: 'information',
  reads: 'frontmatter',
  doc: {
    summary:
      'Frontmatter that is not YAML; Claude Code puts quotes around such values and reads it once more.',
    why: 'Other tools reject the file. And the quotes change other values: a comment becomes text, a list with a comment becomes one name.',
    examples: [
      {
        title: 'A colon in a text',
        text: '---\nname: reviewer\ndescription: ⟦Reviews this: changes⟧\n---\nReview the change.\n',
        fixed: '---\nname: reviewer\ndescription: "Reviews this: changes"\n---\nReview the change.\n',
      },
      {
        title: 'A comment that becomes part of a value',
        text: '---\nname: reviewer\ndescription: ⟦Reviews this: changes⟧\nmodel: ⟦opus # the strong one⟧\n---\nReview the change.\n',
      },
      {
        title: 'The same text in quotes',
        text: '---\nname: reviewer\ndescription: "Reviews this: changes"\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    const { file, text } = subject;
    const { error, retried } = file.frontmatter;
    if (!file.verdict.loads || !retried || error === undefined) return;
    for (const field of file.frontmatter.byKey.values()) {
      const { start, end } = field.valueSpan;
      const line = { start, end: Math.min(end, endOfLine(text, start, text.length)) };
      const atFault = error.span.start >= field.keySpan.start && error.span.start <= line.end && end > start;
      if (atFault) {
        report({
          message: l10n.t(
            'This is not YAML; only Claude Code’s second reading, with quotes around it, saves it',
          ),
          span: line,
          fixes: () => quotes(file, field),
        });
      } else if (becameText(text, field)) {
        report({
          severity: 'warning',
          message: l10n.t('Read a second time, in quotes, the comment is part of “{0}”', field.key),
          span: line,
        });
      }
    }
  },
};

/** Whether the retry's quotes took in a comment. */
function becameText(text: string, { node, valueSpan, key }: AgentField): boolean {
  if (node.kind !== 'scalar' || node.style !== 'plain' || typeof node.value !== 'string') return false;
  if (key === 'description' || /^["']/.test(text[valueSpan.start] ?? '')) return false;
  return / #/.test(node.value);
}

function quotes(file: AgentFile, field: AgentField): readonly Fix[] {
  if (field.node.kind !== 'scalar' || typeof field.value !== 'string') return [];
  const { start, end } = field.valueSpan;
  if (/[\r\n]/.test(file.text.slice(start, end))) return [];
  return [
    {
      title: l10n.t('Put the value in quotes'),
      safe: true,
      preferred: true,
      edits: [{ span: { start, end }, newText: quoted(field.value) }],
    },
  ];
}
