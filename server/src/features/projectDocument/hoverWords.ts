/** How hovers on the project document speak of agents and of what they know. */
import * as l10n from '@vscode/l10n';
import type { AgentDocument } from '../../analysis/agentDocument.ts';
import type { VocabularyKey } from '../../requirements/requirementTypes.ts';

/** As many of the lines as a hover can hold, and how many more there are. */
export function bullets(lines: readonly string[]): string {
  const shown = lines.slice(0, mostListed).map((line) => `- ${line}`);
  const rest = lines.length - shown.length;
  return [...shown, ...(rest > 0 ? [`- ${l10n.t('and {0} more', rest)}`] : [])].join('\n');
}

/** The same in one line. */
export function listed(texts: readonly string[]): string {
  const rest = texts.length - mostListed;
  const shown = texts.slice(0, mostListed).join(', ');
  return rest > 0 ? `${shown}, ${l10n.t('and {0} more', rest)}` : shown;
}

export function keyList(keys: readonly VocabularyKey[]): string {
  // A name may stand in several blocks.
  const names = [...new Set(keys.map(({ key }) => escaped(key)))];
  return names.length > mostKeys ? `${names.slice(0, mostKeys).join(', ')}, …` : names.join(', ');
}

/** @param offset in the file */
export function agentLink(agent: AgentDocument, offset: number): string {
  const { line } = agent.positions.positionAt(offset);
  return `[${escaped(agent.name)}](${agent.uri}#L${line + 1})`;
}

export function shortened(text: string): string {
  return text.length > longestWords ? `${text.slice(0, longestWords)}…` : text;
}

/** A stranger's text as plain words in Markdown. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>()#!|~&]/g, '\\$&');
}

/** A hover must stay readable with thousands of agents. */
const mostListed = 8;
const mostKeys = 12;
const longestWords = 160;
