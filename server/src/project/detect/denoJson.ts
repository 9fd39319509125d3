import { findNodeAtLocation, parseTree, type ParseError } from 'jsonc-parser';
import { LineIndex } from '../../text/lineIndex.ts';
import type { ManifestReader } from './detectTypes.ts';

/** `deno.json` and `deno.jsonc`: Deno, and what is imported, from npm, JSR or by address. */
export const readDenoJson: ManifestReader = ({ text }, report) => {
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  if (root?.type !== 'object' || errors.length > 0) {
    report.broken('it is not valid JSON');
    return;
  }
  report.technology('deno', 0, 'production');
  const lines = new LineIndex(text);
  for (const entry of findNodeAtLocation(root, ['imports'])?.children ?? []) {
    const specifier: unknown = entry.children?.[1]?.value;
    if (typeof specifier !== 'string') continue;
    const [, npm, jsr, address, version] =
      /^(?:npm:\/?((?:@[\w.-]+\/)?[\w.-]+)|jsr:\/?(@[\w.-]+\/[\w.-]+)|https:\/\/deno\.land\/x\/([\w.-]+))(?:@([^/]+))?/.exec(
        specifier,
      ) ?? [];
    const line = lines.lineAt(entry.offset);
    if (npm !== undefined) report.dependency('npm', npm, line, 'production', { version });
    const id = jsr === undefined ? addresses.get(address ?? '') : packages.get(jsr);
    // A driver's version is not the database's.
    const isDriver = jsr === undefined && drivers.has(address ?? '');
    if (id !== undefined) report.uses(id, line, 'production', isDriver ? {} : { version });
  }
};

const packages = new Map([
  ['@hono/hono', 'hono'],
  ['@oak/oak', 'oak'],
  ['@fresh/core', 'fresh'],
]);

const drivers = new Map([
  ['postgres', 'postgresql'],
  ['mysql', 'mysql'],
  ['mongo', 'mongodb'],
  ['redis', 'redis'],
]);

const addresses = new Map([['hono', 'hono'], ['oak', 'oak'], ['fresh', 'fresh'], ...drivers]);
