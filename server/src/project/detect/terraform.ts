import {
  engineNamed,
  technologiesOfModule,
  technologyOfProvider,
  technologyOfResource,
} from '../../catalogue/infrastructure.ts';
import type { ManifestReader } from './detectTypes.ts';
import { type HclBlock, readHcl } from './hcl.ts';

/** `*.tf`: providers, resources and modules that are technologies of their own, and the engines of databases. */
export const readTerraform: ManifestReader = ({ text }, report) => {
  const blocks = readHcl(text.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, ''));
  if (blocks === undefined) {
    report.broken('its brackets do not match');
    return;
  }
  const first = blocks.find(({ type }) => makers.has(type));
  if (first === undefined) return;
  report.technology('terraform', first.line, 'production');
  for (const block of blocks) {
    const [name = ''] = block.labels;
    if (block.type === 'provider') shows(technologyOfProvider(name), block.line);
    else if (block.type === 'terraform') readRequired(block);
    else if (block.type === 'resource') readResource(name, block);
    else if (block.type === 'module') {
      const source = block.strings.get('source');
      if (source === undefined) continue;
      for (const id of technologiesOfModule(source.value)) shows(id, source.line);
      readEngine(block);
    }
  }

  function readRequired(terraform: HclBlock): void {
    for (const { blocks: providers } of terraform.blocks.filter(
      ({ type }) => type === 'required_providers',
    )) {
      for (const { type, strings, line } of providers) {
        const source = strings.get('source');
        const name = source === undefined ? type : source.value.slice(source.value.lastIndexOf('/') + 1);
        shows(technologyOfProvider(name), source?.line ?? line);
      }
    }
  }

  function readResource(type: string, block: HclBlock): void {
    const isAurora = block.strings.get('engine')?.value.startsWith('aurora') === true;
    shows(isAurora ? 'amazon-aurora' : technologyOfResource(type), block.line);
    shows(technologyOfProvider(type.split('_', 1)[0]!), block.line);
    if (hasEngine.test(type)) readEngine(block);
  }

  /** `engine = "aurora-postgresql"`, `database_version = "POSTGRES_15"` */
  function readEngine({ strings }: HclBlock): void {
    const engine = strings.get('engine') ?? strings.get('database_version');
    if (engine === undefined) return;
    const version =
      /^[A-Z]+_(\d+(?:_\d+)*)$/.exec(engine.value)?.[1]?.replaceAll('_', '.') ??
      /^\d+(?:\.\d+)*/.exec(strings.get('engine_version')?.value ?? '')?.[0];
    shows(engineNamed(engine.value), engine.line, version);
  }

  function shows(id: string | undefined, line: number, version?: string): void {
    if (id !== undefined) report.technology(id, line, 'production', 'service', version);
  }
};

/** What makes something; variables and outputs alone do not. */
const makers = new Set(['provider', 'resource', 'module', 'terraform', 'data']);

const hasEngine = /^(?:aws_(?:db_instance|rds_cluster|elasticache_|memorydb_)|google_sql_database_instance)/;
