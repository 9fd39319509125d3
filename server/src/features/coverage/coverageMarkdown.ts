/** The coverage of a project as a Markdown document. */
import * as l10n from '@vscode/l10n';
import { baseName } from '../../workspace/uris.ts';
import { isAnswer } from '../requirementStates/states.ts';
import { shortList } from '../requirementStates/words.ts';
import type { Coverage, CoverageCell, CoverageSection } from './coverage.ts';
import type { CoverageGap } from './coverageGaps.ts';
import { coverageGraphs } from './coverageGraph.ts';
import { statuses, statusSigns, statusText } from './statusSigns.ts';

/** Leads to a line (from 0) of a file: what stands in the brackets of a Markdown link. */
export type LinkTo = (uri: string, line: number) => string;

/** The document: what is to be done, the matrix with its links, the graph, the sizes. Texts of files are escaped. */
export function coverageMarkdown(coverage: Coverage, linkTo: LinkTo): string {
  const { project, agents } = coverage;
  const lines = [`# ${l10n.t('Coverage: {0}', escaped(project.name))}`, '', summaryOf(coverage, linkTo), ''];
  if (coverage.gaps.length > 0) {
    lines.push(`## ${l10n.t('Gaps, worst first')}`, '');
    lines.push(...coverage.gaps.map((gap, index) => `${index + 1}. ${gapLine(gap, linkTo)}`), '');
  }
  if (agents.length > 0) {
    lines.push(`## ${l10n.t('Agents and sections')}`, '', ...matrix(coverage, linkTo), '', legend(), '');
    lines.push(`## ${l10n.t('Who reads what')}`, '', ...graphs(coverage));
    lines.push(`## ${l10n.t('Sizes')}`, '', ...sizes(coverage, linkTo), '');
  }
  lines.push(...others(coverage, linkTo));
  return `${lines.join('\n').trimEnd()}\n`;
}

/** What is answered, in one sentence. */
export function coverageSummary({ sections }: Coverage): string {
  const answered = sections.filter(({ status }) => isAnswer(status)).length;
  return l10n.t('{0} of {1} sections that agents read are answered.', answered, sections.length);
}

/** What is wrong, without links. */
export function gapText({ kind, label, agents, parts }: CoverageGap): string {
  const names = agents.map(({ name }) => name).join(', ');
  const open = parts.map(({ name }) => name).join(', ');
  if (kind === 'missing') return l10n.t('"{0}" is missing; read by {1}', label, names);
  if (kind === 'unfilled') return l10n.t('"{0}" is not filled in; read by {1}', label, names);
  if (kind === 'partial') {
    return open === ''
      ? l10n.t('"{0}" is filled in only in part; read by {1}', label, names)
      : l10n.t('"{0}" is filled in only in part, without {1}; read by {2}', label, open, names);
  }
  return l10n.t('{0} is declared, and unknown to {1}', label, names);
}

/** A cell in words: its state, what is declared there, how much of the agent's vocabulary stays. */
export function cellText({ status, declared, kept, entries }: CoverageCell): string {
  const parts = [statusText(status)];
  if (declared.length > 0) parts.push(shortList(declared, longestList));
  if (entries > 0) parts.push(l10n.t('keeps {0} of {1}', kept, entries));
  return parts.join('; ');
}

function summaryOf(coverage: Coverage, linkTo: LinkTo): string {
  const { documentUri, agents } = coverage;
  const document =
    documentUri === undefined
      ? l10n.t('This project has no CLAUDE.md.')
      : `${linked(baseName(documentUri), linkTo(documentUri, 0))}:`;
  if (agents.length === 0) {
    return l10n.t('No agent here reads anything of the project document.');
  }
  return `${document} ${coverageSummary(coverage)}`;
}

