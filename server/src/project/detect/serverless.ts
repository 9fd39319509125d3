import { engineNamed, technologyOfCloudFormation } from '../../catalogue/infrastructure.ts';
import type { ManifestReader, Report } from './detectTypes.ts';
import { pairsOf, textOf, valueAt, YamlFile } from './yamlFile.ts';

/** `serverless.yml`: the framework, the cloud that its functions run in, what runs them, and the resources beside them. */
export const readServerless: ManifestReader = ({ text }, report) => {
  const file = YamlFile.read(text, report);
  for (const root of file.maps) {
    report.technology('serverless-framework', 0, 'production');
    const provider = valueAt(root, 'provider');
    const name = valueAt(provider, 'name') ?? provider;
    for (const id of providers.get(textOf(name)?.toLowerCase() ?? '') ?? [])
      report.technology(id, file.lineOf(name), 'production', 'service');
    const functions = pairsOf(valueAt(root, 'functions')).map(({ value }) => value);
    for (const one of [provider, ...functions]) reportRuntime(valueAt(one, 'runtime'), file, report);
    reportResources(valueAt(root, 'resources', 'Resources'), file, report);
  }
};

const providers = new Map<string, readonly string[]>([
  ['aws', ['aws', 'aws-lambda']],
  ['google', ['gcp', 'cloud-functions']],
  ['azure', ['azure', 'azure-functions']],
  ['cloudflare', ['cloudflare-workers']],
]);

/** A template of CloudFormation, of SAM's kind or the plain one; YAML of other kinds has such names too. */
export const readCloudFormation: ManifestReader = ({ text }, report) => {
  if (!/^(?:AWSTemplateFormatVersion|Transform)[ \t]*:|^[ \t]+Type[ \t]*:[ \t]*["']?AWS::/m.test(text))
    return;
  const file = YamlFile.read(text, report);
  for (const root of file.maps) {
    const resources = valueAt(root, 'Resources');
    if (pairsOf(resources).length === 0) continue;
    const transform = valueAt(root, 'Transform');
    const isSam = /AWS::Serverless/.test(String(transform));
    report.technology(
      isSam ? 'aws-sam' : 'cloudformation',
      file.lineOf(transform ?? resources),
      'production',
    );
    reportRuntime(valueAt(root, 'Globals', 'Function', 'Runtime'), file, report);
    reportResources(resources, file, report);
  }
};

/** What a template makes: each resource that is a technology of its own, its database's engine, what runs it. */
function reportResources(resources: unknown, file: YamlFile, report: Report): void {
  for (const { value } of pairsOf(resources)) {
    const type = valueAt(value, 'Type');
    const name = textOf(type);
    if (name?.startsWith('AWS::') !== true) continue;
    report.technology('aws', file.lineOf(type), 'production', 'service');
    const engine = valueAt(value, 'Properties', 'Engine');
    const engineName = textOf(engine) ?? '';
    const id = engineName.startsWith('aurora') ? 'amazon-aurora' : technologyOfCloudFormation(name);
    if (id !== undefined) report.technology(id, file.lineOf(type), 'production', 'service');
    const made = name.startsWith('AWS::RDS::') || name.startsWith('AWS::ElastiCache::') ? engineName : '';
    const database = engineNamed(made);
    if (database !== undefined) report.technology(database, file.lineOf(engine), 'production', 'service');
    reportRuntime(valueAt(value, 'Properties', 'Runtime'), file, report);
  }
}

/** `python3.12`, `nodejs20.x`, `java21`, `dotnet8`; `provided.al2` says nothing. */
function reportRuntime(runtime: unknown, file: YamlFile, report: Report): void {
  const [, name, version] = /^([a-z]+)(\d+(?:\.\d+)*)?/.exec(textOf(runtime) ?? '') ?? [];
  const id = runtimes.get(name ?? '');
  if (id !== undefined) report.technology(id, file.lineOf(runtime), 'production', 'configuration', version);
}

const runtimes = new Map([
  ['python', 'python'],
  ['nodejs', 'node.js'],
  ['java', 'java'],
  ['ruby', 'ruby'],
  ['go', 'go'],
  ['dotnet', '.net'],
  ['dotnetcore', '.net'],
]);
