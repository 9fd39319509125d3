/** The coverage of projects as one page of HTML that stands alone: no script, no file beside it. */
import type { AgentCoverage, Coverage, Place } from '../features/coverage/coverage.ts';
import { isAnswer } from '../features/requirementStates/states.ts';
import { coverageSummary } from '../features/coverage/coverageMarkdown.ts';
import { agentCards, agentMatrix, ProjectIds } from './reportHtmlAgents.ts';
import { gapList } from './reportHtmlGaps.ts';
import { escaped, number, pathHtml } from './reportHtmlText.ts';
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
${coverages.length > 1 ? contents(coverages) : ''}
${coverages.map(projectHtml).join('\n')}
${coverages.length === 0 ? '<h1>Agent coverage</h1><p>There is no project in this folder.</p>' : ''}
</main>
</body>
</html>
`;
}

/** The projects, where there are several. */
function contents(coverages: readonly Coverage[]): string {
  const items = coverages.map(
    (coverage, index) =>
      `<li><a href="#p${index}">${escaped(coverage.project.name)}</a> ${pathHtml(pathOf(coverage.project.uri))} ${escaped(leadOf(coverage))}</li>`,
  );
  return `<nav aria-label="Projects"><h1>Agent coverage</h1><ul class="plain">${items.join('')}</ul></nav>`;
}

function projectHtml(coverage: Coverage, project: number): string {
  const { agents, gaps, documentUri } = coverage;
  const ids = new ProjectIds(project, agents);
  const document = documentUri === undefined ? 'no CLAUDE.md' : pathOf(documentUri);
  const parts = [
    `<header id="p${project}">
<p class="kind">Agent coverage</p>
<h1>${escaped(coverage.project.name)}</h1>
<p class="lead">${escaped(leadOf(coverage))} ${pathHtml(document)}</p>
</header>`,
    ...(agents.length === 0 ? [] : [figures(coverage)]),
    ...(gaps.length === 0 ? [] : [gapList(gaps, ids)]),
    ...(agents.length === 0 ? [] : [agentMatrix(coverage, ids), agentCards(coverage, ids)]),
    ...others('Agents that read nothing of the project document', coverage.readingNothing),
    ...others('Files that Claude Code skips', coverage.skipped),
  ];
  return parts.join('\n');
}

function leadOf(coverage: Coverage): string {
  return coverage.agents.length === 0
    ? 'No agent here reads anything of the project document.'
    : coverageSummary(coverage);
}

function figures({ sections, agents }: Coverage): string {
  const answered = sections.filter(({ status }) => isAnswer(status)).length;
  const sum = (of: (agent: AgentCoverage) => number): number => agents.reduce((all, one) => all + of(one), 0);
  const [before, after] = [sum(({ tokens }) => tokens.before), sum(({ tokens }) => tokens.after)];
  const items = [
    ['sections answered', `${answered} / ${sections.length}`],
    [agents.length === 1 ? 'agent adapts' : 'agents adapt', String(agents.length)],
    ['tokens, as written → adapted', `≈ ${number(before)} → ${number(after)}`],
  ];
  return `<dl class="figures">${items.map(([what, value]) => `<div><dt>${what}</dt><dd>${value}</dd></div>`).join('')}</dl>`;
}

function others(title: string, places: readonly Place[]): string[] {
  if (places.length === 0) return [];
  const items = places.map(({ uri, name }) => `<li>${escaped(name)} ${pathHtml(pathOf(uri))}</li>`);
  return [`<section><h2>${title}</h2><ul class="plain">${items.join('')}</ul></section>`];
}
