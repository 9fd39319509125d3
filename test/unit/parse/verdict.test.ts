/** What makes Claude Code skip a file; each case was seen on the real program, the words are ours. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import matter from 'gray-matter';
import { parseAgentFile } from '../../../server/src/parse/agentFile.ts';
import type { VerdictReason } from '../../../server/src/parse/agentVerdict.ts';
import fc from '../../support/fastCheck.ts';

const body = 'Check the ledger.\n';

/** A file with these lines between its fences. */
function agent(...lines: string[]): string {
  return ['---', ...lines, '---', body].join('\n');
}

const named = (...lines: string[]): string => agent('name: auditor', ...lines);
const described = (...lines: string[]): string => named('description: Audits ledgers', ...lines);
const windows = (text: string): string => text.replaceAll('\n', '\r\n');

const skipped: readonly (readonly [title: string, text: string, reason: VerdictReason])[] = [
  ['an empty file', '', 'silent-no-frontmatter'],
  ['prose', '# Ledgers\n\nNotes.\n', 'silent-no-frontmatter'],
  ['a blank line first', `\n${described()}`, 'silent-no-frontmatter'],
  ['an indented fence', ` ${described()}`, 'silent-no-frontmatter'],
  ['four dashes', `-${described()}`, 'silent-no-frontmatter'],
  ['plus signs', described().replaceAll('---', '+++'), 'silent-no-frontmatter'],
  ['text after the fence', described().replace('---', '--- yaml'), 'silent-no-frontmatter'],
  ['two byte order marks', `\uFEFF\uFEFF${described()}`, 'silent-no-frontmatter'],
  ['CR as the only line end', described().replaceAll('\n', '\r'), 'silent-no-frontmatter'],
  ['no closing fence', '---\nname: auditor\ndescription: Audits\n\nCheck.\n', 'silent-no-frontmatter'],
  ['no name', agent('description: Audits'), 'silent-no-name'],
  ['an empty name', agent('name:', 'description: Audits'), 'silent-no-name'],
  ['zero as a name', agent('name: 0', 'description: Audits'), 'silent-no-name'],
  ['not-a-number as a name', agent('name: .nan', 'description: Audits'), 'silent-no-name'],
  ['a tag alone as a name', agent('name: !x', 'description: Audits'), 'silent-no-name'],
  ['two documents', agent('...', 'name: auditor', 'description: Audits'), 'silent-no-name'],
  ['a name emptied later', agent('name: auditor', 'name:', 'description: Audits'), 'silent-no-name'],
  ['a number as a name', agent('name: 017', 'description: Audits'), 'name-not-string'],
  ['a hexadecimal name', agent('name: 0x1F', 'description: Audits'), 'name-not-string'],
  ['an exponent as a name', agent('name: 1e3', 'description: Audits'), 'name-not-string'],
  ['a list as a name', agent('name: [auditor]', 'description: Audits'), 'name-not-string'],
  ['a dash before the name', agent('name: -auditor', 'description: Audits'), 'name-invalid'],
  ['a colon in the name', agent('name: team:auditor', 'description: Audits'), 'name-invalid'],
  ['a full-width colon', agent('name: team\uFF1Aauditor', 'description: Audits'), 'name-invalid'],
  ['a colon that decomposes', agent('name: team\u2A74auditor', 'description: Audits'), 'name-invalid'],
  ['257 characters', agent(`name: ${'n'.repeat(257)}`, 'description: Audits'), 'name-invalid'],
  ['no description', named(), 'description'],
  ['a number as description', named('description: 12'), 'description'],
  ['a comment for a description', named('description: #ledgers'), 'description'],
  ['a map for a description', named('description:', '  so: it is'), 'description'],
  ['a later empty description', described('description:'), 'description'],
  ['a colon over two lines', named('description: Audits', '  so: ledgers'), 'yaml'],
  ['a rescued line with more below', named('description: Audits so: all', '  and more'), 'yaml'],
  ['CRLF on the line with the colon', windows(named('description: Audits so: all')), 'yaml'],
  ['a colon at the end of the line', named('description: Audits these:'), 'yaml'],
  ['a colon before a tab', named('description: Audits so:\tall'), 'yaml'],
  ['text behind a closing quote', named('description: "Audits" all'), 'yaml'],
  ['an apostrophe first', named("description: 'twas audited"), 'yaml'],
  ['an escape that is none', named('description: "a\\d"'), 'yaml'],
  ['half a character', named('description: "\\ud83d"'), 'yaml'],
  ['dashes in quotes', named('description: "Audits --- all"'), 'yaml'],
  ['a literal block beside a rescued field', named('description: |', '  Audits.', 'tools: *'), 'yaml'],
  ['a bad key beside a rescued one', described('x.y: a: b'), 'yaml'],
  ['a stray word', described('ledgers'), 'yaml'],
  ['an unknown alias', windows(described('tools: *all')), 'yaml'],
  ['NUL', described('x: a\0b'), 'yaml'],
  ['hooks as a list', described('hooks:', '  - Stop: []'), 'hooks'],
  ['hooks as a word', described('hooks: none'), 'hooks'],
  ['empty hooks quoted by the retry', named('description: Audits so: all', 'hooks: {}'), 'hooks'],
  ['a guard that is no list', described('hooks: {PreToolUse: x}'), 'hooks'],
  ['a guard without handlers', described('hooks: {PreToolUse: [{matcher: Bash}]}'), 'hooks'],
  ['a guard without a command', described('hooks: {PreToolUse: [{hooks: [{type: command}]}]}'), 'hooks'],
  ['a guard outside hooks', described('PreToolUse:', '  - matcher: Bash'), 'hooks'],
];

