import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Every Markdown text of our own: the sample project, the agents that ship, the fixtures. By path. */
export function ownFixtures(): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of ['sample', 'agents', 'test/fixtures']) collect(join(root, folder), found);
  return found;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

function collect(path: string, into: Map<string, string>): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile() === true && path.endsWith('.md'))
    into.set(relative(root, path), readFileSync(path, 'utf8'));
  if (stat?.isDirectory() === true) for (const name of readdirSync(path)) collect(join(path, name), into);
}
