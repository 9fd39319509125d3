import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readProse, readValues } from '../../../server/src/project/values/values.ts';
import type { ValueMode, ValueReading } from '../../../server/src/project/values/values.ts';
import fc from '../../support/fastCheck.ts';
import { assertSoon } from '../../support/timeLimits.ts';

/** `PostgreSQL@16=postgresql` for a technology with its version, `payments~fintech` for a domain, else the text. */
function shown(reading: ValueReading): string {
  return reading.values
    .map((value) => {
      const version = value.version === undefined ? '' : `@${value.version}`;
      const technology = value.technology === undefined ? '' : `=${value.technology.id}`;
      const domain = value.domain === undefined ? '' : `~${value.domain.id}`;
      return `${value.text}${version}${technology}${domain}`;
    })
    .join(' | ');
}

function withVersion(name: string, { version }: { readonly version?: string }): string {
  return version === undefined ? name : `${name}@${version}`;
}

const technologies: readonly (readonly [string, string])[] = [
  [
    'Node.js (NestJS), PostgreSQL 16 primary, Redis for caching',
    'Node.js=node.js | NestJS=nestjs | PostgreSQL@16=postgresql | Redis=redis',
  ],
  ['Angular 17+', 'Angular@17+=angular'],
  ['.NET Core 8.0, C#', '.NET Core@8.0=.net | C#=c-sharp'],
  ['SQL Server 2022', 'SQL Server@2022=sql-server'],
  ['PostgreSQL (primary), Redis for caching', 'PostgreSQL=postgresql | Redis=redis'],
  ['React; Vue; Angular', 'React=react | Vue=vue | Angular=angular'],
  ['React/Vue/Angular', 'React=react | Vue=vue | Angular=angular'],
  ['React and TypeScript', 'React=react | TypeScript=typescript'],
  ['React und TypeScript', 'React=react | TypeScript=typescript'],
  ['React + Vite', 'React=react | Vite=vite'],
  ['React | Vite', 'React=react | Vite=vite'],
  ['Go', 'Go=go'],
  ['Go 1.22', 'Go@1.22=go'],
  ['Go for the services', 'Go=go'],
  ['Go and Rust', 'Go=go | Rust=rust'],
  ['Express on Node.js', 'Express=express | Node.js=node.js'],
  ['Rust backend', 'Rust=rust'],
  ['go', 'go'],
  ['`React`, `pnpm dev`, `src/app`', 'React=react'],
  ['**React** 19', 'React@19=react'],
  ['[React](https://react.dev)', 'React=react'],
  ['[React, Vue]', 'React=react | Vue=vue'],
  ['~~MySQL~~ PostgreSQL', 'PostgreSQL=postgresql'],
  ['not MySQL, PostgreSQL', 'PostgreSQL=postgresql'],
  ['PostgreSQL (not MySQL)', 'PostgreSQL=postgresql'],
  ['PostgreSQL instead of MySQL', 'PostgreSQL=postgresql'],
  ['PostgreSQL, formerly MySQL', 'PostgreSQL=postgresql'],
  ['PostgreSQL (migrated from Oracle), Redis', 'PostgreSQL=postgresql | Redis=redis'],
  ['no MongoDB but PostgreSQL', 'PostgreSQL=postgresql'],
  ['never MongoDB, without Redis', ''],
  ['FastAPI, no ORM, asyncpg or psycopg', 'FastAPI=fastapi | asyncpg=asyncpg | psycopg=psycopg'],
  ['Python (3.12)', 'Python@3.12=python'],
  ['Python 3.13+ with FastAPI', 'Python@3.13+=python | FastAPI=fastapi'],
  ['Node.js >= 22', 'Node.js@22=node.js'],
  ['Prettier - code formatter', 'Prettier=prettier'],
  ['PostgreSQL-compatible storage', 'PostgreSQL-compatible storage'],
  ['python-docx', 'python-docx'],
  ['React, [e.g., Vue]', 'React=react'],
  ['React, TBD', 'React=react'],
  ['Tailwind CSS, some house library', 'Tailwind CSS=tailwind-css | some house library'],
  ['React, etc.', 'React=react'],
  ['React, <!-- Vue --> Angular', 'React=react | Angular=angular'],
  ['React<br>Vue', 'React=react | Vue=vue'],
  ['React、TypeScript', 'React=react | TypeScript=typescript'],
  ['see https://vercel.com/docs', ''],
  ['Graphics (OpenGL, OpenCV)', 'OpenGL=opengl | OpenCV=opencv'],
  ['Graphics (OpenGL, Vulcan, OpenCV)', 'OpenGL=opengl | Vulcan | OpenCV=opencv'],
  ['fastpack (quick esbuild-based bundling)', 'fastpack'],
  ['OurDB (`@our/db`) – embedded', 'OurDB'],
  ['TypeScript 5.9 – `old/` is kept as JavaScript', 'TypeScript@5.9=typescript'],
  ['React → FastAPI → PostgreSQL', 'React=react | FastAPI=fastapi | PostgreSQL=postgresql'],
  ['Crawler with retries, house queue for jobs', 'Crawler | house queue'],
  ['Azure 2×H100', 'Azure=azure'],
  ['e.g., PostgreSQL, MySQL', 'PostgreSQL=postgresql | MySQL=mysql'],
  ['`turbo`, `next`, `better-sqlite3`', 'turbo=turborepo | next=next.js | better-sqlite3=sqlite'],
  ['better-sqlite3', 'better-sqlite3=sqlite'],
  ['C\\#, C\\+\\+', 'C#=c-sharp | C++=cpp'],
  ['node 20', 'node@20=node.js'],
  ['React: 18, PostgreSQL: 16.2', 'React@18=react | PostgreSQL@16.2=postgresql'],
  ['PostgreSQL: 5432', 'PostgreSQL=postgresql'],
  ['node v20.11.1, go 1.22', 'node@20.11.1=node.js | go@1.22=go'],
  ['QUEUE_URL', ''],
  ['npm/yarn', 'npm=npm | yarn=yarn'],
  ['NumPy/OurPlots tooling', 'NumPy=numpy | OurPlots'],
  ['{{database}} with backups', ''],
];

