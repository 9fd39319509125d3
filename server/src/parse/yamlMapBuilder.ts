/** Puts a map together as Claude Code's parser does: keys become texts, `<<` takes in other maps. */
import type { Span } from '../text/span.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlObject, YamlValue } from './yamlNode.ts';
import { YamlRefusal } from './yamlRefusal.ts';

/** What is left of the program's limits while a text is read. */
export interface YamlBudget {
  /** Nodes that aliases stand for. */
  aliased: number;
  /** Entries that `<<` copies. */
  merged: number;
}

export function fullBudget(): YamlBudget {
  return { aliased: 16 * 1024 * 1024, merged: 1024 * 1024 };
}

/** A list or map as a key is written out as text; beyond this size nobody means it. */
const maxKeyNodes = 1000;

type Mutable = Record<string, YamlValue>;

export class YamlMapBuilder {
  readonly #budget: YamlBudget;
  readonly #entries: YamlEntry[] = [];
  readonly #value: Mutable = {};

  constructor(budget: YamlBudget) {
    this.#budget = budget;
  }

  add(keyNode: YamlNode, node: YamlNode): void {
    const key = keyText(keyNode);
    this.#entries.push({ key, keySpan: keyNode.span, node });
    const isMerge = key === '<<' && keyNode.value === '<<' && this.#merge(node.value);
    if (!isMerge) put(this.#value, key, node.value);
  }

  build(flow: boolean, span: Span): YamlMap {
    return { kind: 'map', flow, entries: this.#entries, value: this.#value, span };
  }

  /** Takes in what `<<` names; what is there already stays. `false` when it names no map: then it is a key. */
  #merge(from: YamlValue): boolean {
    if (from === null || typeof from !== 'object') return false;
    for (const source of Array.isArray(from) ? (from as readonly YamlValue[]) : [from]) {
      if (!isObject(source)) continue;
      for (const key of Object.keys(source).toReversed()) {
        if (Object.hasOwn(this.#value, key)) continue;
        if (this.#budget.merged-- === 0) throw new YamlRefusal('too-much', 0, 0);
        put(this.#value, key, source[key] ?? null);
      }
    }
    return true;
  }
}

const nodeCounts = new WeakMap<object, number>();

/** How many nodes a value holds, itself included, aliases unfolded. */
export function nodeCount(value: YamlValue): number {
  if (value === null || typeof value !== 'object') return 1;
  const known = nodeCounts.get(value);
  if (known !== undefined) return known;
  let count = 1;
  if (Array.isArray(value)) for (const item of value as readonly YamlValue[]) count += nodeCount(item);
  else for (const item of Object.values(value)) count += 1 + nodeCount(item);
  nodeCounts.set(value, count);
  return count;
}

function keyText(node: YamlNode): string {
  if (node.kind !== 'scalar' && nodeCount(node.value) > maxKeyNodes) throw new YamlRefusal('too-much', 0, 0);
  return textOf(node.value);
}

/** What JavaScript makes of a value as a text: a list becomes its items with commas between them. */
export function textOf(value: YamlValue): string {
  if (value !== null && typeof value === 'object') {
    if (!Array.isArray(value)) return '[object Object]';
    return value.map((item: YamlValue) => (item === null ? '' : textOf(item))).join(',');
  }
  return String(value);
}

function isObject(value: YamlValue): value is YamlObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** `__proto__` is a key like any other. */
function put(into: Mutable, key: string, value: YamlValue): void {
  if (key === '__proto__') {
    Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    into[key] = value;
  }
}
