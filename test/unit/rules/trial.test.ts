/** A repair that does not do what it promises is not offered, or not as a safe one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAgentFile } from '../../../server/src/parse/agentFile.ts';
import { brokenPromise } from '../../../server/src/rules/agent/promises.ts';
import { safeRepairs } from '../../../server/src/rules/agent/safeRepairs.ts';
import { type Reading, type Trial, withTriedFixes } from '../../../server/src/rules/agent/trial.ts';
import type { Finding, Fix } from '../../../server/src/rules/rule.ts';
import { type TextEdit, applyEdits } from '../../../server/src/text/textEdit.ts';

const head = '---\nname: auditor\ndescription: Audits\n';
const file = (fields: string, prompt = 'Check.\n'): string => `${head}${fields}\n---\n${prompt}`;

/** The edit that writes `to` in the place of `from`. */
function change(text: string, from: string, to: string): TextEdit {
  const start = text.indexOf(from);
  assert.ok(start >= 0, from);
  return { span: { start, end: start + from.length }, newText: to };
}

const broken: readonly (readonly [text: string, from: string, to: string, promise: string | undefined])[] = [
  [file('model: opus'), 'opus', 'haiku', undefined],
  [file('model: opus'), 'opus', 'opus', 'changes nothing'],
  [file('model: opus'), 'name: auditor\n', '', 'keeps the file from loading'],
  [file('model: opus'), 'model: opus', 'name: auditor', 'writes a field twice'],
  [file('model: opus'), 'opus\n', 'opus\r\n', 'brings in other line ends'],
  [file('model: opus\ncolor: red'), 'opus', 'opus\ncolor: blue #', 'writes a field twice'],
  [file('color: red\nmodel: opus'), 'color: red', 'color: red\n  and', undefined],
  [file('model: opus\ncolor: red'), '\nmodel: opus', ' or so\nmodel: opus', undefined],
  [file('model: opus'), 'Check', '# Check', undefined],
  [file('model: opus'), 'opus\n---\n', 'opus\n---\n# Heading\n', 'moves the start of the prompt'],
  [file('model: opus'), 'model', '---\nmodel', 'moves the start of the prompt'],
  [file('model: opus\ncolor: red'), 'model', '#\ncolor: blue\nmodel', 'writes a field twice'],
  ['---\nname: auditor\ndescription: 12\n---\nB\n', '12', '"12"', undefined],
  ['---\nname: auditor\ndescription: 12\n---\nB\n', '12', 'Audits', 'gives another description'],
  ['---\nname: x:auditor\ndescription: d\n---\nB\n', 'x:auditor', 'x-auditor', undefined],
  ['---\nname: x:auditor\ndescription: d\n---\nB\n', 'x:auditor', 'other', 'gives another name'],
  // The second reading, which the list made necessary, had taken the rest of the line for text.
  ['---\nname: a\ntools: [*]\ndescription: Fixes #12\n---\nB\n', 'tools: [*]\n', '', 'changes “description”'],
  ['---\nmodel: @x\nname: r #2\nmodel: opus\ndescription: d\n---\nB\n', 'model: @x\n', '', 'changes “name”'],
  ['---\nname: a\ndescription: d\n# Role\nB\n', 'B', '---\nB', 'begins the prompt elsewhere'],
  ['---\nname: a\ndescription: d\n# Role\nB\n', '# Role', '---\n# Role', undefined],
];

for (const [text, from, to, promise] of broken) {
  test(JSON.stringify([text, from, to]), () => {
    const edits = [change(text, from, to)];
    const after = parseAgentFile(applyEdits(text, edits));
    assert.equal(brokenPromise(parseAgentFile(text), { edits }, after), promise);
  });
}

/** A trial of a rule that finds every `bad` and repairs it by what `fixes` says. */
function trialOf(text: string, fixes: (at: number) => readonly Fix[]): Trial {
  const read = (now: string): Reading => ({
    file: parseAgentFile(now),
    findings: [...now.matchAll(/bad|worse/g)].map(({ index, 0: word }): Finding => ({
      rule: 'agent/unknown-key',
      severity: 'warning',
      message: word,
      span: { start: index, end: index + word.length },
      fixes: () => (word === 'bad' ? fixes(index) : []),
    })),
  });
  const failed = (message: string): never => assert.fail(message);
  return { now: read(text), read, isReadAnew: () => true, failed };
}

const write = (at: number, newText: string, safe = true): Fix => ({
  title: newText,
  safe,
  edits: [{ span: { start: at, end: at + 3 }, newText }],
});

function offered(
  text: string,
  fixes: (at: number) => readonly Fix[],
): readonly (readonly [string, boolean])[] {
  const trial = trialOf(text, fixes);
  return withTriedFixes(trial.now.findings, trial).flatMap((finding) =>
    (finding.fixes?.() ?? []).map(({ title, safe }) => [title, safe] as const),
  );
}

test('what leaves the finding where it is, is not offered', () => {
  assert.deepEqual(
    offered(file('x: bad'), (at) => [write(at, 'good'), write(at, 'bad '), write(at, '"bad"')]),
    [['good', true]],
  );
});

test('what brings a warning with it is not safe', () => {
  assert.deepEqual(
    offered(file('x: bad'), (at) => [write(at, 'worse'), write(at, 'good')]),
    [
      ['worse', false],
      ['good', true],
    ],
  );
});

test('where the first repair fails, none of the others is safe', () => {
  assert.deepEqual(
    offered(file('x: bad'), (at) => [write(at, 'bad '), write(at, 'good')]),
    [['good', false]],
  );
});

test('fix all applies what is offered first, until nothing is left', () => {
  const all = (fields: string, fixes: (at: number) => readonly Fix[]): string => {
    const text = file(fields);
    const trial = trialOf(text, fixes);
    const edits = safeRepairs(trial, withTriedFixes(trial.now.findings, trial), ({ findings }) => findings);
    return applyEdits(text, edits)
      .slice(head.length)
      .replace(/\n---[^]*/, '');
  };
  assert.equal(
    all('x: bad\ny: bad', (at) => [write(at, 'good')]),
    'x: good\ny: good',
  );
  assert.equal(
    all('x: bad', (at) => [write(at, 'good', false), write(at, 'fine')]),
    'x: bad',
  );
  // Each good by itself, together one field too many.
  assert.equal(
    all('bad: 1\nbad: 2', (at) => [write(at, 'good')]),
    'good: 1\nbad: 2',
  );
});
