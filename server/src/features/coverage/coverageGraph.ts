/** A project's agents and what they read, as a Mermaid graph. */
import type { Coverage } from './coverage.ts';
import { statusSigns } from './statusSigns.ts';

/** The graph's source; `undefined` where there is nothing to draw, or more than anybody could follow. */
export function coverageGraph({ agents, sections }: Coverage): string | undefined {
  const edges = agents.flatMap(({ cells }, agent) =>
    cells.flatMap((cell, section) => (cell === undefined ? [] : [`  a${agent} --> s${section}`])),
  );
  if (edges.length === 0 || edges.length > mostEdges) return undefined;
  const open = sections.flatMap(({ status }, index) =>
    status === 'missing' || status === 'unfilled' ? [`s${index}`] : [],
  );
  return [
    'flowchart LR',
    ...agents.map(({ name }, index) => `  a${index}(["${escaped(name)}"])`),
    ...sections.map(({ label, status }, index) => `  s${index}["${statusSigns[status]} ${escaped(label)}"]`),
    ...edges,
    // A shape of line and no colour, so that every theme can show it.
    ...(open.length === 0
      ? []
      : ['  classDef open stroke-dasharray: 5 4,stroke-width: 2px', `  class ${open.join(',')} open`]),
  ].join('\n');
}

const mostEdges = 150;

/** Whatever Mermaid could take for more than text, as its entities. */
function escaped(text: string): string {
  return text.replace(/[#"<>&`\\[\]{}()|;%]/g, (sign) => `#${sign.codePointAt(0)};`).replace(/\s+/g, ' ');
}
