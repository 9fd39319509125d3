/** Turns the `yaml` library's tree into our nodes with Claude Code's values; throws a `YamlRefusal` where it would. */
import {
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
} from 'yaml';
import type { Span } from '../text/span.ts';
import type {
  ScalarStyle,
  YamlEntry,
  YamlErrorKind,
  YamlList,
  YamlMap,
  YamlNode,
  YamlObject,
  YamlScalar,
  YamlValue,
} from './yamlNode.ts';
import { plainValue } from './yamlScalar.ts';

/** What Claude Code's parser does not accept although the library does; offsets in the YAML text. */
export class YamlRefusal extends Error {
  readonly kind: YamlErrorKind;
  readonly start: number;
  readonly end: number;

  constructor(kind: YamlErrorKind, start: number, end: number) {
    super(kind);
    this.kind = kind;
    this.start = start;
    this.end = end;
  }
}

// The program's own limits on what aliases may unfold to, and on what merges may copy.
const maxAliasedNodes = 16 * 1024 * 1024;
const maxMergedEntries = 1024 * 1024;
/** A list or map as a key is written out as text; beyond this size nobody means it. */
const maxKeyNodes = 1000;

interface Anchored {
  readonly node: YamlNode;
  readonly cost: number;
}

type Mutable = Record<string, YamlValue>;

export class YamlReader {
  readonly #source: string;
  readonly #document: string;
  readonly #toDocument: (offset: number) => number;
  readonly #anchors = new Map<string, Anchored>();
  #aliasBudget = maxAliasedNodes;
  #mergeBudget = maxMergedEntries;
  /** How many nodes the node read last stands for, aliases unfolded. */
  #cost = 0;

  constructor(source: string, document: string, toDocument: (offset: number) => number) {
    this.#source = source;
    this.#document = document;
    this.#toDocument = toDocument;
  }

  /** @param indent the indentation of the block collection around it; `-1` at the top */
  read(node: ParsedNode | null, at = 0, indent = -1): YamlNode {
    this.#cost = 1;
    if (node === null) return this.#empty(at);
    if (isAlias(node)) return this.#alias(node.source, node.range);
    const read = isScalar(node)
      ? this.#scalar(node)
      : isMap(node)
        ? this.#map(node, indent)
        : isSeq(node)
          ? this.#list(node, indent)
          : this.#empty(at);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, { node: read, cost: this.#cost });
    return read;
  }

  #alias(name: string, range: Range): YamlNode {
    const target = this.#anchors.get(name);
    // An anchor counts only behind its node's end, so that nothing can hold itself.
    if (target === undefined) throw new YamlRefusal('unknown-alias', range[0], range[1]);
    this.#cost = target.cost;
    this.#aliasBudget -= target.cost;
    if (this.#aliasBudget < 0) throw new YamlRefusal('too-much', range[0], range[1]);
    return { ...target.node, span: this.#span(range) };
  }

  #empty(at: number): YamlScalar {
    return { kind: 'scalar', style: 'empty', value: null, span: this.#span([at, at]) };
  }

  #scalar(node: Scalar.Parsed): YamlScalar {
    const span = this.#span(node.range);
    const written = this.#source.slice(node.range[0], node.range[1]);
    if (node.type === 'PLAIN') {
      const value = plainValue(node.source, tagOf(node.tag));
      return { kind: 'scalar', style: node.source === '' ? 'empty' : 'plain', value, span };
    }
    const style = styles[node.type ?? 'PLAIN'];
    if (style === 'double-quoted' || style === 'single-quoted') {
      const value = written.includes('\r\n') ? foldedWithCrLf(written) : node.source;
      // `\ud800` on its own; the library lets it through.
      if (/[\uD800-\uDFFF]/u.test(value) && !/[\uD800-\uDFFF]/u.test(written)) {
        throw new YamlRefusal('bad-escape', node.range[0], node.range[1]);
      }
      // The retry's quotes are not the author's.
      const own = this.#document[span.start] === written[0];
      return { kind: 'scalar', style: own ? style : 'plain', value, span };
    }
    return { kind: 'scalar', style, value: node.source, span };
  }