function gapLine(gap: CoverageGap, linkTo: LinkTo): string {
  const sign = gap.kind === 'unknown' ? '?' : statusSigns[gap.kind];
  const label =
    gap.at === undefined
      ? `**${escaped(gap.label)}**`
      : `**${linked(gap.label, linkTo(gap.at.uri, gap.at.line))}**`;
  const names = gap.agents.map(({ uri, line, name }) => linked(name, linkTo(uri, line))).join(', ');
  if (gap.kind === 'missing') return `${sign} ${l10n.t('{0} is missing; read by {1}', label, names)}`;
  if (gap.kind === 'unfilled') return `${sign} ${l10n.t('{0} is not filled in; read by {1}', label, names)}`;
  if (gap.kind === 'partial') {
    const open = gap.parts.map(({ uri, line, name }) => linked(name, linkTo(uri, line))).join(', ');
    return open === ''
      ? `${sign} ${l10n.t('{0} is filled in only in part; read by {1}', label, names)}`
      : `${sign} ${l10n.t('{0} is filled in only in part, without {1}; read by {2}', label, open, names)}`;
  }
  return `${sign} ${l10n.t('{0} is declared, and unknown to {1}', label, names)}`;
}

function matrix({ sections, agents }: Coverage, linkTo: LinkTo): string[] {
  const head = [l10n.t('Agent'), ...sections.map(({ label }) => escaped(label))];
  const rows = agents.map((agent) => [
    linked(agent.name, linkTo(agent.uri, 0)),
    ...agent.cells.map((cell, index) =>
      cell === undefined ? ' ' : cellLink(cell, sections[index]!, linkTo),
    ),
  ]);
  const rule = head.map((_, index) => (index === 0 ? '---' : ':-:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

/** To the answer; where there is none, to the line that asks. */
function cellLink(cell: CoverageCell, section: CoverageSection, linkTo: LinkTo): string {
  const { uri, line } = section.answeredAt ?? cell.readAt;
  const title = cellText(cell).replace(/["\\<>&|]/g, (letter) => `&#${letter.codePointAt(0)};`);
  return `[${statusSigns[cell.status]}](${linkTo(uri, line)} "${title}")`;
}

function legend(): string {
  const signs = statuses.map((status) => `${statusSigns[status]} ${statusText(status)}`);
  return `${signs.join(' · ')} · ${l10n.t('empty: not read')}`;
}

function sizes({ agents }: Coverage, linkTo: LinkTo): string[] {
  return [
    `| ${l10n.t('Agent')} | ${l10n.t('Lines, as exported')} | ${l10n.t('≈ Tokens')} | ${l10n.t('Declared, but unknown to it')} |`,
    '|---|--:|--:|---|',
    ...agents.map((agent) => {
      const { lines, tokens, unknown, knownOnlyThrough } = agent;
      const gaps = [
        ...unknown.map(escaped),
        ...knownOnlyThrough.map(({ text, through }) =>
          l10n.t('{0} (known only through {1})', escaped(text), escaped(through)),
        ),
      ];
      return `| ${linked(agent.name, linkTo(agent.uri, 0))} | ${lines.before} → ${lines.after} | ${tokens.before} → ${tokens.after} | ${gaps.join(', ')} |`;
    }),
  ];
}

function graphs(coverage: Coverage): string[] {
  const { sources, areGrouped } = coverageGraphs(coverage);
  const count = sources.length;
  return [
    ...(areGrouped ? [l10n.t('Agents that read the same sections are drawn as one.'), ''] : []),
    ...sources.flatMap((source, index) => [
      ...(count === 1 ? [] : [`### ${l10n.t('Part {0} of {1}', index + 1, count)}`, '']),
      '```mermaid',
      source,
      '```',
      '',
    ]),
  ];
}

function others({ readingNothing, skipped }: Coverage, linkTo: LinkTo): string[] {
  const list = (places: Coverage['skipped']): string =>
    places.map(({ uri, line, name }) => linked(name, linkTo(uri, line))).join(', ');
  return [
    ...(readingNothing.length === 0
      ? []
      : [l10n.t('Agents that read nothing of the project document: {0}', list(readingNothing)), '']),
    ...(skipped.length === 0 ? [] : [l10n.t('Files that Claude Code skips: {0}', list(skipped)), '']),
  ];
}

/** A cell has more room than a line of the tree. */
const longestList = 90;

function linked(text: string, target: string): string {
  return `[${escaped(text)}](${target})`;
}

/** A text of a file as plain text of a Markdown table's cell. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>&|~#!$]/g, (sign) => (sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`));
}
