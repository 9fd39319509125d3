import type { ManifestReader, Scope } from './detectTypes.ts';
import { linesOf } from './textLines.ts';

/** `Gemfile`: gems, by the groups they stand in. */
export const readGemfile: ManifestReader = ({ text }, report) => {
  /** What each open block says of the gems in it; `undefined` for a block that is no group. */
  const blocks: (Scope | undefined)[] = [];
  let hasGems = false;
  let ruby: { line: number; version?: string } = { line: 0 };
  linesOf(text).forEach((line, number) => {
    const code = line.trim();
    if (code.startsWith('#') || code.length > longestLine) return;
    const gem = /^gem\s*\(?\s*["']([\w.-]+)["'](?:\s*,\s*["']([^"']+)["'])?/.exec(code);
    if (gem !== null) {
      hasGems = true;
      const own = /\bgroups?(?::|\s*=>)\s*(.+)$/.exec(code)?.[1];
      const scope = own === undefined ? blocks.findLast((one) => one !== undefined) : scopeOfGroups(own);
      report.dependency('gems', gem[1]!, number, scope ?? 'production', { version: gem[2] });
    }
    const named = /^ruby\s*\(?\s*["']([^"']+)["']/.exec(code)?.[1];
    if (named !== undefined) ruby = { line: number, version: named };
    if (/^end\b/.test(code)) blocks.pop();
    else if (/\bdo\s*(?:\|[^|]*\|\s*)?$/.test(code) || /^(?:if|unless|case)\b/.test(code)) {
      const groups = /^group\s*\(?(.+?)\)?\s+do\b/.exec(code)?.[1];
      blocks.push(groups === undefined ? undefined : scopeOfGroups(groups));
    }
  });
  if (hasGems) report.technology('ruby', ruby.line, 'production', 'configuration', ruby.version);
};

const longestLine = 1000;

function scopeOfGroups(groups: string): Scope {
  if (/:?\b(?:production|default)\b/.test(groups)) return 'production';
  if (/\bdevelopment\b/.test(groups)) return 'development';
  if (/\btest\b/.test(groups)) return 'test';
  // Bundler installs a group of any other name, unless it is asked not to.
  return /\boptional:\s*true/.test(groups) ? 'optional' : 'production';
}
