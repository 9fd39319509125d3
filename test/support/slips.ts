/** Good agents, and the ways in which people break them: what was meant is known. */

/** Good files, by what is special in them; all named `auditor`. */
export const goodAgents: Readonly<Record<string, string>> = {
  'one line each': agent(['description: Audits invoices', 'tools: Read, Grep', 'model: opus'], 'Check.\n'),
  'a heading and a rule in the prompt': agent(
    ['description: Audits invoices', 'model: opus'],
    '# Auditor\n\nCheck each sum.\n\n---\n\n## Report\n\nname: what you found\n',
  ),
  'lists and a block of text': agent(
    [
      'description: |',
      '  Audits invoices.',
      '',
      '  Examples: sums, dates',
      'tools:',
      '  - Read',
      '  - Bash(git:*)',
    ],
    'You audit.\n\n- one\n- two\n',
  ),
  'quotes and a comment': agent(
    ['# whom to ask: the office', 'description: "Audits: invoices"', "model: 'opus'", 'color: red'],
    'You audit.\n\n```yaml\nname: x\n```\n',
  ),
  'hooks and servers': agent(
    [
      'description: Audits invoices',
      'hooks:',
      '  PreToolUse:',
      '    - matcher: Bash',
      '      hooks:',
      '        - type: command',
      '          command: ./check.sh',
      'mcpServers:',
      '  - ledger',
    ],
    'Check.',
  ),
};

function agent(fields: readonly string[], prompt: string): string {
  return `---\nname: auditor\n${fields.join('\n')}\n---\n${prompt}`;
}

export interface Slip {
  readonly title: string;
  /** The broken text; `undefined` where the file has nothing to break in this way. */
  readonly break: (text: string) => string | undefined;
  /** What may be otherwise after the repair than in the good file. */
  readonly exceptPrompt?: true;
  readonly exceptDescription?: true;
  /** The rule that finds it; unsaid, the file is skipped. */
  readonly rule?: string;
}

function replaced(from: RegExp, to: string): (text: string) => string | undefined {
  return (text) => (from.test(text) ? text.replace(from, to) : undefined);
}

function added(field: string): (text: string) => string {
  return (text) => text.replace(/\n---\n/, `\n${field}\n---\n`);
}

const fences =
  (mark: string, close = mark) =>
  (text: string): string =>
    text.replace(/^---\n/, `${mark}\n`).replace(/\n---\n/, `\n${close}\n`);

