/** Drift: when the manifests clearly say otherwise, what is said and how it is repaired; and when nothing is said. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isShownBy } from '../../../server/src/catalogue/packages.ts';
import type { Ecosystem } from '../../../server/src/catalogue/packages.ts';
import { LanguageService } from '../../../server/src/languageService.ts';
import { packageGroups } from '../../../server/src/rules/project/driftGroups.ts';
import { applyEdits } from '../../../server/src/text/textEdit.ts';
import { MemoryFileSystem } from '../../support/memoryFileSystem.ts';

const root = 'file:///project';
const npm = (...names: readonly string[]): Readonly<Record<string, string>> => ({
  'package.json': JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, '1'])) }),
});
const python = (...names: readonly string[]): Readonly<Record<string, string>> => ({
  'requirements.txt': `${names.join('\n')}\n`,
});
const compose = (...images: readonly string[]): Readonly<Record<string, string>> => ({
  'compose.yaml': `services:\n${images.map((image, index) => `  s${index}:\n    image: ${image}\n`).join('')}`,
});

interface Drift {
  readonly message: string;
  /** The text after the first repair; `undefined` where there is none. */
  readonly fixed: string | undefined;
}

async function driftOf(text: string, files: Readonly<Record<string, string>>): Promise<Drift[]> {
  const service = new LanguageService({
    files: new MemoryFileSystem(
      Object.fromEntries(
        Object.entries({ ...files, 'CLAUDE.md': text }).map(([path, of]) => [`${root}/${path}`, of]),
      ),
    ),
    onChanged: () => {},
    schedule: () => {},
    log: () => {},
  });
  service.model.setFolders([root]);
  await service.model.settled();
  return service
    .findings(`${root}/CLAUDE.md`)
    .filter(({ rule }) => rule === 'project/drift')
    .map((finding) => {
      const [fix] = finding.fixes?.() ?? [];
      return { message: finding.message, fixed: fix === undefined ? undefined : applyEdits(text, fix.edits) };
    });
}

const head = '# Shop\n\n## Technologies\n\n';