test('skipped files', () => {
  for (const [title, text, reason] of skipped) {
    const { verdict } = parseAgentFile(text);
    assert.deepEqual(verdict, { loads: false, reason, name: null, description: null }, title);
  }
});

/** A plugin's agent loads whatever its frontmatter says; read in the program, not seen on it. */
const inPlugins: readonly (readonly [
  title: string,
  text: string,
  name: string,
  description: string | null,
])[] = [
  ['all there', described(), 'auditor', 'Audits ledgers'],
  ['no name', agent('description: Audits'), 'stem', 'Audits'],
  ['an empty name', agent('name: ""', 'description: Audits'), 'stem', 'Audits'],
  ['a number as a name', agent('name: 7', 'description: Audits'), '7', 'Audits'],
  ['a colon in the name', agent('name: a:b', 'description: Audits'), 'a:b', 'Audits'],
  ['257 characters', agent(`name: ${'n'.repeat(257)}`, 'description: Audits'), 'stem', 'Audits'],
  ['no description', named(), 'auditor', null],
  ['a number as description', named('description: 12'), 'auditor', '12'],
  ['white space around it', named('description: " Audits "'), 'auditor', 'Audits'],
  ['when_to_use', named('when_to_use: Audits'), 'auditor', 'Audits'],
  ['a list as description', named('description: [a]', 'when-to-use: Audits'), 'auditor', 'Audits'],
  ['bad YAML', named('description: Audits', '  so: all'), 'stem', null],
  ['hooks as a list', described('hooks: []'), 'auditor', 'Audits ledgers'],
  [
    'a guard without a command',
    described('hooks: {PreToolUse: [{hooks: [{type: command}]}]}'),
    'auditor',
    'Audits ledgers',
  ],
  ['no frontmatter', '# Ledgers\n', 'stem', null],
  ['no closing fence', '---\nname: auditor\n', 'stem', null],
];

test('agents of plugins', () => {
  for (const [title, text, name, description] of inPlugins) {
    const { verdict, meansToBeAgent } = parseAgentFile(text, undefined, 'stem');
    assert.deepEqual(verdict, { loads: true, reason: 'loaded', name, description }, title);
    assert.ok(meansToBeAgent, title);
  }
  const large = parseAgentFile(described('x: y').padEnd(1_048_577, 'x'), undefined, 'stem');
  assert.equal(large.verdict.reason, 'too-large');
});