/** Each makes one mistake. */
export const slips: readonly Slip[] = [
  { title: 'a blank line above', break: (text) => `\n${text}` },
  { title: 'the fence indented', break: (text) => `  ${text}` },
  { title: 'a zero-width space above', break: (text) => `\u200B${text}` },
  { title: 'two byte order marks', break: (text) => `\uFEFF\uFEFF${text}` },
  { title: 'four dashes', break: fences('----') },
  { title: 'plus signs', break: fences('+++') },
  { title: 'two dashes', break: fences('--') },
  { title: 'long dashes', break: fences('———') },
  { title: 'a code block', break: fences('```yaml', '```') },
  { title: 'a word behind the fence', break: fences('--- yaml', '---') },
  { title: 'the name on the fence’s line', break: replaced(/^---\n/, '---') },
  { title: 'no opening fence', break: replaced(/^---\n/, '') },
  { title: 'no closing fence', break: withoutClosing },
  {
    title: 'no fence at all',
    break: (text) => withoutClosing(text)?.replace(/^---\n/, ''),
  },
  { title: 'a heading above', break: (text) => `# Auditor\n\n${text}`, exceptPrompt: true },
  { title: 'a heading above fields without fences', break: underHeading, exceptPrompt: true },
  { title: 'a fence below the name', break: replaced(/^name: .*\n/m, '$&---\n') },
  { title: 'two opening fences', break: replaced(/^---\n/, '---\n---\n') },
  { title: 'a comment of dashes', break: replaced(/^name: .*\n/m, '$&# ------ what it does ------\n') },
  { title: 'a comment of dashes alone', break: replaced(/^---\n/, '---\n# -------\n') },
  {
    title: 'capitals',
    break: (text) => text.replace(/^name:/m, 'Name:').replace(/^description:/m, 'Description:'),
  },
  { title: 'a name in brackets', break: replaced(/^name: auditor/m, 'name: [auditor]') },
  { title: 'a colon in the name', break: replaced(/^name: auditor/m, 'name: ":auditor"') },
  { title: 'a dash before the name', break: replaced(/^name: auditor/m, 'name: -auditor') },
  { title: 'no space behind the colon', break: replaced(/^(description):[ ](?=\w)/m, '$1:') },
  { title: 'a no-break space behind the colon', break: replaced(/^(description):[ ](?=\w)/m, '$1:\u00A0') },
  {
    title: 'a colon in a second line',
    break: replaced(/^description: Audits.*/m, '$&\n  Examples: sums'),
    exceptDescription: true,
  },
  {
    title: 'an example at the margin',
    break: replaced(
      /^description: Audits.*\n(?=\w)/m,
      'description: Audits invoices\n\n<example>\nuser: "sum: 3"\n</example>\n',
    ),
    exceptDescription: true,
  },
  { title: 'a quote that nothing closes', break: replaced(/^(description): (?=\w)/m, '$1: "') },
  {
    title: 'a bad escape',
    break: replaced(/^description: Audits/m, 'description: "\\dAudits'),
    exceptDescription: true,
  },
  {
    title: 'a number as the description',
    break: replaced(/^description: .*\n(?=\w)/m, 'description: 12\n'),
    exceptDescription: true,
  },
  {
    title: 'a list as the description',
    break: replaced(/^description: .*\n(?=\w)/m, 'description: [sums, dates]\n'),
    exceptDescription: true,
  },
  {
    title: 'a comment as the description',
    break: replaced(/^description: .*\n(?=\w)/m, 'description: #12\n'),
    exceptDescription: true,
  },
  { title: 'a description given twice', break: added('description:') },
  { title: 'two documents', break: replaced(/^---\n/, '---\n...\n') },
  { title: 'a directive', break: replaced(/^---\n/, '---\n%YAML 1.2\n') },
  { title: 'a NUL character', break: replaced(/^name: aud/m, 'name: aud\0') },
  { title: 'the first fields indented', break: replaced(/^name:/m, '  name:') },
  {
    title: 'hooks in brackets',
    break: (text) => (text.includes('hooks:') ? undefined : added('hooks: []')(text)),
  },
  {
    title: 'a map of hooks',
    break: replaced(
      /^ {4}- matcher: Bash\n {6}hooks:\n {8}- type: command\n {10}command/m,
      '    matcher: Bash\n    hooks:\n      - type: command\n        command',
    ),
  },
  {
    title: 'a flat hook',
    break: replaced(/^ {6}hooks:\n {8}- type: command\n {10}command/m, '      type: command\n      command'),
  },
  { title: 'a misspelt type', break: replaced(/type: command/, 'type: comand') },
  { title: 'a hook without its type', break: replaced(/- type: command\n {10}command/, '- command') },
  { title: 'a text as a hook', break: replaced(/- type: command\n {10}command: (.*)/, '- $1') },
  { title: 'a guard outside the hooks', break: replaced(/^hooks:\n {2}PreToolUse:\n/m, 'PreToolUse:\n') },
  {
    title: 'dashes in the description',
    break: replaced(/^(description: \w+) /m, '$1 --- '),
    exceptDescription: true,
    rule: 'agent/fence',
  },
  {
    title: 'dashes in a block of text',
    break: replaced(/^ {2}Examples:/m, '  ---\n$&'),
    exceptDescription: true,
    rule: 'agent/fence',
  },
  { title: 'too long a closing fence', break: fences('---', '-----'), rule: 'agent/fence' },
  {
    title: 'a colon in a value',
    break: replaced(/^model: opus/m, 'x: a: b\n$&'),
    rule: 'agent/second-reading',
  },
  { title: 'a map of servers', break: replaced(/^ {2}- ledger/m, '  ledger:'), rule: 'agent/mcp-server' },
];

function withoutClosing(text: string): string | undefined {
  return text.replace(/\n---\n/, '\n');
}

/** The fields below a heading, with a blank line on both sides. */
function underHeading(text: string): string {
  return `# Auditor\n\n${text.replace(/^---\n/, '').replace(/\n---\n/, '\n\n')}`;
}
