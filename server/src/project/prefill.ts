import { findTemplatePlace } from '../catalogue/template.ts';
import type { TemplateLabel } from '../catalogue/template.ts';
import type { Detected, DetectedTechnology } from './detect/detect.ts';
import type { RequestedLabel } from './insertSectionsPlan.ts';

/** What the manifests have for a label of the template, the most telling first; empty for any other label. */
export function detectedFor(detected: Detected, label: string): readonly DetectedTechnology[] {
  const place = findTemplatePlace(label);
  if (place === undefined) return [];
  return place.kind === 'label' ? detectedForLabel(detected, place.label) : [];
}

/** The detected ones as a value to write: `PostgreSQL, Redis`; `undefined` where there are none. */
export function detectedValue(detected: Detected, label: string): string | undefined {
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
    if (place.kind === 'label') return [withValue(detected, request)];
    const values = place.section.labels.flatMap(({ label }) => {
      const value = detectedValue(detected, label);
      return value === undefined ? [] : [{ label, value }];
    });
    return [request, ...values];
  });
}

function withValue(detected: Detected, request: RequestedLabel): RequestedLabel {
  const value = detectedValue(detected, request.label);
  return value === undefined ? request : { ...request, value };
}

function detectedForLabel(detected: Detected, label: TemplateLabel): readonly DetectedTechnology[] {
  if (label.technologySection !== undefined) return detected.technologies[label.technologySection];
  if (label.id === 'other-technologies') return detected.technologies.other;
  if (label.id === 'primary-language') {
    return detected.primaryLanguage === undefined ? [] : [detected.primaryLanguage];
  }
  return [];
}

/** More is no declaration but a list of dependencies. */
const mostNamed = 8;
