import * as l10n from '@vscode/l10n';
import type { TemplatePlace } from '../catalogue/template.ts';
import type { ProjectFacts } from '../project/facts.ts';
import type { DeclaredPlace } from '../project/factTypes.ts';
import { textsOf } from './headLines.ts';
import type { AppliedRequirement } from './profileTypes.ts';
import type { ProjectNames } from './projectNames.ts';
import { type Quotation, placesUnder, quotationsOf } from './quotations.ts';
import { placeOf } from './reasons.ts';

/** A line of the project section; with its source where it quotes the project document. */
export interface ProjectLine {
  readonly text: string;
  readonly source?: { readonly uri: string; readonly line: number };
}

/**
 * What the project document says in free text on what the agent reads: non-functional requirements, integrations,
 * goals, metadata, each with its place. Empty where it says nothing of that kind.
 */
export function projectLines(
  requirements: readonly AppliedRequirement[],
  facts: ProjectFacts,
  names: ProjectNames,
): ProjectLine[] {
  const seen = new Set<string>();
  const lines: ProjectLine[] = [];
  for (const { requirement } of requirements) {
    if (requirement.place === undefined || !isQuoted(requirement.place)) continue;
    for (const place of facts.resolvePlace(requirement.place).places) {
      for (const answer of answersIn(place, names)) {
        const key = `${answer.uri}#${answer.at}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const { uri, at, label, text } = answer;
        lines.push({
          text: `- **${label}**: ${text} (${placeOf({ uri, span: { start: at, end: at } }, names)})`,
          source: { uri, line: names.lineOf(uri, at) },
        });
      }
    }
  }
  if (lines.length === 0) return [];
  return [{ text: '' }, { text: `## ${l10n.t('What this project asks for')}` }, { text: '' }, ...lines];
}

const quotedSections: ReadonlySet<string> = new Set(['non-functional', 'integrations', 'metadata']);

function isQuoted(place: TemplatePlace): boolean {
  if (place.kind === 'section') return quotedSections.has(place.section.id);
  return place.label.id === 'main-goals' || quotedSections.has(place.label.section);
}

interface Answer extends Quotation {
  readonly uri: string;
  readonly label: string;
}

/** What a place says in its own words, then what stands under the labels in it, as far as they are answered. */
function answersIn(place: DeclaredPlace, names: ProjectNames): Answer[] {
  if (place.status !== 'met' && place.status !== 'partial') return [];
  const { uri, label, labelSpan } = place;
  const textBetween = (start: number, end: number): string => names.textOf(uri, start, end);
  const own = quotationsOf(place, textBetween);
  const inner = placesUnder(place, textBetween);
  const quoted = inLines(own).map((quotation, index) => ({
    ...quotation,
    uri,
    label,
    // What answers a label alone is found at the label.
    at: index === 0 && place.kind !== 'heading' ? labelSpan.start : quotation.at,
  }));
  if (quoted.length === 0 && inner.length === 0) {
    // `### Performance: 200 ms` has nothing below it.
    const text = textsOf(place.values).join(', ');
    return text === '' ? [] : [{ uri, label, text, at: labelSpan.start }];
  }
  return [...quoted, ...inner.flatMap((child) => answersIn(child, names))];
}

const longestLine = 400;
const mostQuoted = 2000;

/** Several short ones on one line. None is cut, for half a requirement may say the opposite; after many, "…". */
function inLines(quotations: readonly Quotation[]): Quotation[] {
  const lines: Quotation[] = [];
  let length = 0;
  for (const { text, at } of quotations) {
    length += text.length;
    if (length > mostQuoted && lines.length > 0) return [...lines, { text: '…', at }];
    const before = lines.at(-1);
    if (before === undefined || before.text.length + text.length > longestLine) lines.push({ text, at });
    else lines[lines.length - 1] = { text: joined(before.text, text), at: before.at };
  }
  return lines;
}

function joined(before: string, text: string): string {
  return /[.;:!?]$/.test(before) ? `${before} ${text}` : `${before}; ${text}`;
}
