/** Gives an agent another name in its frontmatter. */
import { parseAgentFile } from '../parse/agentFile.ts';

/**
 * The text with another value for `name`; everything else stays to the letter.
 * @returns `undefined` where the file has no name that could be changed, or would read otherwise than asked
 */
export function renamedAgent(text: string, name: string): string | undefined {
  const before = parseAgentFile(text);
  const field = before.frontmatter.byKey.get('name');
  if (field === undefined || field.valueSpan.end <= field.valueSpan.start) return undefined;
  const { start, end } = field.valueSpan;
  const tail = /\s*$/.exec(text.slice(start, end))![0];
  const value = isPlainWord(name) ? name : JSON.stringify(name);
  const renamed = text.slice(0, start) + value + text.slice(end - tail.length);
  const after = parseAgentFile(renamed);
  const isAsked = after.verdict.loads === before.verdict.loads && after.verdict.name === name;
  return isAsked ? renamed : undefined;
}

/** Needs no quotes: the words that alone would be no string have others than these letters, or are named here. */
function isPlainWord(name: string): boolean {
  return /^[A-Za-z][\w-]*$/.test(name) && !/^(?:true|false|null)$/i.test(name) && !name.includes('---');
}
