import { technologyOfProvider, technologyOfResource } from '../../catalogue/images.ts';
import type { ManifestReader } from './detectTypes.ts';
import { linesOf } from './textLines.ts';

/** `*.tf`: providers, the resources that are technologies of their own, and the engines of databases. */
export const readTerraform: ManifestReader = ({ text }, report) => {
  let isComment = false;
  let resource = '';
  let hasBlocks = false;
  linesOf(text).forEach((line, number) => {
    const code = line.trim();
    if (isComment || code.startsWith('/*')) {
      isComment = !code.includes('*/');
      return;
    }
    if (/^(?:#|\/\/)/.test(code) || code.length > longestLine) return;
    const block = /^(provider|resource|module|terraform|data|variable|output|locals)\b\s*(?:"([^"]*)")?/.exec(
      code,
    );
    if (block !== null && /^\S/.test(line)) {
      const [, kind, name = ''] = block;
      resource = kind === 'resource' ? name : '';
      if (kind === 'resource' || kind === 'provider' || kind === 'module') {
        if (!hasBlocks) report.technology('terraform', number, 'production');
        hasBlocks = true;
      }
      if (kind === 'provider') reportProvider(name, number);
      if (kind === 'resource') {
        const id = technologyOfResource(name);
        if (id !== undefined) report.technology(id, number, 'production', 'service');
        reportProvider(name.split('_', 1)[0]!, number);
        if (/^aws_(?:db_instance|rds_cluster)$/.test(name))
          report.technology('aws-rds', number, 'production', 'service');
      }
    }
    const engine = /^engine\s*=\s*"([a-z-]+)"/.exec(code)?.[1];
    if (engine === undefined || !/^aws_(?:db_instance|rds_cluster|elasticache_)/.test(resource)) return;
    const id = engines.find(([name]) => engine.includes(name))?.[1];
    if (id !== undefined) report.technology(id, number, 'production', 'service');
  });

  function reportProvider(name: string, line: number): void {
    const id = technologyOfProvider(name);
    if (id !== undefined) report.technology(id, line, 'production', 'service');
  }
};

const longestLine = 1000;

const engines: readonly (readonly [string, string])[] = [
  ['postgres', 'postgresql'],
  ['mysql', 'mysql'],
  ['mariadb', 'mariadb'],
  ['sqlserver', 'sql-server'],
  ['oracle', 'oracle'],
  ['valkey', 'valkey'],
  ['redis', 'redis'],
  ['memcached', 'memcached'],
];
