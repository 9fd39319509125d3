import type { YamlErrorKind } from './yamlNode.ts';

/** A text that Claude Code's parser does not accept, thrown while it is read; offsets in the YAML text. */
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
