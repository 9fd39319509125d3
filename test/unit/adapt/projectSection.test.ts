/** What the project section at a profile's end quotes of the project document. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adaptAgent } from '../../../server/src/adapt/adaptAgent.ts';
import { agentOf, checkProfile, factsOf, linesOf } from '../../support/profiles.ts';

const asks =
  '---\nname: a\ndescription: b\n---\nBased on the **"Non-functional requirements"** section in `CLAUDE.md`, and the **"Integrations and external dependencies"** and **"Main project goals"** sections in `CLAUDE.md`:\n\nx\n';

const long = `fast, ${'very '.repeat(100)}fast`;

/** Documents and what is quoted of them. */
const documents: readonly (readonly [name: string, document: string, ...quoted: string[]])[] = [
  [
    'items and paragraphs without a label',
    '## Non-functional Requirements\n\nAll figures are p95.\n\n- Performance: 200 ms\n- Must run offline\n- Security: OAuth\n',
    'Non-functional Requirements: All figures are p95. Must run offline (CLAUDE.md:3)',
    'Performance: 200 ms (CLAUDE.md:5)',
    'Security: OAuth (CLAUDE.md:7)',
  ],
  [
    'an item beside answered and unanswered labels',
    '## Integrations and Dependencies\n\n- External APIs: Stripe (payments), carrier API\n- Services: none\n- Other dependencies: [fill in]\n- Kafka cluster of team B\n- TBD\n',
    'Integrations and Dependencies: Kafka cluster of team B (CLAUDE.md:6)',
    'External APIs: Stripe (payments), carrier API (CLAUDE.md:3)',
  ],
  [
    'no comments',
    '## NFR\n\n- Performance: 200 ms <!-- ask Bob\n  first -->\n',
    'Performance: 200 ms (CLAUDE.md:3)',
  ],
  ['the whole of a long value', `## NFR\n\n- Performance: ${long}\n`, `Performance: ${long} (CLAUDE.md:3)`],
  [
    'what is nested under a label, as far as it is filled in',
    '## Non-functional Requirements\n\n- Performance:\n  - p95 < 200 ms\n  - **Peak**: 3x\n  - **Load**: [fill in]\n  - also offline,\n    on trains\n',
    'Performance: p95 < 200 ms; **Peak**: 3x; also offline, on trains (CLAUDE.md:3)',
  ],
  [
    'sections with text and code',
    '## Non-functional Requirements\n\n### Performance\n\nFast pages. See below.\n\n- p95 < 200 ms\n\n### Security\n\nOAuth 2.0\n\n```\n- code\n```\n',
    'Performance: Fast pages. See below. p95 < 200 ms (CLAUDE.md:5)',
    'Security: OAuth 2.0 (CLAUDE.md:11)',
  ],
  [
    'items whose own words stand over what is nested',
    '## Non-functional Requirements\n\n- Short\n  - nested\n- Every page must answer within two hundred milliseconds at the ninety-fifth percentile, in the browser\n  - on trains too\n',
    'Non-functional Requirements: Short; nested; Every page must answer within two hundred milliseconds at the ninety-fifth percentile, in the browser; on trains too (CLAUDE.md:3)',
  ],
  [
    'no markup',
    '## Non-functional Requirements\n\n<details>\n\nHidden words\n\n</details>\n\n[ref]: http://x\n',
    'Non-functional Requirements: Hidden words (CLAUDE.md:5)',
  ],
  [
    'a value in a heading',
    '## Non-functional Requirements\n\n### Performance: 200 ms\n\n### Security\n\n[fill in]\n',
    'Performance: 200 ms (CLAUDE.md:3)',
  ],
  [
    'a table of two columns',
    '## Non-functional Requirements\n\n| Kind | Target |\n|---|---|\n| Performance | 200 ms |\n| Uptime | 99.9 % |\n',
    'Performance: 200 ms (CLAUDE.md:5)',
    'Uptime: 99.9 % (CLAUDE.md:6)',
  ],
  [
    'a table of three',
    '## Integrations\n\n| System | Way | Owner |\n|---|---|---|\n| SAP | in | Ann |\n| CRM | out | Bob |\n\nAll by REST.\n\n> Ask first.\n\n1. one\n2. two\n',
    'Integrations: SAP – in – Ann; CRM – out – Bob; All by REST. Ask first. one; two (CLAUDE.md:5)',
  ],
  [
    'Windows line ends',
    '## Non-functional Requirements\r\n\r\nAll p95.\r\n\r\n- Performance: 200 ms\r\n- [x] Must run offline\r\n- TBD\r\n',
    'Non-functional Requirements: All p95. Must run offline (CLAUDE.md:3)',
    'Performance: 200 ms (CLAUDE.md:5)',
  ],
  [
    'goals',
    '## Domains and Goals\n\n- Main project goals: grow, shrink\n',
    'Main project goals: grow, shrink (CLAUDE.md:3)',
  ],
  ['nothing', '## Non-functional Requirements\n\nnone\n\n## Integrations\n\n[fill in, e.g., SAP]\n'],
];

for (const [name, document, ...quoted] of documents) {
  void test(name, () => {
    const agent = agentOf(asks);
    const facts = factsOf(document);
    const profile = adaptAgent(agent, facts);
    checkProfile(agent, facts, profile, name);
    const lines = linesOf(profile.text).filter(
      (_line, index) => profile.provenance[index]!.from === 'project',
    );
    assert.deepEqual(
      lines.map((line) => line.replace(/^- \*\*(.*?)\*\*/, '$1')),
      quoted,
    );
    for (const { from, source } of profile.provenance) {
      if (from === 'project') assert.ok(linesOf(document)[source!.line] !== undefined);
    }
  });
}

void test('of a very long section the beginning, and that there is more', () => {
  const items = Array.from({ length: 60 }, (_, index) => `- Rule ${index}: ${'words '.repeat(10)}\n`).join(
    '',
  );
  const { text } = adaptAgent(
    agentOf(asks),
    factsOf(`## Integrations and Dependencies\n\n${items.replaceAll(': ', ', ')}`),
  );
  assert.match(text, /- \*\*Integrations and Dependencies\*\*: Rule 0, words[^\n]*\(CLAUDE.md:3\)\n/);
  assert.match(text, /- \*\*Integrations and Dependencies\*\*: … \(CLAUDE.md:\d+\)\n/);
  assert.ok(!text.includes('Rule 59'));
});
