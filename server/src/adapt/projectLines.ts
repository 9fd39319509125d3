import * as l10n from '@vscode/l10n';
import type { TemplatePlace } from '../catalogue/template.ts';
import type { ProjectFacts } from '../project/facts.ts';
import type { DeclaredPlace } from '../project/factTypes.ts';
import { textsOf } from './headLines.ts';
import type { AppliedRequirement } from './profileTypes.ts';
import type { ProjectNames } from './projectNames.ts';
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
      for (const answer of answersIn(place)) {
        const key = `${answer.uri}#${answer.labelSpan.start}`;
        const text = textOf(answer, names);
        if (seen.has(key) || text === '') continue;
        seen.add(key);
        const at = { uri: answer.uri, span: answer.labelSpan };
        lines.push({
          text: `- **${answer.label}**: ${text} (${placeOf(at, names)})`,
          source: { uri: answer.uri, line: names.lineOf(answer.uri, answer.labelSpan.start) },
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

/** A place itself, or the labelled places under it, as far as they are answered. */
function answersIn(place: DeclaredPlace): DeclaredPlace[] {
  if (place.status !== 'met' && place.status !== 'partial') return [];
  return place.children.length === 0 ? [place] : place.children.flatMap(answersIn);
}

const longestText = 400;

/** The answer on one line. */
function textOf(answer: DeclaredPlace, names: ProjectNames): string {
  const { start, end } = answer.valueSpan;
  const written = names
    .textOf(answer.uri, start, end)
    .replace(/^\s*[-*+]\s+/gm, '· ')
    .replace(/\s+/g, ' ')
    .trim();
  const text = written.startsWith('· ') ? written.slice(2).replaceAll(' · ', '; ') : written;
  if (text !== '' && text.length <= longestText) return text;
  const values = textsOf(answer.values).join(', ');
  return values.length <= longestText ? values : `${values.slice(0, longestText)}…`;
}
