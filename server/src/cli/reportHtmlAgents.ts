/** The agents of a project on the report's page: the matrix, and a card for each. */
import type {
  AgentCoverage,
  Coverage,
  CoverageCell,
  CoverageSection,
} from '../features/coverage/coverage.ts';
import { cellText } from '../features/coverage/coverageMarkdown.ts';
import { statuses, statusText } from '../features/coverage/statusSigns.ts';
import { escaped, number, pathHtml, placeHtml, signHtml } from './reportHtmlText.ts';
import { pathOf } from './workspace.ts';

/** Where on the page the agents of one project are, and how two of one name are told apart. */
export class ProjectIds {
  readonly project: number;
  readonly #ids: ReadonlyMap<string, string>;
  readonly #names = new Map<string, number>();

  constructor(project: number, agents: readonly AgentCoverage[]) {
    this.project = project;
    this.#ids = new Map(agents.map(({ uri }, index) => [uri, `p${project}a${index}`]));
    for (const { name } of agents) this.#names.set(name, (this.#names.get(name) ?? 0) + 1);
  }

  of(agentUri: string): string {
    return this.#ids.get(agentUri) ?? '';
  }

  isTwice({ name }: AgentCoverage): boolean {
    return (this.#names.get(name) ?? 0) > 1;
  }
}

export function agentMatrix({ sections, agents }: Coverage, ids: ProjectIds): string {
  const title = `p${ids.project}matrix`;
  const head = sections.map(({ label }) => `<th scope="col"><span>${escaped(label)}</span></th>`).join('');
  const rows = agents.map((agent) => {
    const cells = agent.cells.map((cell) => matrixCell(cell, ids.of(agent.uri))).join('');
    const where = ids.isTwice(agent) ? pathHtml(folderOf(agent)) : '';
    return `<tr><th scope="row"><a href="#${ids.of(agent.uri)}">${escaped(agent.name)}</a>${where}</th>${cells}</tr>`;
  });
  const signs = statuses
    .map((status) => `<span>${signHtml(status)} ${escaped(statusText(status))}</span>`)
    .join('');
  return `<section><h2 id="${title}">Agents and sections</h2>
<div class="scroll" role="region" aria-labelledby="${title}" tabindex="0"><table class="matrix"><thead><tr><th scope="col">Agent</th>${head}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>
<p class="legend">${signs}<span>empty: not read</span></p></section>`;
}

function matrixCell(cell: CoverageCell | undefined, id: string): string {
  if (cell === undefined) return '<td><span class="unseen">not read</span></td>';
  const text = escaped(cellText(cell));
  return `<td><a href="#${id}" title="${text}">${signHtml(cell.status)}<span class="unseen">${text}</span></a></td>`;
}

/** The way from the folder of agents to the file's own. */
function folderOf({ uri }: AgentCoverage): string {
  const path = pathOf(uri);
  const below = path.slice(path.indexOf('.claude/agents/') + '.claude/agents/'.length);
  return below.includes('/') ? below.slice(0, below.lastIndexOf('/')) : below;
}

export function agentCards({ agents, sections }: Coverage, ids: ProjectIds): string {
  const cards = agents.map((agent) => card(agent, sections, ids.of(agent.uri))).join('\n');
  return `<section><h2>Agents</h2><div class="cards">${cards}</div></section>`;
}

function card(agent: AgentCoverage, sections: readonly CoverageSection[], id: string): string {
  const rows = agent.cells.flatMap((cell, index) => {
    if (cell === undefined) return [];
    const { label, answeredAt } = sections[index]!;
    const at = answeredAt === undefined ? '' : ` ${placeHtml(answeredAt)}`;
    return [
      `<li>${signHtml(cell.status)}<span><b>${escaped(label)}</b> ${escaped(cellText(cell))}${at}</span></li>`,
    ];
  });
  const { lines, tokens } = agent;
  const share = tokens.before === 0 ? 100 : Math.min(100, Math.round((tokens.after / tokens.before) * 100));
  return `<article id="${id}"><h3>${escaped(agent.name)}</h3><p>${pathHtml(pathOf(agent.uri))}</p>
<p class="size">${number(lines.before)} → ${number(lines.after)} lines, ≈ ${number(tokens.before)} → ${number(tokens.after)} tokens, as exported</p>
<div class="bar" role="img" aria-label="${share} % of the tokens stay"><span style="width:${share}%"></span></div>
<ul class="states">${rows.join('')}</ul>${lacks(agent)}</article>`;
}

function lacks({ unknown, knownOnlyThrough }: AgentCoverage): string {
  const through = knownOnlyThrough.map((one) => `${one.text} (${one.through})`);
  const lines = [
    ...(unknown.length === 0 ? [] : [`Declared, but unknown to it: ${unknown.join(', ')}`]),
    ...(through.length === 0 ? [] : [`Known only through what it builds on: ${through.join(', ')}`]),
  ];
  if (lines.length === 0) return '';
  return `<div class="lacks">${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</div>`;
}