/** Behind a dash names count, and what is said of the item does not. */
const remarks: readonly (readonly [string, string])[] = [
  ['Firebase — Firestore, Cloud Functions', 'firebase firestore cloud-functions'],
  ['Python — FastAPI, Celery', 'python fastapi celery'],
  ['Angular – with NgRx and RxJS', 'angular ngrx rxjs'],
  ['Aurora – PostgreSQL', 'amazon-aurora postgresql'],
  ['Django - with DRF', 'django django-rest-framework'],
  ['React 18 – TypeScript 5, Vite', 'react typescript vite'],
  ['AWS — ECS, RDS (PostgreSQL), S3', 'aws ecs aws-rds postgresql s3'],
  ['PostgreSQL — never MySQL — and Redis', 'postgresql redis'],
  ['React – chosen over Vue', 'react'],
  ['PostgreSQL – we moved away from MongoDB', 'postgresql'],
  ['Zod – TypeScript schema validation', 'zod'],
  ['Rust – Go later', 'rust'],
  ['React – Redux Toolkit for state – MUI for UI', 'react redux-toolkit mui'],
  ['PostgreSQL – hosted on Supabase', 'postgresql supabase'],
  ['PostgreSQL, Redis - cache only - and S3', 'postgresql redis s3'],
];

test('names behind a dash are values, remarks in words are none', () => {
  for (const [text, expected] of remarks) {
    const { values } = readValues(text, 'technologies');
    assert.equal(values.map((value) => value.technology?.id ?? value.text).join(' '), expected, text);
  }
});

