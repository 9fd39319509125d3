import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MarkdownTree } from '../../../server/src/parse/markdown.ts';
import { readRequirements } from '../../../server/src/requirements/readRequirements.ts';
import { assertSoon } from '../../support/timeLimits.ts';

/** `label` as read, `Q` for a quoted one; `null` for a bare number. */
function labelsIn(text: string): string[] {
  return readRequirements(MarkdownTree.parse(text)).map(
    ({ label, quoted }) => `${label ?? 'null'}${quoted ? ' Q' : ''}`,
  );
}

const mojibake = 'Backend \u00e2\u20ac\u201c technologies and tools';

const forms: readonly (readonly [text: string, ...labels: string[]])[] = [
  // Quoted, as the field writes them.
  ['Based on the **"Database"** section in `CLAUDE.md`:', 'Database Q'],
  ['Based on the **“Database”** section in `CLAUDE.md`:', 'Database Q'],
  ['Based on the **"Database"** section in CLAUDE.md:', 'Database Q'],
  ['Based on the **"Tidal gauges"** section in `CLAUDE.md`:', 'Tidal gauges Q'],
  ['Adaptation to **"Business domains"** from `CLAUDE.md`:', 'Business domains Q'],
  ['Based on the **"Business domains"** section in `CLAUDE.md`, I look after:', 'Business domains Q'],
  ['Strategy adaptation based on **"Main project goals"** from `CLAUDE.md`:', 'Main project goals Q'],
  ['Adaptation to technical limits from the **"Technologies"** section in `CLAUDE.md`:', 'Technologies Q'],
  ['Adaptation to the **"Database"** section in `CLAUDE.md`:', 'Database Q'],
  ['Design approach adaptation based on **"project_scale"** from `CLAUDE.md`:', 'project_scale Q'],
  ['Based on the **"Database"** and **"Backend"** sections in `CLAUDE.md`:', 'Database Q', 'Backend Q'],
  ['Based on the **"project_scale"** configuration in `CLAUDE.md`:', 'project_scale Q'],
  ['Adaptation to **"Business domains"** and tidal requirements:', 'Business domains Q'],
  [
    'Based on the **"Backend – technologies\nand tools"** section in\n`CLAUDE.md`:',
    'Backend – technologies and tools Q',
  ],
  ['Based on the **"Database"** section in `CLAUDE.md`:\r\n\r\n- **Redis**: streams\r\n', 'Database Q'],
  [`Based on the **"${mojibake}"** section in \`CLAUDE.md\`:`, 'Backend – technologies and tools Q'],
  ['- Based on the **"Database"** section in `CLAUDE.md`:\n  - **Redis**: streams', 'Database Q'],
  ['### Adaptation to **"Database"** from `CLAUDE.md`', 'Database Q'],
  ['Based on the "Database" section in `CLAUDE.md`:', 'Database Q'],
  ['Based on the "**Database**" section in `CLAUDE.md`:', 'Database Q'],
  // A full stop between quotes ends no sentence.
  ['Based on the **"3. Technologies"** section in `CLAUDE.md`:', '3. Technologies Q'],
  ['Based on the **"2. Domains and Goals"** section in `CLAUDE.md`:', '2. Domains and Goals Q'],
  ['Based on the **"Tech. Stack"** section in `CLAUDE.md`:', 'Tech. Stack Q'],
  ['Say "No. Never." Based on the **"Database"** section in `CLAUDE.md`:', 'Database Q'],
  // Read wrongly twice.
  [
    'Based on the **"Backend \u00c3\u00a2\u00e2\u201a\u00ac\u00e2\u20ac\u0153 technologies and tools"** section in `CLAUDE.md`:',
    'Backend – technologies and tools Q',
  ],
  ['According to the **"Database"** section of the project’s `CLAUDE.md`:', 'Database Q'],
  // In other words, where the label stands in quotes and bold beside the file, or is said to be a section.
  ['See `CLAUDE.md` → **"Backend"**:', 'Backend Q'],
  ['I follow **"Business domains"** (see `CLAUDE.md`):', 'Business domains Q'],
  ['From `CLAUDE.md`, section **"Tidal gauges"**:', 'Tidal gauges Q'],
  ['Dostosowanie do **"Business domains"** z `CLAUDE.md`:', 'Business domains Q'],
  ['Read the "Tech Stack" section of CLAUDE.md first.', 'Tech Stack Q'],
  ['In accordance with CLAUDE.md § "Business domains", name each field.', 'Business domains Q'],
  ['Check `CLAUDE.md` (section "Database"):', 'Database Q'],
  ['Check the `CLAUDE.md` file, section "Tidal gauges", first.', 'Tidal gauges Q'],
  ['Before coding, read the "Database" and "Tides" sections in CLAUDE.md.', 'Database Q', 'Tides Q'],
  ['Load `CLAUDE.md` and look at the "Database" section.', 'Database Q'],
  ['Read CLAUDE.md\'s "Database" section.', 'Database Q'],
  ['As declared in `CLAUDE.md` under "Database":', 'Database Q'],
  ['See `CLAUDE.md` → "Database".', 'Database Q'],
  ['Based on the **"Database"** section in `.claude/CLAUDE.md`:', 'Database Q'],
  ['Based on the **"Database"** section in `AGENTS.md` or `CLAUDE.md`:', 'Database Q'],
  // Shown, left out, or another file's.
  ['Agents begin like this: `Based on the **"Notes"** section in CLAUDE.md:`'],
  ['See the **"API"** section in `docs/api.md` (linked from `CLAUDE.md`):'],
  ['Ignore the **"Legacy rules"** section in `CLAUDE.md`.'],
  ['Do not read the "Database" section of CLAUDE.md.'],
  ['Unlike the **"Notes"** section in `CLAUDE.md`, this holds:'],
  ['Based on the **"Database"** section in `packages/api/CLAUDE.md`:'],
  ['Based on the **"Database"** section in `~/.claude/CLAUDE.md`:'],
  ['Write what you learn to **"Notes"** in `CLAUDE.md`:'],
  ['Read "Tides" and then CLAUDE.md.'],
  // Unquoted: only what the template knows.
  ['Deployment plan adaptation based on technologies from `CLAUDE.md`:', 'technologies'],
  ['Ways of reviewing, adapted to technologies from `CLAUDE.md`:', 'technologies'],
  ['**Based on CLAUDE.md technology stack detection:**', 'technology stack'],
  ['Based on the **Database** section in `CLAUDE.md`:', 'Database'],
  ["Based on the 'Database' section in `CLAUDE.md`:", 'Database'],
  ['Based on the `Database` section in `CLAUDE.md`:', 'Database'],
  ['Based on the **`Database`** section in `CLAUDE.md`:', 'Database'],
  ["Based on the **'Database'** section in `CLAUDE.md`:", 'Database'],
  ['Based on tides from `CLAUDE.md`:'],
  ['**Based on CLAUDE.md tide table detection:**'],
  // A number without a name.
  ['Based on `CLAUDE.md` Section 8 configuration, this agent will automatically:', 'null'],
  ['Based on Section 3 of `CLAUDE.md`:', 'null'],
  ['Based on `CLAUDE.md` Section 3 (Technologies):', 'Technologies'],
  // Prose.
  ['Read `CLAUDE.md` before you start.'],
  ['Document what you decide in the **"Decisions"** section of `CLAUDE.md`.'],
  ['Add a **"Testing"** section to `CLAUDE.md`.'],
  ['See "Build" in the readme, and `CLAUDE.md`.'],
  ['Identify the technology stack, the modules, and CLAUDE.md guidelines.'],
  ['- Analysis of business and technical requirements from `CLAUDE.md`'],
  ['Answer the **"why"** before the **"how"**:'],
  ['We adapt to **"whatever comes"** and enjoy it.'],
  ['- **CLAUDE.md Adaptation**: reads the whole file'],
  ['**CLAUDE.md Adaptation:**'],
  ['Remember: **I always check CLAUDE.md first and adapt all of the above.**'],
  ['```\nBased on the **"Database"** section in `CLAUDE.md`:\n```'],
  ['<!-- Based on the **"Database"** section in `CLAUDE.md`: -->'],
];

