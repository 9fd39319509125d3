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

/** Checks what the first repair of the first finding of these rules makes of a text. */
async function assertRepaired(
  text: string,
  rules: readonly string[],
  check: (repaired: AgentFile) => void,
): Promise<void> {
  const { findings } = await checked(text);
  const finding = findings.find(({ rule }) => rules.includes(rule));
  assert.ok(finding, `not found: ${JSON.stringify(text)} ${findings.map(({ rule }) => rule).join()}`);
  const fix = finding.fixes?.()[0];
  assert.ok(fix, `no repair: ${JSON.stringify(text)}`);
  check(parseAgentFile(applyEdits(text, fix.edits)));
}

for (const [name, good] of Object.entries(goodAgents)) {
  describe(name, () => {
    for (const [ends, withEnds] of Object.entries(lineEnds)) {
      for (const slip of slips) {
        const broken = slip.break(good);
        if (broken === undefined || broken === good) continue;
        it(`${slip.title} (${ends})`, async () => {
          const [text, file] = [withEnds(broken), parseAgentFile(withEnds(good))];
          // What the second reading saves, it does not save with CRLF.
          const rules = [slip.rule ?? 'agent/skipped', 'agent/skipped'];
          await assertRepaired(text, rules, (repaired) => {
            assert.deepEqual(meaningOf(repaired, slip), meaningOf(file, slip), repaired.text);
          });
        });

        it(`no repair of it does harm: ${slip.title} (${ends})`, async () => {
          await assertRepairsHold(withEnds(broken), 'auditor.md', slip.title);
        });
      }
    }
  });
}

/** Two slips in one file: the first repair brings those with it that the file needs besides. */
const pairs: readonly (readonly [first: string, second: string])[] = [
  ['no closing fence', 'capitals'],
  ['capitals', 'no closing fence'],
  ['no closing fence', 'a heading above'],
  ['no closing fence', 'a colon in a second line'],
  ['no opening fence', 'a quote that nothing closes'],
  ['four dashes', 'a colon in a second line'],
  ['a number as the description', 'a description given twice'],
  ['a list as the description', 'a description given twice'],
  ['a name in brackets', 'a bad escape'],
  ['a misspelt type', 'a colon in a second line'],
  ['a blank line above', 'a misspelt type'],
];

for (const [first, second] of pairs) {
  describe(`${first}, and ${second}`, () => {
    const [one, two] = [first, second].map((title) => slips.find((slip) => slip.title === title)!);
    for (const [name, good] of Object.entries(goodAgents)) {
      const once = one!.break(good);
      const broken = once === undefined ? undefined : two!.break(once);
      if (broken === undefined || once === good || broken === once) continue;
      if (!parseAgentFile(broken).meansToBeAgent) continue;
      it(name, async () => {
        const both = { ...one!, ...two! };
        await assertRepaired(broken, ['agent/skipped'], (repaired) => {
          const meant = meaningOf(parseAgentFile(good), both);
          assert.deepEqual(meaningOf(repaired, both), meant, repaired.text);
        });
        await assertRepairsHold(broken, 'auditor.md', `${first}, ${second}`);
      });
    }
  });
}