/** Names that are English words, as names and as what they mean in English. */
const words: readonly (readonly [string, string])[] = [
  ['Go REST + GraphQL API server', 'Go=go | REST=rest | GraphQL=graphql'],
  ['Go with chi', 'Go=go | chi=chi'],
  ['Go + chi', 'Go=go | chi=chi'],
  ['Go, gin', 'Go=go | gin=gin'],
  ['Go HTTP server', 'Go=go'],
  ['Rust CLI', 'Rust=rust'],
  ['R scripts', 'R=r'],
  ['Use Go for the services', 'Go=go'],
  ['Caddy as reverse proxy', 'Caddy=caddy'],
  ['Vault for secrets', 'Vault=vault'],
  ['Go through the service layer', ''],
  ['Go to the handbook', ''],
  ['Go for the simplest thing', ''],
  ['Render on the server first', ''],
  ['React to user input', ''],
  ['Bootstrap from the entry file', ''],
  ['Play by the rules', ''],
  ['Make for touch', ''],
  ['Just for local runs', ''],
  ['Segment by route', ''],
  ['Move to Kafka', 'Kafka=kafka'],
  ['Nest in folders', ''],
  ['Rest on Sundays', ''],
  ['Rust never sleeps', ''],
];

test('names that are English words are no names where they are verbs', () => {
  for (const [text, expected] of words) {
    const tied = readValues(text, 'technologies').values.filter((value) => value.technology !== undefined);
    assert.equal(shown({ ...readValues(text, 'technologies'), values: tied }), expected, text);
  }
});

/** What is not there, or not there any more. */
const negated: readonly (readonly [string, string])[] = [
  ['MySQL was replaced by PostgreSQL', 'postgresql'],
  ['MySQL replaced with PostgreSQL', 'postgresql'],
  ['MySQL (being replaced by PostgreSQL)', 'postgresql'],
  ['MySQL and Oracle were superseded by PostgreSQL', 'postgresql'],
  ['MySQL (will be replaced by PostgreSQL)', 'mysql'],
  ['PostgreSQL replaces MySQL', 'postgresql'],
  ['Neither Django nor Flask', ''],
  ['PostgreSQL (was MySQL)', 'postgresql'],
  ['MySQL is not used; PostgreSQL', 'postgresql'],
  ['MySQL is no longer used', ''],
  ['PostgreSQL: yes, MySQL: no', 'postgresql'],
  ['non-PHP, Python', 'python'],
  ['Kafka (removed), Redis', 'redis'],
  ['jQuery – dropped in 2.0, React', 'react'],
  ['GraphQL is out of scope', ''],
  ['formerly Rails, now Phoenix', 'phoenix'],
  ['migrated from Rails to Phoenix', 'phoenix'],
  ['previously PHP, now Go', 'go'],
  ['ported from Rails to Go', 'go'],
  ['Python, but not Django', 'python'],
  ['Do not add jQuery', ''],
  ['not only Node.js but also Python', 'node.js python'],
  ['<del>MySQL</del> PostgreSQL', 'postgresql'],
  ['<s class="old">MySQL</s> PostgreSQL', 'postgresql'],
  ['PostgreSQL – excluded from backups', 'postgresql'],
];

/** What was there once, or is ruled out in other words. */
const past: readonly (readonly [string, string])[] = [
  ['We stopped using MongoDB last year', ''],
  ['Earlier versions used MongoDB.', ''],
  ['The previous backend was Rails.', ''],
  ['Previously, we used MongoDB.', ''],
  ['In the past, we used MongoDB.', ''],
  ['Used to be Flask', ''],
  ['Flask used to be our framework, now FastAPI', 'fastapi'],
  ['We used to use MongoDB', ''],
  ['Docker is used to run PostgreSQL', 'docker postgresql'],
  ['Redis - was used for sessions, now removed', ''],
  ['Redis for sessions, now removed, React', 'react'],
  ['MySQL (was used in v1), React', 'react'],
  ['FastAPI – was used to build the API', 'fastapi'],
  ["We haven't adopted Kafka", ''],
  ['We have not adopted Kafka', ''],
  ['Docker is unnecessary, React', 'react'],
  ['Vue must not be used', ''],
  ['Vue and jQuery must not be used; React', 'react'],
  ['We dropped Redis', ''],
  ['Removed Redux, React', 'react'],
  ['Dropped support for MySQL', ''],
  ['We removed Redux in favour of Zustand', 'zustand'],
  ['We dropped MySQL for PostgreSQL', 'postgresql'],
  ['❌ Redux', ''],
  ['❌ Redux, MobX', ''],
  ['❌ Jest → ✅ Vitest', 'vitest'],
  ['❌ Redux ✅ Zustand', 'zustand'],
  ['Redux ❌, Zustand ✅', 'zustand'],
  ['PHP 8.3 (Laravel 11), sin Java, sin Node.js', 'php@8.3 laravel@11'],
  ['sin (x) React', 'react'],
  ['Java 21, nie Kotlin', 'java@21'],
  ['React, без Redux', 'react'],
  ['React, не Vue', 'react'],
  ['PostgreSQL вместо MySQL', 'postgresql'],
];

