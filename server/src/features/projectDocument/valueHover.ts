/** What a hover says of a declared value: what it is, and what it decides in the project's agents. */
import * as l10n from '@vscode/l10n';
import type { Project } from '../../analysis/project.ts';
import type { WorkspaceModel } from '../../analysis/workspaceModel.ts';
import { technologyById } from '../../catalogue/lookup.ts';
import type { DeclaredValue } from '../../project/factTypes.ts';
import { slice } from '../../text/span.ts';
import { agentLink, bullets, escaped, keyList, listed, shortened } from './hoverWords.ts';
import { effectsOf, type ValueEffect } from './valueEffects.ts';

export function valueText(model: WorkspaceModel, project: Project, value: DeclaredValue): string {
  const { effects, unseen } = effectsOf(model, project, value);
  const through = effects.flatMap((effect) => (effect.through === undefined ? [] : [throughLine(effect)]));
  const unknown = effects.filter(({ isUnknown }) => isUnknown).map(({ agent }) => agentLink(agent, 0));
  const lines = [...groupsOf(effects.filter(decides)).map(effectLine), ...through];
  return [
    whatItIs(value),
    ...(lines.length === 0 ? [] : [bullets(lines)]),
    ...(unknown.length === 0 ? [] : [l10n.t('Nothing on it: {0}', listed(unknown))]),
    ...(unseen === 0 ? [] : [l10n.t('{0} more agents read CLAUDE.md; they were not looked at.', unseen)]),
  ].join('\n\n');
}

function whatItIs({ text, technology, domain }: DeclaredValue): string {
  if (domain !== undefined) return `**${escaped(domain.name)}** — ${escaped(domain.brings)}`;
  if (technology === undefined) return `**${escaped(text)}**`;
  const named = (id: string): string => escaped(technologyById(id)?.name ?? id);
  const { runsOn = [], partOf, provider } = technology;
  const relations = [
    ...(runsOn.length === 0 ? [] : [l10n.t('builds on {0}', runsOn.map(named).join(', '))]),
    ...(partOf === undefined ? [] : [l10n.t('part of {0}', named(partOf))]),
    ...(provider === undefined ? [] : [l10n.t('from {0}', named(provider))]),
  ];
  const name = `**${escaped(technology.name)}**`;
  return relations.length === 0 ? name : `${name} — ${relations.join('; ')}`;
}

function decides({ kept, wholeWithout, back, moreLines }: ValueEffect): boolean {
  return kept.length + wholeWithout.length + back.length > 0 || moreLines !== 0;
}

/** Agents in which the value does the same, those in which it keeps something first. */
function groupsOf(effects: readonly ValueEffect[]): ValueEffect[][] {
  const groups = new Map<string, ValueEffect[]>();
  for (const effect of effects) {
    const { kept, lost, wholeWithout, back, moreLines } = effect;
    const lines = lost.length + wholeWithout.length + back.length === 0 ? moreLines : 0;
    const names = [kept, lost, back].map((keys) => keys.map(({ key }) => key));
    const said = JSON.stringify([names, wholeWithout, lines, effect.keptAnyway ?? '']);
    const group = groups.get(said);
    if (group === undefined) groups.set(said, [effect]);
    else group.push(effect);
  }
  return [...groups.values()].toSorted(
    (a, b) => Number(b[0]!.kept.length > 0) - Number(a[0]!.kept.length > 0),
  );
}

function effectLine(group: readonly ValueEffect[]): string {
  const [first, ...others] = group;
  const { kept } = first!;
  const links = listed(group.map(linkOf));
  const without = withoutIt(group);
  if (kept.length === 0) return l10n.t('Without it, in {0}: {1}', links, without);
  if (others.length > 0) {
    return l10n.t(
      'It keeps {0} in {1} agents ({2}); without it {3}',
      keyList(kept),
      group.length,
      links,
      without,
    );
  }
  const words = wordsOf(first!);
  return words === ''
    ? l10n.t('It keeps {0} in {1}; without it {2}', keyList(kept), links, without)
    : l10n.t(
        'It keeps {0} in {1} ({2}); without it {3}',
        keyList(kept),
        links,
        escaped(shortened(words)),
        without,
      );
}

/** What would be otherwise, as the second half of a sentence. */
function withoutIt(group: readonly ValueEffect[]): string {
  const { lost, wholeWithout, back, moreLines, keptAnyway } = group[0]!;
  const parts: string[] = [];
  for (const label of wholeWithout) {
    parts.push(
      group.length === 1
        ? l10n.t('its “{0}” block would stay whole', escaped(label))
        : l10n.t('their “{0}” blocks would stay whole', escaped(label)),
    );
  }
  if (back.length > 0) parts.push(l10n.t('{0} would stay as well', keyList(back)));
  if (lost.length > 0) parts.push(l10n.t('{0} would go', keyList(lost)));
  if (parts.length > 0) return parts.join(', ');
  if (moreLines > 0) return l10n.t('{0} more lines would stay', moreLines);
  if (moreLines < 0) return l10n.t('{0} more lines would go', -moreLines);
  return keptAnyway === undefined
    ? l10n.t('the same would stay')
    : l10n.t('the same would stay: {0}', escaped(keptAnyway));
}

function throughLine({ agent, through }: ValueEffect): string {
  return l10n.t('{0} knows it only through {1}', agentLink(agent, 0), escaped(through ?? ''));
}

function linkOf({ agent, kept: [first] }: ValueEffect): string {
  return agentLink(agent, first === undefined ? 0 : agent.bodyStart + first.keySpan.start);
}

/** What an agent has on the first thing that the value keeps. */
function wordsOf({ agent, kept: [first] }: ValueEffect): string {
  return first === undefined ? '' : slice(agent.body.text, first.contentSpan).replace(/\s+/g, ' ').trim();
}
