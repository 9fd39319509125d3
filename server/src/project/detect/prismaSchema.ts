import type { ManifestReader } from './detectTypes.ts';
import { linesOf } from './textLines.ts';

/** `schema.prisma`: the provider of its data source, which no package names. */
export const readPrismaSchema: ManifestReader = ({ text }, report) => {
  let inSource = false;
  linesOf(text).forEach((line, number) => {
    if (/^\s*datasource\s/.test(line)) {
      inSource = true;
      report.technology('prisma', number, 'production', 'dependency');
    } else if (/^\s*\}/.test(line)) inSource = false;
    const provider = inSource ? /^\s*provider\s*=\s*"(\w+)"/.exec(line.slice(0, 200))?.[1] : undefined;
    const id = provider === undefined ? undefined : providers.get(provider);
    if (id !== undefined) report.technology(id, number, 'production', 'service');
  });
};

const providers = new Map([
  ['postgresql', 'postgresql'],
  ['postgres', 'postgresql'],
  ['mysql', 'mysql'],
  ['sqlite', 'sqlite'],
  ['sqlserver', 'sql-server'],
  ['mongodb', 'mongodb'],
  ['cockroachdb', 'cockroachdb'],
]);
