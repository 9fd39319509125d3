/** Fields that stand one level too deep, under a field of their own. */
import * as l10n from '@vscode/l10n';
import { agentField } from '../../catalogue/agentFields.ts';
import type { AgentField, AgentFile } from '../../parse/agentFile.ts';
import { endOfLine, nextLine } from '../../parse/frontmatterEntries.ts';
import type { TextEdit } from '../../text/textEdit.ts';
import type { Candidate } from './repair.ts';
import { columnOf } from './yamlShape.ts';

/** The field that holds the agent's name instead of the frontmatter itself: `agent:` over `name:`; in a block only. */
export function fieldAround({ frontmatter }: AgentFile): AgentField | undefined {
  if (frontmatter.byKey.has('name') || frontmatter.byKey.has('description')) return undefined;
  return frontmatter.fields.find(
    ({ key, node }) =>
      agentField(key) === undefined &&
      node.kind === 'map' &&
      !node.flow &&
      node.entries.some((entry) => entry.key === 'name' && typeof entry.node.value === 'string'),
  );
}

export function withoutFieldAround(file: AgentFile): readonly Candidate[] {
  const around = fieldAround(file);
  if (around?.node.kind !== 'map') return [];
  const { text } = file;
  const first = around.node.entries[0]?.keySpan.start ?? 0;
  const from = nextLine(text, endOfLine(text, around.keySpan.end, text.length));
  if (first < from) return [];
  const column = columnOf(text, first);
  const edits: TextEdit[] = [{ span: { start: around.keySpan.start, end: from }, newText: '' }];
  for (
    let start = from;
    start < around.node.span.end;
    start = nextLine(text, endOfLine(text, start, text.length))
  ) {
    const blanks = /^ */.exec(text.slice(start, start + column))?.[0].length ?? 0;
    if (blanks > 0) edits.push({ span: { start, end: start + blanks }, newText: '' });
  }
  return [{ title: l10n.t('Take the fields out of “{0}”', around.key), safe: false, edits }];
}
