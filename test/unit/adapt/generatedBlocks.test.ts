/** Which lines of an agent are generated, and which are the author's although they look like it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generatedLines, marked } from '../../../server/src/adapt/generatedBlocks.ts';
import { adaptAgent } from '../../../server/src/adapt/adaptAgent.ts';
import { agentOf, checkProfile, factsOf } from '../../support/profiles.ts';

const head = '<!-- agent-tailor:head -->';
const headEnd = '<!-- /agent-tailor:head -->';
const project = '<!-- agent-tailor:project -->';
const projectEnd = '<!-- /agent-tailor:project -->';

/** Lines with the expected ones marked by a leading `>`. */
const texts: readonly (readonly [name: string, lines: readonly string[]])[] = [
  ['a block', ['a', `>${head}`, '>x', `>${headEnd}`, 'b']],
  ['two of a kind', [`>${head}`, `>${headEnd}`, 'a', `>${head}`, '>x', `>${headEnd}`]],
  ['an opening alone', ['a', project, 'b']],
  ['an end alone', ['a', projectEnd, 'b']],
  ['an opening that lost its end, above a block', [project, 'mine', `>${project}`, '>x', `>${projectEnd}`]],
  ['an end that lost its opening, below a block', [`>${head}`, `>${headEnd}`, 'mine', headEnd]],
  ['an opening of the other kind inside', [project, head, 'mine', projectEnd]],
  ['an end of the other kind inside', [project, headEnd, 'mine', projectEnd]],
  ['a block inside a block', [`>${project}`, `>${head}`, `>${headEnd}`, '>x', `>${projectEnd}`]],
  ['marks in words', [`a ${head}`, `${headEnd} b`, ` ${head}`, headEnd]],
  ['an example in a fence', ['```', head, 'x', headEnd, '```', `>${head}`, `>${headEnd}`]],
  ['a fence that never ends', ['```md', 'mine', `>${project}`, '>x', `>${projectEnd}`]],
  ['a fence of tildes with backticks in it', ['~~~', '```', head, headEnd, '~~~', `>${head}`, `>${headEnd}`]],
  ['a longer fence', ['````', '```', head, headEnd, '```', head, headEnd, '````']],
];

for (const [name, lines] of texts) {
  void test(name, () => {
    const text = lines.map((line) => line.replace(/^>/, ''));
    const expected = lines.flatMap((line, index) => (line.startsWith('>') ? [index] : []));
    const found = generatedLines(text.length, (line) => text[line]!);
    assert.deepEqual(
      [...found].sort((a, b) => a - b),
      expected,
    );
  });
}

void test('a block is what stands between its marks', () => {
  assert.deepEqual(marked('head', ['x']), [head, 'x', headEnd]);
});

const reading = 'Based on the **"Performance"** section in `CLAUDE.md`.\n';
const prompts: readonly (readonly [name: string, prompt: string])[] = [
  ['an opening that lost its end', `${reading}\n${project}\n\n## Own rules\n\n- Never drop a table.\n`],
  ['an opening of the head', `${reading}\n${head}\n\n- Never drop a table.\n`],
  ['an end alone', `${projectEnd}\n\n${reading}\n- Never drop a table.\n`],
  ['one inside the other', `${reading}\n${project}\n${head}\n- Never drop a table.\n${projectEnd}\n`],
  ['an example in a fence', `${reading}\n\`\`\`\n${project}\n- Never drop a table.\n${projectEnd}\n\`\`\`\n`],
  ['an open fence', `${reading}\n\`\`\`\n- Never drop a table.\n`],
];

for (const [name, prompt] of prompts) {
  void test(`nothing of the author's is lost: ${name}`, () => {
    const agent = agentOf(`---\nname: a\ndescription: b\n---\n${prompt}`);
    const facts = factsOf('## Non-functional Requirements\n\n- Performance: 10 ms\n');
    const profile = adaptAgent(agent, facts);
    checkProfile(agent, facts, profile, name);
    assert.ok(profile.text.includes('Never drop a table'));
  });
}
