/**
 * Writes what Bun's YAML parser, which Claude Code parses frontmatter with, makes of each case in test/fixtures/yaml.
 *
 *     BUN=/path/to/bun node scripts/yaml-answers.mjs
 *
 * Bun 1.4.4 is the version in Claude Code 2.1.330. A new case is added to the file without an answer.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const bun = process.env.BUN;
if (!bun) throw new Error('BUN has to name a Bun executable');

/** Runs in Bun: JSON texts in, what each gives out. JSON has no word for some numbers, so that they become objects. */
const ask = `
const said = (key, value) => typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))
  ? { number: Object.is(value, -0) ? '-0' : String(value) } : value;
const open = (value, above = []) => {
  if (value === null || typeof value !== 'object') return value;
  if (above.includes(value)) return Array.isArray(value) ? [] : {};
  const within = [...above, value];
  if (Array.isArray(value)) return value.map((item) => open(item, within));
  const copy = {};
  for (const [key, item] of Object.entries(value)) {
    Object.defineProperty(copy, key, { value: open(item, within), enumerable: true, configurable: true, writable: true });
  }
  return copy;
};
const read = (text) => { try { return { value: open(Bun.YAML.parse(text)) }; } catch (error) { return { fails: true }; } };
const special = /[{}[\\]*&#!|>%@\`]|: /;
const isList = (text) => /^\\[.*\\]$/.test(text) && Array.isArray(read(text).value);
const isQuoted = (text) => /^".*"$/.test(text) || /^'.*'$/.test(text) || text === '"' || text === "'";
const retried = (text) => text.split('\\n').map((line) => {
  const [, key, value] = /^([a-zA-Z_-]+):\\s+(\\S.*)$/.exec(line) ?? [];
  if (key === undefined || isQuoted(value) || !special.test(value) || isList(value)) return line;
  return key + ': "' + value.replaceAll('\\\\', '\\\\\\\\').replaceAll('"', '\\\\"') + '"';
}).join('\\n').replace(/^\\t+/gm, (tabs) => '  '.repeat(tabs.length));
const file = (text) => {
  const yaml = /^---\\s*\\n([\\s\\S]*?)---\\s*\\n?/.exec(text.replace(/^\\uFEFF/, ''))?.[1];
  if (yaml === undefined) return { none: true };
  const first = read(yaml);
  if (!first.fails) return first;
  const second = read(retried(yaml));
  return second.fails ? second : { ...second, retried: true };
};
const cases = JSON.parse(await Bun.stdin.text());
console.log(JSON.stringify(cases.map(({ yaml, text }) => (text === undefined ? read(yaml) : file(text))), said));
`;

for (const name of ['texts', 'files']) {
  const path = new URL(`../test/fixtures/yaml/${name}.json`, import.meta.url);
  const groups = JSON.parse(readFileSync(path, 'utf8'));
  const cases = Object.values(groups).flat();
  const { stdout, status, stderr } = spawnSync(bun, ['-e', ask], {
    input: JSON.stringify(cases),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const answers = JSON.parse(stdout);
  const lines = Object.entries(groups).map(([group, own]) => {
    const written = own.map(({ yaml, text }) => {
      const answer = answers.shift();
      return `    ${JSON.stringify(text === undefined ? { yaml, ...answer } : { text, ...answer })}`;
    });
    return `  ${JSON.stringify(group)}: [\n${written.join(',\n')}\n  ]`;
  });
  writeFileSync(path, `{\n${lines.join(',\n')}\n}\n`);
  console.log(`${name}: ${cases.length} cases`);
}