/** How far it reaches: over a list that a sentence begins with it, up to another thought; else to the comma. */
const negatedLists: readonly (readonly [string, string])[] = [
  ['Node.js. Do NOT use Python, Java or .NET', 'node.js'],
  ['Never use MongoDB, Redis or Elasticsearch', ''],
  ['React. Do NOT use Vue, Angular or Svelte', 'react'],
  ['Never use jQuery, Lodash, or Moment', ''],
  ['No Redux, MobX, Zustand', ''],
  ["Don't add Redis, Memcached or MongoDB", ''],
  ["Don't use Redis, Kafka", ''],
  ['Do NOT use: Redux, MobX', ''],
  ['Avoid Redux, MobX and Zustand', ''],
  ['Please never add Redis, Kafka', ''],
  ['without Redis, Kafka', ''],
  ['Keine Vue, Angular oder Svelte', ''],
  ['Do not use Redux, MobX; React', 'react'],
  ['React (no Redux, MobX), Vite', 'react vite'],
  ['(no Redux, MobX) React', 'react'],
  ['No Redux, React Query instead', 'tanstack-query'],
  ['No Redux – React Query instead', 'tanstack-query'],
  ['No Redux, React Query for server state', 'tanstack-query'],
  ['No MySQL, PostgreSQL 16', 'postgresql@16'],
  ['Do not use npm, use pnpm', 'pnpm'],
  ['Do not use npm, yarn, use pnpm', 'pnpm'],
  ['Do not use npm, but pnpm', 'pnpm'],
  ['Do not use npm, only pnpm', 'pnpm'],
  ["Don't use enums, Zod for validation", 'zod'],
  ['Do not use anything but React', 'react'],
  ['No library except React', 'react'],
  ['No ORM, raw SQL, PostgreSQL', 'sql postgresql'],
  ['No Redux, TypeScript, Vite', 'typescript vite'],
  ['React, no Redux, TypeScript', 'react typescript'],
  ['Node.js, not Java, React', 'node.js react'],
  ['Node.js, never Python or Java', 'node.js'],
  ['Node.js, not Java, Python or Ruby', 'node.js'],
  ['TypeScript, avoid enums, Zod', 'typescript zod'],
  ['Plain JavaScript without React, Vue or Angular', 'vanilla-js'],
  ['Instead of Redux, MobX or Recoil, use Zustand', 'zustand'],
  ['Neither Django, Flask nor Pyramid', ''],
  ['Node.js\nDo not use Python, Java', 'node.js'],
  ['React, Vite\nNo Redux, MobX', 'react vite'],
  ['React, No Redux, TypeScript', 'react typescript'],
  ['Never guess: use TypeScript, React', 'typescript react'],
  ['Do not skip tests, Jest and Playwright run in CI', 'jest playwright'],
  ['Never read, write or delete Redis keys', ''],
  ['Never write to Redis directly', ''],
  ['Do not connect to Oracle from services', ''],
  ["Don't deploy to Heroku", ''],
  ['Do not commit to MongoDB branches', ''],
];

