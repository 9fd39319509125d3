/** When a rules file (`.claude/rules/**\/*.md`) applies, as Claude Code reads it from its frontmatter. */
import { readFence } from './frontmatter.ts';
import type { YamlValue } from './yamlNode.ts';
import { parseYaml } from './yamlParse.ts';
import { retryText } from './yamlRetry.ts';

/**
 * The patterns of files that the rule is for; `undefined` when it holds always, and is loaded at the start: without
 * `paths` (`globs` and `applyTo` are no such field), with YAML that fails even on Claude Code's second try, and
 * with nothing but `**`. Never throws.
 */
export function rulePaths(text: string): readonly string[] | undefined {
  const fence = readFence(text);
  if (fence.state !== 'closed') return undefined;
  const patterns = patternsOf(frontmatterPaths(text.slice(fence.yaml.start, fence.yaml.end)))
    .map((pattern) => (pattern.endsWith('/**') ? pattern.slice(0, -3) : pattern))
    .filter((pattern) => pattern !== '');
  return patterns.every((pattern) => pattern === '**') ? undefined : patterns;
}

function frontmatterPaths(yaml: string): YamlValue | undefined {
  for (const attempt of [yaml, retryText(yaml).text]) {
    const { root, error } = parseYaml(attempt, attempt, (offset) => offset);
    if (error === undefined) return root?.kind === 'map' ? root.value['paths'] : undefined;
  }
  return undefined;
}

function patternsOf(value: YamlValue | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap((item: YamlValue) => patternsOf(item));
  return typeof value === 'string' ? splitPatterns(value) : [];
}

/** The patterns of a text with commas between them; those inside braces are part of a pattern. */
export function splitPatterns(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (char === ',' && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
