/** Repairs of fields that are written as TOML, or as the items of a list. */
import * as l10n from '@vscode/l10n';
import { type AgentFile, parseAgentFile } from '../../parse/agentFile.ts';
import { endOfLine, nextLine } from '../../parse/frontmatterEntries.ts';
import { isToml, listedFields, tomlFields } from '../../parse/otherFields.ts';
import { type Span, shifted } from '../../text/span.ts';
import { type TextEdit, applyEdits } from '../../text/textEdit.ts';
import type { Candidate } from './repair.ts';
import { columnOf } from './yamlShape.ts';

/** Why the file has no fields to Claude Code, and the place that shows it. */
export function otherFieldsReason(
  file: AgentFile,
): { readonly why: string; readonly span: Span } | undefined {
  const { fence, yaml, root, verdict } = file.frontmatter;
  const hasNoFields = verdict.reason === 'yaml' || verdict.reason === 'silent-no-name';
  if (fence.state !== 'closed' || !hasNoFields) return undefined;
  if (isToml(yaml)) {
    const at = fence.yaml.start + yaml.search(/^name[ \t]*=/m);
    const span = { start: at, end: at + 'name'.length };
    return { why: l10n.t('its fields are written as in TOML, with “=”'), span };
  }
  const first = listedFields(root)?.[0]?.entries[0];
  if (first === undefined) return undefined;
  const end = first.keySpan.start;
  const start = end - columnOf(file.text, end);
  const isBesideDash = file.text.slice(start, end).includes('-');
  return {
    why: l10n.t('its fields are the items of a list'),
    span: isBesideDash ? { start, end } : first.keySpan,
  };
}

export function otherFieldsRepairs(file: AgentFile): readonly Candidate[] {
  return [...tomlRepair(file), ...listRepair(file)];
}

function tomlRepair({ frontmatter: { fence, yaml } }: AgentFile): readonly Candidate[] {
  const fields = isToml(yaml) ? tomlFields(yaml) : undefined;
  if (fields === undefined || fence.state !== 'closed') return [];
  const edits = fields.map(({ keySpan, valueStart }) => ({
    span: shifted({ start: keySpan.end, end: valueStart }, fence.yaml.start),
    newText: ': ',
  }));
  return [{ title: l10n.t('Write the fields as YAML'), safe: true, edits }];
}

/** Every item's lines without the dash, and as far to the left as that; where that leaves every value as it is. */
function listRepair(file: AgentFile): readonly Candidate[] {
  const items = listedFields(file.frontmatter.root);
  const { text } = file;
  if (items === undefined || /\r(?!\n)/.test(text)) return [];
  const keys = items.flatMap(({ entries }) => entries.map(({ key }) => key));
  // Several agents in one file are not one.
  if (new Set(keys).size < keys.length) return [];
  const edits: TextEdit[] = [];
  for (const { entries, span } of items) {
    const first = entries[0]!.keySpan.start;
    const column = columnOf(text, first);
    // From its dash, which may stand on a line of its own; with nothing else between, as a comment or an anchor.
    const dash = text.lastIndexOf('-', first - 1);
    const start = dash - columnOf(text, dash);
    if (!/^[ \t]*-\s*$/.test(text.slice(start, first))) return [];
    edits.push({ span: { start, end: first }, newText: '' });
    for (let at = nextLine(text, endOfLine(text, first, text.length)); at < span.end;) {
      const blanks = /^ */.exec(text.slice(at, at + column))?.[0].length ?? 0;
      if (blanks > 0) edits.push({ span: { start: at, end: at + blanks }, newText: '' });
      at = nextLine(text, endOfLine(text, at, text.length));
    }
  }
  const { root } = parseAgentFile(applyEdits(text, edits)).frontmatter;
  const meant = Object.assign({}, ...items.map(({ value }) => value)) as object;
  if (JSON.stringify(root?.value) !== JSON.stringify(meant)) return [];
  return [{ title: l10n.t('Take the fields out of the list'), safe: true, edits }];
}
