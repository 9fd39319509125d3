/** What Claude Code's second reading did to a file: the lines that made it necessary, and those that it changed besides. */
import * as l10n from '@vscode/l10n';
import type { AgentField, AgentFile } from '../../parse/agentFile.ts';
import type { Fence } from '../../parse/frontmatter.ts';
import { endOfLine } from '../../parse/frontmatterEntries.ts';
import type { YamlValue } from '../../parse/yamlNode.ts';
import { parseYaml } from '../../parse/yamlParse.ts';
import { retryText } from '../../parse/yamlRetry.ts';
import type { Span } from '../../text/span.ts';
import { type TextEdit, applyEdits } from '../../text/textEdit.ts';
import { type LostDescription, lostDescription } from './lostDescription.ts';
import type { Candidate } from './repair.ts';
import { closedBracket, quotedValue, starInQuotes } from './repairValue.ts';
import { spacesForTabs } from './repairWhiteSpace.ts';
import { quoted } from './yamlText.ts';

export interface RetriedLines {
  /** Lines that are not YAML as they stand, in source order. */
  readonly faults: readonly Fault[];
  /** Fields whose value is YAML as it stands, and another one once it is in quotes. */
  readonly changed: ReadonlyMap<string, ChangedField>;
}

export interface Fault {
  /** What is not YAML; UTF-16 offsets in the file. */
  readonly span: Span;
  readonly kind: 'value' | 'tabs';
  /** The likeliest first. */
  readonly repairs: readonly Candidate[];
}

export interface ChangedField {
  readonly field: AgentField;
  /** What it would be worth as it stands. */
  readonly plain: YamlValue;
}

const none: RetriedLines = { faults: [], changed: new Map() };
const known = new WeakMap<object, RetriedLines>();

/** Empty where the first reading counts. */
export function retriedLines(file: AgentFile): RetriedLines {
  if (!file.frontmatter.retried) return none;
  let lines = known.get(file.frontmatter);
  if (lines === undefined) known.set(file.frontmatter, (lines = readLines(file)));
  return lines;
}

/** The one repair of all faults, after which a single reading is enough; `undefined` where none is known. */
export function causeRepair(file: AgentFile): Candidate | undefined {
  const firsts = retriedLines(file).faults.flatMap(({ repairs }) => repairs[0] ?? []);
  if (firsts.length === 0) return undefined;
  const edits = new Map(firsts.flatMap((repair) => repair.edits.map((edit) => [edit.span.start, edit])));
  return {
    title: l10n.t('Repair what makes a second reading necessary'),
    safe: firsts.every(({ safe }) => safe),
    edits: [...edits.values()],
  };
}

function readLines(file: AgentFile): RetriedLines {
  const { text, frontmatter } = file;
  const lost = lostDescription(file);
  const faults: Fault[] = [];
  const changed = new Map<string, ChangedField>();
  for (const field of frontmatter.fields) {
    const line = { start: field.keySpan.start, end: endOfLine(text, field.keySpan.end, text.length) };
    const written = text.slice(line.start, line.end);
    // Before a CR the retry quotes nothing.
    const isQuoted = text[line.end] !== '\r' && retryText(written).text !== written;
    if (!isQuoted || isCutOff(field, line.end, frontmatter.fence)) continue;
    const alone = parseYaml(written, written, (offset) => offset);
    if (alone.error !== undefined) {
      if (isAliasOfAnchor(written, frontmatter.yaml)) changed.set(field.key, { field, plain: '' });
      else faults.push(withLostText(faultOf(text, field, line.end), field, lost));
    } else if (alone.root?.kind === 'map' && frontmatter.byKey.get(field.key) === field) {
      const plain = alone.root.value[field.key] ?? null;
      if (JSON.stringify(plain) !== JSON.stringify(field.value)) changed.set(field.key, { field, plain });
    }
  }
  const tabs = tabFault(text, frontmatter.fence, faults);
  const kept = [...changed.values()].flatMap((one) => keptText(text, one));
  const all = (tabs === undefined ? faults : [...faults, tabs]).map((fault) => ({
    ...fault,
    repairs: fault.repairs.map((repair) => ({ ...repair, edits: withKept(repair.edits, kept) })),
  }));
  return { faults: all, changed };
}

