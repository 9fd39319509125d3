/** What is to be done, on the report's page. */
import type { Place } from '../features/coverage/coverage.ts';
import type { CoverageGap } from '../features/coverage/coverageGaps.ts';
import type { ProjectIds } from './reportHtmlAgents.ts';
import { escaped, placeHtml, signHtml } from './reportHtmlText.ts';

export function gapList(gaps: readonly CoverageGap[], ids: ProjectIds): string {
  const items = gaps.map((gap) => gapHtml(gap, ids)).join('\n');
  return `<section><h2>Gaps, worst first</h2>\n<ol class="gaps">${items}</ol></section>`;
}

function gapHtml(gap: CoverageGap, ids: ProjectIds): string {
  const { kind, label, parts, at, agents } = gap;
  // A missing section has no place yet.
  const place = at === undefined || kind === 'missing' ? '' : ` ${placeHtml(at)}`;
  const open = parts.map((part) => `<b>${escaped(part.name)}</b> ${placeHtml(part)}`).join(', ');
  const without = open === '' ? '' : `, without ${open}`;
  const said = `<b>${escaped(label)}</b> ${words[kind]}${place}${without}`;
  return `<li>${signHtml(kind)}<div>${said}${concerned(kind === 'unknown' ? 'unknown to' : 'read by', agents, ids)}</div></li>`;
}

const words: Readonly<Record<CoverageGap['kind'], string>> = {
  missing: 'is missing',
  unfilled: 'is not filled in',
  partial: 'is filled in only in part',
  unknown: 'is declared',
};

/** More names than these would hide the next gap. */
const mostNames = 6;

function concerned(how: string, agents: readonly Place[], ids: ProjectIds): string {
  const links = agents.map(({ uri, name }) => `<a href="#${ids.of(uri)}">${escaped(name)}</a>`).join(', ');
  return agents.length <= mostNames
    ? `<p class="who">${how} ${links}</p>`
    : `<details class="who"><summary>${how} ${agents.length} agents</summary><p>${links}</p></details>`;
}
