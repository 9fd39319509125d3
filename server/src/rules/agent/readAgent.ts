import { type AgentFile, parseAgentFile } from '../../parse/agentFile.ts';
import { stemOf } from './stem.ts';

/**
 * An agent's text as its author means it. A plugin's agent loads even where none of its fields can be read, under its
 * file's name: then it is read as another's, which does not load, so that the same is found and repaired.
 */
export function readAgent(
  text: string,
  { uri, isPlugin }: { readonly uri: string; readonly isPlugin: boolean },
  previous?: AgentFile,
): AgentFile {
  const file = parseAgentFile(text, previous);
  const { reason } = file.frontmatter.verdict;
  const isUnread = reason === 'yaml' || reason === 'silent-no-frontmatter';
  return isPlugin && !isUnread ? parseAgentFile(text, file, stemOf(uri)) : file;
}