for (const [text, ...labels] of forms) {
  void test(`reads ${JSON.stringify(text.slice(0, 90))}`, () => assert.deepEqual(labelsIn(text), labels));
}

const lead = '**IMPORTANT**: Always read the `CLAUDE.md` file first to adapt your skills to:\n';

const bullets: readonly (readonly [bullet: string, ...labels: string[]])[] = [
  ['Backend technologies (Node.js, Python, etc.)', 'Backend technologies'],
  ['Databases and data storage systems', 'Databases and data storage systems'],
  ['Project business domains', 'Project business domains'],
  ['Non-functional requirements (performance, security)', 'Non-functional requirements'],
  ['Integrations and external dependencies', 'Integrations and external dependencies'],
  ['Business domain reliability characteristics', 'Business domain'],
  ['Business domains and the needs of users', 'Business domains'],
  ['Frontend and backend technologies to deploy', 'Frontend', 'backend technologies'],
  ['Frontend and backend testing requirements'],
  ['Scalability and availability requirements', 'Scalability', 'availability requirements'],
  ['Performance monitoring and observability needs'],
  ['**Performance Requirements** - frame rates, real-time limits', 'Performance Requirements'],
  ['**TODO Management Configuration (Section 8)** - adapt task execution', 'TODO Management Configuration'],
  ['Technology risk and threats'],
  ['Target user groups'],
];

