/** Agents and project documents for tests of the adapted profile. */
import assert from 'node:assert/strict';
import { adaptAgent } from '../../server/src/adapt/adaptAgent.ts';
import { generatedLines } from '../../server/src/adapt/generatedBlocks.ts';
import type { AdaptedProfile } from '../../server/src/adapt/profileTypes.ts';
import { parseAgentFile } from '../../server/src/parse/agentFile.ts';
import { MarkdownTree } from '../../server/src/parse/markdown.ts';
import { type ProjectFacts, readFacts } from '../../server/src/project/facts.ts';
import { readRequirements } from '../../server/src/requirements/readRequirements.ts';
import type { AgentText } from '../../server/src/adapt/agentLayout.ts';
import { LineIndex } from '../../server/src/text/lineIndex.ts';

export function agentOf(text: string, uri = 'file:///project/.claude/agents/agent.md'): AgentText {
  const { bodyStart } = parseAgentFile(text);
  return { uri, text, bodyStart, body: MarkdownTree.parse(text.slice(bodyStart)) };
}

export function factsOf(text: string, uri = 'file:///project/CLAUDE.md'): ProjectFacts {
  return readFacts([{ uri, body: MarkdownTree.parse(text), bodyStart: 0 }]);
}

/** The lines of a text without their ends; a line end at the end begins no further line. */
export function linesOf(text: string): string[] {
  const index = new LineIndex(text);
  const lines = Array.from({ length: index.lineCount }, (_, line) => {
    const { start, end } = index.lineSpan(line);
    return text.slice(start, end);
  });
  if (text === '' || /[\r\n]$/.test(text)) lines.pop();
  return lines;
}

/** A profile's text without its generated blocks. */
export function promptOf(text: string): string {
  return text.replace(/<!-- agent-tailor:(\w+) -->[^]*?<!-- \/agent-tailor:\1 -->\n?/g, '');
}

/** An agent's lines that an earlier adapting generated; of one that asks for nothing, none is taken for that. */
function generatedIn(lines: readonly string[], { text, bodyStart, body }: AgentText): Set<number> {
  if (readRequirements(body).every(({ label }) => label === null)) return new Set();
  const above = linesOf(text.slice(0, bodyStart).trimEnd()).length;
  const first = text.slice(0, bodyStart).trim() === '' ? 0 : above;
  const generated = generatedLines(lines.length - first, (line) => lines[first + line]!);
  return new Set([...generated].map((line) => first + line));
}

/** What holds of every profile; throws where it does not. */
export function checkProfile(
  agent: AgentText,
  facts: ProjectFacts,
  profile: AdaptedProfile,
  where: string,
): void {
  const lines = linesOf(profile.text);
  const given = linesOf(agent.text);
  assert.equal(profile.provenance.length, lines.length, `${where}: one reason a line`);
  assert.deepEqual(profile.lines, { before: given.length, after: lines.length }, where);
  let last = -1;
  let kept = 0;
  let inside = false;
  for (const [index, { from, source }] of profile.provenance.entries()) {
    const text = lines[index]!;
    if (from === 'generated' && text.startsWith('<!-- agent-tailor:')) inside = true;
    assert.equal(from === 'generated' || from === 'project', inside, `${where}: line ${index} is ${from}`);
    if (from === 'generated' && text.startsWith('<!-- /agent-tailor:')) inside = false;
    if (from !== 'kept' && from !== 'reordered') continue;
    assert.ok(source !== undefined && source.line > last, `${where}: kept lines are a subsequence`);
    last = source.line;
    kept++;
    const original = given[source.line]!;
    if (from === 'kept') assert.equal(text, original, where);
    else
      assert.deepEqual(
        text.split('').sort(),
        original.split('').sort(),
        `${where}: a reordered line has its own items`,
      );
  }
  const generated = generatedIn(given, agent);
  const own = given.length - generated.size;
  assert.equal(kept + profile.droppedLines.length, own, `${where}: each line is kept or dropped`);
  const gone = new Set([...profile.droppedLines, ...generated]);
  for (const { lines: of, name } of profile.drops) {
    for (let line = of.first; line <= of.last; line++) {
      // A blank line of it may stay, to part what stands around it.
      const isGone = gone.has(line) || given[line]!.trim() === '';
      assert.ok(isGone, `${where}: line ${line} of what goes, ${name}, is gone`);
    }
  }
  assert.equal(adaptAgent(agentOf(profile.text), facts).text, profile.text, `${where}: adapting twice`);
  const loads = parseAgentFile(agent.text).verdict.loads;
  assert.equal(
    parseAgentFile(profile.text).verdict.loads,
    loads,
    `${where}: loads exactly when its source does`,
  );
}
