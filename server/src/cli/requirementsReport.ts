import type { AgentDocument } from '../analysis/agentDocument.ts';
import { templateSectionOf } from '../catalogue/template.ts';
import type { Requirement, VocabularyKind } from '../requirements/requirementTypes.ts';
import { pathOf } from './workspace.ts';

/** What agents read from the project document, for programs; in the order of `agents`, lines from 1. */
export function requirementsJson(agents: readonly AgentDocument[]): string {
  return `${JSON.stringify(agents.map(reportOf), null, 2)}\n`;
}

/** The same for people: a line for each requirement, with what the agent knows under it. */
export function requirementsText(agents: readonly AgentDocument[]): string {
  const lines: string[] = [];
  for (const { agent, path, requirements } of agents.map(reportOf)) {
    lines.push(`${agent} (${path})`);
    if (requirements.length === 0) lines.push('  reads no section by name');
    for (const { label, section, line, alsoAt, quoted, vocabulary } of requirements) {
      const remarks = [
        ...(section === null || section === label ? [] : [`in ${section}`]),
        ...(quoted ? [] : ['unquoted']),
        ...(alsoAt.length === 0 ? [] : [`also in line ${alsoAt.join(', ')}`]),
      ];
      const remark = remarks.length === 0 ? '' : ` (${remarks.join('; ')})`;
      lines.push(`  ${String(line).padStart(4)}  ${label ?? 'a number without a name'}${remark}`);
      const entries = vocabulary.filter(({ kind }) => kind === 'entry').map(({ key }) => key);
      if (entries.length > 0) lines.push(`        knows ${entries.join(', ')}`);
    }
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

interface AgentReport {
  readonly agent: string;
  readonly path: string;
  readonly requirements: readonly RequirementReport[];
}

interface RequirementReport {
  /** `null`: a number without a name. */
  readonly label: string | null;
  /** The template's section that has it; `null` where the template has none. */
  readonly section: string | null;
  readonly line: number;
  readonly alsoAt: readonly number[];
  readonly quoted: boolean;
  readonly vocabulary: readonly { key: string; line: number; kind: VocabularyKind }[];
}

function reportOf(agent: AgentDocument): AgentReport {
  return {
    agent: agent.name,
    path: pathOf(agent.uri),
    requirements: agent.requirements.map((requirement) => requirementReport(agent, requirement)),
  };
}

function requirementReport(agent: AgentDocument, requirement: Requirement): RequirementReport {
  const lineOf = (offset: number): number => agent.positions.positionAt(agent.bodyStart + offset).line + 1;
  const { label, place, quoted, labelSpan, alsoAt, vocabulary } = requirement;
  return {
    label,
    section: place === undefined ? null : templateSectionOf(place).title,
    line: lineOf(labelSpan.start),
    alsoAt: alsoAt.map(({ start }) => lineOf(start)),
    quoted,
    vocabulary: vocabulary.map(({ key, keySpan, kind }) => ({ key, line: lineOf(keySpan.start), kind })),
  };
}
