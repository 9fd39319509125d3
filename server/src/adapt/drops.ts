import * as l10n from '@vscode/l10n';
import { outlineOf } from '../parse/outline.ts';
import type { ProjectFacts } from '../project/facts.ts';
import type { Span } from '../text/span.ts';
import type { Narrowed } from './narrow.ts';
import type { Drop } from './profileTypes.ts';
import { placeOfLabel } from './templatePlaces.ts';

/** What was decided to go at each step of narrowing an agent, in the order of its lines. */
export function dropsOf(steps: readonly Narrowed[], facts: ProjectFacts): Drop[] {
  return steps
    .flatMap((step) => [...entryDrops(step), ...sectionDrops(step, facts)])
    .toSorted((a, b) => a.lines.first - b.lines.first || b.lines.last - a.lines.last);
}

function entryDrops(step: Narrowed): Drop[] {
  return [...step.applied.values()].flatMap(({ key, applies, because, label }) => {
    const lines = key.kind === 'entry' && !applies ? goneLines(step, key.span) : undefined;
    return lines === undefined ? [] : [{ lines, name: key.key, because, label }];
  });
}

function sectionDrops(step: Narrowed, facts: ProjectFacts): Drop[] {
  const outline = outlineOf(step.layout.body);
  const place = placeOfLabel('business-domains');
  const isNone = facts.resolvePlace(place).status === 'none';
  const label = { label: place.label.label, place };
  return step.sections.flatMap(({ heading, end, title }) => {
    const { start, block } = outline[heading]!;
    const domains = title.opensWith.map(({ name }) => name).join(' / ');
    const last = outline[end - 1]!;
    const lines = goneLines(step, { start, end: last.start + last.block.text.length });
    if (lines === undefined || block.kind !== 'heading') return [];
    const name = block.text.slice(block.title.start, block.title.end);
    const because = isNone
      ? l10n.t('“{0}” is answered with none', label.label)
      : l10n.t('{0} is not among what is declared under “{1}”', domains, label.label);
    return [{ lines, name, because, label }];
  });
}

/** The lines of a span, as the agent was given; `undefined` where they stay after all. */
function goneLines({ layout, dropped }: Narrowed, { start, end }: Span): Drop['lines'] | undefined {
  const first = layout.lines.lineAt(layout.bodyStart + start);
  const last = layout.lines.lineAt(layout.bodyStart + Math.max(start, end - 1));
  return dropped[first] === true
    ? { first: layout.givenLine(first), last: layout.givenLine(last) }
    : undefined;
}
