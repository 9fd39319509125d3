import { findTemplatePlace } from '../catalogue/template.ts';
import type { LabelId, TemplateLabel } from '../catalogue/template.ts';
import type { Detected, DetectedTechnology } from './detect/detect.ts';
import type { RequestedLabel } from './insertSections/plan.ts';

/** What the manifests have for a label of the template, the most telling first; empty for any other label. */
export function detectedFor(detected: Detected, label: string): readonly DetectedTechnology[] {
  const place = findTemplatePlace(label);
  if (place === undefined) return [];
  return place.kind === 'label' ? detectedForLabel(detected, place.label) : [];
}

/**
 * The detected ones as a value to write: `PostgreSQL, Redis`; of the metadata what the project's own manifest says of
 * it; `undefined` where there is nothing.
 */
export function detectedValue(detected: Detected, label: string): string | undefined {
  const place = findTemplatePlace(label);
  if (place?.kind === 'section' && place.section.id === 'description') return detected.about.description;
  const key = place?.kind === 'label' ? aboutLabels.get(place.label.id) : undefined;
  if (key !== undefined) return detected.about[key];
  const found = detectedFor(detected, label).slice(0, mostNamed);
  return found.length === 0 ? undefined : found.map(({ technology }) => technology.name).join(', ');
}

/**
 * The labels with what was detected for them; a section asked for as a whole brings the values of its labels with
 * it. A label without a detected value stays as it is, for its placeholder.
 */
export function prefilled(detected: Detected, requests: readonly RequestedLabel[]): RequestedLabel[] {
  return requests.flatMap((request) => {
    const place = findTemplatePlace(request.label);
    if (request.value !== undefined || place === undefined) return [request];
    if (place.kind === 'label' || place.section.labels.length === 0) return [withValue(detected, request)];
    const values = place.section.labels.flatMap(({ label }) => {
      const value = detectedValue(detected, label);
      return value === undefined ? [] : [{ label, value }];
    });
    return [request, ...values];
  });
}

const aboutLabels: ReadonlyMap<LabelId, keyof Detected['about']> = new Map([
  ['project-name', 'name'],
  ['project-description', 'description'],
  ['project-version', 'version'],
]);

function withValue(detected: Detected, request: RequestedLabel): RequestedLabel {
  const value = detectedValue(detected, request.label);
  return value === undefined ? request : { ...request, value };
}

function detectedForLabel(detected: Detected, label: TemplateLabel): readonly DetectedTechnology[] {
  if (label.technologySection !== undefined) return detected.technologies[label.technologySection];
  if (label.id === 'other-technologies') return detected.technologies.other;
  // What the project starts itself is nobody else's service.
  const others = detected.technologies.other.filter(({ kind }) => kind !== 'service');
  if (label.id === 'external-apis') return others.filter(({ technology: { kind } }) => kind === 'service');
  if (label.id === 'services') return others.filter(({ technology: { id } }) => hosted.has(id));
  if (label.id === 'primary-language') {
    return detected.primaryLanguage === undefined ? [] : [detected.primaryLanguage];
  }
  return [];
}

/** Of what watches a project and signs its users in, what others run. */
const hosted = new Set(['sentry', 'datadog', 'new-relic', 'auth0', 'clerk', 'okta']);

/** More is no declaration but a list of dependencies. */
const mostNamed = 8;
