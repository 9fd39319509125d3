import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNone, isPlaceholder } from '../../../server/src/project/placeholders.ts';

const placeholders = [
  '',
  '   ',
  '[fill in, e.g., React, Vue]',
  '[Fill in the general project description, e.g., "Web application."]',
  '[e.g., PostgreSQL, MySQL]',
  '[E.g. a thing]',
  '[project name, e.g., "task-manager-app"]',
  '"[project name, e.g., "task-manager-app"]"',
  '[main language: csharp, python, rust]',
  '[scale: startup, sme, enterprise]',
  '[CHOOSE: Godot 4 / Unity / Unreal Engine 5]',
  '[true/false]',
  '[true/false - enable automatic task handoffs]',
  '[true/false] - agents coordinate Tasks',
  '[none/jira/asana/trello/other]',
  '[yes | no]',
  '[DETECTED_BACKEND]',
  '[YOUR_DOMAIN_EXPERTISE]',
  '[SSR]',
  '[React, Vue, Angular, etc.]',
  '[SPECIFY after choosing engine]',
  '[your database]',
  '[...]',
  '[…]',
  '[]',
  '[TBD]',
  '<your database>',
  '<name>',
  'TBD',
  'tbd.',
  '**TBD**',
  '_todo_',
  '`TODO`',
  'TODO: choose one',
  'to be determined',
  '…',
  '...',
  '<!-- fill in -->',
  '{{detected_backend}}',
  '[fill in, e.g., React',
  '[Backend: FastAPI, Flask]',
  '[project name]',
  '[brief description]',
  '[Main aims and their measures]',
  '[Other tools and helpers]',
  '[startup, sme, enterprise]',
  '[concept, mvp, development, production, maintenance]',
];

const values = [
  '[AWS]',
  '[React/Vue]',
  '[React, TypeScript]',
  '[React]',
  '[SQL]',
  '<2s prompt response',
  'p95 < 200 ms',
  '<100 ms',
  '<https://example.com>',
  'TODO list application',
  'Todoist',
  'React',
  'none',
  '[Standard agent configuration with a focus on APIs]',
  '[business-analyst, product-manager] - responsible for Epics',
  '[link](https://example.com)',
  'e.g. React',
  '[React](https://react.dev)',
  'PostgreSQL, [fill in]',
  '[our handbook](https://example.com)',
  '[our handbook][1]',
  '[House queue on Redis]',
  '[sme]',
  '[reviewer]',
];

const nones = [
  'none',
  'None.',
  'NONE',
  'n/a',
  'N/A',
  'n. a.',
  '-',
  '–',
  '—',
  'none (CLI only)',
  'N/A (static site)',
  'none – static site only',
  'None yet',
  'none for now',
  'None at the moment.',
  'nothing so far',
  '(nothing)',
  '- (nothing)',
  '— (static site)',
  'keine derzeit',
  'keine',
  'Keine (nur CLI)',
  'nicht zutreffend',
  'entfällt',
  'aucune',
  'ninguna',
  'brak',
  'not applicable',
  'not used',
  'nothing',
  '**none**',
  '"none"',
  '无',
];

const notNones = [
  '',
  'no-code platform',
  'Nonesuch',
  'None of the above, React',
  '(none of them) React',
  'nil-safe Kotlin',
  'no MongoDB',
  'NAS',
  '- React',
  'TBD',
];

test('placeholders, as rule 12 has them', () => {
  for (const text of placeholders) assert.equal(isPlaceholder(text), true, text);
});

test('values that only look like placeholders', () => {
  for (const text of values) assert.equal(isPlaceholder(text), false, text);
});

test('answers that say there is none', () => {
  for (const text of nones) assert.equal(isNone(text), true, text);
  for (const text of notNones) assert.equal(isNone(text), false, text);
});

test('no placeholder or none is both', () => {
  for (const text of placeholders) assert.equal(isNone(text), false, text);
  for (const text of nones) assert.equal(isPlaceholder(text), false, text);
});
