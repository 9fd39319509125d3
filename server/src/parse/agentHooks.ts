/** What Claude Code finds wrong with an agent's hooks: one walk, used by the verdict and by the rule on hooks. */
import {
  type HookFieldType,
  guardEvents,
  hookHandlers,
  isHookEvent,
  isHookType,
} from '../catalogue/hooks.ts';
import type { YamlValue } from './yamlNode.ts';

/** One thing wrong, with the way to it in the value: `['PreToolUse', 0, 'hooks', 1, 'command']`. */
export interface HookProblem {
  readonly kind: HookProblemKind;
  readonly path: readonly (string | number)[];
  /** A field that is missing or has the wrong type; the value of an unknown type. */
  readonly name?: string;
  readonly expected?: HookFieldType;
  /** Claude Code does not load the agent for it. */
  readonly fatal: boolean;
}

export type HookProblemKind =
  | 'not-a-map'
  | 'unknown-event'
  | 'matchers-not-a-list'
  | 'matcher-not-a-map'
  | 'matcher-not-text'
  | 'hooks-not-a-list'
  | 'handler-not-a-map'
  | 'no-type'
  | 'unknown-type'
  | 'missing-field'
  | 'wrong-type';

/** A file with more than this many problems has no use for the rest. */
const maxProblems = 100;

/** All problems in source order; empty where hooks are absent, or empty in any way (`null`, `""`, `false`, `0`). */
export function hookProblems(hooks: YamlValue | undefined): readonly HookProblem[] {
  if (hooks === undefined || isEmpty(hooks)) return [];
  if (!isMap(hooks)) return [{ kind: 'not-a-map', path: [], fatal: true }];
  const problems: HookProblem[] = [];
  for (const [event, matchers] of Object.entries(hooks)) {
    if (problems.length > maxProblems) break;
    if (!isHookEvent(event)) {
      problems.push({ kind: 'unknown-event', path: [event], name: event, fatal: false });
      continue;
    }
    const fatal = guardEvents.includes(event);
    checkEvent(event, matchers, (problem) => problems.push({ ...problem, fatal }));
  }
  return problems;
}

type Found = (problem: Omit<HookProblem, 'fatal'>) => void;

function checkEvent(event: string, matchers: YamlValue, found: Found): void {
  if (matchers === null) return;
  if (!isList(matchers)) return found({ kind: 'matchers-not-a-list', path: [event] });
  for (const [i, matcher] of matchers.entries()) {
    const path = [event, i];
    if (!isMap(matcher)) {
      found({ kind: 'matcher-not-a-map', path });
      continue;
    }
    const pattern = own(matcher, 'matcher');
    if (pattern !== undefined && typeof pattern !== 'string') {
      found({ kind: 'matcher-not-text', path: [...path, 'matcher'] });
    }
    const handlers = own(matcher, 'hooks');
    if (!isList(handlers)) {
      found({ kind: 'hooks-not-a-list', path: handlers === undefined ? path : [...path, 'hooks'] });
      continue;
    }
    for (const [j, handler] of handlers.entries()) checkHandler(handler, [...path, 'hooks', j], found);
  }
}

function checkHandler(handler: YamlValue, path: readonly (string | number)[], found: Found): void {
  if (!isMap(handler)) return found({ kind: 'handler-not-a-map', path });
  const type = own(handler, 'type');
  if (type === undefined || type === null) return found({ kind: 'no-type', path });
  if (typeof type !== 'string' || !isHookType(type)) {
    return found({
      kind: 'unknown-type',
      path: [...path, 'type'],
      name: typeof type === 'string' ? type : JSON.stringify(type),
    });
  }
  const { required, optional } = hookHandlers[type];
  for (const [name, expected] of Object.entries(required)) {
    const value = own(handler, name);
    if (value === undefined) found({ kind: 'missing-field', path, name, expected });
    else if (!isOfType(value, expected)) found({ kind: 'wrong-type', path: [...path, name], name, expected });
  }
  for (const [name, expected] of Object.entries(optional)) {
    const value = own(handler, name);
    if (value !== undefined && !isOfType(value, expected)) {
      found({ kind: 'wrong-type', path: [...path, name], name, expected });
    }
  }
}

function isOfType(value: YamlValue, type: HookFieldType): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'positive-number':
      return typeof value === 'number' && value > 0 && Number.isFinite(value);
    case 'text-list':
      return isList(value) && value.every((item) => typeof item === 'string');
    case 'text-map':
      return isMap(value) && Object.values(value).every((item) => typeof item === 'string');
    case 'map':
      return isMap(value);
    default:
      return typeof value === 'string' && type.includes(value);
  }
}

/** As JavaScript sees it: nothing, `false`, zero, an empty text. */
function isEmpty(value: YamlValue): boolean {
  return value === null || value === false || value === '' || value === 0 || Number.isNaN(value);
}

function isList(value: YamlValue | undefined): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function isMap(value: YamlValue): value is { readonly [key: string]: YamlValue } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function own(map: { readonly [key: string]: YamlValue }, key: string): YamlValue | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
