/** The adapted profile's properties on agents and project documents made up at random. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { adaptAgent } from '../../../server/src/adapt/adaptAgent.ts';
import type { AdaptedProfile } from '../../../server/src/adapt/profileTypes.ts';
import { agentOf, checkProfile, factsOf } from '../../support/profiles.ts';
import fc from '../../support/fastCheck.ts';

const names: Readonly<Record<string, readonly string[]>> = {
  'Frontend – technologies and tools': ['React', 'Vue', 'Angular', 'Svelte', 'Tailwind CSS', 'Next.js'],
  'Backend – technologies and tools': [
    'Node.js',
    'Python',
    'Java',
    '.NET',
    'Go',
    'NestJS',
    'FastAPI',
    'Elixir',
    'Redis',
  ],
  Database: ['PostgreSQL', 'MySQL', 'MongoDB', 'Redis', 'Elasticsearch', 'CockroachDB', 'pgvector'],
  'Deployment – infrastructure and tools': [
    'AWS',
    'Azure',
    'GCP',
    'Docker',
    'Kubernetes',
    'Terraform',
    'AWS RDS',
    'Jenkins',
  ],
  'Business domains': [
    'Fintech',
    'Healthcare',
    'E-commerce',
    'IoT',
    'SaaS',
    'Media',
    'payments',
    'Enterprise',
  ],
};
const labels = [...Object.keys(names), 'Technologies', 'Main project goals', 'project_scale', 'Tides'];
const everyName = [...new Set(Object.values(names).flat()), 'startup', 'enterprise'];

const name = fc.constantFrom(...everyName);
const key = fc.oneof(
  name,
  fc.constantFrom('Sharding', 'Backend_Testing', 'React/Vue', 'startup_governance', 'Ways of working'),
);
const blank = fc.constantFrom('', '', '\n', '  \n');
const list = fc
  .array(fc.oneof(name, fc.constantFrom('caching', 'event-driven', 'REST/GraphQL APIs')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((items) => items.join(', '));
const bullets = fc
  .array(fc.tuple(key, list, blank), { minLength: 1, maxLength: 5 })
  .map((lines) => lines.map(([word, words, gap]) => `- **${word}**: ${words}\n${gap}`).join(''));
const fence = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(2), key, list, blank), { minLength: 1, maxLength: 7 }),
    fc.constantFrom('yaml', 'yaml', ''),
  )
  .map(
    ([lines, info]) =>
      `\`\`\`${info}\nknown:\n${lines.map(([depth, word, words, gap]) => `${'  '.repeat(depth)}${word}: "${words}"\n${gap}`).join('')}\`\`\`\n`,
  );
const lead = fc
  .array(fc.constantFrom(...labels), { minLength: 1, maxLength: 2 })
  .map(
    (some) =>
      `Based on the ${some.map((label) => `**"${label}"**`).join(' and ')} section in \`CLAUDE.md\`:\n\n`,
  );
const heading = fc
  .tuple(
    fc.constantFrom('##', '###'),
    fc.oneof(key, fc.constantFrom('FinTech Backend', 'Healthcare Records')),
  )
  .map(([mark, words]) => `${mark} ${words}\n\n`);
const piece = fc.oneof(
  fc.tuple(heading, lead, fc.oneof(bullets, fence)).map((parts) => `${parts.join('')}\n`),
  fc.tuple(lead, bullets, fence).map((parts) => `${parts.join('')}\n`),
  fc.tuple(heading, fc.oneof(bullets, fence, fc.constant('Words.\n'))).map((parts) => `${parts.join('')}\n`),
  fc.constantFrom(
    '---\n\n',
    '**Node.js Ecosystem:**\n- **Frameworks**: Koa, NestJS\n\n',
    'More words, and more.\n\n',
  ),
  fc.constant(
    '**IMPORTANT**: Always read the `CLAUDE.md` file to adapt your skills to:\n- Performance requirements\n- Integrations\n\n',
  ),
);
const prompt = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
const frontmatter = fc.constantFrom(
  '---\nname: a\ndescription: b\n---\n',
  '---\nname: a\ndescription: b\n---\n\n',
  '',
  '---\nname: a\n',
);
const agent = fc
  .tuple(frontmatter, prompt, fc.constantFrom('', '\n', 'The end.'), fc.boolean())
  .map(([head, text, end, isDos]) =>
    isDos ? `${head}${text}${end}`.replaceAll('\n', '\r\n') : `${head}${text}${end}`,
  );

const declared = fc.dictionary(
  fc.constantFrom(...Object.keys(names)),
  fc.oneof(fc.subarray(everyName, { minLength: 1, maxLength: 4 }), fc.constantFrom(['none'], ['[fill in]'])),
  { maxKeys: 5 },
);

function documentOf(values: Readonly<Record<string, readonly string[]>>): string {
  const lines = Object.entries(values).map(([label, items]) => `- **${label}:** ${items.join(', ')}\n`);
  return `# Project\n\n- **project_scale**: startup\n\n## Technologies\n\n${lines.join('')}\n## Non-functional Requirements\n\n- Performance: p95 < 200 ms\n`;
}

void test('every profile keeps the promises', () => {
  fc.assert(
    fc.property(agent, declared, (text, values) => {
      const facts = factsOf(documentOf(values));
      const given = agentOf(text);
      checkProfile(given, facts, adaptAgent(given, facts), JSON.stringify(values));
    }),
    { numRuns: 400 },
  );
});

/** What stands in each other's place: one more of these says nothing new on the others. */
const rivals: readonly (readonly [label: string, words: readonly string[]])[] = [
  ['Frontend – technologies and tools', ['React', 'Vue', 'Angular', 'Svelte', 'Flutter']],
  ['Frontend – technologies and tools', ['Tailwind CSS', 'UnoCSS', 'Bulma']],
  ['Backend – technologies and tools', ['Node.js', 'Python', 'Java', '.NET', 'Go', 'Elixir']],
  ['Backend – technologies and tools', ['NestJS', 'Express', 'Koa']],
  ['Backend – technologies and tools', ['Kafka', 'RabbitMQ', 'NATS']],
  ['Database', ['PostgreSQL', 'MySQL', 'MongoDB', 'Redis', 'Elasticsearch', 'CockroachDB']],
  ['Database', ['Prisma', 'TypeORM', 'SQLAlchemy']],
  ['Deployment – infrastructure and tools', ['AWS', 'Azure', 'GCP']],
  ['Deployment – infrastructure and tools', ['Jenkins', 'GitHub Actions', 'GitLab CI']],
  ['Deployment – infrastructure and tools', ['Terraform', 'Pulumi', 'CloudFormation']],
  ['Business domains', ['Fintech', 'Healthcare', 'E-commerce', 'IoT', 'payments', 'banking']],
];
const wordsUnder = (label: string): string[] => [
  ...new Set([
    ...rivals.flatMap(([of, words]) => (of === label ? words : [])),
    ...names[label]!,
    'JavaScript',
    'AWS Lambda',
  ]),
];

