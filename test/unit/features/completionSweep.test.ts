/**
 * Completion at every place of files as they are typed and as they stand: whatever is chosen, the frontmatter can be
 * read as before, and says what the item promised.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CompletionItem, CompletionItemKind, type TextEdit } from 'vscode-languageserver-types';
import { type AgentFile, parseAgentFile } from '../../../server/src/parse/agentFile.ts';
import { toolList } from '../../../server/src/parse/agentTools.ts';
import type { YamlNode } from '../../../server/src/parse/yamlNode.ts';
import { LineIndex } from '../../../server/src/text/lineIndex.ts';
import { applyEdits } from '../../../server/src/text/textEdit.ts';
import { agent, agentUri, ask } from './helpOf.ts';

const around = {
  '.claude/agents/reviewer.md': agent('reviewer'),
  '.claude/agents/words.md': agent('two words'),
  '.claude/agents/odd.md': agent('"odd, (x) # y"'),
  '.claude/agents/sharp.md': agent('"rev #2"'),
  '.claude/agents/broken.md': '---\nname: broken\n---\n',
  '.claude/skills/release/SKILL.md': '---\ndescription: Writes release notes\n---\n',
  '.claude/skills/my skill/SKILL.md': '---\ndescription: Mine\n---\n',
  '.claude/skills/007/SKILL.md': '---\ndescription: A number\n---\n',
  '.mcp.json':
    '{"mcpServers": {"tracker": {}, "my files": {}, "x: y": {}, "5": {}, "a#b": {}, "true": {}, "[x]": {}, "it\'s": {}}}',
  'plugin/.claude-plugin/plugin.json': '{"name": "kit"}',
  'plugin/agents/sub/tester.md': agent('tester'),
};

const head = '---\nname: a\ndescription: b\n';

const files: readonly (readonly [string, string])[] = [
  [
    'a comma string',
    `${head}tools: Read, Edit\ndisallowedTools: Agent(two words, kit:sub:tester), Write\nskills: release\n`,
  ],
  [
    'lists in brackets',
    `${head}tools: [Read, "Edit", 'Bash', Agent(reviewer)]\nskills: [release]\nmcpServers: [tracker, "x: y"]\n`,
  ],
  [
    'a list in brackets over several lines',
    `${head}tools: [\n  Read,\n  "Edit",\n  Bash,\n  ]\nmodel: opus\n`,
  ],
  [
    'lists with dashes',
    `${head}tools:\n  - Read\n  - Edit, Bash\n  - "Agent(reviewer)"\nskills:\n  - release\nmcpServers:\n  - tracker\n  - own:\n      type: http\n      url: https://own.example\n  - "5"\nmodel: opus\n`,
  ],
  ['lists at the margin', `${head}tools:\n- Read\n- Edit\nskills:\n- release\nmodel: "opus"\n`],
  [
    'lists with their keys emptied',
    `${head}tools:\n  - Read\nskills:\nmcpServers:\n  - tracker\nmodel: opus # strong\n`,
  ],
  [
    'hooks',
    `${head}hooks:\n  PostToolUse:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: ./lint.sh\n          async: true\n          timeout: 5\n        - type: prompt\n          prompt: Look again\n  Stop:\n    - hooks:\n        - {type: command, command: x}\ncolor: red\n`,
  ],
  [
    'scalars',
    `---\nname: 'a'\ndescription: "One\n  two: three"\nmodel: sonnet[1m]\ncolor: red # not blue\npermissionMode: plan\neffort: high\nmemory: "user"\nbackground: true\nisolation: worktree\nmaxTurns: 5\n`,
  ],
  [
    'values below their keys',
    `${head}model:\n  opus\ntools: >-\n  Read,\n  Edit Agent(reviewer)\n\nskills:\n  - kit:check\n  - release\nbackground:\n  true\ncolor: red\n`,
  ],
  [
    'comments',
    `${head}tools: Read, Edit # not Bash\nskills: # those\n  - release # notes\n  - # none\nmcpServers: # own\n  - tracker # x\nmodel: opus\n`,
  ],
  ['a block of text', `---\nname: a\ndescription: |\n  One\n  tools: two\ncolor: red\ntools: Read\n`],
  ['a text over several lines', `---\nname: a\ndescription: "One\n\n  tools: two"\ntools: Read\n`],
  [
    'what needs a second reading',
    `---\nname: a\ndescription: Use it: now\ntools: Read, Edit\nskills:\n  - release\n`,
  ],
];

/** What an editor closes of itself behind the cursor: brackets, parentheses and quotes of the field being typed. */
function closers(typed: string): string {
  let open = '';
  let value = '';
  for (const line of typed.slice(head.indexOf('\n') + 1).split(/(?<=\n)/)) {
    const key = open === '' ? /^[A-Za-z_]+:/.exec(line)?.[0] : undefined;
    if (key !== undefined) value = '';
    for (const character of line.slice(key?.length ?? 0)) {
      const isBegun = /^\s*$/.test(value);
      if (open.endsWith(character)) open = open.slice(0, -1);
      else if (character === '(') open += ')';
      else if (/["']/.test(open)) continue;
      else if (character === '[' && isBegun) open += ']';
      else if (/["']/.test(character) && /(?:^|[[,-])\s*$/.test(value)) open += character;
      value += character;
    }
  }
  return Array.from(open).reverse().join('');
}

/** A snippet with its proposals taken, its further lines indented as the one that it goes into. */
function expanded(item: CompletionItem, line: string): string {
  const { newText } = item.textEdit as TextEdit;
  const text =
    item.insertTextFormat === 2
      ? newText
          .replaceAll(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
          .replaceAll(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, '$1')
          .replaceAll(/\$\d+/g, '')
          .replaceAll(/\\([\\$}])/g, '$1')
      : newText;
  const indent = /^[ \t]*/.exec(line)![0];
  return item.insertTextFormat === 2 ? text.replaceAll('\n', `\n${indent}`) : text;
}

interface Place {
  readonly field: string;
  readonly node: YamlNode;
  /** The key that is written there. */
  readonly key?: string;
}

/** What stands at an offset: a key, or a text in no other. */
function placeAt(file: AgentFile, at: number): Place | undefined {
  let found: Place | undefined;
  const walk = (field: string, node: YamlNode): void => {
    if (node.kind === 'map') {
      for (const { key, keySpan, node: value } of node.entries) {
        if (keySpan.start <= at && at < keySpan.end)
          found = { field: field === '' ? key : field, node: value, key };
        walk(field === '' ? key : field, value);
      }
    } else if (node.kind === 'list') for (const item of node.items) walk(field, item);
    else if (node.span.start <= at && at < node.span.end) found = { field, node };
  };
  if (file.frontmatter.root !== null) walk('', file.frontmatter.root);
  return found;
}

/** Why an item is wrong; `undefined` where it keeps its promise. */
function complaint(before: string, item: CompletionItem, offset: number): string | undefined {
  const lines = new LineIndex(before);
  const edit = item.textEdit as TextEdit;
  const span = lines.spanOf(edit.range);
  const line = lines.lineSpan(lines.positionAt(offset).line);
  if (span.start < line.start || span.end > line.end || span.start > offset || span.end < offset) {
    return 'does not replace what is around the cursor';
  }
  const newText = expanded(item, before.slice(line.start, line.end));
  const others = (item.additionalTextEdits ?? []).map((one) => ({
    span: lines.spanOf(one.range),
    newText: one.newText,
  }));
  const after = applyEdits(before, [{ span, newText }, ...others]);
  const was = parseAgentFile(before);
  const is = parseAgentFile(after);
  const at =
    span.start +
    others.filter((one) => one.span.start <= span.start).reduce((sum, one) => sum + one.newText.length, 0) +
    newText.search(/[^\s\-"']/);
  const shown = JSON.stringify(after.slice(4, after.lastIndexOf('---')));
  const isUnreadable = (file: AgentFile): boolean =>
    file.frontmatter.error !== undefined && !file.frontmatter.retried;
  if (isUnreadable(is)) return `cannot be read: ${shown}`;
  if (is.frontmatter.error !== undefined && was.frontmatter.error === undefined)
    return `needs a second reading: ${shown}`;
  if (was.verdict.loads && !is.verdict.loads) return `is not loaded: ${shown}`;
  const place = placeAt(is, at);
  if (place === undefined) return `is nowhere: ${shown}`;
  const lost = was.frontmatter.fields.find((field) => {
    const isRenamed = field.keySpan.start <= span.end && field.keySpan.end >= span.start;
    if (field.key === place.field || isRenamed) return false;
    return JSON.stringify(is.frontmatter.byKey.get(field.key)?.value) !== JSON.stringify(field.value);
  });
  if (lost !== undefined) return `changes ${lost.key}: ${shown}`;
  if (item.kind === CompletionItemKind.Property)
    return place.key === item.label ? undefined : `is no key: ${shown}`;
  if (place.field === 'hooks' && /^(?:true|false)$/.test(item.label)) {
    const isRead = place.node.kind === 'scalar' && String(place.node.value) === item.label;
    return isRead && typeof place.node.value === 'boolean' ? undefined : `is no boolean: ${shown}`;
  }
  if (!['tools', 'disallowedTools', 'skills'].includes(place.field)) {
    const value = place.node.kind === 'scalar' ? String(place.node.value) : '';
    const isText =
      place.field !== 'mcpServers' || (place.node.kind === 'scalar' && typeof place.node.value === 'string');
    return value === item.label && isText ? undefined : `is read as ${value}: ${shown}`;
  }
  const entries = toolList(after, is.frontmatter.byKey.get(place.field)!).entries;
  const isThere = entries.some(
    ({ text, specifier = '' }) =>
      text === item.label || specifier.split(',').some((name) => name.trim() === item.label),
  );
  if (!isThere) return `is not among ${entries.map(({ text }) => text).join(' | ')}: ${shown}`;
  const replaced = before.slice(span.start, span.end);
  const field = was.frontmatter.byKey.get(place.field);
  const gone = (field === undefined ? [] : toolList(before, field).entries).find(
    ({ text }) => !text.includes('(') && text !== replaced && entries.every((entry) => entry.text !== text),
  );
  return gone === undefined ? undefined : `takes ${gone.text} away: ${shown}`;
}

/** Of many alike the first ones do. */
function worthTrying(items: readonly CompletionItem[]): readonly CompletionItem[] {
  return items.filter(({ label }, i) => i < 2 || !/^[A-Za-z_]+$/.test(label) || items.length < 20);
}

describe('completion', () => {
  for (const [title, lf] of files) {
    for (const [ending, yaml] of [
      ['LF', lf],
      ['CRLF', lf.replaceAll('\n', '\r\n')],
    ] as const) {
      // With CRLF there is no second reading.
      if (ending === 'CRLF' && yaml.includes('Use it: now')) continue;
      it(`in ${title}, ${ending}`, async () => {
        const lineEnd = ending === 'LF' ? '\n' : '\r\n';
        const rest = `---${lineEnd}Do it.${lineEnd}`;
        const { service } = await ask('|', around);
        let version = 1;
        let tried = 0;
        const complaints = new Map<string, string>();
        const check = async (text: string, offset: number, how: string): Promise<void> => {
          const lines = new LineIndex(text);
          service.model.edit(agentUri, text, ++version, lines);
          const wish = { byKey: false, snippets: true };
          const items = await service.help.completion(agentUri, lines.positionAt(offset), wish);
          for (const item of worthTrying(items ?? [])) {
            tried++;
            const wrong = complaint(text, item, offset);
            if (wrong !== undefined)
              complaints.set(
                `${how} ${JSON.stringify(text.slice(0, offset).slice(-40))}: “${item.label}”`,
                wrong,
              );
          }
        };
        for (let offset = yaml.indexOf('\n') + 1; offset <= yaml.length; offset++) {
          // Between the characters of a line end nobody stops.
          if (yaml[offset - 1] === '\r') continue;
          await check(yaml + rest, offset, 'at');
          const typed = yaml.slice(0, offset);
          await check(`${typed}${closers(typed)}${lineEnd}${rest}`, offset, 'typing');
        }
        assert.ok(tried > 20, `tried ${tried}`);
        assert.equal(
          [...complaints]
            .slice(0, 12)
            .map((one) => one.join(' '))
            .join('\n'),
          '',
        );
      });
    }
  }
});
