import type { AgentDocument } from '../analysis/agentDocument.ts';
import type { Finding, Severity } from '../rules/rule.ts';
import type { PositionMap } from '../text/lineIndex.ts';
import { pathOf } from './workspace.ts';

/** One file with what was found in it. */
export interface CheckedFile {
  readonly uri: string;
  /** Its lines are counted only where something is to be said of them. */
  readonly document: { readonly positions: PositionMap };
  readonly findings: readonly Finding[];
  /** Absent for a project document. */
  readonly agent?: AgentDocument;
}

/** For people: a line for each finding below its file, and a sum. Lines and columns from 1. */
export function textReport(files: readonly CheckedFile[]): string {
  const lines: string[] = [];
  for (const { uri, document, findings } of files) {
    if (findings.length === 0) continue;
    lines.push(pathOf(uri));
    for (const finding of findings) {
      const { line, character } = document.positions.positionAt(finding.span.start);
      const place = `${line + 1}:${character + 1}`.padEnd(8);
      lines.push(`  ${place} ${finding.severity.padEnd(11)} ${finding.message}  [${finding.rule}]`);
    }
    lines.push('');
  }
  const { errors, warnings, informations, hints } = summary(files);
  const agents = files.filter((file) => file.agent !== undefined).length;
  lines.push(
    `${count(agents, 'agent')}, ${count(files.length - agents, 'project document')}: ` +
      `${count(errors, 'error')}, ${count(warnings, 'warning')}, ${count(informations + hints, 'remark')}`,
  );
  return `${lines.join('\n')}\n`;
}

/** For programs: every file, those without findings too. Ranges as in LSP, from 0, in UTF-16 code units. */
export function jsonReport(files: readonly CheckedFile[]): string {
  const report = {
    version: 1,
    files: files.map(({ uri, document, findings, agent }) => ({
      path: pathOf(uri),
      kind: agent === undefined ? 'project-document' : 'agent',
      ...(agent === undefined ? {} : agent.file.verdict),
      findings: findings.map((finding) => ({
        rule: finding.rule,
        severity: finding.severity,
        message: finding.message,
        range: {
          start: document.positions.positionAt(finding.span.start),
          end: document.positions.positionAt(finding.span.end),
        },
        fixes: (finding.fixes?.() ?? []).map(({ title, safe }) => ({ title, safe })),
      })),
    })),
    summary: { files: files.length, ...summary(files) },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function summary(files: readonly CheckedFile[]): Record<`${Severity}s`, number> {
  const sum = { errors: 0, warnings: 0, informations: 0, hints: 0 };
  for (const { findings } of files) {
    for (const { severity } of findings) sum[`${severity}s`]++;
  }
  return sum;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
