/** What the first repair makes of a file that somebody broke in a known way, and what no repair may do to any file. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AgentFile, parseAgentFile } from '../../../server/src/parse/agentFile.ts';
import { applyEdits } from '../../../server/src/text/textEdit.ts';
import { assertRepairsHold, checked } from '../../support/repairs.ts';
import { type Slip, goodAgents, slips } from '../../support/slips.ts';

const lineEnds = { LF: (text: string) => text, CRLF: (text: string) => text.replaceAll('\n', '\r\n') };

function meaningOf({ text, frontmatter, verdict, bodyStart }: AgentFile, slip: Slip): unknown {
  const values = [...frontmatter.byKey.values()]
    .filter(
      ({ key }) =>
        key !== 'description' && key !== 'x' && !(key === 'hooks' && slip.title === 'hooks in brackets'),
    )
    .map(({ key, value }) => [key, value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    loads: verdict.loads,
    description: slip.exceptDescription ? '' : verdict.description,
    prompt: slip.exceptPrompt ? '' : text.slice(bodyStart),
    values,
  };
}

for (const [name, good] of Object.entries(goodAgents)) {
  describe(name, () => {
    for (const [ends, withEnds] of Object.entries(lineEnds)) {
      for (const slip of slips) {
        const broken = slip.break(good);
        if (broken === undefined || broken === good) continue;
        it(`${slip.title} (${ends})`, async () => {
          const text = withEnds(broken);
          const { findings } = await checked(text);
          // What the second reading saves, it does not save with CRLF.
          const rules = [slip.rule ?? 'agent/skipped', 'agent/skipped'];
          const finding = findings.find(({ rule }) => rules.includes(rule));
          assert.ok(finding, `not found: ${JSON.stringify(text)} ${findings.map(({ rule }) => rule).join()}`);
          const fix = finding.fixes?.()[0];
          assert.ok(fix, `no repair: ${JSON.stringify(text)}`);
          const repaired = parseAgentFile(applyEdits(text, fix.edits));
          const label = `${fix.title}\n${repaired.text}`;
          assert.deepEqual(meaningOf(repaired, slip), meaningOf(parseAgentFile(withEnds(good)), slip), label);
        });

        it(`no repair of it does harm: ${slip.title} (${ends})`, async () => {
          await assertRepairsHold(withEnds(broken), 'auditor.md', slip.title);
        });
      }
    }
  });
}
