import * as l10n from '@vscode/l10n';
import type { AgentField } from '../../parse/agentFile.ts';
import { toolList } from '../../parse/agentTools.ts';
import { endOfLine } from '../../parse/frontmatterEntries.ts';
import type { YamlValue } from '../../parse/yamlNode.ts';
import type { AgentRule } from './agentRule.ts';
import { preferringFirst } from './repair.ts';
import { type Fault, causeRepair, retriedLines } from './retriedLines.ts';
import { mayResolve } from './toolLists.ts';

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
    if (!file.verdict.loads || !file.frontmatter.retried) return;
    const { faults, changed } = retriedLines(file);
    for (const { span, kind, repairs } of faults) {
      report({ message: faultMessage(kind), span, fixes: () => preferringFirst(repairs) });
    }
    for (const { field, plain } of changed.values()) {
      if (field.key === 'description') continue;
      const { start, end } = field.valueSpan;
      const grantsNothing = field.key === 'tools' && !toolList(text, field).entries.some(mayResolve);
      report({
        severity: grantsNothing ? 'error' : 'warning',
        message: changedMessage(field, plain, grantsNothing ? 'nothing' : text[start]),
        span: { start, end: Math.min(end, endOfLine(text, start, text.length)) },
        fixes: () => preferringFirst([causeRepair(file) ?? []].flat()),
      });
    }
  },
};

function faultMessage(kind: Fault['kind']): string {
  return kind === 'tabs'
    ? l10n.t(
        'Tabs are no indentation in YAML: Claude Code reads the file once more, with spaces; other tools reject it',
      )
    : l10n.t(
        'Not YAML as it stands: Claude Code reads the file once more, with quotes around this; other tools reject it',
      );
}

/** @param first `nothing` for a list of tools of which no word is one; else the sign that the value begins with */
function changedMessage({ key }: AgentField, plain: YamlValue, first: string | undefined): string {
  if (first === 'nothing') {
    return l10n.t(
      'Read a second time, in quotes, “tools” is a text in which nothing is a tool: the agent cannot be started',
    );
  }
  if (first === '&' || first === '*' || first === '!') {
    return l10n.t('Read a second time, in quotes, the “{0}” is part of “{1}”', first, key);
  }
  return plain !== null && typeof plain === 'object'
    ? l10n.t('Read a second time, in quotes, “{0}” is text', key)
    : l10n.t('Read a second time, in quotes, the comment is part of “{0}”', key);
}
