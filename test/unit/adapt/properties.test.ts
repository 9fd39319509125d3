/** The adapted profile's properties on agents and project documents made up at random. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { adaptAgent } from '../../../server/src/adapt/adaptAgent.ts';
import { agentOf, checkProfile, factsOf } from '../../support/profiles.ts';

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

void test('where a section has a match in a block, declaring one more of its values removes no entry', () => {
  const section = fc.constantFrom(
    'Frontend – technologies and tools',
    'Backend – technologies and tools',
    'Database',
    'Business domains',
  );
  const one = section.chain((label) =>
    fc.tuple(
      fc.constant(label),
      fc.subarray([...names[label]!], { minLength: 1 }),
      fc.subarray([...names[label]!], { minLength: 1 }),
      fc.constantFrom(...names[label]!),
      fc.constantFrom(label, label === 'Business domains' ? label : 'Technologies'),
    ),
  );
  fc.assert(
    fc.property(one, ([label, known, values, more, asked]) => {
      const text = `---\nname: a\ndescription: b\n---\nBased on the **"${asked}"** section in \`CLAUDE.md\`:\n\n${known.map((word) => `- **${word}**: x\n`).join('')}\n\nMore.\n`;
      const keptWith = (items: readonly string[]): string[] => {
        const profile = adaptAgent(agentOf(text), factsOf(documentOf({ [label]: items })));
        return profile.requirements.flatMap(({ vocabulary }) =>
          vocabulary.filter(({ applies }) => applies).map((applied) => applied.key.key),
        );
      };
      const before = keptWith(values);
      const hasMatch = before.length < known.length;
      if (!hasMatch) return;
      const after = keptWith([...values, more]);
      for (const word of before) assert.ok(after.includes(word), `${word} goes with ${more}`);
    }),
    { numRuns: 500 },
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
