/**
 * YAML as Claude Code 2.1.330 reads it (seen on the real program): the `yaml` library's tree, read by our own rules
 * for scalars, merges, aliases and line ends.
 */
import { type Document, type YAMLParseError, parseAllDocuments } from 'yaml';
import { YamlReader, YamlRefusal } from './yamlReader.ts';
import { readPlainLines } from './yamlPlainLines.ts';
import type { YamlError, YamlErrorKind, YamlNode } from './yamlNode.ts';

export interface ParsedYaml {
  /** The value; `null` for an empty text, for several documents in a row, and after an error. */
  readonly root: YamlNode | null;
  /** The first thing that Claude Code's parser refuses; without one the text is YAML to it. */
  readonly error: YamlError | undefined;
}

/**
 * Reads one YAML text; never throws.
 * @param toDocument turns an offset in `text` into one in the document that holds it, for spans and errors
 * @param document that document
 */
export function parseYaml(
  text: string,
  document: string,
  toDocument: (offset: number) => number,
): ParsedYaml {
  const fail = (kind: YamlErrorKind, start: number, end: number): ParsedYaml => {
    const from = toDocument(start);
    return { root: null, error: { kind, span: { start: from, end: Math.max(from, toDocument(end)) } } };
  };
  if (text.length > maxLength) return fail('not-read', 0, 0);
  const nul = text.indexOf('\0');
  if (nul >= 0) return fail('nul', nul, nul + 1);
  // To Claude Code's parser a lone CR ends a line; to the library it does not. Both are one character long.
  const source = text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
  try {
    const plain = readPlainLines(text, document, toDocument);
    if (plain !== undefined) return { root: plain, error: undefined };
    const documents: readonly Document.Parsed[] = [...parseAllDocuments(source, options)];
    for (const { errors } of documents) {
      const error = errors.find((candidate) => isRefused(candidate, source));
      if (error !== undefined) return fail(kindOf(error, source), error.pos[0], error.pos[1]);
    }
    const contents = documents.length === 1 ? documents[0]?.contents : undefined;
    const reader = new YamlReader(source, document, toDocument);
    // With several documents the program gets a list of them, which has no fields.
    return { root: contents ? reader.read(contents) : null, error: undefined };
  } catch (error) {
    if (error instanceof YamlRefusal) return fail(error.kind, error.start, error.end);
    // A stack that is used up by nesting, or whatever else a hostile text can do to the library.
    return fail('too-much', 0, 0);
  }
}

/** The library needs up to 20 ms for 1,000 characters of nothing but errors. */
const maxLength = 262_144;

const options = {
  schema: 'failsafe',
  version: '1.2',
  uniqueKeys: false,
  resolveKnownTags: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** The library is stricter than Claude Code's parser in a few places. */
function isRefused(error: YAMLParseError, source: string): boolean {
  switch (error.code) {
    case 'KEY_OVER_1024_CHARS':
    case 'BAD_COLLECTION_TYPE':
      return false;
    case 'BAD_SCALAR_START':
      // `tools: , Read` is text there.
      return source[error.pos[0]] !== ',';
    default:
      return true;
  }
}

function kindOf(error: YAMLParseError, source: string): YamlErrorKind {
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'colon-in-value';
    case 'BAD_INDENT':
      return 'indentation';
    case 'TAB_AS_INDENT':
      return 'tab-indentation';
    case 'BAD_DQ_ESCAPE':
      return 'bad-escape';
    case 'BAD_SCALAR_START':
      return 'reserved-start';
    case 'BAD_ALIAS':
      return 'unknown-alias';
    case 'RESOURCE_EXHAUSTION':
      return 'too-much';
    case 'MISSING_CHAR':
      if (error.message.includes('quote')) return 'unclosed-quote';
      return source[error.pos[0]] === '#' ? 'unexpected' : 'missing-colon';
    default:
      return 'unexpected';
  }
}
