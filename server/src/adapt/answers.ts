import { vocabularyKey } from '../catalogue/keys.ts';
import { findScale } from '../catalogue/scales.ts';
import type { ProjectScale } from '../catalogue/types.ts';
import type { ProjectFacts } from '../project/facts.ts';
import type { DeclaredPlace, DeclaredValue, Resolution } from '../project/factTypes.ts';
import { readValues } from '../project/values/values.ts';
import type { GoverningLabel } from '../requirements/vocabularyTypes.ts';
import { shifted } from '../text/span.ts';

/**
 * How a project document answers a label of an agent. Under a label that the template does not know the document is
 * read for technologies alone; here it is asked by an agent that may know domains there, so they are read too. Among
 * domains a label may be one itself (`- **Healthcare**: patient records`).
 */
export function answerTo(facts: ProjectFacts, { label, place }: GoverningLabel): Resolution {
  const isOfDomains = place?.kind === 'label' && place.label.holds === 'domains';
  if (place !== undefined && !isOfDomains) return facts.resolvePlace(place);
  if (place === undefined && label === null) return nowhere;
  let ofFacts = known.get(facts);
  if (ofFacts === undefined) known.set(facts, (ofFacts = new Map()));
  const key = place?.kind === 'label' ? `#${place.label.id}` : label!;
  let answer = ofFacts.get(key);
  if (answer === undefined) {
    answer = withDomains(place === undefined ? facts.resolve(label!) : facts.resolvePlace(place));
    ofFacts.set(key, answer);
  }
  return answer;
}

/** The project scale that a value names, a remark in brackets left out. */
export function scaleOf({ text }: DeclaredValue): ProjectScale | undefined {
  return findScale(text) ?? findScale(text.replace(/\s*\([^()]*\)\s*$/, ''));
}

const nowhere: Resolution = { status: 'missing', places: [], values: [] };

/** By label; an answer's values keep their identity. */
const known = new WeakMap<ProjectFacts, Map<string, Resolution>>();

function withDomains({ status, places, values }: Resolution): Resolution {
  const read = values.flatMap(domainsIn);
  const named = new Set(read.map((value) => value.domain));
  const labels = places.flatMap(domainsOfLabels).filter(({ domain }) => !named.has(domain));
  return { status, places, values: [...read, ...labels] };
}

function domainsIn(value: DeclaredValue): readonly DeclaredValue[] {
  if (value.technology !== undefined || value.domain !== undefined) return [value];
  const read = readValues(value.text, 'domains').values.filter(({ domain }) => domain !== undefined);
  if (read.length === 0) return [value];
  return read.map(({ text, span, domain }) => ({
    text,
    uri: value.uri,
    span: shifted(span, value.span.start),
    domain: domain!,
  }));
}

/** The answered labels under a place that name a domain. */
function domainsOfLabels({ children }: DeclaredPlace): DeclaredValue[] {
  return children.flatMap((child) => {
    const { label, uri, labelSpan, status } = child;
    const isAnswered = status === 'met' || status === 'partial';
    const domains = isAnswered ? (vocabularyKey(label)?.domains ?? []) : [];
    return [
      ...domains.map((domain) => ({ text: label, uri, span: labelSpan, domain })),
      ...domainsOfLabels(child),
    ];
  });
}
