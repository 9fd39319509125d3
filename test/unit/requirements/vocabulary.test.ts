import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MarkdownTree } from '../../../server/src/parse/markdown.ts';
import { readRequirements } from '../../../server/src/requirements/readRequirements.ts';

/** Keys as `depth kind key`, the kind by its first letter: entry, concept, attribute, group. */
function keysUnder(label: string, block: string): string[] {
  const text = `# Agent\n\n## Known\n\nBased on the **"${label}"** section in \`CLAUDE.md\`:\n${block}\n\n## Next\n\n- **Docker**: not under it\n`;
  const [requirement] = readRequirements(MarkdownTree.parse(text));
  for (const { key, keySpan } of requirement!.vocabulary)
    assert.equal(text.slice(keySpan.start, keySpan.end), key);
  return requirement!.vocabulary.map(({ key, kind, depth }) => `${depth} ${kind[0]} ${key}`);
}

const yaml = (...lines: string[]): string => `\n\`\`\`yaml\n${lines.join('\n')}\n\`\`\``;

const blocks: readonly (readonly [name: string, label: string, block: string, keys: readonly string[]])[] = [
  [
    'a fence with a group, entries and attributes',
    'Backend',
    yaml(
      'servers:',
      '  Node.js:',
      '    frameworks: "Express, Koa"',
      '    databases: "Redis"',
      '',
      '  .NET:',
      '    frameworks: "x"',
    ),
    ['0 g servers', '1 e Node.js', '2 a frameworks', '2 a databases', '1 e .NET', '2 a frameworks'],
  ],
  [
    'entries at depth 0',
    'project_scale',
    yaml('startup_governance:', '  focus: "speed"', 'sme_governance:', '  focus: "order"'),
    ['0 e startup_governance', '1 a focus', '0 e sme_governance', '1 a focus'],
  ],
  [
    'entries at depth 2',
    'Database',
    yaml(
      'stores:',
      '  Relational_Databases:',
      '    postgresql: "a"',
      '    SQL_Server: "b"',
      '  Search:',
      '    elasticsearch: "c"',
    ),
    [
      '0 g stores',
      '1 g Relational_Databases',
      '2 e postgresql',
      '2 e SQL_Server',
      '1 g Search',
      '2 e elasticsearch',
    ],
  ],
  [
    'a class of entries beside an entry',
    'Database',
    yaml(
      'sql:',
      '  postgresql: "a"',
      '  tuning: "b"',
      '  servers:',
      '    mysql: "c"',
      'redis: "d"',
      'nosql: "e"',
    ),
    ['0 g sql', '1 e postgresql', '1 c tuning', '1 c servers', '2 a mysql', '0 e redis', '0 c nosql'],
  ],
  [
    'classes of entries',
    'Database',
    yaml('stores:', '  sql:', '    postgresql: "a"', '  nosql:', '    mongodb: "b"'),
    ['0 g stores', '1 g sql', '2 e postgresql', '1 g nosql', '2 e mongodb'],
  ],
  [
    'a class over bullets',
    'Database',
    '\n**SQL Databases:**\n- **PostgreSQL**: a\n- **Joins**: b\n\n**NoSQL Databases:**\n- **MongoDB**: c',
    ['0 g SQL Databases', '1 e PostgreSQL', '1 c Joins', '0 g NoSQL Databases', '1 e MongoDB'],
  ],
  [
    'a mesh over meshes, a language over what runs on it',
    'Technologies',
    yaml('Service Mesh:', '  istio: "a"', 'python:', '  django: "b"', 'PostgreSQL:', '  pgvector: "c"'),
    ['0 g Service Mesh', '1 e istio', '0 e python', '1 a django', '0 e PostgreSQL', '1 a pgvector'],
  ],
  [
    'groups by layer over entries',
    'Technologies',
    yaml('backend_tuning:', '  python: "a"', '  nodejs: "b"', 'other_risks:', '  microservices: "c"'),
    ['0 g backend_tuning', '1 e python', '1 e nodejs', '0 g other_risks', '1 c microservices'],
  ],
  [
    'entries by layer',
    'Technologies',
    yaml('checks:', '  Frontend_Testing:', '    unit: "a"', '  Backend_Testing:', '    api: "b"'),
    ['0 g checks', '1 e Frontend_Testing', '2 a unit', '1 e Backend_Testing', '2 a api'],
  ],
  [
    'a domain with attributes that sound like others',
    'Business domains',
    yaml('financial_services:', '  operational_risk: "a"', 'healthcare:', '  patient_risk: "b"'),
    ['0 e financial_services', '1 a operational_risk', '0 e healthcare', '1 a patient_risk'],
  ],
  [
    'keys written in many ways',
    'Technologies',
    yaml(
      'all:',
      '  "Docker-Compose": "a"',
      '  Service Mesh: "b"',
      '  AWS_RDS: "c"',
      '  aws_cloud_services: "d"',
      '  C#: "e"',
    ),
    ['0 g all', '1 e Docker-Compose', '1 e Service Mesh', '1 e AWS_RDS', '1 e aws_cloud_services', '1 e C#'],
  ],
  [
    'broken YAML',
    'Backend',
    yaml(
      '# notes',
      'k:',
      '  Node.js: "unclosed',
      '    still the value: yes',
      '  1. Look at it',
      '  Python:',
      '  - item',
      '\tJava : x',
    ),
    ['0 g k', '1 e Node.js', '1 e Python', '2 a Java'],
  ],
  [
    'bold bullets',
    'Database',
    '\n- **PostgreSQL**: queries, JSONB\n- **Redis:** streams\n- **MySQL** - replicas\n- **Sharding**: ranges\n  - **MongoDB**: nested\n- **Note** that this is prose',
    ['0 e PostgreSQL', '0 e Redis', '0 e MySQL', '0 c Sharding', '1 a MongoDB'],
  ],
  [
    'emoji before bold bullets',
    'Backend',
    '\n- 🐍 **Python**: Django\n- ⚙️ **Go** – chi\n- ✅ Rust: axum',
    ['0 e Python', '0 e Go', '0 e Rust'],
  ],
  [
    'plain bullets',
    'Database',
    '\n- PostgreSQL: queries\n- Redis\n- MySQL – replicas\n- ask first, always',
    ['0 e PostgreSQL', '0 e Redis', '0 e MySQL'],
  ],
  [
    'pictures before the keys',
    'Database',
    '\n- 🐘 **PostgreSQL**: a\n- ✅ **Redis**\n- 🐬 MySQL: b\n- ⚙️ MongoDB\n- 👩‍💻 ask first',
    ['0 e PostgreSQL', '0 e Redis', '0 e MySQL', '0 e MongoDB'],
  ],
  [
    'versions behind the keys',
    'Database',
    '\n- **PostgreSQL 16**: a\n- **MySQL 8.x**: b\n- MongoDB 7: c\n- **Version 2**: d',
    ['0 e PostgreSQL 16', '0 e MySQL 8.x', '0 e MongoDB 7', '0 c Version 2'],
  ],
  [
    'slash keys',
    'Technologies',
    '\n- **React/Vue/Angular**: pages\n- **Node.js/Python**: services',
    ['0 e React/Vue/Angular', '0 e Node.js/Python'],
  ],
  [
    'bold leads over bullets',
    'Technologies',
    '\n**Node.js Ecosystem:**\n- **Frameworks**: Express, NestJS\n- **Testing**: Jest\n\n**Python Ecosystem:**\n\n- **Frameworks**: Django',
    ['0 e Node.js Ecosystem', '1 a Frameworks', '1 a Testing', '0 e Python Ecosystem', '1 a Frameworks'],
  ],
  [
    'a bold lead in the paragraph of the reference',
    'Technologies',
    '**Node.js Ecosystem:**\n- **Frameworks**: Express',
    ['0 e Node.js Ecosystem', '1 a Frameworks'],
  ],
  [
    'comma bullets under a bold lead',
    'Technologies',
    '\n**Proficiencies:**\n- React, Vue.js, TypeScript',
    ['0 c Proficiencies', '1 a React', '1 a Vue.js', '1 a TypeScript'],
  ],
  ['a fence of another language', 'Backend', '\n```ts\nconst a = { Go: 1 };\n```', []],
  ['CRLF', 'Database', '\r\n```yaml\r\nstores:\r\n  redis: "a"\r\n```', ['0 g stores', '1 e redis']],
];

for (const [name, label, block, keys] of blocks) {
  void test(name, () => assert.deepEqual(keysUnder(label, block), keys));
}

void test('a block ends at the next heading, rule or lead', () => {
  const text = `Based on the **"Database"** section in \`CLAUDE.md\`:

- **Redis**: a

\`\`\`yaml
# heading-like
---
mysql: "b"
\`\`\`

Adaptation to **"Business domains"** from \`CLAUDE.md\`:

- **Fintech**: c

---

- **Healthcare**: d
`;
  const found = readRequirements(MarkdownTree.parse(text));
  const keys = found.map(({ vocabulary }) => vocabulary.map(({ key }) => key));
  assert.deepEqual(keys, [['Redis', 'mysql'], ['Fintech']]);
});
