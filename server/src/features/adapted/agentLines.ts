/** Between the offsets that a profile was made from and the lines of the agent's file. */
import { layoutOf } from '../../adapt/agentLayout.ts';
import type { AgentDocument } from '../../analysis/agentDocument.ts';
import type { Position } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';

/** Where an offset in the agent's body, generated blocks left out, stands in its file. */
export function positionInAgent(agent: AgentDocument, offset: number): Position {
  const { bodyStart, lines, givenLine } = layoutOf(agent);
  const at = bodyStart + offset;
  const line = lines.lineAt(at);
  return { line: givenLine(line), character: at - lines.lineSpan(line).start };
}

/** The same for both ends of a span. */
export function rangeInAgent(agent: AgentDocument, span: Span): { start: Position; end: Position } {
  return { start: positionInAgent(agent, span.start), end: positionInAgent(agent, span.end) };
}
