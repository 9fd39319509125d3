import * as l10n from '@vscode/l10n';
import { meantField } from '../../catalogue/agentFields.ts';
import type { AgentFile } from '../../parse/agentFile.ts';
import { nameMax, nameProblem, strayGuardEvent } from '../../parse/agentVerdict.ts';
import type { NearMiss } from '../../parse/frontmatter.ts';
import { endOfLine } from '../../parse/frontmatterEntries.ts';
import type { YamlValue } from '../../parse/yamlNode.ts';
import type { Span } from '../../text/span.ts';
import type { AgentRule } from './agentRule.ts';
import { hooksReason } from './hooksReason.ts';
import { readAgent } from './readAgent.ts';
import { repairs } from './repair.ts';
import { fieldAround } from './repairNested.ts';
import { otherFieldsReason } from './repairOtherFields.ts';
import { stemOf } from './stem.ts';
import { cutReason, yamlReason } from './yamlReason.ts';

/** A file that was meant to be an agent and that Claude Code does not load. */
export const skipped: AgentRule = {
  id: 'agent/skipped',
  severity: 'error',
  reads: 'body',
  doc: {
    summary: 'Claude Code skips this file: the agent does not exist for it.',
    why: 'Claude Code says so in its debug log at most. The finding stands at the place that causes it.',
    examples: [
      {
        title: 'A description over several lines with a colon in it',
        text: '---\nname: reviewer\ndescription: Reviews changes.\n  ⟦Examples:⟧ many\n---\nReview the change.\n',
        fixed:
          '---\nname: reviewer\ndescription: |-\n  Reviews changes.\n  Examples: many\n---\nReview the change.\n',
      },
      {
        title: 'No description',
        text: '⟦---⟧\nname: reviewer\n---\nReview the change.\n',
        fixed: '---\nname: reviewer\ndescription: Use this agent when …\n---\nReview the change.\n',
      },
      {
        title: 'A blank line before the frontmatter',
        text: '\n⟦---⟧\nname: reviewer\ndescription: Reviews changes\n---\nReview the change.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews changes\n---\nReview the change.\n',
      },
      {
        title: 'A plugin’s agent, which loads under its file’s name, but without its fields',
        path: 'agents/reviewer.md',
        files: { '.claude-plugin/plugin.json': '{ "name": "review" }\n' },
        text: '---\ndescription: Reviews changes.\n  ⟦Examples:⟧ many\n---\nReview the change.\n',
      },
      { title: 'A Markdown file that is no agent', text: '# How we write agents\n\nShort.\n' },
    ],
  },
  check(subject, report) {
    const file = subject.isPlugin ? readAgent(subject.text, subject, subject.file) : subject.file;
    if (file.verdict.loads || !file.meansToBeAgent) return;
    const reason = reasonOf(file);
    if (reason === undefined) return;
    report({
      message: subject.file.verdict.loads
        ? l10n.t('Claude Code reads none of this agent’s fields: {0}', reason.why)
        : l10n.t('Claude Code skips this file: {0}', reason.why),
      span: reason.span,
      fixes: () => repairs(file, stemOf(subject.uri), (text) => readAgent(text, subject)),
    });
  },
};

/** Why a file that was meant to be an agent is skipped; `undefined` for one that loads, or is none. */
export function whySkipped(file: AgentFile): Reason | undefined {
  return file.verdict.loads || !file.meansToBeAgent ? undefined : reasonOf(file);
}

interface Reason {
  /** For people: "it has no “description”". */
  readonly why: string;
  /** The place that causes it. */
  readonly span: Span;
}

function reasonOf(file: AgentFile): Reason | undefined {
  switch (file.verdict.reason) {
    case 'silent-no-frontmatter':
      return fenceReason(file);
    case 'silent-no-name':
      return otherFieldsReason(file) ?? missing(file, 'name', l10n.t('it has no “name”'));
    case 'name-not-string':
      return atField(file, 'name', l10n.t('its “{0}” is not text to YAML', 'name'));
    case 'name-invalid':
      return atField(file, 'name', invalidName(file.frontmatter.byKey.get('name')?.value));
    case 'description':
      return missing(file, 'description', l10n.t('it has no “description”'));
    case 'yaml':
      return otherFieldsReason(file) ?? yamlReason(file);
    case 'hooks':
      return hooksReason(file, strayGuardEvent);
    case 'too-large':
      return { why: l10n.t('it is larger than 1 MiB'), span: firstLine(file) };
    default:
      return undefined;
  }
}

function invalidName(name: YamlValue | undefined): string {
  switch (typeof name === 'string' ? nameProblem(name) : undefined) {
    case 'dash':
      return l10n.t('a name must not start with “-”');
    case 'too-long':
      return l10n.t('a name has at most {0} characters', nameMax);
    default:
      return l10n.t('a name must not contain “:”, which is kept for plugins');
  }
}

function fenceReason(file: AgentFile): Reason | undefined {
  const { fence } = file.frontmatter;
  if (fence.state === 'unclosed') {
    return { why: l10n.t('its frontmatter is not closed by “---”'), span: fence.open };
  }
  return fence.state === 'near-miss' ? { why: missWhy(fence.kind), span: fence.span } : undefined;
}

function missWhy(kind: NearMiss): string {
  switch (kind) {
    case 'blank-before':
      return l10n.t('a blank line stands before the “---” that opens the frontmatter');
    case 'indented':
      return l10n.t('the “---” that opens the frontmatter is indented');
    case 'too-long':
      return l10n.t('the frontmatter is opened by more than three dashes');
    case 'plus':
      return l10n.t('frontmatter between “+++” is not read, only between “---”');
    case 'text-after':
      return l10n.t('text follows the “---” that opens the frontmatter');
    case 'invisible-before':
      return l10n.t('invisible characters stand before the “---” that opens the frontmatter');
    case 'cr-only':
      return l10n.t('its lines end in CR alone');
    case 'text-before':
      return l10n.t('text stands before the frontmatter');
    default:
      return l10n.t('no “---” opens the frontmatter');
  }
}

/** A field that is not there, or whose value is not. */
function missing(file: AgentFile, key: 'name' | 'description', absent: string): Reason {
  const field = file.frontmatter.byKey.get(key);
  if (field !== undefined) {
    const isEmpty = field.value === null || field.value === '';
    return atField(
      file,
      key,
      isEmpty ? l10n.t('its “{0}” is empty', key) : l10n.t('its “{0}” is not text to YAML', key),
    );
  }
  const cut = cutReason(file);
  if (cut !== undefined) return cut;
  const around = key === 'name' ? fieldAround(file) : undefined;
  if (around !== undefined) {
    return { why: l10n.t('its fields stand under “{0}”', around.key), span: around.keySpan };
  }
  const near = file.frontmatter.fields.find((candidate) => meantField(candidate.key) === key);
  return { why: absent, span: near?.keySpan ?? firstLine(file) };
}

function atField(file: AgentFile, key: string, why: string): Reason {
  const field = file.frontmatter.byKey.get(key);
  if (field === undefined) return { why, span: firstLine(file) };
  const written = file.text.slice(field.valueSpan.start, field.valueSpan.end).trimEnd();
  if (written === '') return { why, span: field.keySpan };
  return { why, span: { start: field.valueSpan.start, end: field.valueSpan.start + written.length } };
}

function firstLine(file: AgentFile): Span {
  const start = file.text.startsWith('\uFEFF') ? 1 : 0;
  return { start, end: Math.min(endOfLine(file.text, start, file.text.length), start + 200) };
}
