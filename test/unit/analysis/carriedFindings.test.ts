/** While words are typed in CLAUDE.md its diagnostics may be those before, moved: never other ones than made anew. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { LanguageService } from '../../../server/src/languageService.ts';
import { LineIndex } from '../../../server/src/text/lineIndex.ts';
import { MemoryFileSystem } from '../../support/memoryFileSystem.ts';
import { adaptiveAgent, incompleteDocument } from '../../support/sampleTexts.ts';

const agentUri = 'file:///w/.claude/agents/a.md';
const uri = 'file:///w/CLAUDE.md';

async function serviceOn(text: string): Promise<LanguageService> {
  const files = new MemoryFileSystem({ [agentUri]: adaptiveAgent, [uri]: text });
  const service = new LanguageService({ files, onChanged: () => {}, schedule: () => {}, log: assert.fail });
  service.model.setFolders(['file:///w']);
  await service.model.settled();
  service.model.open(uri, text, 1, new LineIndex(text));
  await service.model.settled();
  return service;
}

const start = `${incompleteDocument}
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
];

it('the diagnostics of each version equal those made anew', async () => {
  let seed = 20261123;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return (seed >>> 8) % below;
  };
  const service = await serviceOn(start);
  let text = start;
  service.diagnostics(uri);
  for (let version = 2; version < 400; version++) {
    const from = random(text.length);
    const typed = words[random(words.length)]!;
    text = text.slice(0, from) + typed + text.slice(from);
    const change = { from, to: from, inserted: typed.length };
    service.model.edit(uri, text, version, new LineIndex(text), change);
    const diagnostics = service.diagnostics(uri);
    if (version % 4 !== 0) continue;
    const fresh = await serviceOn(text);
    assert.deepEqual(diagnostics, fresh.diagnostics(uri), JSON.stringify({ typed, text }));
    if (text.length < 4000) continue;
    text = start;
    service.model.edit(uri, text, version, new LineIndex(text));
    service.diagnostics(uri);
  }
});
