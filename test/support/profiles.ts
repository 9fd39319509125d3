/** Agents and project documents for tests of the adapted profile. */
import { parseAgentFile } from '../../server/src/parse/agentFile.ts';
import { MarkdownTree } from '../../server/src/parse/markdown.ts';
import { type ProjectFacts, readFacts } from '../../server/src/project/facts.ts';
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
