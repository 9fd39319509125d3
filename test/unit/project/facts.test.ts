import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MarkdownTree } from '../../../server/src/parse/markdown.ts';
import { readFacts } from '../../../server/src/project/facts.ts';
import type { ProjectFacts } from '../../../server/src/project/facts.ts';
import { factsByKind } from '../../../server/src/project/factsByKind.ts';
import type { DeclaredValue } from '../../../server/src/project/factTypes.ts';

function factsOf(...texts: string[]): ProjectFacts {
  return readFacts(
    texts.map((text, index) => ({
      uri: `file:///${index}.md`,
      body: MarkdownTree.parse(text),
      bodyStart: 0,
    })),
  );
}

function ids(values: readonly DeclaredValue[]): string {
  return values.map((value) => value.technology?.id ?? value.domain?.id ?? `"${value.text}"`).join(' ');
}

const template = `# Shop

## 0. Project Metadata

- **project_name**: "shop"
- **primary_language**: typescript
- **business_domain**: ecommerce
- **project_scale**: sme

## 2. Domains and Goals

- Business domains: fintech, B2B payments
- Main project goals: sell more, return less

## 3. Technologies

- **Frontend – technologies and tools:** none (API only)
- **Backend – technologies and tools:** Node.js (NestJS), PostgreSQL 16 primary, Redis for caching
- **Deployment – infrastructure and tools:** [fill in, e.g., Docker]
- **Other:** OpenTelemetry

## 6. Non-functional Requirements

- Performance: p95 < 200 ms
- Security: no card data in logs
`;

