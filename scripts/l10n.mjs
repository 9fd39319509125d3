// The strings for people: collects those of the sources into l10n/bundle.l10n.json.
//
//   node scripts/l10n.mjs            writes the bundle
//   node scripts/l10n.mjs --check    fails when it is not up to date, or a translation lacks or misuses a string
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { root } from './support/paths.mjs';

const bundleFile = path.join(root, 'l10n', 'bundle.l10n.json');
const bundle = await collect();
const problems = [];

if (process.argv.includes('--check')) {
  if (!existsSync(bundleFile) || readFileSync(bundleFile, 'utf8') !== asText(bundle)) {
    problems.push('l10n/bundle.l10n.json is not up to date: run "node scripts/l10n.mjs".');
  }
} else {
  writeFileSync(bundleFile, asText(bundle));
  console.log(`l10n/bundle.l10n.json: ${Object.keys(bundle).length} strings.`);
}
checkTranslations('l10n/bundle.l10n', bundle);
checkTranslations('package.nls', readJson('package.nls.json'));
checkContributions();
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;

/** All strings that client and server pass to `l10n.t`, sorted. */
async function collect() {
  const files = globSync('{client,server}/src/**/*.ts', { cwd: root }).sort();
  const sources = files.map((file) => ({
    extension: '.ts',
    contents: readFileSync(path.join(root, file), 'utf8'),
  }));
  const found = await getL10nJson(sources);
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every `<base>.<language>.json` has all strings, no others, and the same `{0}`s in each. */
function checkTranslations(base, strings) {
  for (const file of globSync(`${base}.*.json`, { cwd: root })) {
    const translated = readJson(file);
    for (const key of Object.keys(strings)) {
      const english = typeof strings[key] === 'string' ? strings[key] : strings[key].message;
      const text = translated[key];
      if (text === undefined) problems.push(`${file} lacks: ${key}`);
      else if (slots(text) !== slots(english)) problems.push(`${file} has other placeholders in: ${key}`);
    }
    for (const key of Object.keys(translated)) {
      if (!(key in strings)) problems.push(`${file} has what is said nowhere: ${key}`);
    }
  }
}

/** package.json and package.nls.json agree. */
function checkContributions() {
  const named = new Set(
    [...readFileSync(path.join(root, 'package.json'), 'utf8').matchAll(/"%([\w.]+)%"/g)].map(
      ([, key]) => key,
    ),
  );
  const strings = readJson('package.nls.json');
  for (const key of named) if (!(key in strings)) problems.push(`package.nls.json lacks: ${key}`);
  for (const key of Object.keys(strings)) {
    if (!named.has(key)) problems.push(`package.nls.json has what package.json does not name: ${key}`);
  }
}

function slots(text) {
  return [...text.matchAll(/\{\w+\}/g)]
    .map(([slot]) => slot)
    .sort((a, b) => (a < b ? -1 : 1))
    .join();
}

function readJson(file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

function asText(value) {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
