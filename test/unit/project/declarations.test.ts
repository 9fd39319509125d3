import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MarkdownTree } from '../../../server/src/parse/markdown.ts';
import { declarationsOf } from '../../../server/src/project/declarations/declarations.ts';
import type { Declaration } from '../../../server/src/project/declarations/declarations.ts';
import type { FactSource } from '../../../server/src/project/factTypes.ts';

function sourceOf(text: string, bodyStart = 0): FactSource {
  return { uri: 'file:///CLAUDE.md', body: MarkdownTree.parse(text), bodyStart };
}

/** One line a place: `kind "label" status [own values]`, what is under it indented. */
function shown(places: readonly Declaration[], depth = 0): string[] {
  return places.flatMap((place) => {
    const values = place.ownValues.map(
      (value) => value.technology?.id ?? value.domain?.id ?? `"${value.text}"`,
    );
    const key = place.template === undefined ? '' : ` <${place.key}>`;
    return [
      `${'  '.repeat(depth)}${place.kind} ${place.label}${key} ${place.status} [${values.join(' ')}]`,
      ...shown(place.children, depth + 1),
    ];
  });
}

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['- **Database:** PostgreSQL\n', ['bullet Database <label:database> met [postgresql]']],
  ['- **Database**: PostgreSQL\n', ['bullet Database <label:database> met [postgresql]']],
  ['- Database: PostgreSQL\n', ['bullet Database <label:database> met [postgresql]']],
  ['**Database**: PostgreSQL\n', ['bold Database <label:database> met [postgresql]']],
  ['**Database:** PostgreSQL\n', ['bold Database <label:database> met [postgresql]']],
  ['Database: PostgreSQL\n', ['bold Database <label:database> met [postgresql]']],
  ['__Database__: PostgreSQL\n', ['bold Database <label:database> met [postgresql]']],
  ['- `Database`: PostgreSQL\n', ['bullet Database <label:database> met [postgresql]']],
  ['- 🗄️ **Database:** PostgreSQL\n', ['bullet Database <label:database> met [postgresql]']],
  ['- **Database** – PostgreSQL\n', ['bullet Database <label:database> met [postgresql]']],
  ['- **Database** (main): PostgreSQL\n', ['bullet Database <label:database> met [postgresql]']],
  ['- **Database: PostgreSQL**\n', ['bullet Database <label:database> met [postgresql]']],
  ['- **数据库**：PostgreSQL\n', ['bullet 数据库 <label:database> met [postgresql]']],
  ['- [ ] **Database:** PostgreSQL\n', ['bullet Database <label:database> met [postgresql]']],
  ['1. Database: PostgreSQL\n', ['bullet Database <label:database> met [postgresql]']],
  [
    '- **Backend â€“ technologies and tools:** Go\n',
    ['bullet Backend – technologies and tools <label:backend> met [go]'],
  ],
  [
    '- **Backend - technologies and tools**: Go\n',
    ['bullet Backend - technologies and tools <label:backend> met [go]'],
  ],
  ['- Database:\n  - PostgreSQL\n  - Redis\n', ['bullet Database <label:database> met [postgresql redis]']],
  ['- Database\n  - PostgreSQL\n', ['bullet Database <label:database> met [postgresql]']],
  ['**Database:**\n\n- PostgreSQL\n- Redis\n', ['bold Database <label:database> met [postgresql redis]']],
  ['**Database**\n\nWe keep all in PostgreSQL.\n', ['bold Database <label:database> met [postgresql]']],
  ['**Database**:\nPostgreSQL\n', ['bold Database <label:database> met [postgresql]']],
  ['## Database\n\nWe keep all in PostgreSQL.\n', ['heading Database <label:database> met [postgresql]']],
  ['## 3.2 Database\n\n- PostgreSQL\n', ['heading Database <label:database> met [postgresql]']],
  [
    '## 🗄 Database 🗄\n\n- PostgreSQL\n',
    ['heading Database 🗄 <label:database> met [postgresql]'.replace(' 🗄', '')],
  ],
  ['## Database: PostgreSQL\n', ['heading Database <label:database> met [postgresql]']],
  ['## Backend (FastAPI)\n\nText.\n', ['heading Backend <label:backend> met [fastapi]']],
  ['## Database\n', ['heading Database <label:database> unfilled []']],
  ['## Database\n\n<!-- later -->\n', ['heading Database <label:database> unfilled []']],
  ['## Database\n\n[e.g., MySQL]\n', ['heading Database <label:database> unfilled []']],
  ['## Database\n\n```sql\nselect\n```\n', ['heading Database <label:database> met []']],
  ['- **Database:**\n', ['bullet Database <label:database> unfilled []']],
  ['- **Database:** none (CLI only)\n', ['bullet Database <label:database> none []']],
  ['- **Database:** no database\n', ['bullet Database <label:database> none []']],
  ['- **Database:** -\n', ['bullet Database <label:database> none []']],
  ['- **project_scale**: sme\n', ['metadata project_scale <label:project-scale> met ["sme"]']],
  ['- **project_scale**: "sme"\n', ['metadata project_scale <label:project-scale> met ["sme"]']],
  ['project_scale: sme\n', ['metadata project_scale <label:project-scale> met ["sme"]']],
  ['- business_domain: fintech\n', ['metadata business_domain <label:business-domain> met [fintech]']],
  [
    '| Layer | Technology |\n|---|---|\n| Backend | Node.js |\n| Database | TBD |\n',
    ['table-row Backend <label:backend> met [node.js]', 'table-row Database <label:database> unfilled []'],
  ],
  [
    '| Frontend | Backend |\n|---|---|\n| React | Go |\n',
    ['table-row Frontend <label:frontend> met [react]', 'table-row Backend <label:backend> met [go]'],
  ],
  [
    '| Service | Port | Role |\n|---|---|---|\n| **Frontend** | `3000` | Next.js pages |\n',
    ['table-row Frontend <label:frontend> met [next.js]'],
  ],
  [
    '## Technologies\n\n| Technology | Version | Purpose |\n|---|---|---|\n| React | 19 | UI |\n| House lib | 2 | - |\n',
    ['heading Technologies <section:technologies> met [react "House lib"]'],
  ],
  [
    '## Tech Stack\n\n- **Node.js**: v22 or later\n- **Language**: TypeScript\n- **Avoid**: jQuery\n',
    [
      'heading Tech Stack <section:technologies> met []',
      '  bullet Node.js met [node.js]',
      '  bullet Language met [typescript]',
      '  bullet Avoid met []',
    ],
  ],
  [
    '## Technologies\n\n**Supported Stacks**: Frontend (React, Vue), Backend (Go)\n',
    [
      'heading Technologies <section:technologies> met []',
      '  bold Supported Stacks <section:technologies> met []',
      '    bold Frontend <label:frontend> met [react vue]',
      '    bold Backend <label:backend> met [go]',
    ],
  ],
  [
    '## Technologies\n\n- **Backend:** Go\n- **Database:** [fill in]\n',
    [
      'heading Technologies <section:technologies> partial []',
      '  bullet Backend <label:backend> met [go]',
      '  bullet Database <label:database> unfilled []',
    ],
  ],
  // A label that is an English word is only the word for what follows.
  [
    '## Tech Stack\n\n- **Bundler**: Turbopack\n- **Shell**: zsh\n- **Realm**: EU\n- **Make**: `make all`\n',
    [
      'heading Tech Stack <section:technologies> met []',
      '  bullet Bundler met [turbopack]',
      '  bullet Shell met [zsh]',
      '  bullet Realm met ["EU"]',
      '  bullet Make met []',
    ],
  ],
  [
    '## Tech Stack\n\n- **Bundler** – Ruby packages\n- **Go**: Gin, GORM\n- **Rails**: API mode\n- **Node.js minimum**: 22\n',
    [
      'heading Tech Stack <section:technologies> met ["Bundler"]'.replace('"Bundler"', 'bundler'),
      '  bullet Go met [go gin gorm]',
      '  bullet Rails met [ruby-on-rails]',
      '  bullet Node.js minimum met [node.js]',
    ],
  ],
  // What a label that is a value is said to be, names nothing.
  [
    '## Tech Stack\n\n- **Husky**: Git hooks\n- **Python**: FastAPI, Pydantic\n- **Monorepo**: Turbo\n',
    [
      'heading Tech Stack <section:technologies> met []',
      '  bullet Husky met [husky]',
      '  bullet Python met [python fastapi pydantic]',
      '  bullet Monorepo met [turborepo]',
    ],
  ],
  // A code block of values.
  [
    '## Tech Stack\n\n```yaml\nbackend: Node.js 22 # LTS\ndatabase:\n  - PostgreSQL 16\n  - Redis\n```\n',
    [
      'heading Tech Stack <section:technologies> met []',
      '  bullet backend <label:backend> met [node.js]',
      '  bullet database <label:database> met [postgresql redis]',
    ],
  ],
  [
    '## Tech Stack\n\n```\nnpm install react\nbackend: Node.js\n```\n',
    ['heading Tech Stack <section:technologies> met []'],
  ],
  ['## Deploy notes\n\n```yaml\ndatabase: mysql\n```\n', ['heading Deploy notes met []']],
  // Names in the words of real projects.
  ['## III. Technologies\n\n- React\n', ['heading Technologies <section:technologies> met [react]']],
  [
    '## Architecture & Tech Stack\n\n- React\n',
    ['heading Architecture & Tech Stack <section:technologies> met [react]'],
  ],
  [
    '## Backend & Database\n\n- Node.js\n- Redis\n',
    ['heading Backend & Database <section:technologies> met [node.js redis]'],
  ],
  ['## Python Backend\n\n- FastAPI\n', ['heading Python Backend <label:backend> met [python fastapi]']],
  ['- **CI/CD**: GitHub Actions\n', ['bullet CI/CD <label:deployment> met [github-actions]']],
  [
    '## Integrations\n\n- CI/CD: a pipeline for each service\n',
    [
      'heading Integrations <section:integrations> met []',
      '  bullet CI/CD met ["a pipeline for each service"]',
    ],
  ],
  // Several labels on one line.
  [
    'Frontend: React, Backend: Express, Database: MongoDB\n',
    [
      'bold Frontend <label:frontend> met [react]',
      'bold Backend <label:backend> met [express]',
      'bold Database <label:database> met [mongodb]',
    ],
  ],
  [
    '- Backend: Python (Flask, its ORM: none), Celery; Database: PostgreSQL; CI: GitHub Actions\n',
    [
      'bullet Backend <label:backend> met [python flask celery]',
      'bullet Database <label:database> met [postgresql]',
      'bullet CI met [github-actions]',
    ],
  ],
  [
    '**Frontend**: React | **Backend**: Django | **Cache**: Redis\n',
    [
      'bold Frontend <label:frontend> met [react]',
      'bold Backend <label:backend> met [django]',
      'bold Cache met [redis]',
    ],
  ],
  [
    '- **Frontend:** React · **Backend:** Go\n  - Redis\n',
    ['bullet Frontend <label:frontend> met [react]', 'bullet Backend <label:backend> met [go redis]'],
  ],
  [
    'Backend: Go. Database: PostgreSQL. Frontend: [fill in]\n',
    [
      'bold Backend <label:backend> met [go]',
      'bold Database <label:database> met [postgresql]',
      'bold Frontend <label:frontend> unfilled []',
    ],
  ],
  [
    '**Stack**: Frontend: React, Backend - Go\n',
    [
      'bold Stack <section:technologies> met []',
      '  bold Frontend <label:frontend> met [react]',
      '  bold Backend <label:backend> met [go]',
    ],
  ],
  [
    '| App | Technology |\n|---|---|\n| Shop | Frontend: React, Backend: Go |\n',
    [
      'table-row Shop met []',
      '  table-row Frontend <label:frontend> met [react]',
      '  table-row Backend <label:backend> met [go]',
    ],
  ],
  [
    '- Infrastructure and deployment: AWS, Backend – technologies and tools: [fill in, e.g., Go]\n',
    [
      'bullet Infrastructure and deployment <label:deployment> met [aws]',
      'bullet Backend – technologies and tools <label:backend> unfilled []',
    ],
  ],
  [
    '| Part | Notes |\n|---|---|\n| Stack | Frontend: React<br>Backend: Go |\n',
    [
      'table-row Stack <section:technologies> met []',
      '  table-row Frontend <label:frontend> met [react]',
      '  table-row Backend <label:backend> met [go]',
    ],
  ],
  ['- **Backend**: Go (router: chi), Redis\n', ['bullet Backend <label:backend> met [go redis]']],
  [
    '- **business_domain**: [domain: fintech, domain: saas]\n',
    ['metadata business_domain <label:business-domain> unfilled []'],
  ],
  [
    'Frontend: React (our build: x, tests: Jest), Backend: Express (port: 4000)\n',
    ['bold Frontend <label:frontend> met [react jest]', 'bold Backend <label:backend> met [express]'],
  ],
  // Bold labels need nothing between them.
  [
    '**Frontend:** React 18, Vite **Backend** (api): Flask **State:** Redis **Database** – SQLite\n',
    [
      'bold Frontend <label:frontend> met [react vite]',
      'bold Backend <label:backend> met [flask]',
      'bold State met [redis]',
      'bold Database <label:database> met [sqlite]',
    ],
  ],
  [
    '**Stack:** **Frontend:** React **Backend:** Go\n',
    [
      'bold Stack <section:technologies> met []',
      '  bold Frontend <label:frontend> met [react]',
      '  bold Backend <label:backend> met [go]',
    ],
  ],
  [
    '- **Frontend:** React with **Vite** on **State:** Redux\n',
    ['bullet Frontend <label:frontend> met [react vite redux]'],
  ],
  // Where in the code it lies, before the value and behind the label.
  ['- **Backend**: `apps/api` – NestJS server\n', ['bullet Backend <label:backend> met [nestjs]']],
  ['- **Frontend**: (`apps/web`) - React SPA\n', ['bullet Frontend <label:frontend> met [react]']],
  ['- **Backend** (`apps/api`) – NestJS server\n', ['bullet Backend <label:backend> met [nestjs]']],
  ['- **Backend** in `apps/api`: NestJS\n', ['bullet Backend <label:backend> met [nestjs]']],
  ['Backend (`apps/api`): NestJS\n', ['bold Backend <label:backend> met [nestjs]']],
  ['- Backend in `apps/api`: NestJS\n', ['bullet Backend <label:backend> met [nestjs]']],
  ['- **Backend**: `npm start` - starts NestJS\n', ['bullet Backend <label:backend> met []']],
  ['- **Backend**: `Node.js` - the runtime\n', ['bullet Backend <label:backend> met [node.js]']],
  ['- Add it in `a/b.ts`: Redis\n', []],
  [
    '## Tech Stack\n\n- **API**: `apps/api` – NestJS server\n',
    ['heading Tech Stack <section:technologies> met []', '  bullet API met [nestjs]'],
  ],
  // A technology as label, with a remark in brackets.
  [
    '## Tech Stack\n\n- **Python (backend)**: FastAPI\n- **Python (3.12)**: Celery\n- **Jest (removed)**: x\n',
    [
      'heading Tech Stack <section:technologies> met []',
      '  bullet Python (backend) met [python fastapi]',
      '  bullet Python (3.12) met [python celery]',
      '  bullet Jest (removed) met []',
    ],
  ],
  [
    'Frontend - React 18\nBackend - Express\nDatabase - MongoDB\n',
    [
      'bold Frontend <label:frontend> met [react]',
      'bold Backend <label:backend> met [express]',
      'bold Database <label:database> met [mongodb]',
    ],
  ],
  ['We split the frontend and the\nBackend - in short. Redis keeps its state.\n', []],
  // A quote under technologies; a note is none.
  [
    '## Tech Stack\n\n> **Backend**: Go\n>\n> - Redis\n\n> **Note**: ask before adding React\n',
    ['heading Tech Stack <section:technologies> met [redis]', '  bold Backend <label:backend> met [go]'],
  ],
  // Rows beside the template's labels.
  [
    '## Architecture\n\n| Layer | Technology | Version |\n|---|---|---|\n| Backend | Go | 1.22 |\n| Database | Oracle | 19c |\n| Broker | RabbitMQ | 3 |\n| Redis | cache | 7 |\n',
    [
      'heading Architecture met []',
      '  table-row Backend <label:backend> met [go]',
      '  table-row Database <label:database> met [oracle]',
      '  table-row Broker <section:technologies> met [rabbitmq]',
      '  table-row Redis <section:technologies> met [redis]',
    ],
  ],
  [
    '## Scripts\n\n| Area | Command |\n|---|---|\n| Backend | make serve |\n| Database | make migrate |\n| Docs | mkdocs serve |\n',
    [
      'heading Scripts met []',
      '  table-row Backend <label:backend> met []',
      '  table-row Database <label:database> met []',
      '  table-row Docs met [mkdocs]',
    ],
  ],
  // What is forbidden below a lead is not declared, nor what stands under a heading that says the opposite.
  [
    '## Tech Stack\n\nNever use:\n\n- MongoDB\n- Java\n\nAlways use:\n\n- Python\n',
    ['heading Tech Stack <section:technologies> met [python]', '  bold Never use: met []'],
  ],
  [
    '## Tech Stack\n\nWe run on Go. We do not use the following:\n- Redux\n',
    ['heading Tech Stack <section:technologies> met [go]', '  bold We do not use the following: met []'],
  ],
  [
    '## Tech Stack\n\n**Banned:** Enzyme\n\nThese are not allowed:\n\n| Library |\n|---|\n| Moment |\n',
    [
      'heading Tech Stack <section:technologies> met []',
      '  bold Banned met []',
      '  bold These are not allowed: met []',
    ],
  ],
  [
    '## Tech Stack\n\nDo not use anything other than:\n\n- React\n\nNever change without asking:\n\n- Vue\n\nIf you do not use Docker, install:\n\n- Redis\n',
    ['heading Tech Stack <section:technologies> met [react vue redis]'],
  ],
  [
    '## Tech Stack\n\nNever use:\n- Redux\n- MongoDB\nWe use:\n- Zustand\n',
    ['heading Tech Stack <section:technologies> met [zustand]', '  bold Never use: met []'],
  ],
  [
    '## Tech Stack\n\n- Backend (Go), Database (Redis)\n',
    [
      'heading Tech Stack <section:technologies> met []',
      '  bullet Backend <label:backend> met [go]',
      '  bullet Database <label:database> met [redis]',
    ],
  ],
  [
    '## Tech Stack\n\n- We never use any of these, as all of them are much too slow:\n  - Redux\n',
    [
      'heading Tech Stack <section:technologies> met []',
      '  bullet We never use any of these, as all of them are much too slow: met []',
    ],
  ],
  [
    '## Legacy stack\n\n- Backend: PHP\n',
    ['heading Legacy stack met []', '  bullet Backend <label:backend> met []'],
  ],
  [
    '## Our choice (no discussion)\n\n- Backend: Go\n',
    ['heading Our choice (no discussion) met []', '  bullet Backend <label:backend> met [go]'],
  ],
  // A rule may be that something is not done; it declares nothing.
  [
    '## Special Notes\n\n- **Never**: commit Redis secrets\n',
    ['heading Special Notes <section:notes> met []', '  bullet Never met ["commit Redis secrets"]'],
  ],
  [
    '# No Comment\n\n- Backend: Go\n',
    ['heading No Comment met []', '  bullet Backend <label:backend> met [go]'],
  ],
  ['- `packages/ui` - React\n', []],
  ['Note: this is prose.\n\nhttp://x: y\n', []],
  ['> - **Database:** PostgreSQL\n', []],
  ['```\n- **Database:** PostgreSQL\n```\n', []],
];