/** Quotes around one line would seal what the description has lost: first the text as a whole. */
function withLostText(fault: Fault, field: AgentField, lost: LostDescription | undefined): Fault {
  if (lost === undefined || (field.key !== 'description' && !lost.fields.has(field))) return fault;
  return { ...fault, repairs: [lost.repair, ...fault.repairs.map((one) => ({ ...one, safe: false }))] };
}

/** Lines that became part of the text are kept with it. */
function withKept(edits: readonly TextEdit[], kept: readonly TextEdit[]): readonly TextEdit[] {
  const isApart = ({ span }: TextEdit): boolean =>
    edits.every((edit) => span.end <= edit.span.start || span.start >= edit.span.end);
  return [...edits, ...kept.filter(isApart)];
}

/** `*name` is no YAML by itself, and is where an anchor of that name stands. */
function isAliasOfAnchor(line: string, yaml: string): boolean {
  const name = /:[ \t]+\*(\S+)[ \t]*$/.exec(line)?.[1];
  return name !== undefined && yaml.split(/[\s,[\]{}]+/).includes(`&${name}`);
}

/** Whether the closing dashes stand on the field's own line: then it is them that are wrong first. */
function isCutOff({ keySpan }: AgentField, lineEnd: number, fence: Fence): boolean {
  return fence.state === 'closed' && fence.close.start > keySpan.start && fence.close.start < lineEnd;
}

/**
 * A text that holds what would be a comment says the same in quotes, once there is no second reading any more; so does
 * a value that would be nothing but one.
 */
function keptText(
  text: string,
  { field: { key, value, valueSpan }, plain }: ChangedField,
): readonly TextEdit[] {
  const isText = /^(?:name|description|initialPrompt)$/.test(key) || plain === null;
  if (!isText || typeof value !== 'string') return [];
  const written = text.slice(valueSpan.start, valueSpan.end).trimEnd();
  return [
    { span: { start: valueSpan.start, end: valueSpan.start + written.length }, newText: quoted(value) },
  ];
}

function faultOf(text: string, field: AgentField, lineEnd: number): Fault {
  const span = { start: field.valueSpan.start, end: Math.min(field.valueSpan.end, lineEnd) };
  const written = text.slice(span.start, span.end).trimEnd();
  const valueSpan = { start: span.start, end: span.start + written.length };
  const isList = /^(?:tools|disallowedTools|skills|mcpServers)$/.test(field.key);
  const brackets = isList && /^[[{]/.test(written) ? closedBracket(text, valueSpan) : [];
  const all = isList ? starInQuotes(written) : undefined;
  const inQuotes = typeof field.value === 'string' ? quotedValue(valueSpan, field.value) : undefined;
  if (all !== undefined && inQuotes !== undefined) {
    const edits = [{ span: valueSpan, newText: all }];
    return { span: valueSpan, kind: 'value', repairs: [{ ...inQuotes, edits }] };
  }
  // A list in quotes is none.
  const quotes =
    inQuotes === undefined ? [] : [brackets.length > 0 ? { ...inQuotes, safe: false } : inQuotes];
  return { span: valueSpan, kind: 'value', repairs: [...brackets, ...quotes] };
}

/** Tabs at the start of lines, where the frontmatter is no YAML without the faults before either. */
function tabFault(text: string, fence: Fence, faults: readonly Fault[]): Fault | undefined {
  if (fence.state !== 'closed') return undefined;
  const repairs = spacesForTabs(text, fence.yaml);
  const first = repairs[0]?.edits[0];
  if (first === undefined) return undefined;
  const edits: TextEdit[] = faults
    .flatMap((fault) => fault.repairs[0]?.edits ?? [])
    .map(({ span, newText }) => ({
      span: { start: span.start - fence.yaml.start, end: span.end - fence.yaml.start },
      newText,
    }));
  const yaml = applyEdits(text.slice(fence.yaml.start, fence.yaml.end), edits);
  if (parseYaml(yaml, yaml, (offset) => offset).error === undefined) return undefined;
  const start = first.span.end;
  return { span: { start, end: endOfLine(text, start, text.length) }, kind: 'tabs', repairs };
}