/** A colon behind what is no name begins another thought, unless it announces the list of what is negated. */
const negatedBeforeColon: readonly (readonly [string, string])[] = [
  [
    'Do NOT upgrade without asking: React 18, Node.js 20, PostgreSQL 15.',
    'react@18 node.js@20 postgresql@15',
  ],
  ['Never change these without approval: Next.js, Prisma, PostgreSQL.', 'next.js prisma postgresql'],
  ["Don't touch: Redis, Kafka", 'redis kafka'],
  ['Never blocking: Node.js, Fastify', 'node.js fastify'],
  ['Never deploy from a laptop: GitHub Actions builds the image', 'github-actions'],
  ['No magic: Node.js, Fastify', 'node.js fastify'],
  ['Not a monorepo: Next.js app, FastAPI service', 'next.js fastapi'],
  ['No build step: plain HTML, Alpine.js', 'html alpine.js'],
  ['No Docker required: Node.js 22, Fastify and SQLite', 'node.js@22 fastify sqlite'],
  ['No Redis or Kafka required: PostgreSQL', 'postgresql'],
  ['No exceptions: TypeScript strict, React 19, Vite', 'typescript react@19 vite'],
  ['No frameworks: Node.js, SQLite', 'node.js sqlite'],
  ['Without Docker: Node.js 22', 'node.js@22'],
  ['Never use: jQuery, Lodash', ''],
  ['Do not introduce new libraries: Redux, MobX', ''],
  ['We do not use the following: MongoDB, Redis', ''],
  ['Do not use these languages: PHP, Java', ''],
  ['Never add dependencies like these: jQuery, Lodash', ''],
  ['No ORMs: Prisma, TypeORM', ''],
  ['Not allowed: Redux, MobX', ''],
  ['Nicht verwenden: Redux, MobX', ''],
  ['React. Deprecated: jQuery, Enzyme', 'react'],
  ['Forbidden libraries: jQuery', ''],
  ['do not block the event loop in Node.js, use BullMQ', 'node.js bullmq'],
  ['Never use class components in React', 'react'],
  ['We do not write code in Java', ''],
  ['No new code in PHP', ''],
  ['Never deploy in Azure', ''],
  ['without Kubernetes on AWS ECS', 'ecs'],
  ['Never deploy Docker on AWS', ''],
  ['We do not deploy by hand: GitHub Actions, Docker', 'github-actions docker'],
];

/** Of a finished change the target is there; of one that is planned or under way both sides; of a flow all. */
const migrations: readonly (readonly [string, string])[] = [
  ['We migrated from MySQL to PostgreSQL in 2023', 'postgresql'],
  ['We have migrated from MySQL to PostgreSQL', 'postgresql'],
  ['The database was migrated from MySQL to PostgreSQL.', 'postgresql'],
  ['recently moved from Flask to FastAPI', 'fastapi'],
  ['Migrated the app from Angular to React', 'react'],
  ['We switched the test runner from Jest to Vitest', 'vitest'],
  ['we rewrote the backend from Python to Go', 'go'],
  ['We upgraded from Node 18 to Node 22', 'node.js@22'],
  ['Upgraded from Angular 14 to 17', 'angular'],
  ['Data is moved from PostgreSQL to BigQuery', 'postgresql bigquery'],
  ['We have migrated MySQL to PostgreSQL', 'postgresql'],
  ['We migrated all services to Kubernetes', 'kubernetes'],
  ['MySQL was migrated to PostgreSQL', 'postgresql'],
  ['Flask was rewritten in FastAPI', 'fastapi'],
  ['The React app was migrated to TypeScript', 'react typescript'],
  ['from Flask to FastAPI', 'fastapi'],
  ['MySQL → PostgreSQL', 'postgresql'],
  ['Express → Fastify (migration complete)', 'fastify'],
  ['Jest → Vitest, Webpack -> Vite', 'vitest vite'],
  ['Angular 14 → Angular 17', 'angular@17'],
  ['Express → Fastify (migration in progress)', 'express fastify'],
  ['migrating from MySQL to PostgreSQL', 'mysql postgresql'],
  ['will be migrated from MySQL to PostgreSQL', 'mysql postgresql'],
  ['planned migration from MySQL to PostgreSQL', 'mysql postgresql'],
  ['PostgreSQL (migrating from MySQL)', 'postgresql mysql'],
  ['PostgreSQL, migrate to CockroachDB in Q3', 'postgresql cockroachdb'],
  ['React → Express', 'react express'],
  ['React → FastAPI → PostgreSQL', 'react fastapi postgresql'],
  ['Kafka → PostgreSQL → MySQL', 'kafka postgresql mysql'],
  ['Prometheus → Grafana', 'prometheus grafana'],
  ['TypeScript → JavaScript', 'typescript javascript'],
  ['PostgreSQL → MySQL replication', 'postgresql mysql'],
  ['SQLite (dev) → PostgreSQL (prod)', 'sqlite postgresql'],
  ['We replaced MySQL with PostgreSQL', 'postgresql'],
  ['Replaced Redux with Zustand, React', 'zustand react'],
  ['We are replacing MySQL with PostgreSQL', 'mysql postgresql'],
];

