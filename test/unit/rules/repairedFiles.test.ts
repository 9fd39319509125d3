/** Whole files: where the frontmatter begins and ends, and what repairs make of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../server/src/text/textEdit.ts';
import { checked } from '../../support/repairs.ts';

interface Case {
  readonly text: string;
  /** The rules that find something, in the order of their places. */
  readonly rules: string;
  /** After the first repair of the skipped file, else of the first finding that has one. */
  readonly first?: string;
  /** After "fix all"; `first` where that is the same. */
  readonly all?: string;
}

const cases: readonly Case[] = [
  // The rest of a description, at the margin: where each line of it has a colon, nothing fails.
  {
    text: '---\nname: r\ndescription: Reviews. Examples\nContext: user asks\nuser: "hi"\nassistant: "x"\nmodel: opus\n---\nB\n',
    rules: 'unknown-key',
    first:
      '---\nname: r\ndescription: |-\n  Reviews. Examples\n  Context: user asks\n  user: "hi"\n  assistant: "x"\nmodel: opus\n---\nB\n',
  },
  {
    text: '---\r\nname: r\r\ndescription: Reviews\r\nNote: more words\r\n---\r\nB\r\n',
    rules: 'unknown-key',
    first: '---\r\nname: r\r\ndescription: |-\r\n  Reviews\r\n  Note: more words\r\n---\r\nB\r\n',
  },
  {
    text: '---\nname: r\ndescription: Reviews. Examples: <example>Context: a\nuser: "hi"\nassistant: "x"\nuser: "so"\n---\nB\n',
    rules: 'second-reading unknown-key',
    first:
      '---\nname: r\ndescription: |-\n  Reviews. Examples: <example>Context: a\n  user: "hi"\n  assistant: "x"\n  user: "so"\n---\nB\n',
  },
  {
    text: '---\nname: r\ndescription: Reviews\n\nContext: a: b\n\nuser: "hi" and: more # now\n\ncolor: red\n---\nB\n',
    rules: 'unknown-key second-reading second-reading',
    first:
      '---\nname: r\ndescription: |-\n  Reviews\n\n  Context: a: b\n\n  user: "hi" and: more # now\n\ncolor: red\n---\nB\n',
  },
  {
    text: '---\nname: r\ndescription: Reviews\nWhen to use: whenever the branch is done\nInput: what has changed on the branch\n---\nB\n',
    rules: 'unknown-key',
    first:
      '---\nname: r\ndescription: |-\n  Reviews\n  When to use: whenever the branch is done\n  Input: what has changed on the branch\n---\nB\n',
  },
  {
    text: '---\nname: r\ndescription: Reviews\nVersion: 2\nAuthor: Jane Doe\nTeam: Platform and Tools, all of it\n---\nB\n',
    rules: 'unknown-key unknown-key unknown-key',
    first:
      '---\nname: r\ndescription: Reviews\nAuthor: Jane Doe\nTeam: Platform and Tools, all of it\n---\nB\n',
  },
  {
    text: '---\nname: r\ndescription: Reviews\ncontext: fork\nexamples: x\nnote: for the team alone, not for others\n---\nB\n',
    rules: 'unknown-key unknown-key unknown-key',
    first:
      '---\nname: r\ndescription: Reviews\nexamples: x\nnote: for the team alone, not for others\n---\nB\n',
  },
  {
    text: '---\nname: r\ndescription: Reviews\nnote: for the team alone, not for others\n---\nB\n',
    rules: 'unknown-key',
    first: '---\nname: r\ndescription: Reviews\n---\nB\n',
  },
  {
    text: '---\nname: r\ndescription: Reviews\nRole: to be the one that reviews\nVersion: 2\nUser: any of them\n---\nB\n',
    rules: 'unknown-key unknown-key unknown-key',
    first: '---\nname: r\ndescription: Reviews\nVersion: 2\nUser: any of them\n---\nB\n',
  },
  {
    text: '---\nname: r\ndescription: "Reviews"\nNote: more words\n---\nB\n',
    rules: 'unknown-key',
    first: '---\nname: r\ndescription: "Reviews"\n---\nB\n',
  },
  {
    text: '---\nname:r\ndescription:Reviews\ntools:Read\n---\nB\n',
    rules: 'skipped',
    first: '---\nname: r\ndescription: Reviews\ntools: Read\n---\nB\n',
    all: 'first',
  },
  {
    text: '---\r\nname: r\r\ndescription: Reviews\r\ntools: [*]\r\n---\r\nB\r\n',
    rules: 'skipped',
    first: '---\r\nname: r\r\ndescription: Reviews\r\ntools: "*"\r\n---\r\nB\r\n',
    all: 'first',
  },
  {
    text: '---\r\nname: r\r\ndescription: Reviews\r\ntools: [Read, *]\r\n---\r\nB\r\n',
    rules: 'skipped',
    first: '---\r\nname: r\r\ndescription: Reviews\r\ntools: [Read, "*"]\r\n---\r\nB\r\n',
    all: 'first',
  },
  {
    text: '---\nname: r\ndescription: Reviews code. Context: many\n  and more: lines\ntools: Read --- all\n---\nB\n',
    rules: 'skipped',
    first:
      '---\nname: r\ndescription: |-\n  Reviews code. Context: many\n  and more: lines\ntools: "Read \\x2D-- all"\n---\nB\n',
    all: 'first',
  },
  {
    text: '---\nname: r\ndescription: Reviews\nfoo: x\n<!-- note -->\n---\nB\n',
    rules: 'skipped',
    first: '---\nname: r\ndescription: Reviews\nfoo: x\n# note\n---\nB\n',
    all: 'first',
  },
  {
    text: '---\nagent:\n  name: a\n  description: |\n    Reviews.\n\n    Twice.\n  tools:\n    - Read\n---\nB\n',
    rules: 'skipped',
    first: '---\nname: a\ndescription: |\n  Reviews.\n\n  Twice.\ntools:\n  - Read\n---\nB\n',
  },
  {
    text: '---\nname a\ndescription: Reviews code\n---\nB\n',
    rules: 'skipped',
    first: '---\nname: a\ndescription: Reviews code\n---\nB\n',
  },
  {
    text: '---\nname: a\ncolor green\ndescription: Reviews code\n---\nB\n',
    rules: 'skipped',
    first: '---\nname: a\ncolor: green\ndescription: Reviews code\n---\nB\n',
  },
  {
    text: '---\nname: a\ndescription: Reviews code\ntools:\n  - Read\n  - Grep\n    model: opus\n---\nB\n',
    rules: 'skipped',
    first: '---\nname: a\ndescription: Reviews code\ntools:\n  - Read\n  - Grep\nmodel: opus\n---\nB\n',
    all: 'first',
  },
  {
    text: '---\nname: a\ndescription: Reviews code\ncolor: blue\n emoji: x\n---\nB\n',
    rules: 'skipped',
    first: '---\nname: a\ndescription: Reviews code\ncolor: blue\nemoji: x\n---\nB\n',
    all: 'first',
  },
  {
    text: '---\nname: a\n    description: Reviews code\n    tools: Read\nmodel: opus\n---\nB\n',
    rules: 'skipped',
    first: '---\nname: a\ndescription: Reviews code\ntools: Read\nmodel: opus\n---\nB\n',
    all: 'first',
  },
  {
    text: '---\r\nname: a\r\n\tdescription: Reviews code\r\n---\r\nB\r\n',
    rules: 'skipped',
    first: '---\r\nname: a\r\ndescription: Reviews code\r\n---\r\nB\r\n',
    all: 'first',
  },
  {
    text: '---\nname: a\nname: a\ndescription: Use it for:\n---\nB\n',
    rules: 'skipped',
    first: '---\nname: a\nname: a\ndescription: "Use it for:"\n---\nB\n',
    all: '---\nname: a\ndescription: "Use it for:"\n---\nB\n',
  },
  {
    text: '---\nname: a\ndescription: |\n    Reviews code.\n  Also text.\nmodel: opus\n---\nB\n',
    rules: 'skipped',
    first: '---\nname: a\ndescription: |-\n  Reviews code.\n  Also text.\nmodel: opus\n---\nB\n',
    all: 'first',
  },
  {
    text: '---\r\nname: a\r\ndescription: >\r\n    Use it\r\n\r\n  user: hi\r\n---\r\nB\r\n',
    rules: 'skipped',
    first: '---\r\nname: a\r\ndescription: |-\r\n  Use it\r\n\r\n  user: hi\r\n---\r\nB\r\n',
    all: 'first',
  },
  {
    text: '---\nname: a\ndescription: d\n tools: Read\n ---\nB\n',
    rules: 'skipped',
    first: '---\nname: a\ndescription: d\ntools: Read\n ---\nB\n',
  },
  {
    text: '---\nname: a\ndescription: Reviews code\n\n# Role\n\nYou review.\n\n---\n\n## Steps\n',
    rules: 'skipped',
    first: '---\nname: a\ndescription: Reviews code\n---\n\n# Role\n\nYou review.\n\n---\n\n## Steps\n',
    all: 'first',
  },
  {
    text: '---\nname: a\ndescription: Reviews code\n\nYou review.\n\n---\n\nSteps\n',
    rules: 'skipped',
    first: '---\nname: a\ndescription: Reviews code\n---\n\nYou review.\n\n---\n\nSteps\n',
  },
  {
    text: '---\nname: a\ndescription: d\n# Role\nDo it.\n',
    rules: 'skipped',
    first: '---\nname: a\ndescription: d\n---\n# Role\nDo it.\n',
    all: 'first',
  },
  {
    text: 'name: a\ndescription: d\n# Role\nDo it.\n',
    rules: 'skipped',
    first: '---\nname: a\ndescription: d\n---\n# Role\nDo it.\n',
    all: 'first',
  },
  {
    text: '---\nname: a\ndescription: d\n# model: opus\ntools: Read\n# Role\n- do\n',
    rules: 'skipped',
    first: '---\nname: a\ndescription: d\n# model: opus\ntools: Read\n---\n# Role\n- do\n',
    all: 'first',
  },
  {
    text: '---\nname: a\n# ---- section ----\ndescription: d\n---\nB\n',
    rules: 'skipped',
    first: '---\nname: a\n# -- section --\ndescription: d\n---\nB\n',
    all: 'first',
  },
  {
    text: '---\n# -----\nname: a\ndescription: d\n---\nB\n',
    rules: 'skipped',
    first: '---\n# --\nname: a\ndescription: d\n---\nB\n',
    all: 'first',
  },
  {
    text: '---\nname: a\n---\ndescription: d\n---\nB\n',
    rules: 'skipped',
    first: '---\nname: a\ndescription: d\n---\nB\n',
    all: 'first',
  },
  {
    text: '---\nname: a\n---\ndescription: d\n\nB\n',
    rules: 'skipped',
    first: '---\nname: a\ndescription: d\n---\n\nB\n',
  },
  {
    text: '---name: a\ndescription: d\n---\nB\n',
    rules: 'skipped',
    first: '---\nname: a\ndescription: d\n---\nB\n',
    all: 'first',
  },
  {
    text: '--\nname: a\ndescription: d\n\nB\n',
    rules: 'skipped',
    first: '---\nname: a\ndescription: d\n---\n\nB\n',
  },
  {
    text: '```yaml\n---\nname: a\ndescription: d\n---\n```\nB\n',
    rules: 'skipped',
    first: '---\nname: a\ndescription: d\n---\nB\n',
  },
  {
    text: '# Agent\n\nname: a\ndescription: d\n\nB\n',
    rules: 'skipped',
    first: '---\nname: a\ndescription: d\n---\n# Agent\n\n\nB\n',
  },
  {
    text: '---\nName: a\nDescription: d\n---\nB\n',
    rules: 'skipped',
    first: '---\nname: a\ndescription: d\n---\nB\n',
    all: 'first',
  },
  {
    text: '---\nname: a\ndescription: one --- two\n  three\ntools: Read\n---\nB\n',
    rules: 'fence',
    first: '---\nname: a\ndescription: "one \\x2D-- two three"\ntools: Read\n---\nB\n',
    all: 'first',
  },
  {
    text: '---\nname: a\ndescription: "one\n  two --- three"\ntools: Read\n---\nB\n',
    rules: 'skipped',
    first: '---\nname: a\ndescription: "one\n  two \\x2D-- three"\ntools: Read\n---\nB\n',
    all: 'first',
  },
  {
    text: '---\nname: a\ndescription: |\n  d\n  ---\n  e\ntools: Read\n---\nB\n',
    rules: 'fence',
    first: '---\nname: a\ndescription: "d\\n\\x2D--\\ne\\n"\ntools: Read\n---\nB\n',
    all: 'first',
  },
  {
    text: '---\nname: a\ndescription: |\n  d\n  ------\n  e\ntools: Read\n---\nB\n',
    rules: 'fence',
    first: '---\nname: a\ndescription: "d\\n\\x2D\\x2D\\x2D\\x2D--\\ne\\n"\ntools: Read\n---\nB\n',
    all: 'first',
  },
  {
    text: '---\nname: a\ndescription: |\n  | a |\n  |---|\ntools: Read\n---\nB\n',
    rules: 'fence',
    first: '---\nname: a\ndescription: "| a |\\n|\\x2D--|\\n"\ntools: Read\n---\nB\n',
    all: 'first',
  },
  {
    text: '---\nname: a\ndescription: d ---\nB\n',
    rules: 'fence',
    first: '---\nname: a\ndescription: d\n---\nB\n',
    all: 'first',
  },
  {
    text: '---\nname: a\ndescription: d\n# ---- tools ----\ntools: Read\n---\nB\n',
    rules: 'fence',
    first: '---\nname: a\ndescription: d\n# -- tools --\ntools: Read\n---\nB\n',
    all: 'first',
  },
  {
    text: '---\nname: a\ndescription: a: x --- b\n---\nB\n',
    rules: 'fence',
    first: '---\nname: a\ndescription: "a: x \\x2D-- b"\n---\nB\n',
    all: 'first',
  },
  {
    text: '---\nname: a\ndescription: d --- x\n# Role\n---\nB\n',
    rules: 'fence',
    first: '---\nname: a\ndescription: d\n--- x\n# Role\n---\nB\n',
  },
  {
    text: '---\nname: a\ndescription: {beta Reviews\nmodel: haiku\n---\nB\n',
    rules: 'second-reading',
    first: '---\nname: a\ndescription: "{beta Reviews"\nmodel: haiku\n---\nB\n',
    all: 'first',
  },
  {
    text: '---\nname: a\ndescription: d # e\nx: a: b\n---\nB\n',
    rules: 'unknown-key second-reading',
    first: '---\nname: a\ndescription: "d # e"\nx: "a: b"\n---\nB\n',
    all: 'first',
  },
  {
    text: '---\nname: rev #2\ndescription: Use for issue # 12\n---\nB\n',
    rules: 'cut-value cut-value',
    first: '---\nname: "rev #2"\ndescription: Use for issue # 12\n---\nB\n',
    all: '---\nname: rev #2\ndescription: "Use for issue # 12"\n---\nB\n',
  },
  {
    text: '---\nname: a\ndescription: C # code\n---\nB\n',
    rules: 'cut-value',
    first: '---\nname: a\ndescription: "C # code"\n---\nB\n',
    all: 'first',
  },
  {
    text: '---\nname: a\ndescription: one\n  two #3\n---\nB\n',
    rules: 'cut-value',
    first: '---\nname: a\ndescription: "one two #3"\n---\nB\n',
    all: 'first',
  },
  { text: '---\nname: a\ndescription: one # the short form\n---\nB\n', rules: '' },
  {
    text: '---\r\nname: a\r\ndescription: d\r\nmcpServers:\r\n  - t:\r\n      url: https://x.example\r\n---\r\nB\r\n',
    rules: 'mcp-server',
    first:
      '---\r\nname: a\r\ndescription: d\r\nmcpServers:\r\n  - t:\r\n      type: http\r\n      url: https://x.example\r\n---\r\nB\r\n',
  },
];

const fileOf = (text: string): string => text;

for (const { text, rules, first, all } of cases) {
  test(JSON.stringify(text), async () => {
    const { findings, fixedAll } = await checked(fileOf(text));
    assert.equal(findings.map(({ rule }) => rule.replace('agent/', '')).join(' '), rules);
    const repairable = findings.filter(({ fixes }) => (fixes?.() ?? []).length > 0);
    const finding = repairable.find(({ rule }) => rule === 'agent/skipped') ?? repairable[0];
    const fix = finding?.fixes?.()[0];
    const fileWith = (expected: string | undefined): string | undefined =>
      expected === undefined ? undefined : fileOf(expected);
    assert.equal(fix === undefined ? undefined : applyEdits(fileOf(text), fix.edits), fileWith(first));
    assert.equal(fixedAll, fileWith(all === 'first' ? first : all));
  });
}