void test('where something has a match in a block, declaring one more in its place removes no entry', () => {
  const one = fc
    .constantFrom(...rivals)
    .chain(([label, group]) =>
      fc.tuple(
        fc.constant(label),
        fc.subarray(wordsUnder(label), { minLength: 1 }),
        fc.subarray(wordsUnder(label), { maxLength: 4 }),
        fc.constantFrom(...group),
        fc.constantFrom(...group),
        fc.constantFrom(label, label === 'Business domains' ? label : 'Technologies'),
      ),
    );
  fc.assert(
    fc.property(one, ([label, known, others, first, more, asked]) => {
      const entries = known.includes(first) ? known : [...known, first];
      const text = `---\nname: a\ndescription: b\n---\nBased on the **"${asked}"** section in \`CLAUDE.md\`:\n\n${entries.map((word) => `- **${word}**: x\n`).join('')}\n\nMore.\n`;
      const values = [...new Set([...others, first])];
      const profileWith = (items: readonly string[]): AdaptedProfile =>
        adaptAgent(agentOf(text), factsOf(documentOf({ [label]: items })));
      const before = profileWith(values);
      const after = profileWith([...values, more]);
      for (const word of keptIn(before)) assert.ok(keptIn(after).includes(word), `${word} goes with ${more}`);
      // Nor does it make anything else unknown; an entry that it brings back may speak of more.
      if (keptIn(after).length > keptIn(before).length) return;
      const gaps = before.gaps.map(({ value }) => value.text);
      for (const { value } of after.gaps)
        assert.ok(value.text === more || gaps.includes(value.text), value.text);
    }),
    { numRuns: 500 },
  );
});

