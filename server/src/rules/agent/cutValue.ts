import * as l10n from '@vscode/l10n';
import { nearestColor } from '../../catalogue/colors.ts';
import type { AgentField } from '../../parse/agentFile.ts';
import { endOfLine } from '../../parse/frontmatterEntries.ts';
import type { Span } from '../../text/span.ts';
import type { Fix } from '../rule.ts';
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
    for (const key of ['name', 'description', 'initialPrompt', 'color']) {
      const field = file.frontmatter.byKey.get(key);
      const span = field === undefined ? undefined : commentBehind(text, field);
      if (field === undefined || span === undefined) continue;
      const comment = text.slice(span.start, span.end);
      if (!isPartOfValue(field, comment)) continue;
      report({
        message:
          field.value === null
            ? l10n.t('“{0}” has no value: “#” begins a comment', key)
            : l10n.t('The text of “{0}” ends here: “ #” begins a comment', key),
        span,
        fixes: () => fixes(text, field, span),
      });
    }
  },
};

/** The comment on the line on which an unquoted value, or a key without one, ends. */
function commentBehind(text: string, { node, keySpan, valueSpan }: AgentField): Span | undefined {
  if (node.kind !== 'scalar' || (node.style !== 'plain' && node.style !== 'empty')) return undefined;
  const from = node.style === 'empty' ? text.indexOf(':', keySpan.end) + 1 : valueSpan.end;
  const rest = text.slice(from, endOfLine(text, from, text.length));
  const comment = /^[ \t]+(#.*?)[ \t]*$/.exec(rest)?.[1];
  if (comment === undefined) return undefined;
  const start = from + rest.indexOf('#');
  return { start, end: start + comment.length };
}

/**
 * `# a remark` behind a text is a comment; a number or a word right behind the sign is none, nor is what makes `C #` or
 * `issue # 12`. Without a value it may be one that was to be left out: only a colour's code can be nothing else.
 */
function isPartOfValue({ key, value }: AgentField, comment: string): boolean {
  if (value === null) return key === 'color' && /^#(?:[0-9a-f]{3,4}){1,2}$/i.test(comment);
  if (key === 'color') return false;
  if (!/^#+ /.test(comment)) return true;
  const before = typeof value === 'string' ? value : '';
  if (/(?:^|[\s(,/])[CF]$/.test(before)) return true;
  return /^# \d+\b/.test(comment) && (numbered.test(before) || /^# \d+$/.test(comment));
}

/** Words that a number belongs to. */
const numbered =
  /\b(?:issues?|prs?|requests?|tickets?|bugs?|numbers?|no|nr|items?|steps?|rules?|pages?|versions?|points?)\.?$/i;

/** The whole text in quotes, on one line. A name would be another one, which is for its author to say. */
function fixes(text: string, { key, keySpan, value, valueSpan }: AgentField, comment: Span): readonly Fix[] {
  const color =
    key === 'color' && value === null ? nearestColor(text.slice(comment.start, comment.end)) : undefined;
  if (color !== undefined) {
    const title = l10n.t('Change to “{0}”', color);
    return [
      {
        title,
        safe: false,
        preferred: true,
        edits: [{ span: { start: keySpan.end, end: comment.end }, newText: `: ${color}` }],
      },
    ];
  }
  if (typeof value !== 'string') return [];
  const whole = text.slice(valueSpan.start, comment.end);
  const onOneLine = `${value} ${text.slice(comment.start, comment.end)}`;
  return [
    {
      title: l10n.t('Put the whole text in quotes'),
      safe: key !== 'name',
      preferred: true,
      edits: [
        {
          span: { start: valueSpan.start, end: comment.end },
          newText: quoted(/[\r\n]/.test(whole) ? onOneLine : whole),
        },
      ],
    },
  ];
}
