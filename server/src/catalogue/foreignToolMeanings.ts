/** Which of Claude Code's tools does what a tool of another product does. */

const meanings: Readonly<Record<string, string>> = {
  Read: 'readfile read_file read_many_files view_file readcelloutput',
  Grep: 'search codebase textsearch grep_search search_files search_file_content semantic_search codebase_search usages',
  Glob: 'filesearch file_search find_files glob_search list_dir list_directory list_files listdirectory',
  Edit: 'editfiles edit_file replace search_replace str_replace_editor apply_patch replace_string_in_file multi_replace_string_in_file insert_edit_into_file',
  Write: 'createfile create_file write_file write_to_file',
  Bash: 'shell terminal execute runcommands run_command execute_command run_in_terminal run_shell_command run_terminal_cmd run_terminal_command',
  WebFetch: 'fetch web_fetch',
  WebSearch: 'web_search google_web_search',
  TodoWrite: 'todo todos',
  Agent: 'runsubagent',
};

const byName: ReadonlyMap<string, string> = new Map(
  Object.entries(meanings).flatMap(([tool, names]) => names.split(' ').map((name) => [name, tool] as const)),
);

/** The counterpart of another product's tool; of `edit/editFiles` that of its last part. */
export function ownTool(name: string): string | undefined {
  return byName.get(name.toLowerCase().replace(/^.*\//, ''));
}
