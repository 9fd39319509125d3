/** YAML as Claude Code 2.1.330 reads it (seen on the real program). */
import { readDocuments } from './yamlDocuments.ts';
import { readFields } from './yamlFields.ts';
import { YamlReader } from './yamlReader.ts';
import { YamlRefusal } from './yamlRefusal.ts';
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
  const fields = readFields(text, document, toDocument);
  if (fields !== undefined) return { root: fields, error: undefined };
  try {
    return { root: readDocuments(new YamlReader(text, document, toDocument)), error: undefined };
  } catch (error) {
    if (error instanceof YamlRefusal) return fail(error.kind, error.start, error.end);
    // A stack that is used up by nesting.
    return fail('too-much', 0, 0);
  }
}

/** Nobody writes more; a text of nothing but brackets takes long. */
const maxLength = 262_144;
