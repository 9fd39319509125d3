import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LineIndex } from '../../../server/src/text/lineIndex.ts';
import { badTexts } from '../../support/badTexts.ts';
import { processorTime } from '../../support/timeLimits.ts';
import { agent, agentUri, ask, uriOf } from './helpOf.ts';

/** What a person waits for, at the very most. */
const longest = 1000;

describe('help with bad input', () => {
  for (const [what, text] of Object.entries(badTexts)) {
    it(what, async () => {
      const { service } = await ask('|', {
        '.claude/agents/other.md': agent('a', '', 'tools: Agent(a)\n'),
        '.claude/agents/bad.md': text,
        '.claude/skills/bad/SKILL.md': text,
        '.claude/commands/bad.md': text,
        '.mcp.json': text,
      });
      const { help, model } = service;
      model.open(agentUri, text, 2, new LineIndex(text));
      const lines = new LineIndex(text);
      for (const offset of [0, 4, 12, Math.floor(text.length / 2), text.length]) {
        const at = lines.positionAt(offset);
        const before = processorTime();
        for (const uri of [agentUri, uriOf('.claude/skills/bad/SKILL.md')]) {
          await help.completion(uri, at, { byKey: false, snippets: true });
          await help.hover(uri, at);
          await help.definition(uri, at);
          await help.references(uri, at, true);
          await help.renameTarget(uri, at);
          await help.rename(uri, at, 'renamed', true);
        }
        help.symbols('a');
        assert.ok(processorTime() - before < 3 * longest, `took ${processorTime() - before} ms`);
      }
    });
  }

  it('JSON nested too deeply', async () => {
    const deep = `{"mcpServers": {"first": {}, "deep": ${'['.repeat(200_000)}`;
    const marked = '---\nname: a\ndescription: b\nmcpServers: [|]\n---\n';
    const { service, at } = await ask(marked, { '.mcp.json': deep });
    const items = await service.help.completion(agentUri, at, { byKey: false, snippets: false });
    assert.deepEqual(
      items?.map(({ label }) => label),
      ['first', 'deep'],
    );
  });

  it('a name that stands ten thousand times in a text', async () => {
    const body = 'Ask `reviewer`.\n\n'.repeat(10_000);
    const { service, at } = await ask(`---\nname: re|viewer\ndescription: b\n---\n${body}`);
    const before = processorTime();
    assert.equal((await service.help.references(agentUri, at, true)).length, 10_001);
    assert.ok(processorTime() - before < longest);
  });

  it('a thousand agents', async () => {
    const others = Object.fromEntries(
      Array.from({ length: 1000 }, (_, i) => [
        `.claude/agents/a${i}.md`,
        agent(`a${i}`, `${'Works on `x`.\n'.repeat(100)}Ask \`a${(i * 7) % 1000}\`.\n`),
      ]),
    );
    const { service, at } = await ask('---\nname: b\ndescription: b\ntools: Agent(|a7)\n---\n', others);
    await service.help.references(agentUri, at, true);
    const before = processorTime();
    const found = await service.help.references(agentUri, at, true);
    const took = processorTime() - before;
    assert.equal(found.length, 3);
    assert.ok(took < 500, `took ${took} ms`);
  });
});