/** What is preferred to something else, or used in its place, is there. */
const preferred: readonly (readonly [string, string])[] = [
  ['Instead of Express we use Fastify', 'fastify'],
  ['In place of Redux we use Zustand with React', 'zustand react'],
  ['Rather than MySQL we run PostgreSQL', 'postgresql'],
  ['Rather than Express use Fastify', 'fastify'],
  ['Instead of React the frontend is Vue', 'vue'],
  ['Statt Express nutzen wir Fastify', 'fastify'],
  ['use PostgreSQL rather than MySQL, Redis', 'postgresql redis'],
  ['PostgreSQL over MySQL', 'postgresql'],
  ['Redis over Memcached', 'redis'],
  ['React over Vue, Vite over Webpack', 'react vite'],
  ['Prefer Tailwind over CSS modules', 'tailwind-css'],
  ['Prefer pnpm to npm', 'pnpm'],
  ['We prefer Vitest over Jest', 'vitest'],
  ['Fastify (over Express), Vite', 'fastify vite'],
  ['Tailwind over CSS', 'tailwind-css css'],
  ['MQTT over WebSockets', 'mqtt websocket'],
  ['Prisma over PostgreSQL', 'prisma postgresql'],
];

/** Of a change that is denied the old side is there, of one that is planned or done in part both. */
const openMigrations: readonly (readonly [string, string])[] = [
  ['has not been migrated from Angular to React yet', 'angular'],
  ['The frontend has not been migrated from Angular to React yet', 'angular'],
  ['never migrated from Express to Fastify', 'express'],
  ['Not migrated from Express to Fastify yet', 'express'],
  ["We haven't migrated from MySQL to PostgreSQL yet", 'mysql'],
  ["Don't upgrade from Node 18 to Node 22", 'node.js@18'],
  ['React, not migrated from Angular, Vite', 'react vite'],
  ['We will migrate from MySQL to PostgreSQL in Q3', 'mysql postgresql'],
  ['We are planning to migrate from MySQL to PostgreSQL', 'mysql postgresql'],
  ['about to move from Heroku to AWS', 'heroku aws'],
  ['Heroku, will move to AWS', 'heroku aws'],
  ['Heroku (moving to AWS)', 'heroku aws'],
  ['Being migrated from Express to Fastify', 'express fastify'],
  ['plan to migrate from Express to Fastify', 'express fastify'],
  ['partially migrated from Express to Fastify', 'express fastify'],
  ['not fully migrated from Express to Fastify', 'express fastify'],
  ['50% migrated from Heroku to AWS', 'heroku aws'],
  ['Migration from Flask to FastAPI has not started', 'flask fastapi'],
  ['We will upgrade from Angular 14 to 17', 'angular@14'],
  ['migrated Heroku → Render', 'render'],
  ['was Heroku, is Render', 'render'],
  ['was Heroku, now Render', 'render'],
  ['Vagrant abandoned', ''],
  ['Kafka dropped, Redis', 'redis'],
];

test('what is negated, replaced or struck out is no value', () => {
  for (const [text, expected] of [
    ...negated,
    ...past,
    ...negatedLists,
    ...negatedBeforeColon,
    ...migrations,
    ...openMigrations,
    ...preferred,
  ]) {
    for (const read of [readValues, readProse]) {
      const { values } = read(text, 'technologies');
      assert.equal(
        values.map((value) => withVersion(value.technology?.id ?? `"${value.text}"`, value)).join(' '),
        expected,
        text,
      );
    }
  }
  assert.equal(shown(readValues('Celery replaced by OurQueue', 'technologies')), 'OurQueue');
});