const loaded: readonly (readonly [title: string, text: string, description: string])[] = [
  ['plain', described(), 'Audits ledgers'],
  ['CRLF', windows(described()), 'Audits ledgers'],
  ['a byte order mark', `\uFEFF${described()}`, 'Audits ledgers'],
  ['white space after the fence', described().replace('---\n', '---\u00A0\f \n'), 'Audits ledgers'],
  ['ten dashes at the end', described().replace(`---\n${body}`, '----------\n'), 'Audits ledgers'],
  ['a rule in a comment', described('# ---- limits'), 'Audits ledgers'],
  ['a colon on one line', named('description: Audits so: all'), 'Audits so: all'],
  ['a star first', named('description: *All* ledgers'), '*All* ledgers'],
  ['an at sign first', named('description: @audit helps'), '@audit helps'],
  ['a comma first', named('description: , then audits'), ', then audits'],
  ['an open quote with a colon', named('description: "Audits: all'), '"Audits: all'],
  ['an escaped line break', named('description: Audits\\nall'), 'Audits\nall'],
  ['yes', named('description: yes'), 'yes'],
  ['an underscored number', named('description: 1_000'), '1_000'],
  ['a date', named('description: 2026-11-20'), '2026-11-20'],
  ['only white space', named('description: "  "'), '  '],
  ['a cut-off value', named('description: Audits # all'), 'Audits'],
  ['a folded quote', named('description: "Audits', '  all"'), 'Audits all'],
  ['a folded quote with CRLF', windows(named('description: "Audits', '  all"')), 'Audits\nall'],
  ['an escaped line end with CRLF', windows(named('description: "Audits \\', '  all"')), 'Audits \nall'],
  ['a literal block with CRLF', windows(named('description: |-', '  Audits', '  all')), 'Audits\nall'],
  ['lone CR between fields', agent('name: auditor\rdescription: Audits'), 'Audits'],
  ['tabs below a field', named('description: Audits', 'tools:', '\t- Read'), 'Audits'],
  ['a list that closes at the margin', described('tools: [', '  Read,', ']'), 'Audits ledgers'],
  ['a node within itself', windows(described('x: &x [*x]')), 'Audits ledgers'],
  [
    'a list of patterns beside a rescued field',
    named('description: Audits so: all', 'tools: ["Bash(git:*)"]'),
    'Audits so: all',
  ],
  ['a merged map', agent('base: &b {name: auditor, description: Audits}', '<<: *b'), 'Audits'],
  ['an alias', agent('x: &d Audits', 'name: auditor', 'description: *d'), 'Audits'],
  ['a flow map', agent('{name: auditor, description: Audits}'), 'Audits'],
  ['a tag', named('description: !!str 12'), '12'],
  ['surrogates escaped as a pair', named('description: "\\ud83d\\ude00"'), '😀'],
  ['an empty guard', described('hooks: {PreToolUse: []}'), 'Audits ledgers'],
  ['a misspelt guard', described('hooks: {preToolUse: x}'), 'Audits ledgers'],
  ['an empty guard outside hooks', described('PermissionRequest: []'), 'Audits ledgers'],
  ['hooks on other events', described('hooks: {Stop: x}'), 'Audits ledgers'],
];

test('files that load, with their description', () => {
  for (const [title, text, description] of loaded) {
    const { verdict } = parseAgentFile(text);
    assert.deepEqual(
      { reason: verdict.reason, description: verdict.description },
      { reason: 'loaded', description },
      title,
    );
  }
});

test('the limit on the size is exact, in bytes of UTF-8', () => {
  const filled = (size: number, unit: string): string => {
    const head = described();
    return head + unit.repeat(Math.floor((size - head.length) / Buffer.byteLength(unit)));
  };
  for (const unit of ['x', 'é', '–', '😀']) {
    const most = filled(1_048_576, unit);
    assert.equal(parseAgentFile(most).verdict.reason, 'loaded', unit);
    assert.equal(parseAgentFile(most + 'xxxx').verdict.reason, 'too-large', unit);
  }
});

test('a file that is no agent means to be none', () => {
  for (const text of [
    '# Notes\n',
    '---\ntitle: Notes\n---\n',
    '----\n\nNotes\n',
    '\n\n',
    '---\n---\nNotes\n',
    '',
  ]) {
    assert.equal(parseAgentFile(text).meansToBeAgent, false, JSON.stringify(text));
  }
});

test('a file that says it is an agent means to be one', () => {
  const texts = [
    `\n${described()}`,
    ` ${described()}`,
    `-${described()}`,
    described().replaceAll('---', '+++'),
    'name: auditor\n',
    '# Auditor\n\ndescription: Audits\n',
    agent('tools: Read'),
    agent('model: opus'),
    agent('description: Audits'),
    agent('model: opus', 'x: a: b', ' c: d'),
    '---\nname: auditor\n',
  ];
  for (const text of texts) assert.equal(parseAgentFile(text).meansToBeAgent, true, JSON.stringify(text));
});

test('the prompt begins behind the fence and the white space after it', () => {
  const at = (text: string): string => text.slice(parseAgentFile(text).bodyStart);
  assert.equal(at(described()), body);
  assert.equal(at(described().replace(`---\n${body}`, `---${body}`)), body);
  assert.equal(at(described('x: a --- b')), `b\n---\n${body}`);
  assert.equal(at('# Notes\n'), '# Notes\n');
});

test('an edit in the prompt keeps the frontmatter, one in the frontmatter does not', () => {
  const file = parseAgentFile(described());
  assert.equal(parseAgentFile(`${described()}More.`, file).frontmatter, file.frontmatter);
  assert.notEqual(parseAgentFile(described('model: opus'), file).frontmatter, file.frontmatter);
  const longer = described().replace(`---\n${body}`, `-----\n${body}`);
  assert.notEqual(parseAgentFile(longer, file).frontmatter, file.frontmatter);
});

