/** A block of HCL, as far as its literal values go. */
export interface HclBlock {
  readonly type: string;
  /** `"aws_db_instance" "main"` */
  readonly labels: readonly string[];
  /** From 0. */
  readonly line: number;
  /** Attributes whose value begins with a plain string. */
  readonly strings: ReadonlyMap<string, { readonly value: string; readonly line: number }>;
  readonly blocks: readonly HclBlock[];
}

/**
 * The blocks of a file in HCL, comments and heredocs aside; objects (`aws = { … }`) are blocks of their names.
 * `undefined` where its brackets do not match. One pass; expressions are not read. (A full reader weighs megabytes.)
 */
export function readHcl(text: string): readonly HclBlock[] | undefined {
  const top = blockOf('', [], 0);
  const open: OpenBlock[] = [top];
  let line = 0;
  let words: string[] = [];
  let hasEquals = false;
  token.lastIndex = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [all, string, heredoc, comment, word] = match;
    const within = open.at(-1)!;
    const start = line;
    for (const character of all) if (character === '\n') line++;
    if (comment !== undefined) continue;
    if (heredoc !== undefined) {
      const end = text.slice(token.lastIndex).search(new RegExp(`^[ \\t]*${heredoc}[ \\t]*$`, 'm'));
      if (end < 0) return undefined;
      for (const character of text.slice(token.lastIndex, token.lastIndex + end))
        if (character === '\n') line++;
      token.lastIndex += end + text.slice(token.lastIndex + end).indexOf(heredoc) + heredoc.length;
      words = [];
      hasEquals = false;
    } else if (string !== undefined || word !== undefined) {
      const value = string ?? word!;
      if (!hasEquals) words.push(value);
      else if (string !== undefined && words.length === 1 && within.isPlain) {
        if (!within.strings.has(words[0]!)) within.strings.set(words[0]!, { value, line: start });
        words = [];
      }
    } else if (all === '=') hasEquals = true;
    else if (all === '{' || all === '[' || all === '(') {
      if (open.length > deepest) return undefined;
      const block = blockOf(words[0] ?? '', words.slice(1), start);
      block.isPlain = all === '{' && within.isPlain && words.length > 0;
      if (block.isPlain) within.blocks.push(block);
      open.push(block);
      words = [];
      hasEquals = false;
    } else if (all === '}' || all === ']' || all === ')') {
      if (open.length < 2) return undefined;
      open.pop();
      words = [];
      hasEquals = false;
    } else if (all === '\n' || all === ',' || all === ';') {
      words = [];
      hasEquals = false;
    }
  }
  return open.length === 1 ? top.blocks : undefined;
}

interface OpenBlock extends HclBlock {
  readonly strings: Map<string, { readonly value: string; readonly line: number }>;
  readonly blocks: OpenBlock[];
  /** Not in a list or a call, where what looks like an attribute is none of the block's. */
  isPlain: boolean;
}

function blockOf(type: string, labels: readonly string[], line: number): OpenBlock {
  return { type, labels, line, strings: new Map(), blocks: [], isPlain: true };
}

/** A string, a heredoc's name, a comment, a word; brackets, `=`, line ends. */
const token =
  /"((?:[^"\\\n]|\\.)*)"|<<[-~]?(\w{1,50})\n|((?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\/)|([\w.-]+)|[[\]{}()=,;\n]/g;

const deepest = 100;
