import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readProse, readValues } from '../../../server/src/project/values.ts';
import type { ValueMode, ValueReading } from '../../../server/src/project/values.ts';

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
  ['see https://vercel.com/docs', 'see'],
  ['Graphics (OpenGL, OpenCV)', 'OpenGL=opengl | OpenCV=opencv'],
];

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
];

test('domains of a value', () => {
  for (const [text, expected] of domains) assert.equal(shown(readValues(text, 'domains')), expected, text);
});

const texts: readonly (readonly [string, string])[] = [
  ['improve collaboration, process automation', 'improve collaboration | process automation'],
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

test('hostile values end soon', () => {
  for (const unit of ['(', '`', '[', '~~', '<!--', '*', ',', 'not ', 'a ', '(`', '[a](b "', 'React, ']) {
    const started = performance.now();
    readValues(unit.repeat(200_000), 'technologies');
    readProse(unit.repeat(200_000), 'text');
    assert.ok(performance.now() - started < 2000, `${unit}: ${performance.now() - started} ms`);
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
