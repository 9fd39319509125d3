/** The anchors and tags before a node. */
import { YamlRefusal } from './yamlRefusal.ts';
import type { YamlToken } from './yamlScanner.ts';

/**
 * An anchor on a line of its own and one beside the first key below it are two: one of the map, one of the key. Which
 * it is shows only behind the key.
 */
export class YamlProperties {
  anchor: YamlToken | undefined;
  tag: YamlToken | undefined;
  #mapAnchor: YamlToken | undefined;
  #mapTag: YamlToken | undefined;

  constructor(anchor?: YamlToken, tag?: YamlToken) {
    this.anchor = anchor;
    this.tag = tag;
  }

  addAnchor(token: YamlToken): void {
    if (this.anchor !== undefined) {
      if (this.anchor.line === token.line || this.#mapAnchor !== undefined) throw refused(token);
      this.#mapAnchor = this.anchor;
    }
    this.anchor = token;
  }

  addTag(token: YamlToken): void {
    if (this.tag !== undefined) {
      if (this.tag.line === token.line) throw refused(token);
      this.#mapTag = this.tag;
    }
    this.tag = token;
  }

  get isEmpty(): boolean {
    return this.anchor === undefined && this.tag === undefined;
  }

  isOnLine(line: number): boolean {
    return this.anchor?.line === line || this.tag?.line === line;
  }

  /** Where the node has turned out to be no key, a second anchor or tag belongs to nothing. */
  refuseSecond(): void {
    const second = this.#mapAnchor ?? this.#mapTag;
    if (second !== undefined) throw refused(second);
  }

  /** The names of the key's and of the map's anchor, for a first key on `line`. */
  anchorsOfKey(line: number): { readonly key: string | undefined; readonly map: string | undefined } {
    const { anchor } = this;
    if (anchor === undefined) return { key: undefined, map: undefined };
    if (this.#mapAnchor !== undefined) {
      if (anchor.line !== line) throw refused(anchor);
      return { key: anchor.text, map: this.#mapAnchor.text };
    }
    return anchor.line === line ? { key: anchor.text, map: undefined } : { key: undefined, map: anchor.text };
  }

  forgetAnchors(): void {
    this.anchor = this.#mapAnchor = undefined;
  }
}

function refused(token: YamlToken): YamlRefusal {
  return new YamlRefusal('reserved-start', token.start, token.end);
}
