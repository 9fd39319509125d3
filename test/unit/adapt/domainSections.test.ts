/** Which sections without a reference go: those about other lines of business, and nothing else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adaptAgent } from '../../../server/src/adapt/adaptAgent.ts';
import { agentOf, checkProfile, factsOf, linesOf } from '../../support/profiles.ts';

const asks =
  'Adaptation to **"Business domains"** from `CLAUDE.md`:\n\n- **Fintech**: x\n- **Logistics**: x\n- **Media**: x\n\n';

/** Headings of a section, each with a line under it; what stands behind `-` goes with "Business domains: fintech". */
const families: readonly (readonly [name: string, parent: string, headings: readonly string[]])[] = [
  ['names of industries', 'Services', ['FinTech Backend', '-Healthcare Backend', '-E-commerce Backend']],
  [
    'whatever follows them',
    'Services',
    ['Financial Services Transactions', '-Healthcare Clinical Flow', '-Manufacturing Lines'],
  ],
  ['numbered and marked', 'Services', ['1. **FinTech**', '-2. **Healthcare**', '-🛒 E-commerce']],
  ['work that every business does', 'Collaboration', ['Team Collaboration', 'Project Management']],
  ['more of it', 'Skills', ['Machine Learning', 'Identity Management', 'Customer Support', 'SEO']],
  ['and more', 'Skills', ['Fraud Detection', 'Data Analysis and Review', 'Marketing Strategy']],
  ['words that are names too', 'Operations', ['Health Checks', 'Media Handling', 'Energy Profiling']],
  [
    'beside industries',
    'Services',
    ['FinTech Backend', '-Healthcare Backend', 'Media Handling', 'Communication'],
  ],
  ['worded alike', 'Services', ['FinTech Backend', '-Media Backend', '-Travel Backend']],
  ['two words that are names, worded alike', 'Services', ['-Media Backend', '-Travel Backend']],
  ['bare, among industries', 'Services', ['FinTech', '-Healthcare', '-Media', 'Communication']],
  ['bare, without', 'Services', ['Media', 'Travel', 'Energy']],
  [
    'sorted by domain in so many words',
    'Strategies by Domain',
    ['-Media Handling', '-Travel', 'FinTech Flow'],
  ],
  ['industries', 'Industry Specializations', ['-Marketing Campaigns', '-Energy Trading', 'FinTech Review']],
  ['domain-driven design', 'Domain-Driven Design', ['Media Aggregates', 'Travel Aggregates and Ports']],
  ['two domains of which one is declared', 'Services', ['-Retail', 'Healthcare and Fintech', '-Telecom']],
  ['with a slash', 'Services', ['Retail / FinTech', '-Healthcare / Telecom', '-Government']],
  ['the declared one behind', 'Services', ['Healthcare Backend for Fintech', '-Government Backend']],
  ['one industry only', 'Services', ['Healthcare Records', 'Error Handling']],
  ['enterprise', 'Services', ['Enterprise Backend', '-Healthcare Backend', '-Government Backend']],
];

for (const [name, parent, headings] of families) {
  void test(name, () => {
    const section = headings.map((heading) => `### ${heading.replace(/^-/, '')}\n\nWords.\n\n`).join('');
    const agent = agentOf(
      `---\nname: a\ndescription: b\n---\n# A\n\n${asks}## ${parent}\n\n${section}## End\n`,
    );
    const facts = factsOf('- Business domains: fintech\n');
    const profile = adaptAgent(agent, facts);
    checkProfile(agent, facts, profile, name);
    const lines = linesOf(profile.text);
    const left = headings.map((heading) => {
      const bare = heading.replace(/^-/, '');
      return lines.includes(`### ${bare}`) ? bare : `-${bare}`;
    });
    assert.deepEqual(left, headings);
  });
}

const ends: readonly (readonly [name: string, under: string, left: string])[] = [
  ['a rule with words below it', 'Records.\n\n---\n\nThe rest.\n', '---\n\nThe rest.\n'],
  ['a rule within', 'Records.\n\n---\n\n#### More\n\nRecords.\n', ''],
  [
    'words on the project document',
    '- Records\n\nRemember: I read CLAUDE.md first.\n',
    'Remember: I read CLAUDE.md first.\n',
  ],
];

for (const [name, below, left] of ends) {
  void test(`where a section ends: ${name}`, () => {
    const before = `---\nname: a\ndescription: b\n---\n# A\n\n${asks}## By\n\n### FinTech\n\nMoney.\n\n`;
    const profile = adaptAgent(
      agentOf(`${before}### Healthcare\n\n${below}`),
      factsOf('- Business domains: fintech\n'),
    );
    const at = profile.text.indexOf('Money.\n');
    assert.equal(profile.text.slice(at), left === '' ? 'Money.\n' : `Money.\n\n${left}`);
  });
}