/** [document, label, status, values] */
const resolutions: readonly (readonly [string, string, string, string])[] = [
  [template, 'Business domains', 'met', 'fintech payments'],
  [template, 'business domain', 'met', 'fintech payments'],
  [template, 'Backend â€“ technologies and tools', 'met', 'node.js nestjs postgresql redis'],
  [template, 'Backend', 'met', 'node.js nestjs postgresql redis'],
  [template, '3. Technologies', 'partial', 'node.js nestjs postgresql redis opentelemetry'],
  [template, 'Database', 'missing', ''],
  [template, 'Frontend technologies', 'none', ''],
  [template, 'Infrastructure and deployment', 'unfilled', ''],
  [template, 'Main project goals', 'met', '"sell more" "return less"'],
  [template, 'project_scale', 'met', '"sme"'],
  [template, 'Non-functional requirements', 'met', '"p95 < 200 ms" "no card data in logs"'],
  [template, 'Integrations and external dependencies', 'missing', ''],
  [template, 'Compliance', 'missing', ''],
  // Metadata stands in.
  ['- **business_domain**: fintech\n', 'Business domains', 'met', 'fintech'],
  ['- Business domains: TBD\n- **business_domain**: fintech\n', 'Business domains', 'met', 'fintech'],
  ['- **business_domain**: [domain: fintech, saas]\n', 'Business domains', 'missing', ''],
  // Any section may be named.
  ['## 7.1 Compliance\n\nWe follow PCI DSS.\n', 'compliance', 'met', '"We follow PCI DSS"'],
  ['## Compliance\n', 'Compliance', 'unfilled', ''],
  // Several places with one label: all count.
  ['- Database: TBD\n\n## Database\n\n- PostgreSQL\n', 'Database', 'met', 'postgresql'],
  ['- Database: Redis\n\n## Database\n\n- PostgreSQL\n', 'Database', 'met', 'redis postgresql'],
  // What real projects write.
  [
    '## Tech Stack\n\n- **Language**: TypeScript\n- PostgreSQL 15\n',
    'Technologies',
    'met',
    'typescript postgresql',
  ],
  ['## Tech Stack\n\n- **Language**: TypeScript\n- PostgreSQL 15\n', 'Database', 'met', 'postgresql'],
  ['## Tech Stack\n\n- React\n', 'Database', 'missing', ''],
  ['## Tech Stack\n\n- **TypeScript (frontend)**: Vite\n', 'Frontend', 'met', 'typescript vite'],
  ['## Tech Stack\n\n- **TypeScript (frontend)**: Vite\n', 'Backend', 'missing', ''],
  ['## Architecture\n\n- **Backend**: `apps/api` – NestJS server\n', 'Backend', 'met', 'nestjs'],
  ['## Technologies\n\n**Stacks**: Backend (Go, PostgreSQL)\n', 'Backend', 'met', 'go postgresql'],
  ['## Technologies\n\n**Stacks**: Backend (Go, PostgreSQL)\n', 'Database', 'missing', ''],
  ['## Technologies\n\n**Stacks**: Backend (Go, PostgreSQL)\n', 'Technologies', 'met', 'go postgresql'],
  ['## Frontend\n\n```sh\nnpm run dev\n```\n', 'Frontend – technologies and tools', 'missing', ''],
  ['## Frontend\n\nReact with Vite.\n', 'Frontend – technologies and tools', 'met', 'react vite'],
  ['## Stack\n\nPush each change as its own commit.\n', 'Technologies', 'missing', ''],
  // Instructions, notes, rows and files that only have a name in common.
  ['## Frontend\n\nFor React patterns, see the handbook.\n', 'Frontend', 'missing', ''],
  ['## Backend\n\n- Go through the service layer\n- Use async handlers\n', 'Backend', 'missing', ''],
  ['- **Storage**: every time stamp written from JavaScript is a string.\n', 'Database', 'missing', ''],
  [
    '## Rules\n\n- Frontend: use TypeScript\n- Frontend: if there is a React hook, test it\n',
    'Frontend',
    'missing',
    '',
  ],
  ['## Code Style\n\n- Frontend: TypeScript required\n', 'Frontend', 'missing', ''],
  ['## APIs\n\n- `open()` opens a Redis connection\n', 'External APIs', 'missing', ''],
  ['- **APIs**: Stripe, SendGrid\n', 'External APIs', 'met', 'stripe sendgrid'],
  ['- Services: `ServiceName.ts`\n', 'Services', 'missing', ''],
  ['- `metadata` — pairs of keys and values\n', 'Project Metadata', 'missing', ''],
  ['- **agents/** — what agents can do\n', 'Agents and Roles', 'missing', ''],
  ['1. Overview — one paragraph\n', 'Project Description', 'missing', ''],
  ['- **[Version History](history.md)** - what came when\n', 'Change History', 'missing', ''],
  [
    '## Agents\n\n| Agent | Tools |\n|---|---|\n| `security` | 6 |\n| `performance` | 5 |\n',
    'Non-functional requirements',
    'missing',
    '',
  ],
  [
    '## Crawler\n\n- `domains`: patterns\n  - **Security**: no wildcards\n  - **Performance**: sets are fast\n',
    'Non-functional requirements',
    'missing',
    '',
  ],
  [
    '## Requirements\n\n**Performance**: 200 ms\n\n## Prompt format\n\n**Requirements**: four parts\n',
    'Non-functional requirements',
    'met',
    '"200 ms"',
  ],
  ['## Database\n\nTables are in `db/schema.sql`. Run `make migrate`.\n', 'Database', 'missing', ''],
  ['## Database\n\n```sh\nmake migrate\n```\n', 'Database', 'missing', ''],
  ['## Database\n\nWe do not use MySQL.\n', 'Database', 'met', ''],
  ['## Database\n\nAll is kept in JSON files.\n', 'Database', 'met', ''],
  ['- Database: our own store\n', 'Database', 'met', ''],
  ['## Ports\n\nFrontend: 3000, Database: 5432\n', 'Database', 'missing', ''],
  ['## Commits\n\n- Scopes: backend: the API, database: migrations\n', 'Database', 'missing', ''],
  ['## Technologies\n\n### Database\n\nRun `make migrate`.\n', 'Database', 'met', ''],
  // Under a heading that says the opposite a label answers nothing.
  ['## Out of scope\n\n- Frontend: Flutter\n', 'Frontend', 'missing', ''],
  ['## Non-goals\n\n- Backend: Java\n', 'Backend', 'missing', ''],
  ['## Do not use\n\n- Database: MongoDB\n', 'Database', 'missing', ''],
  ['## Deprecated\n\n- Frontend: AngularJS\n', 'Frontend', 'missing', ''],
  ['## Legacy stack\n\n- Backend: PHP\n', 'Backend', 'missing', ''],
  ['## Removed\n\n### Deployment\n\nHeroku\n', 'Deployment', 'missing', ''],
  ['## Avoid\n\n- Database: Oracle\n', 'Database', 'missing', ''],
  ['## Never change without asking\n\n- Database: Oracle\n', 'Database', 'met', 'oracle'],
  // Under headings that ask something else, and behind such labels.
  ['## Testing\n\n- Frontend: Jest, Backend: pytest\n', 'Backend', 'missing', ''],
  ['## Linting\n\n- Frontend: ESLint, Backend: Ruff\n', 'Frontend', 'missing', ''],
  ['**Testing**: Frontend: Jest, Backend: pytest\n', 'Backend', 'missing', ''],
  ['## Environments\n\nBackend: port 80, Database: db.example.com:5432\n', 'Database', 'missing', ''],
  ['## Environment\n\nBackend: API_KEY, Database: POSTGRES_PASSWORD\n', 'Database', 'missing', ''],
  ['## Environment\n\nBackend: Go, Database: PostgreSQL\n', 'Database', 'met', 'postgresql'],
  ['## Coding rules\n\n- Naming: Frontend: camelCase, Database: snake_case\n', 'Database', 'missing', ''],
  ['## Code review checklist\n\n- Backend: errors, Database: indexes\n', 'Database', 'missing', ''],
  ['## Gotchas\n\n- Frontend: state is in Redux, Database: never truncate\n', 'Database', 'missing', ''],
  ['## Architecture\n\n- Frontend: React, Database: MySQL\n', 'Database', 'met', 'mysql'],
  ['## packages/api\n\n- Backend: Go, Database: MySQL\n', 'Database', 'met', 'mysql'],
  ['## Tech Stack\n\n### Testing\n\n- Frontend: Jest, Backend: pytest\n', 'Backend', 'met', 'pytest'],
  ['## Deployment\n\nDeploys run on GitHub Actions to AWS ECS.\n', 'Deployment', 'met', 'github-actions ecs'],
  ['## Deployment\n\nMerges to main deploy to the Heroku app.\n', 'Deployment', 'met', 'heroku'],
  // Where the answer stands is an answer, without values.
  ['- Database: see docs/db.md\n', 'Database', 'met', ''],
  ['- **Backend**: [our docs](docs/backend.md)\n', 'Backend', 'met', ''],
  ['- **Backend**: `docs/backend.md`\n', 'Backend', 'met', ''],
  ['## Backend\n\nSee docs/backend.md.\n', 'Backend', 'met', ''],
  ['## Crawler\n\n- Backend: see docs/backend.md\n', 'Backend', 'missing', ''],
  ['## Architecture\n\n- Backend: see docs/backend.md\n', 'Backend', 'met', ''],
  ['## Architecture\n\n**Deployment**: described in docs/deploy.md\n', 'Deployment', 'met', ''],
  ['## System Architecture\n\n### Frontend\n\nSee docs/web.md.\n', 'Frontend', 'met', ''],
  // Names of technologies sections that mean other things too.
  ['## Tech\n\n- Debt: remove jQuery\n- Talks: Kafka on Friday\n', 'Technologies', 'missing', ''],
  ['## Tech\n\n- Slack: #tech\n', 'Technologies', 'missing', ''],
  ['## Tech\n\n- Slack: alerts of the pipeline\n', 'Technologies', 'met', 'slack'],
  ['## Built With\n\nLove, coffee and React\n', 'Technologies', 'met', 'react'],
  ['## Stack & Conventions\n\n- Kubernetes manifests use 2 spaces\n', 'Deployment', 'missing', ''],
  ['## Stack & Conventions\n\n- Kubernetes 1.30\n', 'Deployment', 'met', 'kubernetes'],
  ['- **Backend**: Django, see docs/backend.md\n', 'Backend', 'met', 'django'],
  // One of what the template has several of; integration is that of tests, too.
  ['## Project Goal\n\nSell.\n', 'Main project goals', 'met', '"Sell"'],
  ['## Integration\n\n- Stripe\n', 'Integrations', 'met', 'stripe'],
  ['## Testing\n\n### Integration\n\n- Stripe\n', 'Integrations', 'missing', ''],
  ['# Testing\n\n## Integration\n\nnpm run test:all\n', 'Integrations', 'missing', ''],
  ['# Non-functional\n\n- Security: OAuth\n', 'Non-functional requirements', 'met', 'oauth'],
  // Names that mean other things too count where they hold what is asked for.
  ['## Server\n\n- Express on Node.js\n', 'Backend', 'met', 'express node.js'],
  ['## Server\n\n```sh\nmake serve\n```\n', 'Backend', 'missing', ''],
  ['## Server\n\nRestart it with care.\n', 'Server', 'met', ''],
  ['## Server\n\n- Express\n', 'Server', 'met', 'express'],
  ['- **Backend:** Go\n', 'Server', 'met', 'go'],
  ['## Data stores in use\n\n- Redis\n', 'Data stores in use', 'met', 'redis'],
  ['- **UI**: React\n- **Infra**: AWS\n', 'Infrastructure', 'met', 'aws'],
  ['## Data persistence\n\n- Redis\n', 'Database', 'met', 'redis'],
  ['**Business Context**: fintech\n', 'Business domains', 'met', 'fintech'],
  ['## Key goals\n\n- Sell more\n', 'Main project goals', 'met', '"Sell more"'],
  ['## Backend & Database\n\n- Node.js\n- Redis\n', 'Database', 'met', 'redis'],
  ['## Tech\n\n- Java 21\n- PostgreSQL\n', 'Database', 'met', 'postgresql'],
  ['## Tech\n\nAsk before you add any.\n', 'Technologies', 'missing', ''],
  ['Tech: Ruby 3.3 / Rails 7.1\n', 'Technologies', 'met', 'ruby ruby-on-rails'],
  ['## Built With\n\n- React\n', 'Technologies', 'met', 'react'],
  ['## Tech Stack — no exceptions\n\n- React\n', 'Technologies', 'met', 'react'],
  ['## Tech Stack – Backend\n\n- Go\n', 'Backend', 'met', 'go'],
  ['## Stack & Conventions\n\n- React\n- Name files in English\n', 'Technologies', 'met', 'react'],
  ['## Key Dependencies\n\n- React\n', 'Technologies', 'met', 'react'],
  ['## Key Dependencies\n\n- Run `npm ci`\n', 'Technologies', 'missing', ''],
  ['## Integrations\n\n### Key Dependencies\n\n- Stripe\n', 'Technologies', 'missing', ''],
  ['## Development Stack\n\n- React\n', 'Technologies', 'met', 'react'],
  ['## Tech debt\n\n- React\n', 'Technologies', 'missing', ''],
  ['## Tech Stack\n\n> React, Go\n', 'Backend', 'met', 'go'],
  ['## Tech Stack\n\nA React SPA that calls a Laravel API.\n', 'Backend', 'met', 'laravel'],
  [
    '## Tech Stack\n\nThe React client calls a Laravel API, which keeps its data in Redis.\n',
    'Technologies',
    'met',
    'react laravel redis',
  ],
  [
    '| Part | Technology |\n|---|---|\n| Frontend | React |\n| Backend | Go |\n| Orchestration | Kubernetes |\n',
    'Technologies',
    'met',
    'react go kubernetes',
  ],
  [
    '| Part | Technology |\n|---|---|\n| Frontend | React |\n| Backend | Go |\n| Orchestration | Kubernetes |\n',
    'Deployment',
    'met',
    'kubernetes',
  ],
  // What the catalogue does not know.
  ['- **Backend**: FooFramework\n', 'Backend', 'met', '"FooFramework"'],
  ['- **Backend**: FooFramework, Express\n', 'Backend', 'met', '"FooFramework" express'],
  ['- **Database**: OurDB\n', 'Database', 'met', '"OurDB"'],
  // A negation of something else than the label's own thing is an answer without values; of the thing itself "none".
  ['- **Backend**: not Django\n', 'Backend', 'met', ''],
  ['## Stack\n\n- No Docker required: Node.js 22, Fastify\n', 'Technologies', 'met', 'node.js fastify'],
  ['## Technologies\n\n- Backend: No server: everything runs in the browser\n', 'Backend', 'met', ''],
  ['## Tech Stack\n\n- No exceptions: React 19, Vite\n', 'Technologies', 'met', 'react vite'],
  ['## Tech Stack\n\n- **Do not upgrade**: React\n- Never use: Vue\n', 'Technologies', 'met', 'react'],
  ['## Tech Stack\n\n- **Frontend:** React\n- **Banned:** Enzyme\n', 'Technologies', 'met', 'react'],
  ['## Technologies\n\n- Frontend: No inline styles\n', 'Frontend', 'met', ''],
  ['## Technologies\n\n- Database: no raw SQL\n', 'Database', 'met', ''],
  ['## Technologies\n\n- Deployment: no Kubernetes!\n', 'Deployment', 'met', ''],
  ['## Technologies\n\n- Database: There is no database.\n', 'Database', 'none', ''],
  ['## Technologies\n\n- Database: no external database\n', 'Database', 'met', ''],
  ['## Technologies\n\n- Frontend: no UI\n', 'Frontend', 'none', ''],
  ['## Technologies\n\n- Backend: ~~Django~~\n', 'Backend', 'unfilled', ''],
  ['- Business domains: no specific domain\n', 'Business domains', 'none', ''],
  ['## Integrations\n\nNo external services are called.\n', 'Integrations', 'none', ''],
  ['## Integrations\n\n- Never call Stripe from the client\n', 'Integrations', 'met', ''],
  ['## Database\n\nMySQL: no\n', 'Database', 'met', ''],
  [
    '## Database\n\n- PostgreSQL\n- Make a migration with:\n\n```sh\nx\n```\n',
    'Database',
    'met',
    'postgresql',
  ],
  ['## Database\n\n- PostgreSQL\n- Example:\n\n  ```sh\n  x\n  ```\n', 'Database', 'met', 'postgresql'],
  ['## Domains\n\n- `billing/`\n- `core/`\n', 'Business domains', 'missing', ''],
  ['- Backend: Go\n- Database: PostgreSQL\n', 'Technologies', 'met', 'go postgresql'],
  // "None" of one part is not "none" of the whole.
  ['## Technologies\n\n- Frontend: none\n', 'Technologies', 'partial', ''],
  ['# Shop\n\n## Other\n\nBe kind to users.\n', 'Technologies', 'missing', ''],
  ['# Shop\n\n### Other\n\n', 'Technologies', 'missing', ''],
  ['## Notes\n\n- Other: TBD\n', 'Technologies', 'missing', ''],
  ['Other: see the wiki\n', 'Technologies', 'missing', ''],
  ['## Technologies\n\n- Other: TBD\n', 'Other', 'unfilled', ''],
  ['- Other: Kafka\n', 'Technologies', 'met', 'kafka'],
  ['- Deployment: Docker, Compose\n', 'Deployment', 'met', 'docker docker-compose'],
  ['- Frontend: Kotlin, Compose\n', 'Frontend', 'met', 'kotlin jetpack-compose'],
  ['- Frontend: none\n', 'Technologies', 'partial', ''],
  ['## Technologies\n\nNone\n', 'Technologies', 'none', ''],
  ['## Technologies\n\n- none\n', 'Technologies', 'none', ''],
  [
    '## Technologies\n\n- Frontend: none\n- Backend: n/a\n- Deployment: -\n- Database: none\n',
    'Technologies',
    'none',
    '',
  ],
  ['## Security\n\nNever log a password.\n', 'Non-functional requirements', 'missing', ''],
  [
    '## Technologies\n\n- Database: PostgreSQL (not MySQL), formerly Oracle\n',
    'Database',
    'met',
    'postgresql',
  ],
];

