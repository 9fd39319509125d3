/** What the lines under an agent's keys name: which of it comes first, and what it means that the agent knows. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adaptAgent } from '../../../server/src/adapt/adaptAgent.ts';
import type { AdaptedProfile } from '../../../server/src/adapt/profileTypes.ts';
import { agentOf, checkProfile, factsOf, linesOf } from '../../support/profiles.ts';

function adapted(prompt: string, backend: string): AdaptedProfile {
  const agent = agentOf(`---\nname: a\ndescription: b\n---\n${prompt}`);
  const facts = factsOf(`## Technologies\n\n- **Backend:** ${backend}\n`);
  const profile = adaptAgent(agent, facts);
  checkProfile(agent, facts, profile, prompt);
  return profile;
}

const lead = 'Based on the **"Backend"** section in `CLAUDE.md`:\n\n';

/** The list of an entry, what is declared beside Node.js, and the list afterwards; without one it stays. */
const orders: readonly (readonly [list: string, declared: string, after?: string])[] = [
  ['Koa, Express, NestJS', 'NestJS', 'NestJS, Koa, Express'],
  ['Koa, Redis caching , Express', 'Redis', 'Redis caching, Koa , Express'],
  ['Koa (small), NestJS (large, modular)', 'NestJS', 'NestJS (large, modular), Koa (small)'],
  ['**Koa**, **NestJS**', 'NestJS', '**NestJS**, **Koa**'],
  ['`koa`, `nestjs`', 'NestJS', '`nestjs`, `koa`'],
  ['Node.js Koa, TypeScript', 'TypeScript', 'TypeScript, Node.js Koa'],
  ['Koa, no NestJS', 'NestJS'],
  ['Koa, instead of NestJS', 'NestJS'],
  ['Koa, never NestJS', 'NestJS'],
  ['Koa, with NestJS on top', 'NestJS'],
  ['Koa, Express and NestJS', 'NestJS'],
  ['Supports Koa, Express, NestJS', 'NestJS'],
  ['Koa, and NestJS', 'NestJS'],
  ['Koa, then NestJS', 'NestJS'],
  ['web frameworks such as Koa, Express, NestJS', 'NestJS'],
  ['frameworks like Koa, NestJS', 'NestJS'],
  ['frameworks including Koa, NestJS', 'NestJS'],
  ['**Koa, Fastify**, NestJS', 'NestJS'],
  ['"Koa, Fastify", NestJS', 'NestJS'],
  ['“Koa, Fastify”, NestJS', 'NestJS'],
  ['Koa or Express rather than Hapi, NestJS', 'NestJS'],
  ['1) Koa, 2) NestJS', 'NestJS'],
  ['Koa → Express, NestJS', 'NestJS'],
  ['Koa. It is small, NestJS is not', 'NestJS'],
  ['XSS, SQL injection, CSRF', 'SQL'],
  ['threads, Java-like memory, NestJS', 'Java'],
];

for (const [list, declared, after] of orders) {
  void test(`the order of: ${list}`, () => {
    const profile = adapted(`${lead}- **Node.js**: ${list}\n- **Python**: x\n`, `Node.js, ${declared}`);
    assert.ok(linesOf(profile.text).includes(`- **Node.js**: ${after ?? list}`), profile.text);
  });
}

const fence = (...lines: string[]): string => `${lead}\`\`\`yaml\n${lines.join('\n')}\n\`\`\`\n`;

/** Prompts, what is declared, and what of it is unknown to the agent. */
const known: readonly (readonly [name: string, prompt: string, declared: string, gaps: string])[] = [
  ['one item', fence('Node.js:', '  frameworks: "NestJS"'), 'NestJS, Kafka', 'Kafka'],
  ['one item of a bullet', `${lead}- **Node.js**: NestJS\n`, 'NestJS, Kafka', 'Kafka'],
  ['a sequence', fence('Node.js:', '  frameworks:', '    - NestJS', '    - "Koa, Hapi"'), 'NestJS, Koa', ''],
  ['a sequence in brackets', fence('Node.js:', '  frameworks: [NestJS]'), 'NestJS', ''],
  ['a sequence of mappings', fence('Node.js:', '  - name: NestJS'), 'NestJS', ''],
  [
    'a block of text',
    fence('Node.js:', '  notes: |', '    We like NestJS,', '    # and Koa'),
    'NestJS, Koa',
    '',
  ],
  ['a value over two lines', fence('Node.js:', '  notes: "Express,', '    NestJS"'), 'NestJS', ''],
  [
    'keys below an entry',
    fence('Node.js:', '  nestjs: "modules"', '  sql_server: "x"'),
    'NestJS, SQL Server',
    '',
  ],
  ['bullets below an entry', `${lead}- **Node.js**:\n  - NestJS\n  - **Koa**: x\n`, 'NestJS, Koa', ''],
  ['bullets of text below', `${lead}- **Node.js**:\n  - services in NestJS, mostly\n`, 'NestJS', ''],
  ['spaces behind a bullet', `${lead}- **Node.js**: Koa, NestJS  \n- **Go**: x\n`, 'Node.js, NestJS', ''],
  ['a bullet over two lines', `${lead}- **Node.js**: Koa,\n  NestJS\n- **Go**: x\n`, 'Node.js, NestJS', ''],
  [
    'a paragraph in a bullet',
    `${lead}- **Node.js**: Koa\n\n  NestJS too.\n- **Go**: x\n`,
    'Node.js, NestJS',
    '',
  ],
  ['a key with a version', `${lead}- **Node.js 20+**: x\n- **Go 1.22**: y\n`, 'Node.js, NestJS', ''],
  [
    'bullets elsewhere',
    `${lead}- **Node.js**: x\n\n## More\n\n- Python bindings for Kafka\n`,
    'Node.js, Kafka',
    '',
  ],
  ['a comment', fence('Node.js:', '  # NestJS', '  a: b'), 'Kafka', 'Kafka'],
];

for (const [name, prompt, declared, gaps] of known) {
  void test(`what an agent knows: ${name}`, () => {
    const profile = adapted(prompt, declared);
    assert.equal(profile.gaps.map(({ value }) => value.text).join(' '), gaps);
  });
}

void test('spaces behind a list stay where they are', () => {
  const { text } = adapted(`${lead}- **Node.js**: Koa, NestJS  \n- **Go**: x\n`, 'NestJS');
  assert.ok(text.includes('- **Node.js**: NestJS, Koa  \n'));
});