test('places of all forms', () => {
  for (const [text, expected] of cases)
    assert.deepEqual(shown(declarationsOf(sourceOf(text))), expected, text);
});

test('the same with CRLF, and with CR', () => {
  for (const [text, expected] of cases) {
    for (const eol of ['\r\n', '\r']) {
      const places = declarationsOf(sourceOf(text.replaceAll('\n', eol)));
      assert.deepEqual(shown(places), expected, JSON.stringify(text.replaceAll('\n', eol)));
    }
  }
});

test('spans are offsets in the file', () => {
  const text = '## Technologies\n\n- **Backend:** Node.js (NestJS), PostgreSQL 16\n';
  const bodyStart = 100;
  const file = ' '.repeat(bodyStart) + text;
  const [heading] = declarationsOf(sourceOf(text, bodyStart));
  const [backend] = heading!.children;
  const at = ({ start, end }: { start: number; end: number }): string => file.slice(start, end);
  assert.equal(at(heading!.labelSpan), 'Technologies');
  assert.equal(at(heading!.valueSpan), '- **Backend:** Node.js (NestJS), PostgreSQL 16');
  assert.equal(at(backend!.labelSpan), 'Backend');
  assert.equal(at(backend!.valueSpan), 'Node.js (NestJS), PostgreSQL 16');
  assert.deepEqual(
    heading!.values.map((value) => at(value.span)),
    ['Node.js', 'NestJS', 'PostgreSQL'],
  );
  assert.equal(heading!.values[2]!.version, '16');
  assert.equal(heading!.values[2]!.section, 'backend');
});

test('each of several labels on one line has spans of its own', () => {
  const text = '- **Frontend**: React 19, Vite; **Backend** (api): Go.\n';
  const at = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  assert.deepEqual(
    declarationsOf(sourceOf(text)).map((place) => [
      at(place.labelSpan),
      at(place.valueSpan),
      place.values.map((value) => at(value.span)),
    ]),
    [
      ['Frontend', 'React 19, Vite', ['React', 'Vite']],
      ['Backend', 'Go.', ['Go']],
    ],
  );
});

test('deep nesting and many headings are no trouble', () => {
  const deep = Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- Level ${depth}: x\n`).join(
    '',
  );
  assert.equal(declarationsOf(sourceOf(deep)).length, 1);
  const many = declarationsOf(sourceOf('## Database\n\n- PostgreSQL\n\n'.repeat(10_000)));
  assert.equal(many.length, 10_000);
  assert.equal(many.at(-1)!.status, 'met');
});
