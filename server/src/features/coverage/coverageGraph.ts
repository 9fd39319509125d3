/** A project's agents and what they read, as Mermaid graphs. */
import * as l10n from '@vscode/l10n';
import type { AgentCoverage, Coverage, CoverageSection } from './coverage.ts';
import { statusSigns } from './statusSigns.ts';

/** Graphs, each small enough to be followed; together they show every agent and all that it reads. */
export interface CoverageGraphs {
  /** Mermaid's source. */
  readonly sources: readonly string[];
  /** Agents that read the same are drawn as one. */
  readonly areGrouped: boolean;
}

/** No graph where no agent reads anything. */
export function coverageGraphs({ agents, sections }: Coverage): CoverageGraphs {
  const each = agents.map((agent) => ({ agents: [agent], sections: sectionsOf(agent) }));
  const nodes = each.filter((node) => node.sections.length > 0);
  const areGrouped = linesOf(nodes) > mostLines;
  const parts = partsOf(areGrouped ? grouped(nodes) : nodes);
  return { sources: parts.map((part) => graphOf(part, sections)), areGrouped };
}

/** Agents that are drawn as one, and the sections that they read, by index. */
interface Node {
  readonly agents: readonly AgentCoverage[];
  readonly sections: readonly number[];
}

/** More lines than this nobody can follow. */
const mostLines = 40;
const mostNames = 10;
const longestName = 60;

function sectionsOf({ cells }: AgentCoverage): number[] {
  return cells.flatMap((cell, section) => (cell === undefined ? [] : [section]));
}

function linesOf(nodes: readonly Node[]): number {
  return nodes.reduce((sum, { sections }) => sum + sections.length, 0);
}

function grouped(nodes: readonly Node[]): Node[] {
  const groups = new Map<string, Node>();
  for (const node of nodes) {
    const key = node.sections.join();
    const group = groups.get(key);
    groups.set(key, group === undefined ? node : { ...group, agents: [...group.agents, ...node.agents] });
  }
  return [...groups.values()];
}

/** As few parts as hold the lines of all, in order. */
function partsOf(nodes: readonly Node[]): Node[][] {
  const small = nodes.flatMap(({ agents, sections }) =>
    Array.from({ length: Math.ceil(sections.length / mostLines) }, (_, index) => ({
      agents,
      sections: sections.slice(index * mostLines, (index + 1) * mostLines),
    })),
  );
  const parts: Node[][] = [];
  for (const node of small) {
    const last = parts.at(-1);
    if (last !== undefined && linesOf(last) + node.sections.length <= mostLines) last.push(node);
    else parts.push([node]);
  }
  return parts;
}

function graphOf(nodes: readonly Node[], sections: readonly CoverageSection[]): string {
  const shown = [...new Set(nodes.flatMap((node) => node.sections))].sort((a, b) => a - b);
  const open = shown.filter((index) => ['missing', 'unfilled'].includes(sections[index]!.status));
  return [
    'flowchart LR',
    ...nodes.map(({ agents }, index) => {
      // Round ends would grow with the names.
      const [open, close] = agents.length === 1 ? ['(["', '"])'] : ['("', '")'];
      return `  a${index}${open}${namesOf(agents)}${close}`;
    }),
    ...shown.map((index) => {
      const { label, status } = sections[index]!;
      return `  s${index}["${statusSigns[status]} ${escaped(label)}"]`;
    }),
    ...nodes.flatMap((node, index) => node.sections.map((section) => `  a${index} --> s${section}`)),
    // A shape of line and no colour, so that every theme can show it.
    ...(open.length === 0
      ? []
      : [
          '  classDef open stroke-dasharray: 5 4,stroke-width: 2px',
          `  class ${open.map((index) => `s${index}`).join(',')} open`,
        ]),
  ].join('\n');
}

function namesOf(agents: readonly AgentCoverage[]): string {
  const names = agents.slice(0, mostNames).map(({ name }) => escaped(name));
  const rest = agents.length - names.length;
  return [...names, ...(rest > 0 ? [escaped(l10n.t('and {0} more', rest))] : [])].join('<br>');
}

/** Whatever Mermaid, or the Markdown and the icons that it reads in labels, could take for more than text. */
function escaped(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Surrogate}\p{Control}]/gu, '\uFFFD')
    .trim();
  const signs = Array.from(line);
  const short = signs.length > longestName ? [...signs.slice(0, longestName), '…'] : signs;
  const written = short.map((sign, index) =>
    isPlain(sign) || (sign === '-' && index > 0) ? sign : `#${sign.codePointAt(0)};`,
  );
  // Mermaid looks for this statement anywhere in a line.
  return written.join('').replaceAll('direction ', '#100;irection ');
}

function isPlain(sign: string): boolean {
  return /[\p{L}\p{N} ,]/u.test(sign);
}