test('technologies of a value', () => {
  for (const [text, expected] of technologies)
    assert.equal(shown(readValues(text, 'technologies')), expected, text);
});

const domains: readonly (readonly [string, string])[] = [
  ['fintech, B2B payments', 'fintech~fintech | B2B payments~payments'],
  ['healthcare', 'healthcare~healthcare'],
  ['fintech and healthcare', 'fintech~fintech | healthcare~healthcare'],
  ['beekeeping, fintech', 'beekeeping | fintech~fintech'],
  ['not healthcare, fintech', 'fintech~fintech'],
  ['fintech (not crypto)', 'fintech~fintech'],
  ['fin-tech, fin tech', 'fin-tech~fintech | fin tech~fintech'],
  ['insur-tech', 'insur-tech~insurance'],
  [
    'Scheduling and dispatch for municipal snow removal fleets',
    'Scheduling and dispatch for municipal snow removal fleets',
  ],
];

test('domains of a value', () => {
  for (const [text, expected] of domains) assert.equal(shown(readValues(text, 'domains')), expected, text);
});

const texts: readonly (readonly [string, string])[] = [
  ['improve collaboration, process automation', 'improve collaboration | process automation'],
  ['Ship v2, with React', 'Ship v2, with React=react'],
  ['sell more, return less, and learn', 'sell more | return less | learn'],
  ['p95 < 200 ms', 'p95 < 200 ms'],
  ['No hardcoded secrets, safe code', 'No hardcoded secrets | safe code'],
  ['1,000 users, 99.9% uptime', '1,000 users | 99.9% uptime'],
  ['Redis caching in front of it', 'Redis caching in front of it=redis'],
  ['We never log bodies. Tokens, if any, expire.', 'We never log bodies. Tokens, if any, expire'],
];

test('texts as values', () => {
  for (const [text, expected] of texts) assert.equal(shown(readValues(text, 'text')), expected, text);
});

const statuses: readonly (readonly [string, ValueReading['status']])[] = [
  ['', 'empty'],
  ['React', 'met'],
  ['[fill in, e.g., React]', 'unfilled'],
  ['TBD', 'unfilled'],
  ['[TBD], [FRAMEWORK]', 'unfilled'],
  ['React, TBD', 'partial'],
  ['none', 'none'],
  ['none (CLI only)', 'none'],
  ['none, the tool keeps no state', 'none'],
  ['[AWS]', 'met'],
  ['none for now', 'none'],
  ['none at the moment', 'none'],
  ['(nothing)', 'none'],
  ['~~Django~~', 'empty'],
  ['<del>Django</del>', 'empty'],
  ['not Django', 'met'],
  ['No inline styles', 'met'],
  ['http://localhost:8080', 'met'],
  ['`make backend`', 'met'],
];

test('status of a value', () => {
  for (const [text, status] of statuses) assert.equal(readValues(text, 'technologies').status, status, text);
});

test('running text gives only names of the catalogue', () => {
  const reading = readProse(
    "The API is a FastAPI service. Don't use Flask. Go there for more, or ask.",
    'technologies',
  );
  assert.equal(shown(reading), 'FastAPI=fastapi');
});