test('where labels lead', () => {
  for (const [text, label, status, values] of resolutions) {
    const resolution = factsOf(text).resolve(label);
    assert.equal(
      `${resolution.status} ${ids(resolution.values)}`,
      `${status} ${values}`,
      `${label} in ${text}`,
    );
    assert.equal(resolution.places.length === 0, status === 'missing');
  }
});

test('a label that is a value stands where its name does', () => {
  const text = '## Tech Stack\n\n- **Python (backend, 3.12)**: FastAPI\n';
  const [python] = factsOf(text).resolve('Technologies').values;
  assert.equal(text.slice(python!.span.start, python!.span.end), 'Python');
});

test('the pool is every value of every place of the template, once', () => {
  const facts = factsOf(template);
  assert.equal(
    ids(facts.pool),
    '"shop" typescript e-commerce "sme" fintech payments "sell more" "return less" node.js nestjs postgresql redis opentelemetry "p95 < 200 ms" "no card data in logs"',
  );
  assert.equal(new Set(facts.pool).size, facts.pool.length);
});

test('a general word outside its section is not in the pool', () => {
  assert.deepEqual(factsOf('## Security\n\n- Use Redis for sessions\n').pool, []);
});

test('several files are one document', () => {
  const facts = factsOf('## Technologies\n', '- **Database:** PostgreSQL\n');
  assert.equal(facts.resolve('Database').values[0]?.uri, 'file:///1.md');
});

