/** The skills and commands that lie in a project, a user's folder or a plugin. */
import { type AgentField, readFrontmatter } from '../parse/agentFile.ts';
import type { Span } from '../text/span.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';
import { findAgentFiles } from '../workspace/findFiles.ts';
import { baseName, joinUri } from '../workspace/uris.ts';

/** One skill or command as far as agents are concerned. */
export interface Skill {
  readonly kind: 'skill' | 'command';
  /** What an agent's `skills` calls it: its folder's name, for a plugin's with `plugin:` before it. */
  readonly name: string;
  /** The `name` in its frontmatter, where it is another one: Claude Code goes by that as well. */
  readonly alias?: string;
  /** Of `SKILL.md`, or of the command's file. */
  readonly uri: string;
  readonly text: string;
  readonly description: string;
  /** Where its `name:` value stands; the start of the file where it has none. UTF-16 offsets. */
  readonly nameSpan: Span;
  /** The agent that runs it, where it names one. */
  readonly agent?: AgentField;
}

/**
 * The skills below `<folder>/skills` and the commands below `<folder>/commands`.
 * @param folder a `.claude` folder, or a plugin's own
 */
export async function readSkills(files: FileSystem, folder: string): Promise<readonly Skill[]> {
  const skills: Skill[] = [];
  const skillsFolder = joinUri(folder, 'skills');
  const entries = await files.readDirectory(skillsFolder);
  for (const { name } of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1)).slice(0, most)) {
    const uri = joinUri(skillsFolder, name, 'SKILL.md');
    const text = await files.readText(uri);
    if (text !== undefined) skills.push(readSkill(uri, text, 'skill', name));
  }
  for (const uri of (await findAgentFiles(files, joinUri(folder, 'commands'))).slice(0, most)) {
    const text = await files.readText(uri);
    if (text !== undefined) skills.push(readSkill(uri, text, 'command', baseName(uri).slice(0, -3)));
  }
  return skills;
}

/** More than anybody keeps; a folder of something else is not read to its end. */
const most = 500;

function readSkill(uri: string, text: string, kind: Skill['kind'], name: string): Skill {
  const { byKey, fence } = readFrontmatter(text);
  const named = byKey.get('name');
  const description = byKey.get('description')?.value;
  const agent = byKey.get('agent');
  const start = fence.state === 'closed' ? fence.open.start : 0;
  return {
    kind,
    name,
    ...(typeof named?.value === 'string' && named.value !== name ? { alias: named.value } : {}),
    uri,
    text,
    description: typeof description === 'string' ? description : '',
    nameSpan: named?.valueSpan ?? { start, end: start },
    ...(typeof agent?.value === 'string' ? { agent } : {}),
  };
}