  #list(
    node: { readonly items: readonly unknown[]; readonly range: Range; flow?: boolean },
    indent: number,
  ): YamlList {
    const own = this.#blockIndent(node, indent);
    const items: YamlNode[] = [];
    let cost = 1;
    for (const item of node.items) {
      items.push(this.read(item as ParsedNode | null, node.range[0], own));
      cost += this.#cost;
    }
    this.#cost = cost;
    this.#checkFlowEnd(node, indent);
    return {
      kind: 'list',
      flow: node.flow === true,
      items,
      value: items.map((item) => item.value),
      span: this.#span(node.range),
    };
  }

  #map(node: YAMLMap.Parsed, indent: number): YamlMap {
    const own = this.#blockIndent(node, indent);
    const entries: YamlEntry[] = [];
    const value: Mutable = {};
    let cost = 1;
    let end = node.range[0];
    for (const pair of node.items) {
      const keyNode = this.read(pair.key, end, own);
      const key = this.#keyText(keyNode);
      end = pair.key?.range[1] ?? end;
      cost += this.#cost;
      const valueNode = this.read(pair.value, end, own);
      end = pair.value?.range[2] ?? end;
      cost += this.#cost;
      entries.push({ key, keySpan: keyNode.span, node: valueNode });
      if (key !== '<<' || keyNode.value !== '<<' || !this.#merge(value, valueNode.value)) {
        put(value, key, valueNode.value);
      }
    }
    this.#cost = cost;
    this.#checkFlowEnd(node, indent);
    return { kind: 'map', flow: node.flow === true, entries, value, span: this.#span(node.range) };
  }

  #keyText(node: YamlNode): string {
    if (node.kind !== 'scalar' && this.#cost > maxKeyNodes) throw new YamlRefusal('too-much', 0, 0);
    return propertyName(node.value);
  }

  /** Takes in what `<<` names; what is there already stays. `false` when it names no map: then it is a key. */
  #merge(into: Mutable, from: YamlValue): boolean {
    if (from === null || typeof from !== 'object') return false;
    for (const source of Array.isArray(from) ? (from as readonly YamlValue[]) : [from]) {
      if (!isObject(source)) continue;
      for (const [key, value] of Object.entries(source)) {
        if (Object.hasOwn(into, key)) continue;
        if (this.#mergeBudget-- === 0) throw new YamlRefusal('too-much', 0, 0);
        put(into, key, value);
      }
    }
    return true;
  }

  /** How far a block collection is indented; inside brackets that of the block around them. */
  #blockIndent(node: { readonly range: Range; flow?: boolean }, indent: number): number {
    if (node.flow === true) return indent;
    const start = node.range[0];
    return start - (this.#source.lastIndexOf('\n', start - 1) + 1);
  }

  /** Within a block, a bracket that closes on a line of its own must be indented more than the block. */
  #checkFlowEnd(node: { readonly range: Range; flow?: boolean }, indent: number): void {
    if (node.flow !== true || indent < 0) return;
    const end = node.range[1] - 1;
    const lineStart = this.#source.lastIndexOf('\n', end - 1) + 1;
    if (lineStart <= node.range[0]) return;
    let spaces = 0;
    while (this.#source[lineStart + spaces] === ' ') spaces++;
    if (spaces > indent) return;
    const before = this.#source.slice(lineStart + spaces, end);
    if (before.trim() === '') throw new YamlRefusal('flow-not-indented', end, end + 1);
  }

  #span(range: Range | readonly [number, number]): Span {
    const start = this.#toDocument(range[0]);
    return { start, end: Math.max(start, this.#toDocument(range[1])) };
  }
}

type Range = readonly [number, number, number];

const styles: Record<Scalar.Type, ScalarStyle> = {
  PLAIN: 'plain',
  QUOTE_DOUBLE: 'double-quoted',
  QUOTE_SINGLE: 'single-quoted',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** `!!int` and `!int` are one to the program. */
function tagOf(tag: string | undefined): string | undefined {
  return tag === undefined || tag === '!' ? tag : tag.replace(/^(?:tag:yaml\.org,2002:|!)/, '');
}

/** What JavaScript makes of a value as a key: a list becomes its items with commas between them. */
function propertyName(value: YamlValue): string {
  if (value !== null && typeof value === 'object') {
    if (!Array.isArray(value)) return '[object Object]';
    return value.map((item: YamlValue) => (item === null ? '' : propertyName(item))).join(',');
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

/**
 * The value of a quoted scalar over several lines with CRLF: the program counts the CR of the first line end in a row
 * as a line of its own, so that what would fold to a space becomes a line break.
 */
function foldedWithCrLf(written: string): string {
  const withBreak = written.replace(
    /\r\n((?:[ \t]*\r?\n)*)|\n(?:[ \t]*\r?\n)*/g,
    (breaks, rest, at: number) => {
      if (typeof rest !== 'string') return breaks;
      let slash = at;
      while (written[slash - 1] === '\\') slash--;
      const escaped = written.startsWith('"') && (at - slash) % 2 === 1;
      return escaped ? `n\\\n${rest}` : `\n\n${rest}`;
    },
  );
  const parsed = parseDocument(withBreak, { schema: 'failsafe', logLevel: 'silent', prettyErrors: false });
  return isScalar(parsed.contents) ? parsed.contents.source : written;
}