test('facts by kind', () => {
  const kinds = factsByKind(factsOf(template));
  assert.equal(ids(kinds.technologies.backend), 'node.js nestjs postgresql redis');
  assert.equal(ids(kinds.technologies.frontend), '');
  assert.equal(ids(kinds.domains), 'fintech payments');
  assert.equal(ids(kinds.goals), '"sell more" "return less"');
  assert.deepEqual(
    kinds.nonFunctional.map(({ place, values }) => `${place.label}: ${ids(values)}`),
    ['Performance: "p95 < 200 ms"', 'Security: "no card data in logs"'],
  );
  assert.deepEqual(
    [...kinds.metadata.keys()],
    ['project_name', 'primary_language', 'business_domain', 'project_scale'],
  );
  assert.equal(kinds.projectScale?.text, 'sme');
  assert.equal(
    kinds.answers.find(({ place }) => place.kind === 'label' && place.label.id === 'deployment')?.resolution
      .status,
    'unfilled',
  );
});

test('facts by kind: values that no catalogue knows, versions, integrations', () => {
  const kinds = factsByKind(
    factsOf(
      '**Stack**: FastAPI, Redis\n\n- **Backend**: FastAPI 0.110, FooFramework\n- **Database**: OurDB, Oracle 19c\n\n## External services\n\n- Stripe\n',
    ),
  );
  const shown = (values: readonly DeclaredValue[]): string =>
    values.map(({ text, version }) => `${text}${version === undefined ? '' : `@${version}`}`).join(' ');
  assert.equal(shown(kinds.technologies.backend), 'FastAPI@0.110 FooFramework');
  assert.equal(shown(kinds.technologies.database), 'Redis OurDB Oracle@19c');
  assert.deepEqual(
    kinds.integrations.map(({ place, values }) => `${place.label}: ${ids(values)}`),
    ['External services: stripe'],
  );
});

test('an edit reads only its own block again', () => {
  const text = template.repeat(15);
  let body = MarkdownTree.parse(text);
  assert.ok(readFacts([{ uri: 'x', body, bodyStart: 0 }]).pool.length > 100);
  const at = text.lastIndexOf('p95');
  const edited = `${text.slice(0, at)}x${text.slice(at)}`;
  body = body.edited(edited, { from: at, to: at, inserted: 1 });
  const facts = readFacts([{ uri: 'x', body, bodyStart: 0 }]);
  const fresh = factsOf(edited);
  assert.equal(ids(facts.pool), ids(fresh.pool));
  assert.deepEqual(
    facts.pool.map((value) => value.span),
    fresh.pool.map((value) => value.span),
  );
});
