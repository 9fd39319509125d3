import picomatch from 'picomatch';
import { type RuleId, ruleIds } from './ruleIds.ts';
import type { Severity } from './rule.ts';

/** How loud a rule is: a severity in place of its own, or not at all. */
export type RuleLevel = Severity | 'off';

/** One place where levels are set: an editor's settings for a folder, or an `agent-tailor.json`. */
export interface RuleConfig {
  readonly rules: ReadonlyMap<RuleId, RuleLevel>;
  readonly overrides: readonly RuleOverride[];
}

/** Levels for the files that match, later ones over earlier ones. */
export interface RuleOverride {
  /** Whether the override holds for a path below the config's folder (decoded, `/` between its parts). */
  readonly matches: (path: string) => boolean;
  readonly rules: ReadonlyMap<RuleId, RuleLevel>;
}

export const emptyConfig: RuleConfig = { rules: new Map(), overrides: [] };

/** The level that a config sets for a rule in a file; `undefined` where it says nothing of it. */
export function levelIn(config: RuleConfig, rule: RuleId, path: string): RuleLevel | undefined {
  for (const override of config.overrides.toReversed()) {
    const level = override.rules.get(rule);
    if (level !== undefined && override.matches(path)) return level;
  }
  return config.rules.get(rule);
}

/** Whether a config says anything at all: most do not, and then no finding need be looked up in it. */
export function isEmptyConfig(config: RuleConfig): boolean {
  return config.rules.size === 0 && config.overrides.length === 0;
}

/**
 * Reads `{rules: {id: level}, overrides: [{files: [glob], rules}]}` as it comes from settings or JSON. What is not
 * of that form is passed over and named in `problems`.
 */
export function readRuleConfig(value: unknown, problems: string[] = []): RuleConfig {
  const config = isRecord(value) ? value : {};
  if (value !== undefined && !isRecord(value)) problems.push('it is not a map with "rules" and "overrides"');
  nameOthers(config, ['$schema', 'rules', 'overrides'], problems);
  const overrides: RuleOverride[] = [];
  const given = config['overrides'] ?? [];
  if (!Array.isArray(given)) problems.push('"overrides" is not a list');
  for (const override of Array.isArray(given) ? given : []) {
    const files = isRecord(override) ? override['files'] : undefined;
    const globs = (Array.isArray(files) ? files : [files]).filter((glob) => typeof glob === 'string');
    if (!isRecord(override) || globs.every((glob) => glob.startsWith('!'))) {
      problems.push('an override names no "files"');
      continue;
    }
    nameOthers(override, ['files', 'rules'], problems);
    overrides.push({ matches: matcher(globs), rules: readLevels(override['rules'], problems) });
  }
  return { rules: readLevels(config['rules'], problems), overrides };
}

export function isRuleId(id: string): id is RuleId {
  return known.has(id);
}

const known: ReadonlySet<string> = new Set(ruleIds);

const levels: ReadonlySet<unknown> = new Set<RuleLevel>(['error', 'warning', 'information', 'hint', 'off']);

function readLevels(value: unknown, problems: string[]): ReadonlyMap<RuleId, RuleLevel> {
  const read = new Map<RuleId, RuleLevel>();
  if (value === undefined || value === null) return read;
  if (!isRecord(value)) {
    problems.push('"rules" is not a map of rule to level');
    return read;
  }
  for (const [id, level] of Object.entries(value)) {
    if (!isRuleId(id)) problems.push(`there is no rule "${id}"`);
    else if (!levels.has(level)) problems.push(`"${String(level)}" is no level for ${id}`);
    else read.set(id, level as RuleLevel);
  }
  return read;
}

/** A key of another name is most likely a slip: what stands under it counts for nothing. */
function nameOthers(
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
  problems: string[],
): void {
  for (const key of Object.keys(value)) {
    if (!known.includes(key))
      problems.push(
        `"${key}" means nothing here; there are ${known.filter((one) => one !== '$schema').join(' and ')}`,
      );
  }
}

/** Patterns that begin with `!` take files out again. */
function matcher(globs: readonly string[]): (path: string) => boolean {
  const isExcluding = (glob: string): boolean => glob.startsWith('!');
  const patterns = globs.filter((glob) => !isExcluding(glob)).map(anywhere);
  const ignore = globs.filter(isExcluding).map((glob) => anywhere(glob.slice(1)));
  try {
    return picomatch(patterns, { dot: true, maxLength: 4096, ignore });
  } catch {
    return () => false;
  }
}

/** A pattern without a slash means a file of that name anywhere, as in other tools of the kind. */
function anywhere(glob: string): string {
  return glob.includes('/') ? glob.replace(/^\.?\//, '') : `**/${glob}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
