/** Tool names of other products that people put into agents of Claude Code, in lower case. */

import { toolIgnoringCase } from './tools.ts';

const names = [
  // VS Code's Copilot: tools, tool sets and their older spellings.

  'browser',
  'changes',
  'codebase',
  'createdirectory',
  'createfile',

  'editfiles',
  'execute',
  'extensions',
  'fetch',
  'filesearch',
  'findtestfiles',
  'githubrepo',
  'listdirectory',
  'new',
  'opensimplebrowser',
  'problems',

  'readcelloutput',
  'readfile',
  'runcommands',
  'runnotebooks',
  'runsubagent',
  'runtasks',
  'runtests',
  'search',
  'searchresults',
  'shell',
  'terminal',
  'terminallastcommand',
  'terminalselection',
  'testfailure',
  'textsearch',
  'think',
  'todo',
  'todos',
  'updateuserpreferences',
  'usages',
  'vscode',
  'vscodeapi',
  'web',

  // Gemini CLI, Cursor, Codex, Windsurf and others.
  'apply_patch',
  'codebase_search',
  'create_file',
  'delete_file',
  'edit_file',
  'execute_command',
  'file_search',
  'find_files',
  'glob_search',
  'google_web_search',
  'grep_search',
  'insert_edit_into_file',
  'list_dir',
  'list_directory',
  'list_files',
  'multi_replace_string_in_file',
  'read_file',
  'read_many_files',
  'replace',
  'replace_string_in_file',
  'run_command',
  'run_in_terminal',
  'run_shell_command',
  'run_terminal_cmd',
  'run_terminal_command',
  'save_memory',
  'search_file_content',
  'search_files',
  'search_replace',
  'semantic_search',
  'str_replace_editor',
  'view_file',
  'web_fetch',
  'web_search',
  'write_file',
  'write_to_file',
] as const;

const known: ReadonlySet<string> = new Set(names);

/** Whether another product has a tool of that name; `edit/editFiles` and `server/tool` name one of a set. */
export function isForeignTool(name: string): boolean {
  if (known.has(name.toLowerCase())) return true;
  const parts = /^([\w.-]+)\/([\w.*-]+)$/.exec(name);
  // `Read/Edit` is a list with the wrong sign between its items.
  return parts !== null && !(isTool(parts[1]) && isTool(parts[2]));
}

function isTool(name: string | undefined): boolean {
  return name !== undefined && toolIgnoringCase(name) === name;
}