/** [running text, values, whether one is declared] */
const sentences: readonly (readonly [string, string, boolean])[] = [
  ['We keep all in PostgreSQL 16.', 'postgresql', true],
  ['The service is written in Go and Rust.', 'go rust', true],
  ['Redis is used for sessions.', 'redis', true],
  ['The database is PostgreSQL.', 'postgresql', true],
  ['React 19, Vite and Go.', 'react vite go', true],
  ['PostgreSQL, which is hosted on AWS, and Redis.', 'postgresql aws redis', true],
  ['Pushes to main auto-deploy via GitHub Actions.', 'github-actions', true],
  ['Use Prisma models in the data folder.', 'prisma', true],
  ['Always use Python 3.12 and FastAPI.', 'python fastapi', true],
  ['The API is written in Kotlin on top of Ktor.', 'kotlin ktor', true],
  ["The frontend isn't just React, it also uses Next.js.", 'react next.js', true],
  ['None of the services use Java, all use Kotlin and Ktor.', 'kotlin ktor', false],
  ['Nothing but Go and PostgreSQL.', 'go postgresql', true],
  [
    'We never went down the microservices road: the backend is one Rails app with PostgreSQL and Redis.',
    'ruby-on-rails postgresql redis',
    true,
  ],
  ['If there is a Redux store, write to it.', '', false],
  ['When you touch React code, run the linter.', '', false],
  ['Always update the Django settings.', '', false],
  ['For React patterns and testing practices, see the handbook.', '', false],
  ['You can use Redis for caching.', '', false],
  ['HTML imports fully support React, CSS, Tailwind.', 'html react css tailwind-css', false],
  ['Every time stamp written from JavaScript is a string.', '', false],
];

test('sentences declare what they say is used', () => {
  for (const [text, expected, declares] of sentences) {
    const reading = readProse(text, 'technologies');
    assert.equal(reading.values.map((value) => value.technology?.id).join(' '), expected, text);
    assert.equal(reading.declares, declares, text);
  }
});

test('groups with the names of the template', () => {
  const { groups, values } = readValues('Frontend (React, Vue), Backend (Python, Go)', 'technologies');
  assert.deepEqual(
    groups.map((group) => group.label),
    ['Frontend', 'Backend'],
  );
  assert.equal(values.length, 4);
});

test('spans cover the value; nothing throws', () => {
  const piece = fc.constantFrom(
    'React',
    'Go',
    ' and ',
    ', ',
    '(',
    ')',
    '[',
    ']',
    '`',
    '**',
    '~~',
    'not ',
    '16',
    ' v2+',
    '<!--',
    '-->',
    'é',
    '😀',
    '\n',
    'TBD',
    '|',
    '.',
    ' - ',
  );
  const modes: ValueMode[] = ['technologies', 'domains', 'text', 'whole'];
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      for (const mode of modes) {
        for (const value of [...readValues(text, mode).values, ...readProse(text, mode).values]) {
          assert.ok(value.span.start < value.span.end && value.span.end <= text.length);
          assert.ok(text.slice(value.span.start, value.span.end).includes(value.text.slice(0, 1)));
        }
      }
    }),
    { numRuns: 300 },
  );
});

const hostile = ['(', '`', '[', '~~', '<!--', '*', ',', 'not ', 'a ', '(`', '[a](b "', 'React, '];

test('hostile values end soon', () => {
  for (const unit of [
    ...hostile,
    'no React, ',
    'never use a, ',
    'a b, ',
    'no a or ',
    'React → Vue, ',
    'moved a from ',
    'will move from React to ',
    'never a in React ',
    'no a: ',
    ' – React for a',
    'React over Vue ',
    'Instead of a we ',
    'was React removed ',
  ]) {
    assertSoon(2000, unit, () => {
      readValues(unit.repeat(200_000), 'technologies');
      readProse(unit.repeat(200_000), 'text');
    });
  }
});

const choices: readonly (readonly [string, string])[] = [
  ['Use TypeORM, Prisma, or Mongoose', ''],
  ['Use TypeORM, Prisma or Mongoose for persistence.', ''],
  ['MySQL 8 (legacy) or even PostgreSQL 15.', ''],
  ['Wir nehmen React oder Vue, dazu Node.js.', 'node.js'],
  ['React, with Jest or Vitest.', 'react'],
  ['We use PostgreSQL or compatible.', 'postgresql'],
  ['PostgreSQL and Redis.', 'postgresql redis'],
  ['Set DATABASE_URL or use Docker to start PostgreSQL.', 'docker postgresql'],
  ['Deploy on AWS, or run Docker locally.', 'aws docker'],
];

test('prose that leaves the choice declares nothing', () => {
  for (const [text, expected] of choices) {
    const { values } = readProse(text, 'technologies');
    assert.equal(values.map((value) => value.technology?.id).join(' '), expected, text);
  }
});
