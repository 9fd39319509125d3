/** What keeps a project's agents from adapting, the worst first. */
import type { AgentCoverage, CoverageSection, Place } from './coverage.ts';

export interface CoverageGap {
  /**
   * `missing`: agents read a section that is not there; `unfilled`: it is there without an answer; `partial`: some of it
   * is answered; `unknown`: something is declared that agents have vocabulary of the kind for, but nothing on it.
   */
  readonly kind: 'missing' | 'unfilled' | 'partial' | 'unknown';
  /** The section, or what is declared. */
  readonly label: string;
  /** The agents concerned; for a section with the lines that read it. */
  readonly agents: readonly Place[];
  /** Of a section that is answered in part: what is not filled in, where that is not the section itself. */
  readonly parts: readonly Place[];
  /** Where it is to be mended: the section, the declaration, or the project document. */
  readonly at: Place | undefined;
}

export interface GapSources {
  readonly sections: readonly CoverageSection[];
  readonly agents: readonly AgentCoverage[];
  readonly document: Place | undefined;
  /** Where what agents do not know is declared, by its text. */
  readonly unknownAt: ReadonlyMap<string, Place>;
}

/**
 * Missing sections before unfilled ones, those before what is answered in part, and last what agents do not know; in
 * each kind what concerns most agents first.
 */
export function gapsOf({ sections, agents, document, unknownAt }: GapSources): CoverageGap[] {
  const ofSections = sections.flatMap((section, index): CoverageGap[] => {
    const { status, label, answeredAt, openParts } = section;
    if (status !== 'missing' && status !== 'unfilled' && status !== 'partial') return [];
    const readers = agents.flatMap(({ cells }) => cells[index]?.readAt ?? []);
    const [first] = openParts;
    const isItself = first !== undefined && isSame(first, answeredAt);
    const parts = isItself ? [] : openParts;
    return [{ kind: status, label, agents: readers, parts, at: answeredAt ?? first ?? document }];
  });
  const unknown = new Map<string, Place[]>();
  for (const { uri, line, name, unknown: texts } of agents) {
    for (const text of texts) unknown.set(text, [...(unknown.get(text) ?? []), { uri, line, name }]);
  }
  const ofValues = [...unknown].map(([label, concerned]): CoverageGap => ({
    kind: 'unknown',
    label,
    agents: concerned,
    parts: [],
    at: unknownAt.get(label) ?? document,
  }));
  return [...ofSections, ...ofValues].sort(
    (a, b) => order[a.kind] - order[b.kind] || b.agents.length - a.agents.length,
  );
}

const order = { missing: 0, unfilled: 1, partial: 2, unknown: 3 } as const;

function isSame(a: Place, b: Place | undefined): boolean {
  return a.uri === b?.uri && a.line === b.line && a.name === b.name;
}
