import { findNodeAtLocation, parseTree, type ParseError } from 'jsonc-parser';
import { LineIndex } from '../../text/lineIndex.ts';
import type { ManifestReader } from './detectTypes.ts';
import { TomlPlaces } from './tomlPlaces.ts';
import { readToml } from './tomlValue.ts';

/** `wrangler.toml` and `wrangler.jsonc`: Cloudflare Workers, with the stores that are bound to them. */
export const readWrangler: ManifestReader = ({ text, path }, report) => {
  const lineOf = path.endsWith('.toml') ? linesInToml() : linesInJson();
  if (lineOf === undefined) return;
  report.technology('cloudflare-workers', 0, 'production');
  for (const [key, id] of bindings) {
    const line = lineOf(key);
    if (line !== undefined) report.technology(id, line, 'production', 'service');
  }

  function linesInToml(): ((key: string) => number | undefined) | undefined {
    const toml = readToml(text, report);
    if (toml === undefined) return undefined;
    const places = new TomlPlaces(text);
    return (key) => (toml[key] === undefined ? undefined : places.lineOf(key));
  }

  function linesInJson(): ((key: string) => number | undefined) | undefined {
    const errors: ParseError[] = [];
    const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
    if (root?.type !== 'object' || errors.length > 0) {
      report.broken('it is not valid JSON');
      return undefined;
    }
    const lines = new LineIndex(text);
    return (key) => {
      const node = findNodeAtLocation(root, [key]);
      return node === undefined ? undefined : lines.lineAt(node.parent?.offset ?? node.offset);
    };
  }
};

const bindings: readonly (readonly [string, string])[] = [
  ['d1_databases', 'cloudflare-d1'],
  ['kv_namespaces', 'cloudflare-kv'],
  ['r2_buckets', 'cloudflare-r2'],
  ['queues', 'cloudflare-queues'],
  ['durable_objects', 'durable-objects'],
  ['vectorize', 'cloudflare-vectorize'],
  ['hyperdrive', 'cloudflare-hyperdrive'],
  ['ai', 'workers-ai'],
];
