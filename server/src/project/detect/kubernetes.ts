import { technologiesOfImage } from '../../catalogue/images.ts';
import type { ManifestReader, Report, SignKind } from './detectTypes.ts';
import { itemsOf, pairsOf, textOf, valueAt, YamlFile } from './yamlFile.ts';

/** Kubernetes objects and kustomizations; a template of Helm's is no YAML yet and says only that there is one. */
export const readKubernetes: ManifestReader = ({ text, path }, report) => {
  // Quick, for YAML of other kinds lies in such folders too.
  const isKustomization = /(?:^|\/)kustomization\.ya?ml$/.test(path);
  if (text.includes('{{') || (!isKustomization && !/^kind\s*:/m.test(text))) return;
  const file = YamlFile.read(text, report);
  for (const root of file.maps) {
    const kind = valueAt(root, 'kind');
    const version = textOf(valueAt(root, 'apiVersion'));
    const isBare = isKustomization && kind === undefined && pairsOf(root).length > 0;
    const name = isBare ? 'Kustomization' : textOf(kind);
    if (name === undefined || (version === undefined && !isBare)) continue;
    const line = file.lineOf(kind ?? root);
    const group = version?.includes('/') === true ? version.split('/', 1)[0]! : '';
    const known = objects.filter(([ofGroup, ofKind]) => ofGroup.test(group) && ofKind.test(name));
    if (known.length === 0 && !workloads.has(name)) continue;
    report.technology('kubernetes', line, 'production');
    for (const [, , id, sign] of known) report.technology(id, line, 'production', sign);
    reportImages(root, file, report);
    const chart = valueAt(root, 'spec', 'chart', 'spec', 'chart') ?? valueAt(root, 'spec', 'source', 'chart');
    const chartName = textOf(chart);
    if (chartName !== undefined) reportChart(chartName, undefined, file.lineOf(chart), report);
  }
};

/** Helm's `Chart.yaml`, with the charts that it brings along. */
export const readChart: ManifestReader = ({ text, path }, report) => {
  const file = YamlFile.read(text, report);
  const [root] = file.maps;
  if (root === undefined) return;
  const isOld = /requirements\.ya?ml$/.test(path);
  if (!isOld) {
    const name = valueAt(root, 'name');
    if (name === undefined) return;
    report.technology('helm', file.lineOf(name), 'production');
    report.technology('kubernetes', file.lineOf(name), 'production');
  }
  for (const dependency of itemsOf(valueAt(root, 'dependencies'))) {
    const name = valueAt(dependency, 'name');
    const chart = textOf(name);
    if (chart !== undefined)
      reportChart(chart, textOf(valueAt(dependency, 'alias')), file.lineOf(name), report);
  }
};

/** Charts are named as the images that they run, most of them. Their versions are their own. */
function reportChart(name: string, alias: string | undefined, line: number, report: Report): void {
  const bare = name.replace(/-(?:ha|cluster|operator|stack|chart)$/, '');
  if (alias !== undefined && /(?:^|-)tests?(?:$|-)/.test(alias)) return;
  const ids = charts.get(bare) ?? technologiesOfImage(bare).map(({ id }) => id);
  for (const id of ids) report.technology(id, line, 'production', 'service');
}

const charts = new Map<string, readonly string[]>([
  ['kube-prometheus', ['prometheus', 'grafana']],
  ['ingress-nginx', ['ingress-nginx']],
  ['cert-manager', ['cert-manager']],
  ['cloudnative-pg', ['postgresql']],
  ['cnpg', ['postgresql']],
  ['strimzi-kafka', ['kafka']],
]);

/** Objects of other makers, by group and kind. */
const objects: readonly (readonly [group: RegExp, kind: RegExp, id: string, sign: SignKind])[] = [
  [/^kustomize\.config\.k8s\.io$|^$/, /^Kustomization$/, 'kustomize', 'configuration'],
  [/\.fluxcd\.io$/, /./, 'flux-cd', 'configuration'],
  [/^helm\./, /^Helm/, 'helm', 'configuration'],
  [/^argoproj\.io$/, /^(?:Application|ApplicationSet|AppProject)$/, 'argo-cd', 'configuration'],
  [/^argoproj\.io$/, /^Rollout$/, 'argo-rollouts', 'configuration'],
  [/^argoproj\.io$/, /Workflow/, 'argo-workflows', 'configuration'],
  [/\.istio\.io$/, /./, 'istio', 'configuration'],
  [/^traefik\./, /./, 'traefik', 'configuration'],
  [/^keda\.sh$/, /./, 'keda', 'configuration'],
  [/^cert-manager\.io$/, /./, 'cert-manager', 'configuration'],
  [/^postgresql\.cnpg\.io$|^acid\.zalan\.do$/, /^(?:Cluster|postgresql)$/, 'postgresql', 'service'],
  [/^kafka\.strimzi\.io$/, /^Kafka$/, 'kafka', 'service'],
  [/^rabbitmq\.com$/, /^RabbitmqCluster$/, 'rabbitmq', 'service'],
  [/^elasticsearch\.k8s\.elastic\.co$/, /./, 'elasticsearch', 'service'],
  [/^mongodbcommunity\.mongodb\.com$/, /./, 'mongodb', 'service'],
];

const workloads = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Job',
  'Pod',
  'Service',
  'Ingress',
]);

/** Images of containers, at the depths where a workload has them; nothing is followed through aliases. */
function reportImages(node: unknown, file: YamlFile, report: Report, depth = 0): void {
  if (depth > deepestPod) return;
  for (const { key, value } of pairsOf(node)) {
    if (key === 'containers') {
      for (const container of itemsOf(value)) {
        const image = valueAt(container, 'image');
        const name = textOf(image);
        if (name !== undefined) report.image(name, file.lineOf(image));
      }
    } else reportImages(value, file, report, depth + 1);
  }
}

/** CronJob → spec → jobTemplate → spec → template → spec. */
const deepestPod = 6;
