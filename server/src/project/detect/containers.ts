import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Document, type YAMLMap } from 'yaml';
import type { ManifestReader, Report } from './detectTypes.ts';
import { linesOf } from './textLines.ts';

/** `Dockerfile`: that there is one, and what the image that ships is made from. */
export const readDockerfile: ManifestReader = ({ text }, report) => {
  const stages = new Set<string>();
  let last: { readonly image: string; readonly line: number } | undefined;
  let first: number | undefined;
  linesOf(text).forEach((line, number) => {
    const from = /^\s*FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?/i.exec(line.slice(0, 1000));
    if (from === null) return;
    first ??= number;
    last = { image: from[1]!, line: number };
    if (from[2] !== undefined) stages.add(from[2].toLowerCase());
  });
  if (first === undefined || last === undefined) return;
  report.technology('docker', first, 'production');
  const { image, line } = last;
  if (!stages.has(image.toLowerCase())) report.image(image, line);
};

/** `compose.yaml` and its older names: the services; those behind a profile may never be started. */
export const readCompose: ManifestReader = ({ text }, report) => {
  const lines = new LineCounter();
  for (const document of documentsOf(text, lines, report)) {
    const root = document.contents;
    if (!isMap(root)) continue;
    const services = root.get('services', true);
    if (!isMap(services)) continue;
    report.technology('docker-compose', lineOf(services, lines) ?? 0, 'production');
    for (const { key, value } of services.items) {
      if (!isScalar(key) || !isMap(value)) continue;
      const name = String(key.value);
      const profiles = value.get('profiles', true);
      const isOptional = isSeq(profiles) && profiles.items.some((one) => isScalar(one) && one.value !== '');
      const scope = /(?:^|[-_])tests?(?:$|[-_])/i.test(name)
        ? 'test'
        : isOptional
          ? 'optional'
          : 'production';
      const image = value.get('image', true);
      if (isScalar(image)) report.image(withDefault(String(image.value)), lineOf(image, lines) ?? 0, scope);
    }
  }
};

/** Kubernetes objects and kustomizations; a template of Helm's is no YAML yet and says only that there is one. */
export const readKubernetes: ManifestReader = ({ text }, report) => {
  if (text.includes('{{')) return;
  const lines = new LineCounter();
  for (const document of documentsOf(text, lines, report)) {
    const root = document.contents;
    if (!isMap(root) || !isScalar(root.get('apiVersion', true))) continue;
    const kind = root.get('kind', true);
    if (!isScalar(kind)) continue;
    if (kind.value === 'Kustomization')
      report.technology('kustomize', lineOf(kind, lines) ?? 0, 'production');
    if (!workloads.has(String(kind.value))) continue;
    report.technology('kubernetes', lineOf(kind, lines) ?? 0, 'production');
    reportImages(root, lines, report);
  }
};

/** Helm's `Chart.yaml`. */
export const readChart: ManifestReader = ({ text }, report) => {
  if (!/^name\s*:/m.test(text)) return;
  report.technology('helm', 0, 'production');
  report.technology('kubernetes', 0, 'production');
};

const workloads = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Job',
  'Pod',
  'Service',
  'Ingress',
  'Kustomization',
]);

/** The reader takes a second for half a million characters; UTF-16 code units. */
const longestYaml = 150_000;

/** The documents, aliases limited; `broken` is said where one is not valid YAML. */
export function documentsOf(text: string, lines: LineCounter, report: Report): Document[] {
  if (text.length > longestYaml) {
    report.broken('it is too long for a manifest');
    return [];
  }
  const documents = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: false, logLevel: 'silent' });
  const found = 'empty' in documents ? [] : documents;
  if (!found.some(({ errors }) => errors.length > 0)) return found;
  report.broken('it is not valid YAML');
  return [];
}

/** The line of a node, from 0. */
export function lineOf(node: { range?: readonly number[] | null }, lines: LineCounter): number | undefined {
  const start = node.range?.[0];
  return start === undefined ? undefined : lines.linePos(start).line - 1;
}

/** Images of containers, at the depths where a workload has them; nothing is followed through aliases. */
function reportImages(node: YAMLMap, lines: LineCounter, report: Report, depth = 0): void {
  if (depth > deepestPod) return;
  for (const { key, value } of node.items) {
    if (!isScalar(key)) continue;
    if (key.value === 'containers' && isSeq(value)) {
      for (const container of value.items) {
        const image = isMap(container) ? container.get('image', true) : undefined;
        if (isScalar(image)) report.image(String(image.value), lineOf(image, lines) ?? 0);
      }
    } else if (isMap(value)) reportImages(value, lines, report, depth + 1);
  }
}

/** CronJob → spec → jobTemplate → spec → template → spec. */
const deepestPod = 6;

/** `postgres:16` of `${POSTGRES_IMAGE:-postgres:16}`, `redis:7` of `redis:${REDIS_VERSION:-7}`. */
function withDefault(image: string): string {
  return image
    .replace(/\$\{\w+(?::?-([^{}]*))?\}/g, (_, value: string | undefined) => value ?? 'latest')
    .replace(/\$\w+/g, 'latest');
}
