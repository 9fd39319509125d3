/** What Claude Code 2.1.330 makes of an agent file: whether it loads, and if not, why. */
import { guardEvents } from '../catalogue/hooks.ts';
import { hookProblems } from './agentHooks.ts';
import type { Fence } from './frontmatter.ts';
import { textOf } from './yamlMapBuilder.ts';
import type { YamlError, YamlNode, YamlObject, YamlValue } from './yamlNode.ts';

export type VerdictReason =
  | 'loaded'
  /** Taken for documentation; nothing is logged. */
  | 'silent-no-frontmatter'
  /** Taken for documentation too: no `name`, or an empty one. */
  | 'silent-no-name'
  | 'name-not-string'
  | 'name-invalid'
  | 'description'
  | 'yaml'
  | 'hooks'
  | 'too-large';

export interface Verdict {
  readonly loads: boolean;
  readonly reason: VerdictReason;
  /** As Claude Code reads them; `null` where the file does not load. */
  readonly name: string | null;
  /** Also `null` for a plugin's agent without one, for which the program makes one up. */
  readonly description: string | null;
}

/** Files over this many bytes of UTF-8 are skipped. */
export const fileByteMax = 1_048_576;

export const nameMax = 256;

export function verdictOf(fence: Fence, error: YamlError | undefined, root: YamlNode | null): Verdict {
  if (fence.state !== 'closed') return skipped('silent-no-frontmatter');
  if (error !== undefined) return skipped('yaml');
  const fields: YamlObject = root?.kind === 'map' ? root.value : {};
  const name = field(fields, 'name');
  if (!isTruthy(name)) return skipped('silent-no-name');
  if (typeof name !== 'string') return skipped('name-not-string');
  if (nameProblem(name) !== undefined) return skipped('name-invalid');
  const description = field(fields, 'description');
  if (typeof description !== 'string' || description === '') return skipped('description');
  if (hooksPreventLoading(fields)) return skipped('hooks');
  return { loads: true, reason: 'loaded', name, description: description.replaceAll('\\n', '\n') };
}

/**
 * A plugin's agent always loads: without a name of its own, or with frontmatter that cannot be read, under the file's
 * name; `hooks` are ignored. (Read in the program, not seen on it.)
 * @param stem the file's name without `.md`
 */
export function pluginVerdict(root: YamlNode | null, stem: string): Verdict {
  const fields: YamlObject = root?.kind === 'map' ? root.value : {};
  const name = field(fields, 'name') ?? null;
  const written = name === null ? '' : textOf(name);
  const description = ['description', 'when_to_use', 'when-to-use']
    .map((key) => pluginDescription(field(fields, key)))
    .find((text) => text !== undefined);
  return {
    loads: true,
    reason: 'loaded',
    name: written === '' || written.length > nameMax ? stem : written,
    description: description ?? null,
  };
}

function pluginDescription(value: YamlValue | undefined): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

export function skipped(reason: VerdictReason): Verdict {
  return { loads: false, reason, name: null, description: null };
}

export type NameProblem = 'dash' | 'colon' | 'too-long';

/** Why a text is no name; `undefined` when it is one. Some other colons become `:` when normalised. */
export function nameProblem(name: string): NameProblem | undefined {
  if (name.startsWith('-')) return 'dash';
  if (name.length > nameMax) return 'too-long';
  return name.normalize('NFKC').includes(':') ? 'colon' : undefined;
}

/** A guard event written at the top level instead of under `hooks`, with content: it may guard something. */
export function strayGuardEvent(fields: YamlObject): string | undefined {
  return guardEvents.find((event) => {
    const value = field(fields, event);
    if (value === undefined || !isTruthy(value)) return false;
    return typeof value !== 'object' || Object.keys(value as object).length > 0;
  });
}

function hooksPreventLoading(fields: YamlObject): boolean {
  if (hookProblems(field(fields, 'hooks')).some((problem) => problem.fatal)) return true;
  return strayGuardEvent(fields) !== undefined;
}

function isTruthy(value: YamlValue | undefined): boolean {
  return Boolean(value);
}

function field(fields: YamlObject, name: string): YamlValue | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