for (const [bullet, ...labels] of bullets) {
  void test(`reads the lead's bullet ${bullet}`, () =>
    assert.deepEqual(labelsIn(`${lead}- ${bullet}\n`), labels));
}

void test('mentions of one section merge; the first quoted one is its place', () => {
  const text = `${lead}- Databases and data storage systems\n\n## Stores\n\nAdaptation to the **"Database"** section in \`CLAUDE.md\`:\n`;
  const [requirement, ...others] = readRequirements(MarkdownTree.parse(text));
  assert.equal(others.length, 0);
  const { label, quoted, labelSpan, alsoAt } = requirement!;
  assert.deepEqual({ label, quoted }, { label: 'Database', quoted: true });
  assert.equal(text.slice(labelSpan.start, labelSpan.end), 'Database');
  assert.deepEqual(
    alsoAt.map(({ start, end }) => text.slice(start, end)),
    ['Databases and data storage systems'],
  );
});

void test('after an edit elsewhere the same requirements stand in their new places', () => {
  const text = `# Agent\n\nSome words.\n\n${lead}- Databases\n\n## A\n\nBased on the **"Backend"** section in \`CLAUDE.md\`:\n\n- **Go**: x\n`;
  const before = MarkdownTree.parse(text);
  readRequirements(before);
  const edited = text.replace('Some words', 'Some more words');
  const at = text.indexOf('words');
  const after = before.edited(edited, { from: at, to: at, inserted: 5 });
  const spans = readRequirements(after).map(({ labelSpan }) => edited.slice(labelSpan.start, labelSpan.end));
  assert.deepEqual(spans, ['Databases', 'Backend']);
});

void test('bad input neither throws nor takes long', () => {
  const texts = [
    '**"'.repeat(200_000),
    'CLAUDE.md '.repeat(200_000),
    'based on CLAUDE.md section '.repeat(100_000) + ':',
    `- ${'a, '.repeat(300_000)}`,
    `Based on the **"Database"** section in CLAUDE.md:\n\n\`\`\`yaml\n${Array.from({ length: 5000 }, (_, depth) => `${' '.repeat(depth)}k${depth}:`).join('\n')}\n\`\`\`\n`,
    `Based on the **"Database"** section in CLAUDE.md:\n\n\`\`\`yaml\n${'a: "\n'.repeat(20_000)}`,
  ];
  for (const text of texts) {
    assertSoon(4000, text.slice(0, 40), () => {
      for (const requirement of readRequirements(MarkdownTree.parse(text))) assert.ok(requirement.vocabulary);
    });
  }
});
