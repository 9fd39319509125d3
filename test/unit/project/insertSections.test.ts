import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MarkdownTree } from '../../../server/src/parse/markdown.ts';
import { createDocument } from '../../../server/src/project/createDocument.ts';
import { readFacts } from '../../../server/src/project/facts.ts';
import type { FactSource } from '../../../server/src/project/factTypes.ts';
import { insertionFor } from '../../../server/src/project/insertSections/insertSections.ts';
import type { RequestedLabel } from '../../../server/src/project/insertSections/plan.ts';
import { applyEdits } from '../../../server/src/text/textEdit.ts';
import fc from '../../support/fastCheck.ts';

function sourceOf(text: string): FactSource {
  return { uri: 'file:///CLAUDE.md', body: MarkdownTree.parse(text), bodyStart: 0 };
}

function inserted(text: string, labels: readonly RequestedLabel[]): string {
  return applyEdits(text, insertionFor(sourceOf(text), labels));
}

function lines(...all: string[]): string {
  return all.join('\n');
}

interface Case {
  readonly name: string;
  readonly text: string;
  readonly labels: readonly string[];
  readonly after: string;
}

const cases: readonly Case[] = [
  {
    name: 'a bullet after its nearest predecessor, colon inside the bold, en dash',
    text: lines(
      '## 3. Technologies',
      '',
      '- **Frontend – technologies and tools:** React',
      '- **Other:** Git',
      '',
    ),
    labels: ['Database', 'Backend'],
    after: lines(
      '## 3. Technologies',
      '',
      '- **Frontend – technologies and tools:** React',
      '- **Backend – technologies and tools:** [fill in, e.g., Node.js, NestJS]',
      '- **Database:** [fill in, e.g., PostgreSQL, Redis]',
      '- **Other:** Git',
      '',
    ),
  },
  {
    name: 'colon outside, hyphen, asterisks',
    text: lines('## Technologies', '* **Frontend - technologies and tools**: React', ''),
    labels: ['Backend'],
    after: lines(
      '## Technologies',
      '* **Frontend - technologies and tools**: React',
      '* **Backend - technologies and tools**: [fill in, e.g., Node.js, NestJS]',
      '',
    ),
  },
  {
    name: 'short labels, not bold, before a successor',
    text: lines('## Tech Stack', '', '- Backend: Go', '- Database: PostgreSQL', ''),
    labels: ['Frontend technologies'],
    after: lines(
      '## Tech Stack',
      '',
      '- Frontend: [fill in, e.g., React, TypeScript]',
      '- Backend: Go',
      '- Database: PostgreSQL',
      '',
    ),
  },
  {
    name: 'labels without bullets',
    text: lines('## Technologies', '**Backend**: Go', '**Deployment**: AWS', '', 'More.', ''),
    labels: ['Database'],
    after: lines(
      '## Technologies',
      '**Backend**: Go',
      '**Deployment**: AWS',
      '**Database**: [fill in, e.g., PostgreSQL, Redis]',
      '',
      'More.',
      '',
    ),
  },
  {
    name: 'after nested bullets, loose list',
    text: lines('## Technologies', '', '- **Frontend:** React', '', '- **Backend:** Go', '  - Gin', ''),
    labels: ['Database'],
    after: lines(
      '## Technologies',
      '',
      '- **Frontend:** React',
      '',
      '- **Backend:** Go',
      '  - Gin',
      '',
      '- **Database:** [fill in, e.g., PostgreSQL, Redis]',
      '',
    ),
  },
  {
    name: 'a row of a table',
    text: lines('## Stack', '', '| Layer | Tech | Since |', '|---|---|---|', '| Backend | Go | 2024 |', ''),
    labels: ['Database'],
    after: lines(
      '## Stack',
      '',
      '| Layer | Tech | Since |',
      '|---|---|---|',
      '| Backend | Go | 2024 |',
      '| Database | [fill in, e.g., PostgreSQL, Redis] |  |',
      '',
    ),
  },
  {
    name: 'a heading among headings',
    text: lines('## Technologies', '', '### Backend', '', 'Go', '', '## Rules', ''),
    labels: ['Database'],
    after: lines(
      '## Technologies',
      '',
      '### Backend',
      '',
      'Go',
      '',
      '### Database',
      '',
      '[fill in, e.g., PostgreSQL, Redis]',
      '',
      '## Rules',
      '',
    ),
  },
  {
    name: 'a new numbered section between two, rules between sections',
    text: lines(
      '# X',
      '',
      '## 2. Domains and Goals',
      '',
      '- Business domains: fintech',
      '',
      '---',
      '',
      '## 6. Non-functional Requirements',
      '',
      '- Performance: fast',
    ),
    labels: ['Database'],
    after: lines(
      '# X',
      '',
      '## 2. Domains and Goals',
      '',
      '- Business domains: fintech',
      '',
      '---',
      '',
      '## 3. Technologies',
      '',
      '- Database: [fill in, e.g., PostgreSQL, Redis]',
      '',
      '---',
      '',
      '## 6. Non-functional Requirements',
      '',
      '- Performance: fast',
    ),
  },
  {
    name: 'a section before the first, without blank lines',
    text: lines('# X', '## Technologies', '- **Backend:** Go', '## Rules', '- be kind'),
    labels: ['Business domains'],
    after: lines(
      '# X',
      '## Domains and Goals',
      '- **Business domains:** [fill in, e.g., e-commerce, logistics]',
      '',
      '## Technologies',
      '- **Backend:** Go',
      '## Rules',
      '- be kind',
    ),
  },
  {
    name: 'at the end of a document of another kind, no final newline',
    text: lines('# X', '', 'Be kind.'),
    labels: ['Database', 'Release process'],
    after: lines(
      '# X',
      '',
      'Be kind.',
      '',
      '## Technologies',
      '',
      '- **Database:** [fill in, e.g., PostgreSQL, Redis]',
      '',
      '## Release process',
      '',
      '[fill in]',
    ),
  },
  {
    name: 'a whole section with its labels',
    text: lines('## Technologies', '', '- **Backend:** Go', ''),
    labels: ['Non-functional requirements', 'Project Description'],
    after: lines(
      '## Project Description',
      '',
      '[fill in]',
      '',
      '## Technologies',
      '',
      '- **Backend:** Go',
      '',
      '## Non-functional Requirements',
      '',
      '- **Performance:** [fill in, e.g., 95 % of requests under 200 ms]',
      '- **Security:** [fill in, e.g., OAuth 2.0, encryption at rest]',
      '- **Scalability:** [fill in, e.g., ten times today’s load]',
      '- **Availability:** [fill in, e.g., 99.9 % a month]',
      '',
    ),
  },
  {
    name: 'an empty section',
    text: lines('## Technologies', ''),
    labels: ['Database'],
    after: lines('## Technologies', '', '- **Database:** [fill in, e.g., PostgreSQL, Redis]', ''),
  },
  {
    name: 'metadata',
    text: lines('## 0. Project Metadata', '- **project_name**: "x"', '- **development_stage**: mvp', ''),
    labels: ['project_scale'],
    after: lines(
      '## 0. Project Metadata',
      '- **project_name**: "x"',
      '- **project_scale**: [scale: startup, sme, enterprise]',
      '- **development_stage**: mvp',
      '',
    ),
  },
  {
    name: 'nothing that is there already',
    text: lines('- Database: PostgreSQL'),
    labels: ['Database', 'Databases'],
    after: lines('- Database: PostgreSQL'),
  },
  {
    name: 'above a code block that nobody closed',
    text: lines('# X', '', '```js', 'x'),
    labels: ['Database'],
    after: lines(
      '## Technologies',
      '',
      '- **Database:** [fill in, e.g., PostgreSQL, Redis]',
      '',
      '# X',
      '',
      '```js',
      'x',
    ),
  },
];

