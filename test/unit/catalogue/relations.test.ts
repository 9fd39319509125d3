import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  domainById,
  domains,
  findDomain,
  findTechnology,
  spellingsOfDomain,
} from '../../../server/src/catalogue/lookup.ts';
import { normalizedName } from '../../../server/src/catalogue/names.ts';
import { domainCovers, technologyCovers } from '../../../server/src/catalogue/relations.ts';

/** The entry of an agent, what a project declares, and why the one keeps the other. */
const technologyCases: readonly [entry: string, declared: string, relation: string | undefined][] = [
  ['Node.js', 'Node.js', 'same'],
  ['Node.js', 'NestJS', 'runs-on'],
  ['Java', 'Spring Boot', 'runs-on'],
  ['Spring', 'Spring Boot', 'runs-on'],
  ['Python', 'Celery', 'runs-on'],
  ['Python', 'SQLModel', 'runs-on'],
  ['.NET', 'ASP.NET Core', 'runs-on'],
  ['.NET', 'C#', 'runs-on'],
  ['React', 'Next.js', 'runs-on'],
  ['Ruby', 'Rails', 'runs-on'],
  ['PHP', 'Laravel', 'runs-on'],
  ['Go', 'Gin', 'runs-on'],
  ['Rust', 'axum', 'runs-on'],
  ['wxWidgets', 'wxPython', 'runs-on'],
  ['PostgreSQL', 'pgvector', 'runs-on'],
  ['MySQL', 'MariaDB', 'runs-on'],
  ['Docker', 'Docker Compose', 'runs-on'],
  ['Kubernetes', 'EKS', 'runs-on'],
  ['Service Mesh', 'Istio', 'part-of'],
  ['MongoDB', 'MongoDB Atlas', 'part-of'],
  ['AWS_RDS', 'AWS', 'provider'],
  ['AWS', 'AWS Lambda', 'provider'],
  ['GitHub_Actions', 'GitHub', 'provider'],
  ['PostgreSQL', 'CockroachDB', undefined],
  ['NestJS', 'Node.js', undefined],
  ['Node.js', 'React', undefined],
  ['Node.js', 'TypeScript', undefined],
  ['AWS Lambda', 'AWS RDS', undefined],
  ['Azure', 'AWS', undefined],
  ['Python', 'Elixir', undefined],
];

void test('a declared technology keeps the entries that it is, runs on, belongs to or provides', () => {
  for (const [entry, declared, relation] of technologyCases)
    assert.equal(
      technologyCovers(findTechnology(entry)!, findTechnology(declared)!),
      relation,
      `${declared} → ${entry}`,
    );
});

void test('a declared domain keeps the wider one, not the narrower', () => {
  const cases: readonly [entry: string, declared: string, relation: string | undefined][] = [
    ['Fintech', 'B2B payments', 'part-of'],
    ['Fintech', 'financial services', 'same'],
    ['Media', 'publishing', 'part-of'],
    ['E-commerce', 'online auctions', 'part-of'],
    ['Payments', 'Fintech', undefined],
    ['Healthcare', 'Fintech', undefined],
  ];
  for (const [entry, declared, relation] of cases)
    assert.equal(domainCovers(findDomain(entry)!, findDomain(declared)!), relation, `${declared} → ${entry}`);
});

void test('domains have ids of their own, names of their own, parents that exist, and say what they bring', () => {
  assert.ok(domains.length >= 40);
  const claims = new Map<string, string>();
  for (const domain of domains) {
    assert.equal(domainById(domain.id), domain);
    assert.ok(domain.partOf === undefined || domainById(domain.partOf), domain.id);
    assert.ok(domain.brings.length > 20 && !domain.brings.includes('\n'), domain.id);
    for (const { text } of spellingsOfDomain(domain)) {
      const name = normalizedName(text);
      assert.equal(claims.get(name), undefined, `${text} of ${domain.id}`);
      claims.set(name, domain.id);
    }
  }
});
