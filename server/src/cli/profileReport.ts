import type { AppliedRequirement, AdaptedProfile } from '../adapt/profileTypes.ts';
import type { AgentDocument } from '../analysis/agentDocument.ts';
import { exportedSize } from '../adapt/exportAgent.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { pathOf } from './workspace.ts';

/** The profile for programs; lines from 1. */
export function profileJson(agent: AgentDocument, profile: AdaptedProfile): string {
  const lines = new LineIndex(agent.text);
  const lineOf = (offset: number): number => lines.lineAt(agent.bodyStart + offset) + 1;
  const report = {
    agent: agent.name,
    requirements: profile.requirements.map((applied) => ({
      label: applied.requirement.label,
      status: applied.status,
      declared: applied.declared.map(({ value, matches }) => ({ text: value.text, matches })),
      vocabulary: applied.vocabulary.map(({ key, applies, because }) => ({
        key: key.key,
        line: lineOf(key.keySpan.start),
        applies,
        because,
      })),
    })),
    gaps: profile.gaps.map(({ value }) => value.text),
    knownOnlyThrough: profile.knownOnlyThrough.map(({ value, through }) => ({ text: value.text, through })),
    lines: profile.lines,
    tokens: profile.tokens,
    provenance: profile.provenance.map(({ from, source }, index) => ({
      line: index + 1,
      from,
      ...(source === undefined ? {} : { source: { path: pathOf(source.uri), line: source.line + 1 } }),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The profile in a few lines, for people. */
export function profileSummary(agent: AgentDocument, profile: AdaptedProfile): string {
  const { lines, tokens } = profile;
  const exported = exportedSize(agent, profile);
  const size = `${lines.before} → ${exported.lines.after} lines, ≈ ${tokens.before} → ${exported.tokens.after} tokens`;
  const summary = [
    `${agent.name}: ${size} as exported (${lines.after}, ≈ ${tokens.after} with the lines that explain it)`,
    ...profile.requirements.map(requirementLine),
  ];
  if (profile.gaps.length > 0) {
    summary.push(
      `  declared, but unknown to the agent: ${profile.gaps.map(({ value }) => value.text).join(', ')}`,
    );
  }
  for (const { value, through } of profile.knownOnlyThrough) {
    summary.push(`  ${value.text}: known only through ${through}`);
  }
  return `${summary.join('\n')}\n`;
}

function requirementLine({ requirement, status, vocabulary }: AppliedRequirement): string {
  const entries = vocabulary.filter(({ key }) => key.kind === 'entry');
  const kept = entries.filter(({ applies }) => applies).map(({ key }) => key.key);
  const applied =
    entries.length === 0 ? '' : `: keeps ${kept.length} of ${entries.length} (${kept.join(', ')})`;
  return `  ${requirement.label ?? 'unnamed section'}: ${status}${applied}`;
}
