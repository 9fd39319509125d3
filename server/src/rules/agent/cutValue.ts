import * as l10n from '@vscode/l10n';
import type { AgentField } from '../../parse/agentFile.ts';
import { endOfLine } from '../../parse/frontmatterEntries.ts';
import type { AgentRule } from './agentRule.ts';
import { quoted } from './yamlText.ts';

/** A text that YAML cuts off at ` #`. */
export const cutValue: AgentRule = {
  id: 'agent/cut-value',
  severity: 'warning',
  reads: 'frontmatter',
  doc: {
    summary: 'A text that ends at ` #`, where YAML begins a comment.',
    why: 'The rest of the text is dropped without a word.',
    examples: [
      {
        title: 'An issue number',
        text: '---\nname: reviewer\ndescription: Reviews changes for issue ⟦#12 and later ones⟧\n---\nReview the change.\n',
        fixed:
          '---\nname: reviewer\ndescription: "Reviews changes for issue #12 and later ones"\n---\nReview the change.\n',
      },
      {
        title: 'A comment that is one',
        text: '---\nname: reviewer\ndescription: Reviews changes\nmodel: opus # the strong one\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    const { file, text } = subject;
    if (!file.verdict.loads) return;
    for (const key of ['description', 'initialPrompt']) {
      const field = file.frontmatter.byKey.get(key);
      if (field?.node.kind !== 'scalar' || field.node.style !== 'plain') continue;
      const end = endOfLine(text, field.valueSpan.end, text.length);
      const rest = text.slice(field.valueSpan.end, end);
      const comment = /^[ \t]+(#.*?)[ \t]*$/.exec(rest)?.[1];
      // `# a remark` behind a whole sentence is a comment; a number or a word of the text is none.
      if (comment === undefined || /^#+ /.test(comment)) continue;
      const start = field.valueSpan.end + rest.indexOf('#');
      report({
        message: l10n.t('The text of “{0}” ends here: “ #” begins a comment', key),
        span: { start, end: start + comment.length },
        fixes: () => fixes(text, field, start + comment.length),
      });
    }
  },
};

function fixes(
  text: string,
  { valueSpan }: AgentField,
  end: number,
): {
  title: string;
  safe: boolean;
  preferred: boolean;
  edits: { span: { start: number; end: number }; newText: string }[];
}[] {
  const whole = text.slice(valueSpan.start, end);
  if (/[\r\n]/.test(whole)) return [];
  return [
    {
      title: l10n.t('Put the whole text in quotes'),
      safe: true,
      preferred: true,
      edits: [{ span: { start: valueSpan.start, end }, newText: quoted(whole) }],
    },
  ];
}