describe('drift that is said', () => {
  const cases: readonly {
    readonly title: string;
    readonly text: string;
    readonly files: Readonly<Record<string, string>>;
    readonly message: string;
    readonly fixed: string | undefined;
  }[] = [
    {
      title: '“none”, and a database runs',
      text: `${head}- **Database:** none\n`,
      files: compose('postgres:16'),
      message: 'compose.yaml shows PostgreSQL; "Database" says that there is none',
      fixed: `${head}- **Database:** PostgreSQL\n`,
    },
    {
      title: '“None.” under a heading, and the product depends on a driver',
      text: '# Shop\n\n## Database\n\nNone.\n',
      files: npm('fastify', 'mongodb'),
      message: 'package.json shows MongoDB; "Database" says that there is none',
      fixed: '# Shop\n\n## Database\n\nMongoDB\n',
    },
    {
      title: 'MongoDB, where only PostgreSQL is reached',
      text: `${head}- **Database:** MongoDB 7\n`,
      files: npm('express', 'pg'),
      message: 'package.json shows PostgreSQL; no manifest shows MongoDB',
      fixed: `${head}- **Database:** PostgreSQL\n`,
    },
    {
      title: 'MySQL, where PostgreSQL is started',
      text: `${head}- **Database:** MySQL 8.0, Redis\n`,
      files: compose('postgres:16', 'redis:7'),
      message: 'compose.yaml shows PostgreSQL; no manifest shows MySQL',
      fixed: `${head}- **Database:** PostgreSQL, Redis\n`,
    },
    {
      title: 'Memcached, where only Redis runs',
      text: `${head}- **Database:** PostgreSQL, Memcached\n`,
      files: { ...python('psycopg', 'django'), ...compose('redis:7') },
      message: 'compose.yaml shows Redis; no manifest shows Memcached',
      fixed: `${head}- **Database:** PostgreSQL, Redis\n`,
    },
    {
      title: 'Django, where only FastAPI is used',
      text: `${head}- **Backend:** Python 3.12, Django 5\n`,
      files: python('fastapi', 'uvicorn'),
      message: 'requirements.txt shows FastAPI; no manifest shows Django',
      fixed: `${head}- **Backend:** Python 3.12, FastAPI\n`,
    },
    {
      title: 'Vue, where only React is used',
      text: `${head}- **Frontend:** Vue.js, TypeScript\n`,
      files: npm('react', 'react-dom'),
      message: 'package.json shows React; no manifest shows Vue.js',
      fixed: `${head}- **Frontend:** React, TypeScript\n`,
    },
    {
      title: 'Azure, where the product runs in AWS',
      text: `${head}- **Deployment:** Docker, Azure\n`,
      files: { 'main.tf': 'provider "aws" {}\nresource "aws_ecs_cluster" "main" {}\n' },
      message: 'main.tf shows AWS; no manifest shows Azure',
      fixed: `${head}- **Deployment:** Docker, AWS\n`,
    },
    {
      title: 'a service more, in a table of layers',
      text: '# Shop\n\n## Tech Stack\n\n| Layer | Technology |\n|---|---|\n| Database | PostgreSQL |\n| Frontend | React |\n',
      files: compose('postgres:16', 'redis:7'),
      message: 'compose.yaml shows Redis, which "Database" does not mention',
      fixed:
        '# Shop\n\n## Tech Stack\n\n| Layer | Technology |\n|---|---|\n| Database | PostgreSQL, Redis |\n| Frontend | React |\n',
    },
    {
      title: 'a service more, in a table of technologies',
      text: '# Shop\n\n## Database\n\n| Technology | Version |\n|---|---|\n| PostgreSQL | 16 |\n\nMore.\n',
      files: compose('postgres:16', 'redis:7', 'neo4j:5'),
      message: 'The manifests show Neo4j, Redis, which "Database" does not mention',
      fixed:
        '# Shop\n\n## Database\n\n| Technology | Version |\n|---|---|\n| PostgreSQL | 16 |\n| Neo4j | |\n| Redis | |\n\nMore.\n',
    },
    {
      title: 'a service more, in prose',
      text: '# Shop\n\n## Database\n\nWe keep orders in PostgreSQL,\none schema a shop.\n\n## Rules\n',
      files: compose('postgres:16', 'redis:7'),
      message: 'compose.yaml shows Redis, which "Database" does not mention',
      fixed:
        '# Shop\n\n## Database\n\nWe keep orders in PostgreSQL,\none schema a shop.\n\n- Redis\n\n## Rules\n',
    },
    {
      title: 'a service more, below bullets with labels',
      text: '# Shop\n\n## Database\n\n- **Primary**: PostgreSQL\n',
      files: compose('postgres:16', 'redis:7'),
      message: 'compose.yaml shows Redis, which "Database" does not mention',
      fixed: '# Shop\n\n## Database\n\n- **Primary**: PostgreSQL\n- Redis\n',
    },
    {
      title: 'a framework for both sides, once, and what only a block of code names',
      text: `${head}- **Backend:** Node.js\n- **Frontend:** TypeScript\n\n\`\`\`sh\nnpx next dev # Next.js\n\`\`\`\n`,
      files: npm('next', 'pg', 'typescript'),
      message: 'package.json shows Next.js, which "Frontend" does not mention',
      fixed: `${head}- **Backend:** Node.js\n- **Frontend:** TypeScript, Next.js\n\n\`\`\`sh\nnpx next dev # Next.js\n\`\`\`\n`,
    },
    {
      title: 'PostgreSQL, where the section only says of which kind the database is',
      text: `${head}- **Database:** relational\n`,
      files: compose('postgres:16'),
      message: 'compose.yaml shows PostgreSQL, which "Database" does not mention',
      fixed: `${head}- **Database:** relational, PostgreSQL\n`,
    },
    {
      title: 'a service more, with Windows’ line ends',
      text: '# Shop\r\n\r\n## Database\r\n\r\n- PostgreSQL\r\n',
      files: compose('postgres:16', 'redis:7'),
      message: 'compose.yaml shows Redis, which "Database" does not mention',
      fixed: '# Shop\r\n\r\n## Database\r\n\r\n- PostgreSQL\r\n- Redis\r\n',
    },
  ];
  for (const { title, text, files, message, fixed } of cases) {
    it(title, async () => {
      assert.deepEqual(await driftOf(text, files), [{ message, fixed }]);
      // What was repaired is right.
      if (fixed !== undefined) assert.deepEqual(await driftOf(fixed, files), []);
    });
  }
});

