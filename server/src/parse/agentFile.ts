/** An agent file as Claude Code reads it, with the places of everything in it. */
import type { Span } from '../text/span.ts';
import { type Verdict, fileByteMax, pluginVerdict, skipped, verdictOf } from './agentVerdict.ts';
import { type Fence, bodyStartOf, headFields, readFence } from './frontmatter.ts';
import type { YamlError, YamlNode, YamlValue } from './yamlNode.ts';
import { isToml, listedFields } from './otherFields.ts';
import { parseYaml } from './yamlParse.ts';
import { retryText } from './yamlRetry.ts';

/** All offsets are UTF-16 code units in `text`. */
export interface AgentFile {
  readonly text: string;
  readonly frontmatter: Frontmatter;
  /** Where the prompt begins; 0 where there is no frontmatter. */
  readonly bodyStart: number;
  readonly verdict: Verdict;
  /** Whether a file that does not load was meant to: only then is there anything to say of it. */
  readonly meansToBeAgent: boolean;
}

export interface Frontmatter {
  readonly fence: Fence;
  /** The file's text up to the end of the closing fence's line; the whole text where there is none. */
  readonly source: string;
  /** The text between the fences (from the opening fence to the end where it is unclosed). */
  readonly yaml: string;
  /** Claude Code's second reading is the one that counts: values were quoted, tabs replaced. */
  readonly retried: boolean;
  /** Why the first reading failed, also where the second one succeeded. */
  readonly error: YamlError | undefined;
  /** Why the second one failed too. */
  readonly retryError: YamlError | undefined;
  /** The value as it ends up; `null` where nothing could be read. */
  readonly root: YamlNode | null;
  /** The top level fields in source order, duplicates included. */
  readonly fields: readonly AgentField[];
  /** The one that counts for each key: the last. */
  readonly byKey: ReadonlyMap<string, AgentField>;
  /** Of the file outside of plugins. */
  readonly verdict: Verdict;
  readonly meansToBeAgent: boolean;
}

export interface AgentField {
  readonly key: string;
  readonly keySpan: Span;
  /** Quotes included; empty, and behind the key, where no value is written. */
  readonly valueSpan: Span;
  readonly value: YamlValue;
  readonly node: YamlNode;
}

/**
 * Reads an agent file; never throws, and takes time linear in the text.
 * @param previous an earlier version: where the text up to the closing fence is the same, its frontmatter is kept as
 *   it is (the same object), so that an edit in the prompt costs next to nothing
 * @param pluginStem the file's name without `.md`, for an agent that comes with a plugin
 */
export function parseAgentFile(text: string, previous?: AgentFile, pluginStem?: string): AgentFile {
  if (isTooLarge(text)) return tooLarge(text);
  const kept = previous?.frontmatter;
  const frontmatter = kept !== undefined && isUnchanged(text, kept) ? kept : readFrontmatter(text);
  return {
    text,
    frontmatter,
    bodyStart: bodyStartOf(text, frontmatter.fence),
    ...(pluginStem === undefined
      ? { verdict: frontmatter.verdict, meansToBeAgent: frontmatter.meansToBeAgent }
      : { verdict: pluginVerdict(frontmatter.root, pluginStem), meansToBeAgent: true }),
  };
}

/** Whether all that the frontmatter was read from is still there; rules look at the rest of the fence's line too. */
function isUnchanged(text: string, { fence, source }: Frontmatter): boolean {
  if (fence.state !== 'closed') return text === source;
  return source.endsWith('\n') ? text.startsWith(source) : text === source;
}

function endOfFenceLine(text: string, from: number): number {
  const lineFeed = text.indexOf('\n', from);
  return lineFeed < 0 ? text.length : lineFeed + 1;
}

/** Claude Code does not read such a file at all; neither do we, beyond the first lines. */
function tooLarge(text: string): AgentFile {
  const fence = readFence(text);
  const frontmatter = { ...withoutFields(fence, text, ''), verdict: skipped('too-large') };
  const { verdict, meansToBeAgent: means } = frontmatter;
  return { text, frontmatter, bodyStart: bodyStartOf(text, fence), verdict, meansToBeAgent: means };
}

/** Reads the frontmatter alone; `text` may go on behind it. */
export function readFrontmatter(text: string): Frontmatter {
  const fence = readFence(text);
  if (fence.state !== 'closed' && fence.state !== 'unclosed') return withoutFields(fence, text, '');
  const yaml = text.slice(fence.yaml.start, fence.yaml.end);
  if (fence.state === 'unclosed') return withoutFields(fence, text, yaml);
  const start = fence.yaml.start;
  const first = parseYaml(yaml, text, (offset) => start + offset);
  const retry = first.error === undefined ? undefined : retryText(yaml);
  const second =
    retry === undefined
      ? undefined
      : parseYaml(retry.text, text, (offset) => start + retry.originalOffset(offset));
  const { root, error } = second ?? first;
  const fields = fieldsOf(root);
  const verdict = verdictOf(fence, error, root);
  return {
    fence,
    source: text.slice(0, endOfFenceLine(text, fence.close.end)),
    yaml,
    retried: second !== undefined && second.error === undefined,
    error: first.error,
    retryError: second?.error,
    root,
    fields,
    byKey: new Map(fields.map((field) => [field.key, field])),
    verdict,
    meansToBeAgent:
      verdict.loads || meansToBeAgent(fence, text, yaml, fields) || listedFields(root) !== undefined,
  };
}

function withoutFields(fence: Fence, text: string, yaml: string): Frontmatter {
  const verdict = skipped('silent-no-frontmatter');
  return {
    fence,
    source: text,
    yaml,
    retried: false,
    error: undefined,
    retryError: undefined,
    root: null,
    fields: [],
    byKey: new Map(),
    verdict,
    meansToBeAgent: meansToBeAgent(fence, text, yaml, []),
  };
}

function fieldsOf(root: YamlNode | null): readonly AgentField[] {
  if (root?.kind !== 'map') return [];
  return root.entries.map(({ key, keySpan, node }) => ({
    key,
    keySpan,
    valueSpan: node.span,
    value: node.value,
    node,
  }));
}

const agentKeys = new Set(['name', 'description', 'tools', 'model']);

/**
 * Markdown without frontmatter, or with frontmatter but no `name`, is documentation unless something in it says
 * otherwise: a fence that is not quite one, a `name:` or `description:` in the first lines, an agent's fields.
 */
function meansToBeAgent(fence: Fence, text: string, yaml: string, fields: readonly AgentField[]): boolean {
  if (fence.state === 'near-miss') return true;
  if (fields.some((field) => agentKeys.has(field.key))) return true;
  const letters = new Set(fields.map(({ key }) => key.toLowerCase()));
  if (letters.has('name') && letters.has('description')) return true;
  if (fence.state === 'absent') return false;
  if (fence.state === 'closed' && fields.length === 0 && isToml(yaml)) return true;
  const head = headFields(text).map((field) => field.key);
  if (head.includes('name') || head.includes('description')) return true;
  // Frontmatter that YAML cannot read still shows its keys.
  return fields.length === 0 && /^(?:tools|model|name|description)[ \t]*:/m.test(yaml.slice(0, 4096));
}

/** More than the limit in UTF-8; lone surrogates count three bytes, as the character that replaces them does. */
function isTooLarge(text: string): boolean {
  if (text.length * 3 <= fileByteMax) return false;
  if (text.length > fileByteMax) return true;
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00 && isLowSurrogate(text.charCodeAt(i + 1))) {
      bytes += 4;
      i++;
    } else bytes += 3;
  }
  return bytes > fileByteMax;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