test('sections go where the template has them, in the style of the document', () => {
  for (const { name, text, labels, after } of cases) {
    assert.equal(
      inserted(
        text,
        labels.map((label) => ({ label })),
      ),
      after,
      name,
    );
  }
});

test('with CRLF too', () => {
  for (const { name, text, labels, after } of cases) {
    const crlf = text.replaceAll('\n', '\r\n');
    if (!crlf.includes('\r')) continue;
    assert.equal(
      inserted(
        crlf,
        labels.map((label) => ({ label })),
      ),
      after.replaceAll('\n', '\r\n'),
      name,
    );
  }
});

test('a value in place of the placeholder', () => {
  const after = inserted('## Technologies\n\n- **Backend:** Go\n', [
    { label: 'Database', value: 'PostgreSQL 16' },
  ]);
  assert.equal(after, '## Technologies\n\n- **Backend:** Go\n- **Database:** PostgreSQL 16\n');
});

test('the placeholder of an edit is the value to be typed', () => {
  const [edit] = insertionFor(sourceOf('## Technologies\n\n- **Backend:** Go\n'), [{ label: 'Database' }]);
  assert.equal(
    edit?.newText.slice(edit.placeholder?.start, edit.placeholder?.end),
    '[fill in, e.g., PostgreSQL, Redis]',
  );
});

test('offsets are those of the file', () => {
  const text = '- Backend: Go\n';
  const [edit] = insertionFor({ ...sourceOf(text), bodyStart: 50 }, [{ label: 'Database' }]);
  assert.deepEqual(edit?.span, { start: 63, end: 63 });
});

test('a new document', () => {
  const { newText, placeholder } = createDocument(
    [{ label: 'Database' }, { label: 'Goals', value: 'sell' }],
    '\r\n',
  );
  assert.equal(
    newText,
    '# CLAUDE.md\r\n\r\n## Domains and Goals\r\n\r\n- Main project goals: sell\r\n\r\n## Technologies\r\n\r\n- **Database:** [fill in, e.g., PostgreSQL, Redis]\r\n',
  );
  assert.equal(newText.slice(placeholder?.start, placeholder?.end), 'sell');
});

test('whatever the document, what was asked for is answered and nothing else changes', () => {
  const block = fc.constantFrom(
    '# Title\n',
    '## 3. Technologies\n\n',
    '## Tech Stack\n',
    '### Backend\n',
    '- **Backend:** Go\n',
    '- Database: none\n',
    '* **Frontend**: React\n',
    '**Deployment**: AWS\n',
    '\n',
    'Some text.\n',
    '```\ncode\n```\n',
    '```\n',
    '---\n',
    '<!-- x\n',
    '-->\n',
    '> q\n',
    '| Backend | Go |\n|---|---|\n| Other | x |\n',
    '  - nested\n',
    '1. one\n',
    'x',
    '## 2. Domains and Goals\n',
    '- **project_name**: x\n',
    '\r\n',
    '## Security\n',
    '    code\n',
    '- Business domains: fintech\n',
  );
  const labels = [
    'Database',
    'Technologies',
    'Business domains',
    'Infrastructure and deployment',
    'project_scale',
    'Non-functional requirements',
    'Release process',
  ];
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), fc.subarray(labels), (blocks, asked) => {
      const text = blocks.join('');
      const edits = insertionFor(
        sourceOf(text),
        asked.map((label) => ({ label })),
      );
      assert.ok(edits.every((edit) => edit.span.start === edit.span.end));
      const facts = readFacts([sourceOf(applyEdits(text, edits))]);
      for (const label of asked) assert.notEqual(facts.resolve(label).status, 'missing', label);
    }),
    { numRuns: 500 },
  );
});
