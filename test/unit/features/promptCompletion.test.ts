/** References and vocabulary proposed in an agent's prompt: what the text becomes when an item is chosen. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver-types';
import { agentUri, ask, chosen } from './helpOf.ts';

const head = '---\nname: a\ndescription: b\n---\n';
const project = { 'CLAUDE.md': '# P\n\n## 3. Technologies\n\n- **Database:** PostgreSQL\n' };

/** `|` is the cursor. */
async function offered(marked: string): Promise<readonly CompletionItem[]> {
  const { service, at } = await ask(`${head}${marked}`, project);
  return service.completion(agentUri, at, 'invoked') ?? [];
}

async function after(marked: string, label: string): Promise<string> {
  const item = (await offered(marked)).find((one) => one.label === label);
  assert.ok(item !== undefined, `no "${label}" at ${marked}`);
  return chosen(`${head}${marked}`, item).slice(head.length);
}

const based = 'Based on the **"Database"** section in `CLAUDE.md`:\n\n';
const fenced = (lines: string): string => `${based}\`\`\`yaml\n${lines}\n\`\`\`\n`;

describe('what is chosen in a prompt', () => {
  for (const [marked, label, becomes] of [
    [
      'Based on the **"Data| section in `CLAUDE.md`, do this and that.\nNext',
      'Database',
      'Based on the **"Database section in `CLAUDE.md`, do this and that.\nNext',
    ],
    ['See **"Fro|nt in all.', 'Database', 'See **"Database in all.'],
    ['See **"| section', 'Database', 'See **"Database section'],
    [
      'See **"Dat| and the **"Frontend"** section',
      'Database',
      'See **"Database and the **"Frontend"** section',
    ],
    ['See **"Dat| or the "other"', 'Database', 'See **"Database or the "other"'],
    ['See **"Fro|ntend parts"** section', 'Database', 'See **"Database"** section'],
    ['See **"|"** section', 'Database', 'See **"Database"** section'],
    ['See **“Fro|ntend”** section', 'Database', 'See **“Database”** section'],
    ['- See **"Dat|**', 'Database', '- See **"Database**'],
    ['A `code` and **"Dat| `more`', 'Database', 'A `code` and **"Database `more`'],
    [`${based}- **My|SQL**: x`, 'Redis', `${based}- **Redis**: x`],
    [`${based}- **My|SQL:** x`, 'Redis', `${based}- **Redis:** x`],
    [`${based}- **My|SQL** – x`, 'Redis', `${based}- **Redis** – x`],
    [`${based}- **Re|**: x`, 'Redis', `${based}- **Redis**: x`],
    [`${based}- **Re|**`, 'Redis', `${based}- **Redis**: `],
    [`${based}- **Re|** keeps it`, 'Redis', `${based}- **Redis**: keeps it`],
    [`${based}- **Re|`, 'Redis', `${based}- **Redis**: `],
    [`${based}- **Re| keeps it`, 'Redis', `${based}- **Redis**: keeps it`],
    [`${based}- **|MySQL**: x`, 'Redis', `${based}- **Redis**: x`],
    [fenced('MySQL:\n  note: x\n  My|SQL: x'), 'Redis', fenced('MySQL:\n  note: x\n  Redis: x')],
    [fenced('know:\n  MySQL: x\n  Re|'), 'Redis', fenced('know:\n  MySQL: x\n  Redis:')],
  ] as const) {
    it(`${JSON.stringify(marked.replace(based, ''))}: ${label}`, async () => {
      assert.equal(await after(marked, label), becomes);
    });
  }

  for (const marked of [
    '```\n**"Dat|\n```',
    '- a\n\n  ```\n  **"Dat|\n  ```',
    'In `**"Dat|` it',
    'In `**"Dat|abase"**` it',
    '<!-- **"Dat| -->',
    'x <!-- **"Dat| --> y',
    'x <!-- **"Dat|',
    `${based}\`\`\`\n- **My|\n\`\`\``,
    `${based}<!--\n- **My|\n-->`,
  ]) {
    it(`${JSON.stringify(marked.replace(based, ''))}: nothing`, async () => {
      assert.deepEqual(await offered(marked), []);
    });
  }
});
