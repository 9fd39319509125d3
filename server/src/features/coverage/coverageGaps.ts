/** What keeps a project's agents from adapting, the worst first. */
import type { AgentCoverage, CoverageSection, Place } from './coverage.ts';

export interface CoverageGap {
  /**
   * `missing`: agents read a section that is not there; `unfilled`: it is there without an answer; `unknown`: something
   * is declared that agents have vocabulary of the kind for, but nothing on it.
   */
  readonly kind: 'missing' | 'unfilled' | 'unknown';
  /** The section, or what is declared. */
  readonly label: string;
  /** The agents concerned; for a section with the lines that read it. */
  readonly agents: readonly Place[];
  /** Where it is to be mended: the unfilled section, or the project document. */
  readonly at: Place | undefined;
}

/** Missing sections before unfilled ones before what agents do not know; in each kind what concerns most agents first. */
export function gapsOf(
  sections: readonly CoverageSection[],
  agents: readonly AgentCoverage[],
  documentUri: string | undefined,
): CoverageGap[] {
  const document = documentUri === undefined ? undefined : { uri: documentUri, line: 0, name: '' };
  const ofSections = sections.flatMap((section, index): CoverageGap[] => {
    const { status, label, answeredAt } = section;
    if (status !== 'missing' && status !== 'unfilled') return [];
    const readers = agents.flatMap(({ cells }) => cells[index]?.readAt ?? []);
    return [{ kind: status, label, agents: readers, at: answeredAt ?? document }];
  });
  const unknown = new Map<string, Place[]>();
  for (const { uri, line, name, unknown: texts } of agents) {
    for (const text of texts) unknown.set(text, [...(unknown.get(text) ?? []), { uri, line, name }]);
  }
  const ofValues = [...unknown].map(([label, concerned]): CoverageGap => ({
    kind: 'unknown',
    label,
    agents: concerned,
    at: document,
  }));
  return [...ofSections, ...ofValues].sort(
    (a, b) => order[a.kind] - order[b.kind] || b.agents.length - a.agents.length,
  );
}

const order = { missing: 0, unfilled: 1, unknown: 2 } as const;