test('spans point into the original text, also after the retry', () => {
  const text = named(
    'description: Audits "so": all',
    'tools:',
    '\t- Read',
    '\t- Edit',
    'model: opus # strong',
  );
  const { fields, retried } = parseAgentFile(text).frontmatter;
  assert.equal(retried, true);
  const written = fields.map(({ key, keySpan, valueSpan, value }) => [
    key,
    text.slice(keySpan.start, keySpan.end),
    text.slice(valueSpan.start, valueSpan.end).trimEnd(),
    value,
  ]);
  assert.deepEqual(written, [
    ['name', 'name', 'auditor', 'auditor'],
    ['description', 'description', 'Audits "so": all', 'Audits "so": all'],
    ['tools', 'tools', '- Read\n\t- Edit', ['Read', 'Edit']],
    ['model', 'model', 'opus # strong', 'opus # strong'],
  ]);
});

test('the retry leaves a plain list alone, and takes a comment into the text', () => {
  const valueOf = (line: string): unknown =>
    parseAgentFile(named('description: Audits so: all', line)).frontmatter.byKey.get('tools')?.value;
  assert.deepEqual(valueOf('tools: [Read, Edit]'), ['Read', 'Edit']);
  assert.equal(valueOf('tools: [Read, Edit] # both'), '[Read, Edit] # both');
  assert.equal(valueOf('tools: *'), '*');
  assert.equal(valueOf('tools: [*]'), '[*]');
});

test('plain files are read as gray-matter reads them', () => {
  const options = {
    engines: { javascript: () => ({}), js: () => ({}), json: () => ({}) },
    language: 'yaml',
  };
  const texts = [
    described(),
    described('tools: Read, Edit', 'model: opus'),
    described('tools:', '  - Read', '  - Edit', 'hooks:', '  Stop: []'),
    named('description: >-', '  Audits', '  all', 'maxTurns: 5'),
    windows(described('color: red')),
  ];
  for (const text of texts) {
    const { data, content } = matter(text, options);
    const file = parseAgentFile(text);
    assert.deepEqual(file.frontmatter.root?.value, data, text);
    assert.equal(text.slice(file.bodyStart).trim(), content.trim());
  }
});

test('frontmatter in another language is not run', () => {
  const text = `---js\n{ name: (() => { throw new Error('ran') })() }\n---\n${body}`;
  assert.equal(parseAgentFile(text).verdict.reason, 'silent-no-frontmatter');
});

test('no text makes it throw, and spans stay within the text', () => {
  const pieces =
    `--- |name: a|description: b|x: &a [*a]|tools: [|]|\t- x|"|'|>|? a|: b|- - x|{a: b|!x|%YAML 1.2`.split(
      '|',
    );
  const line = fc.constantFrom(
    ...pieces,
    '|',
    '...',
    '# c',
    '\r',
    '\0',
    '\uD800',
    '\uFEFF',
    '<<: *a',
    '`',
    '@',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(line, fc.string()), { maxLength: 12 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      (lines, end) => {
        const text = `---${end}${lines.join(end)}`;
        const { frontmatter, bodyStart } = parseAgentFile(text);
        assert.ok(bodyStart <= text.length);
        const spans = frontmatter.fields.flatMap(({ keySpan, valueSpan }) => [keySpan, valueSpan]);
        if (frontmatter.error !== undefined) spans.push(frontmatter.error.span);
        for (const { start, end: to } of spans) assert.ok(start >= 0 && start <= to && to <= text.length);
      },
    ),
    { numRuns: 1000 },
  );
});

test('every prefix of every case is read', () => {
  for (const [, text] of [...skipped, ...loaded]) {
    for (let end = 0; end <= text.length; end++) parseAgentFile(text.slice(0, end));
  }
});

test('hostile frontmatter ends soon', { timeout: 20_000 }, () => {
  const many = 20_000;
  const hostile = [
    `x: ${'['.repeat(many)}`,
    `x:\n ${'- '.repeat(many)}`,
    `x: "${'\\'.repeat(many)}\r\n${' '.repeat(many)}`,
    Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)
      .join('\n')
      .replace('*a0, *a0', 'x'),
    `b: &b {${Array.from({ length: 2000 }, (_, i) => `k${i}: 1`).join(', ')}}\n` +
      Array.from({ length: 2000 }, (_, i) => `m${i}:\n  <<: *b`).join('\n'),
  ];
  for (const text of hostile) parseAgentFile(described(text));
});