function keptIn({ requirements }: AdaptedProfile): string[] {
  return requirements.flatMap(({ vocabulary }) =>
    vocabulary.filter(({ applies }) => applies).map((applied) => applied.key.key),
  );
}

const agentTexts = ['agents/backend-engineer.md', 'test/fixtures/profile/station-keeper.md'].map((path) =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'),
);
const strayLines = [
  '',
  '   ',
  '---',
  '```',
  '```yaml',
  '~~~',
  '# Note',
  '## Healthcare Records',
  '### FinTech Flow',
  '  # a comment',
  'sql:',
  '  redis: "a, Redis"',
  '  - Redis',
  '- **PostgreSQL 16**: a, b',
  '\t- **MySQL**: z',
  '- 🐘 **PostgreSQL**: c',
  '> quoted',
  '    code',
  '| a | b |',
  '|---|---|',
  '======',
  '<!-- agent-tailor:head -->',
  '<!-- /agent-tailor:head -->',
  '<!-- agent-tailor:project -->',
  '<!-- /agent-tailor:project -->',
  'Based on the **"Database"** section in `CLAUDE.md`:',
  'Based on the **"Our stores"** section in `CLAUDE.md`:',
  'Remember: I read CLAUDE.md.',
];
/** An agent with lines taken out, put in and doubled. */
const mutant = fc
  .tuple(
    fc.constantFrom(...agentTexts),
    fc.array(
      fc.tuple(
        fc.constantFrom('cut', 'stray', 'double'),
        fc.nat(400),
        fc.nat(5),
        fc.constantFrom(...strayLines),
      ),
      { minLength: 1, maxLength: 20 },
    ),
    fc.constantFrom('\n', '\n', '\r\n'),
  )
  .map(([text, changes, lineEnd]) => {
    const lines = text.split('\n');
    for (const [how, place, count, stray] of changes) {
      const at = 4 + (place % Math.max(1, lines.length - 4));
      if (how === 'cut') lines.splice(at, count);
      else if (how === 'stray') lines.splice(at, 0, stray);
      else lines.splice(at, 0, ...lines.slice(at, at + count));
    }
    return lines.join(lineEnd);
  });

void test('the promises hold for agents that were cut and pasted', () => {
  fc.assert(
    fc.property(mutant, declared, (text, values) => {
      const document = `${documentOf(values)}\n- Must run offline\n\n- **Our stores**: Redis, SQLite\n`;
      const facts = factsOf(document);
      const given = agentOf(text);
      checkProfile(given, facts, adaptAgent(given, facts), JSON.stringify(values));
    }),
    { numRuns: 300 },
  );
});

void test('without its references an agent comes back byte for byte', () => {
  fc.assert(
    fc.property(mutant, declared, (text, values) => {
      const plain = text.replace(/claude\.md/gi, 'the notes').replace(/\badapt/gi, 'fit');
      assert.equal(adaptAgent(agentOf(plain), factsOf(documentOf(values))).text, plain);
    }),
    { numRuns: 100 },
  );
});

void test('bad input neither throws nor is taken for an agent', () => {
  const facts = factsOf('## Technologies\n\n- **Database:** PostgreSQL\n');
  const whole = `---\nname: a\ndescription: b\n---\n\n<!-- agent-tailor:head -->\n> x\n\nBased on the **"Database"** section in \`CLAUDE.md\`:\n\n\`\`\`yaml\na:\n  mysql: "b\u0000"\n  postgresql: \ud800\n\`\`\`\n\r- **MySQL**: x\n`;
  for (let length = 0; length <= whole.length; length++) {
    const given = agentOf(whole.slice(0, length));
    checkProfile(given, facts, adaptAgent(given, facts), `first ${length}`);
  }
});
