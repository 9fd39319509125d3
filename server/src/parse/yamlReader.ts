/**
 * Builds the values of a YAML text as Claude Code 2.1.330's parser does, with the places they came from; throws a
 * `YamlRefusal` where that parser accepts the text no longer.
 */
import type { Span } from '../text/span.ts';
import { readBlockList, readBlockMap, readExplicitKey } from './yamlBlock.ts';
import { readFlowList, readFlowMap } from './yamlFlow.ts';
import { type YamlBudget, fullBudget, nodeCount } from './yamlMapBuilder.ts';
import type { YamlNode, YamlScalar } from './yamlNode.ts';
import { YamlProperties } from './yamlProperties.ts';
import { YamlRefusal } from './yamlRefusal.ts';
import type { YamlToken } from './yamlScanner.ts';
import { emptyValue } from './yamlScalar.ts';
import { type YamlBeginning, YamlTokens } from './yamlTokens.ts';

/** What surrounds a node. */
export interface YamlPlace {
  /** How far the map is indented whose key or value the node is. */
  readonly mapIndent?: number;
  /** It stands behind `?`. */
  readonly isExplicitKey?: boolean;
  /** It is an item in brackets, which may be a key with its value. */
  readonly mayBePair?: boolean;
  readonly anchor?: YamlToken | undefined;
  readonly tag?: YamlToken | undefined;
}

export class YamlReader extends YamlTokens {
  readonly budget: YamlBudget = fullBudget();
  readonly #document: string;
  readonly #toDocument: (offset: number) => number;
  readonly #anchors = new Map<string, YamlNode>();
  /** The line of the last `---`, on which no block collection may begin. */
  markLine = 0;

  constructor(text: string, document: string, toDocument: (offset: number) => number) {
    super(text);
    this.#document = document;
    this.#toDocument = toDocument;
  }

  /** Nothing of one document is known in the next. */
  forget(): void {
    this.#anchors.clear();
    this.tagHandles.clear();
    this.markLine = 0;
  }

  /** A collection may not begin on the line of `---`. */
  refuseOnMarkLine(line: number): void {
    if (line === this.markLine) this.refuse('unexpected');
  }

  span(start: number, end: number): Span {
    const from = this.#toDocument(start);
    return { start: from, end: Math.max(from, this.#toDocument(end)) };
  }

  /** A value that is not written, at `at`, with what an anchor and a tag make of it. */
  empty(anchor?: YamlToken, tag?: YamlToken, at = this.before.end): YamlScalar {
    const node: YamlScalar = {
      kind: 'scalar',
      style: 'empty',
      value: emptyValue(tag?.text),
      span: this.span(at, at),
    };
    if (anchor !== undefined) this.#anchors.set(anchor.text, node);
    return node;
  }

  /** Reads a node from the current token on; the next one is then the first behind it. */
  readNode(place: YamlPlace = {}): YamlNode {
    const properties = new YamlProperties(place.anchor, place.tag);
    for (;;) {
      const { token } = this;
      switch (token.kind) {
        case 'anchor':
          properties.addAnchor(token);
          this.next({ tag: properties.tag?.text });
          break;
        case 'tag':
          properties.addTag(token);
          this.next({ tag: token.text });
          break;
        default:
          return this.#readContent(place, properties);
      }
    }
  }

  #readContent(place: YamlPlace, properties: YamlProperties): YamlNode {
    const { token } = this;
    switch (token.kind) {
      case 'scalar':
        return this.#readScalar(place, properties);
      case 'alias':
        return this.#readAlias(place, properties);
      case 'list-start':
      case 'map-start':
        return this.#readFlow(place, properties);
      case 'dash':
        if (properties.isOnLine(token.line)) this.refuse('unexpected');
        this.#open(properties.anchor?.text, openList);
        return this.#finish(readBlockList(this), properties);
      case 'question': {
        const beginning = this.beginning;
        const key = readExplicitKey(this);
        if (place.mapIndent === beginning.indent) return key;
        this.#open(properties.anchor?.text, openMap);
        return this.#finish(readBlockMap(this, key, beginning, place), properties);
      }
      case 'colon':
        return this.#readWithoutKey(place, properties);
      case 'comma':
      case 'list-end':
      case 'map-end':
        if (properties.isEmpty) this.refuse('unexpected');
        return this.#finish(this.empty(), properties);
      case 'directive':
        return this.refuse('reserved-start');
      default:
        return this.#finish(this.empty(), properties);
    }
  }

  #readScalar(place: YamlPlace, properties: YamlProperties): YamlNode {
    const { token, beginning } = this;
    const node = this.#scalar(token);
    const isQuoted = token.style === 'single-quoted' || token.style === 'double-quoted';
    this.#asJsonKey(place, isQuoted, () => this.nextAnywhere({ tag: properties.tag?.text }));
    return this.#valueOrMap(node, beginning, place, properties);
  }

