/** What technologies are used for, what comes with them, and whose drivers reach them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activityNames, isActivity } from '../../../server/src/catalogue/domainActivities.ts';
import {
  findDomain,
  findTechnology,
  technologies,
  technologyById,
} from '../../../server/src/catalogue/lookup.ts';
import {
  comesWith,
  domainContains,
  speaksProtocolOf,
  technologyCovers,
} from '../../../server/src/catalogue/relations.ts';
import { relationTargets } from '../../../server/src/catalogue/relationTables.ts';
import { rolesOf, roleTargets } from '../../../server/src/catalogue/roles.ts';
import { rolesWithTrade } from '../../../server/src/catalogue/trades.ts';
import type { Technology } from '../../../server/src/catalogue/types.ts';

function named(name: string): Technology {
  const technology = findTechnology(name);
  assert.ok(technology, name);
  return technology;
}

test('tables name technologies that the catalogue has', () => {
  const named = [...relationTargets(), ...roleTargets()];
  assert.deepEqual(
    named.filter((id) => technologyById(id) === undefined),
    [],
  );
  for (const technology of technologies()) assert.ok(rolesOf(technology).length > 0, technology.id);
});

test('trades of their own are made of roles that technologies have', () => {
  const roles = new Set([...technologies()].flatMap(rolesOf));
  assert.deepEqual(
    [...rolesWithTrade()].filter((role) => !roles.has(role)),
    [],
  );
});

test('two technologies share a role where one can stand in the other’s place, and only there', () => {
  const cases: readonly [one: string, other: string, shares: boolean][] = [
    ['Angular', 'React', true],
    ['Python', 'Node.js', true],
    ['PostgreSQL', 'MongoDB', true],
    ['PostgreSQL', 'Elasticsearch', true],
    ['Prometheus', 'Datadog', true],
    ['Jenkins', 'GitHub Actions', true],
    ['Redux', 'Zustand', true],
    ['Prometheus', 'Grafana', false],
    ['Prometheus', 'Jaeger', false],
    ['Prometheus', 'Fluentd', false],
    ['Prometheus', 'PagerDuty', false],
    ['Opsgenie', 'Statuspage', false],
    ['GitHub Actions', 'Argo CD', false],
    ['React', 'Redux', false],
    ['React', 'Tailwind CSS', false],
    ['Vite', 'Sass', false],
    ['Python', 'Kafka', false],
    ['Python', 'Apache Spark', false],
    ['PostgreSQL', 'Prisma', false],
    ['PostgreSQL', 'SQL', false],
    ['AWS Lambda', 'S3', false],
    ['OpenCV', 'Boost', false],
  ];
  for (const [one, other, shares] of cases) {
    const common = rolesOf(named(one)).filter((role) => rolesOf(named(other)).includes(role));
    assert.equal(common.length > 0, shares, `${one}, ${other}: ${common.join(' ')}`);
  }
});

test('what comes with a technology is not ruled out by it, and is no knowledge of it', () => {
  const cases: readonly [declared: string, entry: string, comes: boolean][] = [
    ['.NET', 'C#', true],
    ['ASP.NET Core', 'C#', true],
    ['F#', 'C#', false],
    ['iOS', 'Swift', true],
    ['Android', 'Kotlin', true],
    ['React', 'HTML', true],
    ['Next.js', 'CSS', true],
    ['Entity Framework', 'EF Core', true],
    ['PostgreSQL', 'SQL', true],
    ['SQL Server', 'T-SQL', true],
    ['pgvector', 'SQL', true],
    ['MongoDB', 'SQL', false],
    ['Node.js', 'HTML', false],
    ['Swift', 'iOS', false],
  ];
  for (const [declared, entry, comes] of cases) {
    assert.equal(comesWith(named(entry), named(declared)), comes, `${declared} → ${entry}`);
    if (comes) assert.equal(technologyCovers(named(entry), named(declared)), undefined, entry);
  }
});

test('a database that speaks another one’s protocol is reached with that one’s drivers', () => {
  const cases: readonly [technology: string, driverOf: string, speaks: boolean][] = [
    ['CockroachDB', 'PostgreSQL', true],
    ['YugabyteDB', 'PostgreSQL', true],
    ['Amazon Aurora', 'PostgreSQL', true],
    ['Amazon Aurora', 'MySQL', true],
    ['AWS RDS', 'SQL Server', true],
    ['Redshift', 'PostgreSQL', true],
    ['QuestDB', 'PostgreSQL', true],
    ['TimescaleDB', 'PostgreSQL', true],
    ['Supabase', 'PostgreSQL', true],
    ['TiDB', 'MySQL', true],
    ['DocumentDB', 'MongoDB', true],
    ['Valkey', 'Redis', true],
    ['PostgreSQL', 'PostgreSQL', true],
    ['PostgreSQL', 'MySQL', false],
    ['PostgreSQL', 'CockroachDB', false],
    ['DynamoDB', 'PostgreSQL', false],
  ];
  for (const [technology, driverOf, speaks] of cases) {
    assert.equal(speaksProtocolOf(named(technology), named(driverOf)), speaks, `${technology}, ${driverOf}`);
  }
});

test('a domain contains its parts, and some of its names are what any team does', () => {
  const contains = (entry: string, declared: string): boolean =>
    domainContains(findDomain(entry)!, findDomain(declared)!);
  assert.ok(contains('Payments', 'Fintech'));
  assert.ok(contains('Auctions', 'E-commerce'));
  assert.ok(!contains('Fintech', 'Payments'));
  assert.ok(!contains('Fintech', 'Fintech'));
  assert.ok(isActivity('Project Management') && isActivity('machine learning') && isActivity('SEO'));
  assert.ok(!isActivity('FinTech') && !isActivity('Payments') && !isActivity('Healthcare'));
  assert.deepEqual(
    activityNames().filter((name) => findDomain(name) === undefined),
    [],
  );
});