describe('drift that is none', () => {
  const pg = npm('fastify', 'pg');
  const cases: readonly (readonly [title: string, text: string, files: Readonly<Record<string, string>>])[] =
    [
      ['CockroachDB speaks PostgreSQL’s protocol', '- **Database:** CockroachDB', pg],
      [
        'what another document says is not known',
        '- **Database:** see docs/db.md\n- **Backend:** [our docs](docs/backend.md)',
        pg,
      ],
      ['YugabyteDB speaks it', '- **Database:** YugabyteDB', pg],
      ['Aurora speaks it', '- **Database:** Amazon Aurora', pg],
      ['RDS runs it', '- **Database:** AWS RDS', pg],
      ['Redshift speaks it', '- **Database:** Redshift', pg],
      ['QuestDB speaks it', '- **Database:** QuestDB', pg],
      ['Neon runs it', '- **Database:** Neon', pg],
      ['Cloud SQL runs it', '- **Database:** Google Cloud SQL', pg],
      ['Azure’s runs it', '- **Database:** Azure Database for PostgreSQL', pg],
      [
        'DocumentDB speaks MongoDB’s protocol',
        '- **Database:** Amazon DocumentDB',
        npm('express', 'mongodb'),
      ],
      ['Valkey speaks Redis’s protocol', '- **Database:** PostgreSQL, Valkey', npm('express', 'pg', 'redis')],
      ['ElastiCache speaks it', '- **Database:** PostgreSQL, ElastiCache', npm('express', 'pg', 'redis')],
      [
        'OpenSearch is reached with Elasticsearch’s client',
        '- **Database:** OpenSearch',
        npm('@elastic/elasticsearch'),
      ],
      ['TiDB is reached as MySQL', '- **Database:** TiDB', npm('express', 'mysql2')],
      [
        'an address in an example of an environment',
        '- **Database:** MySQL',
        { '.env.example': 'DATABASE_URL=postgres://localhost/shop\n' },
      ],
      ['a database that no package would show', '- **Database:** SQLite', python('fastapi')],
      [
        'a database that an extra shows',
        '- **Database:** PostgreSQL',
        {
          'pyproject.toml':
            '[project]\nname = "x"\ndependencies = ["fastapi", "pymongo"]\n\n[project.optional-dependencies]\npg = ["psycopg"]\n\n[dependency-groups]\ndev = []\n',
          'CLAUDE.local.md': '',
          'compose.yaml': 'services:\n  db:\n    image: mongo:8\n',
        },
      ],
      [
        'backups in another cloud',
        '- **Deployment:** Hetzner',
        {
          'main.tf': 'resource "hcloud_server" "x" {}\n',
        },
      ],
      [
        'a framework of a language that no manifest is for',
        '- **Backend:** Django',
        { 'compose.yaml': 'services: {}\n' },
      ],
      [
        '“none”, where only tests have a database',
        '- **Database:** none',
        {
          'package.json': '{ "dependencies": { "fastify": "5" }, "devDependencies": { "pg": "8" } }',
          'docker-compose.test.yml': 'services:\n  db:\n    image: postgres:16\n',
        },
      ],
      ['“none”, where a tool keeps a file', '- **Database:** none', npm('fastify', 'better-sqlite3')],
      [
        '“none”, and the cache stands under another label',
        '- **Backend:** Node.js, Fastify, Redis\n- **Database:** none',
        npm('fastify', 'redis'),
      ],
      ...(
        [
          ['Azure SQL Managed Instance', 'mssql'],
          ['Dragonfly', 'ioredis'],
          ['MemoryDB', 'ioredis'],
          ['Memorystore', 'ioredis'],
          ['Garnet', 'ioredis'],
          ['Vercel KV', 'ioredis'],
          ['Atlas', 'mongodb'],
          ['Crunchy Bridge', 'pg'],
          ['EDB', 'pg'],
          ['Tembo', 'pg'],
          ['RisingWave', 'pg'],
          ['DigitalOcean Managed Databases', 'pg'],
          ['Railway', 'pg'],
          ['Nowhere DB', 'pg'],
          ['Nowhere DB, Redis', 'pg'],
        ] as const
      ).map(
        ([name, driver]) =>
          [`${name} for ${driver}`, `- **Database:** ${name}`, npm('express', driver)] as const,
      ),
      ...(
        [
          ['Alpine', 'alpinejs'],
          ['MERN', 'react'],
          ['MERN stack', 'react'],
          ['T3', 'next'],
          ['T3 stack', 'next'],
          ['Blitz', 'next'],
          ['Plasmo', 'react'],
          ['Shopkit', 'vue'],
        ] as const
      ).map(([name, used]) => [`${name} for ${used}`, `- **Frontend:** ${name}`, npm(used)] as const),
      ['MERN behind', '- **Backend:** MERN stack', npm('express', 'react', 'mongodb')],
      ['T3 behind', '- **Backend:** T3 stack', npm('@trpc/server', 'next', '@prisma/client')],
      [
        'a service that has a section of its own',
        '- **Database:** Postgres\n\n## Search\n\nMeilisearch',
        compose('postgres:16', 'getmeili/meilisearch'),
      ],
      [
        'a service that a sentence of its own names',
        '- **Database:** Postgres\n\n## Vector search\n\nQdrant stores embeddings.',
        compose('postgres:16', 'qdrant/qdrant'),
      ],
      [
        'a service that a heading names, where there is said to be no database',
        '- **Database:** none\n\n## Meilisearch\n\nNever query it directly.',
        compose('getmeili/meilisearch'),
      ],
      ['a section that leads elsewhere', '- **Database:** see docs/db.md', compose('postgres:16')],
      ['one that has a link', '- **Database:** [here](docs/db.md)', compose('postgres:16')],
      [
        'a framework for both sides that one of them names',
        '- **Backend:** Node.js\n- **Frontend:** Next.js',
        npm('next', 'pg'),
      ],
      [
        'Spring Boot for Spring',
        '- **Backend:** Java, Spring',
        {
          'pom.xml':
            '<project><parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>3.5.0</version></parent></project>',
        },
      ],
    ];
  for (const [title, bullets, files] of cases) {
    it(title, async () => {
      const messages = (await driftOf(`${head}${bullets}\n`, files)).map(({ message }) => message);
      assert.deepEqual(
        messages.filter((message) => !allowed.has(`${title}: ${message}`)),
        [],
      );
    });
  }
});

/** What is said beside, and is right. */
const allowed = new Set([
  'a database that an extra shows: compose.yaml shows MongoDB, which "Database" does not mention',
]);

describe('drift groups', () => {
  it('have members that packages show', () => {
    const ecosystems: readonly Ecosystem[] = [
      'npm',
      'python',
      'go',
      'cargo',
      'maven',
      'nuget',
      'gems',
      'composer',
    ];
    for (const ids of packageGroups()) {
      const shown = [...ids].filter((id) => ecosystems.some((ecosystem) => isShownBy(ecosystem, id)));
      assert.ok(shown.length > 1, [...ids].join(' '));
    }
  });
});