  #readAlias(place: YamlPlace, properties: YamlProperties): YamlNode {
    const { token, beginning } = this;
    if (properties.isOnLine(token.line)) this.refuse('unexpected');
    const target = this.#anchors.get(token.text);
    if (target === undefined) this.refuse('unknown-alias');
    this.budget.aliased -= nodeCount(target.value);
    if (this.budget.aliased < 0) this.refuse('too-much');
    const node = { ...target, span: this.span(token.start, token.end) };
    this.next();
    return this.#valueOrMap(node, beginning, place, properties);
  }

  #readFlow(place: YamlPlace, properties: YamlProperties): YamlNode {
    const { beginning, token } = this;
    const { anchor } = properties;
    if (anchor?.line === token.line)
      this.#open(anchor.text, token.kind === 'list-start' ? openList : openMap);
    let node: YamlNode;
    this.#asJsonKey(place, true, () => {
      node = this.token.kind === 'list-start' ? readFlowList(this) : readFlowMap(this);
    });
    return this.#valueOrMap(node!, beginning, place, properties);
  }

  /** `: value` */
  #readWithoutKey(place: YamlPlace, properties: YamlProperties): YamlNode {
    const { cursor, token, beginning } = this;
    if (cursor.context === 'flow-key') return this.#finish(this.empty(), properties);
    if (!cursor.isFlow) this.refuseTab();
    if (place.mapIndent === token.indent) return this.#finish(this.empty(), properties);
    const { tag } = properties;
    const isOfKey = tag?.line === token.line;
    if (isOfKey) properties.tag = undefined;
    const key = this.empty(undefined, isOfKey ? tag : undefined, token.start);
    const map = this.#mapFrom(key, beginning, place, properties);
    properties.forgetAnchors();
    return this.#finish(map, properties);
  }

  /** A colon needs no space behind it after a key in quotes or brackets that is itself in brackets. */
  #asJsonKey(place: YamlPlace, isJson: boolean, read: () => void): void {
    const { context } = this.cursor;
    if (isJson && place.mayBePair === true && context === 'flow-in') this.cursor.context = 'flow-key';
    read();
    this.cursor.context = context;
  }

  /** What follows a node tells whether it is the first key of a map. */
  #valueOrMap(
    node: YamlNode,
    beginning: YamlBeginning,
    place: YamlPlace,
    properties: YamlProperties,
  ): YamlNode {
    if (this.token.kind === 'colon' && this.#isKey(beginning, place)) {
      return this.#mapFrom(node, beginning, place, properties);
    }
    return this.#finish(node, properties);
  }

  /** Whether the colon behind a node makes a map begin with it; the key of a map that has begun is read as a node. */
  #isKey(beginning: YamlBeginning, place: YamlPlace): boolean {
    const { cursor, token } = this;
    const isExplicitKey = place.isExplicitKey === true;
    const isBelow = token.line !== beginning.line;
    if (token.indent < beginning.indent) return false;
    if (isExplicitKey && isBelow && token.indent === beginning.indent) return false;
    if (!cursor.isFlow) this.refuseTab(beginning);
    if (place.mapIndent === beginning.indent || cursor.context === 'flow-key') return false;
    // A key stands on one line with its colon.
    if (isBelow && !isExplicitKey) throw new YamlRefusal('colon-in-value', beginning.start, this.before.end);
    return cursor.context !== 'flow-in' || place.mayBePair === true;
  }

  #mapFrom(key: YamlNode, beginning: YamlBeginning, place: YamlPlace, properties: YamlProperties): YamlNode {
    const anchors = properties.anchorsOfKey(beginning.line);
    if (anchors.key !== undefined) this.#anchors.set(anchors.key, key);
    this.#open(anchors.map, openMap);
    const map = readBlockMap(this, key, beginning, place);
    if (anchors.map !== undefined) this.#anchors.set(anchors.map, map);
    return map;
  }

  /** What an alias within its own anchor stands for, so that nothing holds itself. */
  #open(anchor: string | undefined, standIn: YamlNode): void {
    if (anchor !== undefined && !this.#anchors.has(anchor)) this.#anchors.set(anchor, standIn);
  }

  #finish(node: YamlNode, properties: YamlProperties): YamlNode {
    properties.refuseSecond();
    const { tag, anchor } = properties;
    const isNull = node.kind === 'scalar' && node.value === null;
    const read: YamlNode = isNull && tag !== undefined ? { ...node, value: emptyValue(tag.text) } : node;
    if (anchor !== undefined) this.#anchors.set(anchor.text, read);
    return read;
  }

  #scalar({ start, end, style, value }: YamlToken): YamlScalar {
    const span = this.span(start, end);
    // The retry's quotes are not the author's.
    const isOwn = style !== 'double-quoted' || this.#document[span.start] === '"';
    return { kind: 'scalar', style: isOwn ? style : 'plain', value, span };
  }
}

const nowhere: Span = { start: 0, end: 0 };
const openList: YamlNode = { kind: 'list', flow: true, items: [], value: [], span: nowhere };
const openMap: YamlNode = { kind: 'map', flow: true, entries: [], value: {}, span: nowhere };
