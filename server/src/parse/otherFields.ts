/** An agent's fields in a form in which Claude Code finds none: as TOML, or as the items of a YAML list. */
import type { Span } from '../text/span.ts';
import type { YamlMap, YamlNode } from './yamlNode.ts';

/** A line of TOML, `key = value`; UTF-16 offsets in the text that was read. */
export interface TomlField {
  readonly keySpan: Span;
  /** Where the value begins, which ends on the line. */
  readonly valueStart: number;
}

/**
 * Whether a text begins with fields as TOML assigns them, and both that an agent needs are among them: above anything
 * that is no field and no comment.
 */
export function isToml(text: string): boolean {
  // At a glance: of thousands of lines most are YAML's.
  if (!/^name[ \t]*=/m.test(text) || !/^description[ \t]*=/m.test(text)) return false;
  const keys = new Set<string>();
  for (const [line] of text.matchAll(/[^\r\n]+/g)) {
    if (blankOrComment.test(line) || yamlField.test(line)) continue;
    const key = /^([A-Za-z][\w-]*)[ \t]*=[ \t]*["'[\dtf]/.exec(line)?.[1];
    if (key === undefined) break;
    keys.add(key);
  }
  return keys.has('name') && keys.has('description');
}

const blankOrComment = /^[ \t]*(?:#.*)?$/;
const yamlField = /^[A-Za-z][\w-]*:(?:[ \t]|$)/;

/**
 * The fields of a TOML text in which each stands on a line of its own, with a value that YAML writes in the same way;
 * `undefined` where there is anything else but YAML's own fields.
 */
export function tomlFields(text: string): readonly TomlField[] | undefined {
  const fields: TomlField[] = [];
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    if (blankOrComment.test(line[0]) || yamlField.test(line[0])) continue;
    const [field, key] = /^([A-Za-z][\w-]*)[ \t]*=[ \t]*/.exec(line[0]) ?? [];
    if (field === undefined || key === undefined || !tomlValue.test(line[0].slice(field.length)))
      return undefined;
    const { index } = line;
    fields.push({ keySpan: { start: index, end: index + key.length }, valueStart: index + field.length });
  }
  return fields;
}

const text = String.raw`"(?!"")(?:[^"\\]|\\[btnfr"\\])*"|'(?!'')[^']*'`;
const tomlValue = new RegExp(
  String.raw`^(?:${text}|\[[ \t]*(?:(?:${text})(?:[ \t]*,[ \t]*(?:${text}))*(?:[ \t]*,)?[ \t]*)?\]|true|false|0|[1-9]\d*)[ \t]*(?:[ \t]#.*)?$`,
);

/** The items of a list that are maps with an agent's fields in them, each on lines of its own. */
export function listedFields(root: YamlNode | null): readonly YamlMap[] | undefined {
  if (root?.kind !== 'list' || root.flow) return undefined;
  const items = root.items.filter((item): item is YamlMap => item.kind === 'map' && !item.flow);
  const keys = new Set(items.flatMap(({ entries }) => entries.map(({ key }) => key)));
  const isAgent = items.length === root.items.length && keys.has('name') && keys.has('description');
  return isAgent ? items : undefined;
}
