/** While words are typed a document's diagnostics may be those before, moved: never other ones than made anew. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { LanguageService } from '../../../server/src/languageService.ts';
import { LineIndex } from '../../../server/src/text/lineIndex.ts';
import { MemoryFileSystem } from '../../support/memoryFileSystem.ts';
import { adaptiveAgent, incompleteDocument } from '../../support/sampleTexts.ts';

const agentUri = 'file:///w/.claude/agents/a.md';
const documentUri = 'file:///w/CLAUDE.md';

async function serviceOn(uri: string, text: string, others: object): Promise<LanguageService> {
  const files = new MemoryFileSystem({ ...others, [uri]: text });
  const service = new LanguageService({ files, onChanged: () => {}, schedule: () => {}, log: assert.fail });
  service.model.setFolders(['file:///w']);
  await service.model.settled();
  service.model.open(uri, text, 1, new LineIndex(text));
  await service.model.settled();
  return service;
}

const document = `${incompleteDocument}
## How we work

Small steps, each with its test. Nothing is merged while a check fails.

- Read before you write
- Say why, not what

\`\`\`ts
const total = items.reduce((sum, item) => sum + item.price, 0);
\`\`\`

### Names

A name says what a thing is for.

**Deployment**

Docker and Kubernetes

## agent-tailor-ignor project/size

Words.
`;

/** What stands under such headings is an answer, with a label or without. */
const proseDocument = `# Shop

## Technologies

- Mongo
- Reac, Djang

## Database

MongoD

## Business domains

Payment

## Notes

Short.
`;

const agent = `---
name: storage-engineer
description: Designs how data is stored. Use when tables or caches change.
tools: Read, Grpe
colour: red
---

# Storage engineer

Adaptation to **"Goals"** from \`CLAUDE.md\`.

Read \`CLAUDE.md\` first, to adapt to:
- Databases
- Business domains

Based on the **"Database"** section in \`CLAUDE.md\`:

- **PostgreSQL**: partitioning, JSONB
- **Redis**: caching, streams

Keep 3â€“5 copies. Adaptation to **"Busines domain"** from \`CLAUDE.md\`:

- **Fintech**: audit trails

## How

MAÅ‚O bywa dobrze.

Small steps, each with its test.

| Store | Kept |
|---|---|
| orders | seven years |

## agent-tailor-ignor agent/unknown-key

Words.
`;

const words = [
  'a',
  'Stack',
  'Database',
  'word ',
  ' ',
  'x.',
  'Redis',
  ', none',
  '- ',
  '1',
  '\n',
  '@a.md ',
  '[fill in]',
  'TODO',
  ': ',
  '**"Goals"** section in CLAUDE.md',
  'read CLAUDE.md to adapt to:',
  'â€“',
];

for (const [name, uri, start, others] of [
  ['a project document', documentUri, document, { [agentUri]: adaptiveAgent }],
  ['a project document that answers in prose', documentUri, proseDocument, { [agentUri]: adaptiveAgent }],
  ['an agent', agentUri, agent, { [documentUri]: incompleteDocument }],
  ['an agent without a project document', agentUri, agent, {}],
] as const) {
  it(`the diagnostics of each version of ${name} equal those made anew`, async () => {
    let seed = 20261123;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return (seed >>> 8) % below;
    };
    const service = await serviceOn(uri, start, others);
    let text: string = start;
    let version = 1;
    const typeAt = async (from: number, typed: string): Promise<void> => {
      text = text.slice(0, from) + typed + text.slice(from);
      const change = { from, to: from, inserted: typed.length };
      service.model.edit(uri, text, ++version, new LineIndex(text), change);
      const fresh = await serviceOn(uri, text, others);
      const shown = JSON.stringify({ typed, text });
      assert.deepEqual(service.diagnostics(uri), fresh.diagnostics(uri), shown);
    };
    const startAgain = (): void => {
      text = start;
      service.model.edit(uri, text, ++version, new LineIndex(text));
      service.diagnostics(uri);
    };
    for (let at = 1; at <= start.length; at++) {
      if (!/[\w"]/.test(start.charAt(at - 1))) continue;
      startAgain();
      await typeAt(at, 'a');
    }
    startAgain();
    await typeAt(start.indexOf('-ignor ') + '-ignor'.length, 'e');
    for (let round = 0; round < 200; round++) {
      if (round % 8 === 0) startAgain();
      await typeAt(random(text.length), words[random(words.length)]!);
    }
  });
}
