// Writes what is generated from the rules: docs/rules/<id>.md, schemas/agent-tailor.schema.json and the setting
// `agentTailor.rules` in package.json.
//
//   node scripts/rule-docs.mjs            writes (with the project's Node 24: `npm run rule-docs`)
//   node scripts/rule-docs.mjs --check    exits 1 where something written is not up to date
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { allRules } from '../server/src/rules/allRules.ts';
import { root } from './support/paths.mjs';

const levels = ['error', 'warning', 'information', 'hint', 'off'];
const check = process.argv.includes('--check');
const stale = [];

/** Examples of what is too large are cut. */
const longestShown = 4000;
const docs = path.join(root, 'docs', 'rules');
const pages = new Map(allRules.map((rule) => [`${rule.id}.md`, page(rule)]));
pages.set('README.md', overview());
for (const [name, text] of pages) write(path.join(docs, name), text);
for (const name of existsSync(docs) ? readdirSync(docs, { recursive: true }) : []) {
  const known = pages.has(name.split(path.sep).join('/'));
  if (known || !name.endsWith('.md')) continue;
  if (check) stale.push(path.join('docs/rules', name));
  else rmSync(path.join(docs, name));
}
write(path.join(root, 'schemas', 'agent-tailor.schema.json'), `${JSON.stringify(schema(), null, 2)}\n`);
writeManifest();

for (const file of stale) console.error(`${file} is not up to date: npm run rule-docs`);
if (stale.length > 0) process.exitCode = 1;

function page({ id, severity, doc, offByDefault }) {
  const examples = doc.examples.map(exampleText).join('\n');
  return `<!-- Generated from the rule and its examples, which are executed: npm run rule-docs -->
# ${id}

${doc.summary}

**Severity:** ${severity} (${offByDefault ? 'off unless a setting switches it on' : 'unless a setting says otherwise'})

## Why

${doc.why}

## Examples

\`⟦…⟧\` marks what is reported; a text without marks is clean.

${examples}
## Settings

\`\`\`jsonc
// agent-tailor.json, or "agentTailor.rules" in VS Code's settings
{ "rules": { "${id}": "${offByDefault ? severity : 'off'}" } } // ${levels.join(', ')}
\`\`\`

In one file only: ${
    id.startsWith('project/')
      ? `\`<!-- agent-tailor-ignore ${id} -->\` on a line of its own`
      : `\`# agent-tailor-ignore ${id}\` on a line of its own in the frontmatter`
  }.
`;
}

function exampleText({ title, text, fixed, path: file, files = {}, encoding }) {
  const others = Object.entries(files).map(([name, content]) => `With \`${name}\`:\n\n${fenced(content)}`);
  const stored =
    { 'utf-16': 'A file in UTF-16:\n\n', other: 'A file that is not UTF-8:\n\n' }[encoding] ?? '';
  const own = file === undefined ? stored : `\`${file}\`:\n\n`;
  const repaired = fixed === undefined ? '' : `\nAfter the repair:\n\n${fenced(fixed)}`;
  return `### ${title}\n\n${others.join('\n')}${others.length > 0 ? '\n' : ''}${own}${fenced(text)}${repaired}`;
}

/** In a fence longer than any in the text, so that an example may hold fences of its own. */
function fenced(text) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const shown = text.length > longestShown ? `${text.slice(0, 300)}\n…` : text;
  return `${fence}markdown\n${visible(shown)}${shown.endsWith('\n') ? '' : '\n'}${fence}\n`;
}

/** Characters that a page would not show. */
function visible(text) {
  return text.replaceAll('\r', '␍').replaceAll('\uFEFF', '␣').replaceAll('\0', '␀');
}

function overview() {
  const rows = allRules.map(
    ({ id, severity, doc, offByDefault }) =>
      `| [${id}](${id}.md) | ${offByDefault ? `${severity}, off by default` : severity} | ${doc.summary} |`,
  );
  return `<!-- Generated: npm run rule-docs -->
# Rules

| rule | severity | what it finds |
|---|---|---|
${rows.join('\n')}
`;
}

function levelsSchema() {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      allRules.map(({ id, severity, doc, offByDefault }) => [
        id,
        {
          enum: levels,
          default: offByDefault ? 'off' : severity,
          markdownDescription: `${doc.summary}\n\n${doc.why}`,
        },
      ]),
    ),
  };
}

function overridesSchema(rules) {
  return {
    type: 'array',
    items: {
      type: 'object',
      required: ['files', 'rules'],
      additionalProperties: false,
      properties: {
        files: { type: 'array', items: { type: 'string' }, minItems: 1, description: 'Globs.' },
        rules,
      },
    },
  };
}

function schema() {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Agent Tailor',
    description: 'How loud Agent Tailor’s rules are in this folder and below.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      rules: { ...levelsSchema(), description: 'The level of each rule.' },
      overrides: {
        ...overridesSchema(levelsSchema()),
        description: 'Levels for the files that match, later ones over earlier ones.',
      },
    },
  };
}

/** Only the two settings; everything else of package.json is written by hand. */
function writeManifest() {
  const file = path.join(root, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const { properties } = manifest.contributes.configuration;
  properties['agentTailor.rules'] = {
    ...levelsSchema(),
    default: {},
    scope: 'resource',
    markdownDescription: '%configuration.rules%',
  };
  properties['agentTailor.overrides'] = {
    ...overridesSchema({ type: 'object', additionalProperties: { enum: levels } }),
    default: [],
    scope: 'resource',
    markdownDescription: '%configuration.overrides%',
  };
  write(file, `${JSON.stringify(manifest, null, 2)}\n`);
}

function write(file, text) {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (before === text) return;
  if (check) {
    stale.push(path.relative(root, file));
    return;
  }
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
