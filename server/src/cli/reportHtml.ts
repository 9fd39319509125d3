/** The coverage of projects as one page of HTML that stands alone: no script, no file beside it. */
import {
  type AgentCoverage,
  type Coverage,
  type CoverageCell,
  type CoverageSection,
  isAnswered,
  type Place,
} from '../features/coverage/coverage.ts';
import type { CoverageGap } from '../features/coverage/coverageGaps.ts';
import { cellText, coverageSummary, gapText } from '../features/coverage/coverageMarkdown.ts';
import { statuses, statusSigns, statusText } from '../features/coverage/statusSigns.ts';
import { reportStyle } from './reportStyle.ts';
import { pathOf } from './workspace.ts';

/** Paths in it are relative to where the command runs; every text of a file is escaped. */
export function reportHtml(coverages: readonly Coverage[]): string {
  const title = coverages.length === 1 ? `Agent coverage: ${coverages[0]!.project.name}` : 'Agent coverage';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Agent Tailor">
<title>${escaped(title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
${coverages.map(projectHtml).join('\n')}
${coverages.length === 0 ? '<p>There is no project in this folder.</p>' : ''}
</main>
</body>
</html>
`;
}

function projectHtml(coverage: Coverage, project: number): string {
  const { agents, gaps, documentUri } = coverage;
  const document = documentUri === undefined ? 'no CLAUDE.md' : pathOf(documentUri);
  return `<header>
<p class="kind">Agent coverage</p>
<h1>${escaped(coverage.project.name)}</h1>
<p class="lead">${escaped(agents.length === 0 ? 'No agent here reads anything of the project document.' : coverageSummary(coverage))} <span class="path">${escaped(document)}</span></p>
</header>
${agents.length === 0 ? '' : figures(coverage)}
${gaps.length === 0 ? '' : `<section><h2>Gaps, worst first</h2><ol class="gaps">${gaps.map(gapHtml).join('')}</ol></section>`}
${agents.length === 0 ? '' : matrix(coverage, project)}
${agents.length === 0 ? '' : `<section><h2>Agents</h2><div class="cards">${agents.map((agent, index) => card(agent, coverage.sections, `p${project}a${index}`)).join('\n')}</div></section>`}
${others('Agents that read nothing of the project document', coverage.readingNothing)}
${others('Files that Claude Code skips', coverage.skipped)}`;
}

function figures({ sections, agents }: Coverage): string {
  const answered = sections.filter(({ status }) => isAnswered(status)).length;
  const sum = (of: (agent: AgentCoverage) => number): number => agents.reduce((all, one) => all + of(one), 0);
  const [before, after] = [sum(({ tokens }) => tokens.before), sum(({ tokens }) => tokens.after)];
  const items = [
    [`${answered} / ${sections.length}`, 'sections answered'],
    [String(agents.length), agents.length === 1 ? 'agent adapts' : 'agents adapt'],
    [`≈ ${number(before)} → ${number(after)}`, 'tokens, as written → adapted'],
  ];
  return `<dl class="figures">${items.map(([value, what]) => `<div><dd>${value}</dd><dt>${what}</dt></div>`).join('')}</dl>`;
}

function gapHtml(gap: CoverageGap): string {
  const sign = gap.kind === 'unknown' ? '?' : statusSigns[gap.kind];
  const at =
    gap.at === undefined || gap.kind !== 'unfilled' ? '' : ` <span class="path">${place(gap.at)}</span>`;
  return `<li><span class="sign ${gap.kind}" aria-hidden="true">${sign}</span><span>${escaped(gapText(gap))}${at}</span></li>`;
}

function matrix({ sections, agents }: Coverage, project: number): string {
  const head = sections.map(({ label }) => `<th scope="col"><span>${escaped(label)}</span></th>`).join('');
  const rows = agents.map((agent, index) => {
    const id = `p${project}a${index}`;
    const cells = agent.cells.map((cell) => matrixCell(cell, id)).join('');
    return `<tr><th scope="row"><a href="#${id}">${escaped(agent.name)}</a></th>${cells}</tr>`;
  });
  const signs = statuses
    .map((status) => `<span>${sign(status)} ${escaped(statusText(status))}</span>`)
    .join('');
  return `<section><h2>Agents and sections</h2>
<div class="scroll"><table class="matrix"><thead><tr><th scope="col">Agent</th>${head}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>
<p class="legend">${signs}<span>empty: not read</span></p></section>`;
}

function matrixCell(cell: CoverageCell | undefined, id: string): string {
  if (cell === undefined) return '<td></td>';
  const text = escaped(cellText(cell));
  return `<td><a href="#${id}" title="${text}" aria-label="${text}">${sign(cell.status)}</a></td>`;
}

function card(agent: AgentCoverage, sections: readonly CoverageSection[], id: string): string {
  const rows = agent.cells.flatMap((cell, index) => {
    if (cell === undefined) return [];
    const { label, answeredAt } = sections[index]!;
    const at = answeredAt === undefined ? '' : ` <span class="path">${place(answeredAt)}</span>`;
    return [
      `<li>${sign(cell.status)}<span><b>${escaped(label)}</b> ${escaped(cellText(cell))}${at}</span></li>`,
    ];
  });
  const { lines, tokens } = agent;
  const share = tokens.before === 0 ? 100 : Math.min(100, Math.round((tokens.after / tokens.before) * 100));
  return `<article id="${id}"><h3>${escaped(agent.name)}</h3><p class="path">${escaped(pathOf(agent.uri))}</p>
<p class="size">${number(lines.before)} → ${number(lines.after)} lines, ≈ ${number(tokens.before)} → ${number(tokens.after)} tokens</p>
<div class="bar" role="img" aria-label="${share} % of the tokens stay"><i style="width:${share}%"></i></div>
<ul class="states">${rows.join('')}</ul>${unknownTo(agent)}</article>`;
}

function unknownTo({ unknown, knownOnlyThrough }: AgentCoverage): string {
  const texts = [
    ...unknown,
    ...knownOnlyThrough.map(({ text, through }) => `${text} (known only through ${through})`),
  ];
  if (texts.length === 0) return '';
  return `<p class="lacks">Declared, but unknown to it: ${escaped(texts.join(', '))}</p>`;
}

function others(title: string, places: readonly Place[]): string {
  if (places.length === 0) return '';
  const items = places.map(
    ({ uri, name }) => `<li>${escaped(name)} <span class="path">${escaped(pathOf(uri))}</span></li>`,
  );
  return `<section><h2>${title}</h2><ul class="plain">${items.join('')}</ul></section>`;
}

function sign(status: CoverageSection['status']): string {
  return `<span class="sign ${status}" aria-hidden="true">${statusSigns[status]}</span>`;
}

function place({ uri, line }: Place): string {
  return escaped(`${pathOf(uri)}:${line + 1}`);
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
