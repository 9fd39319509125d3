import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  domainsIn,
  nearestDomain,
  nearestTechnology,
  technologiesIn,
} from '../../../server/src/catalogue/lookup.ts';
import fc from '../../support/fastCheck.ts';
import { assertSoon } from '../../support/timeLimits.ts';

/** A phrase, and the names to be found in it, each as `id` or `id=text`. */
const technologyPhrases: readonly [phrase: string, ...found: string[]][] = [
  ['Node.js (NestJS), PostgreSQL 16 primary, Redis for caching', 'node.js', 'nestjs', 'postgresql', 'redis'],
  ['Angular 17+, TypeScript, RxJS', 'angular=Angular', 'typescript', 'rxjs'],
  ['.NET Core 8.0, C# 12', '.net=.NET Core', 'c-sharp=C#'],
  ['C#, C++, C', 'c-sharp', 'cpp', 'c'],
  ['SQL Server 2022', 'sql-server=SQL Server'],
  ['Spring Boot 3.2 on Java 21', 'spring-boot=Spring Boot', 'java'],
  ['React/Vue/Angular', 'react', 'vue', 'angular'],
  ['[React, TypeScript]', 'react', 'typescript'],
  ['Python3 and vue3', 'python=Python', 'vue=vue'],
  ['Qt5/Qt6', 'qt', 'qt'],
  ['Mongo DB and Node JS', 'mongodb=Mongo DB', 'node.js=Node JS'],
  ['docker-compose', 'docker-compose'],
  ['react-native', 'react-native'],
  ['AWS RDS for PostgreSQL', 'aws-rds', 'postgresql'],
  ['GitHub Actions (CI/CD)', 'github-actions'],
  ['GitLab CI/CD', 'gitlab-ci=GitLab CI/CD'],
  ['SAP S/4HANA and PL/SQL', 'sap=SAP S/4HANA', 'pl-sql'],
  ['Entity Framework migrations', 'entity-framework'],
  ['使用React开发', 'react=React'],
  ['React를 사용', 'react=React'],
  ['_Redis_ caching', 'redis=Redis'],
  ['Redis-based caching', 'redis=Redis'],
  ['Weights & Biases', 'weights-and-biases'],
  // Bounded: no name inside a word, an identifier, a host name or a path of dots.
  ['build a gui with care'],
  ['redis.io, my_redis_client, System.Net, vue.config.js'],
  ['Javanese, reactive, expression, gopher'],
  ['example.net'],
  // English words: only as a whole item, with the capital.
  ['Go', 'go'],
  ['Go, Rust, Swift', 'go', 'rust', 'swift'],
  ['Go 1.22, Rust 1.80+, Swift v5', 'go=Go', 'rust=Rust', 'swift=Swift'],
  ['- Express', 'express'],
  ['**Express**', 'express'],
  ['Node.js (Express)', 'node.js', 'express'],
  ['ready to go'],
  ['Go to the next step'],
  ['go, rust'],
  ['Spring cleaning, express delivery'],
  ['Golang services', 'go=Golang'],
  ['Express.js server', 'express=Express.js'],
  ['R&D indicators, D:\\tools, VAULT01'],
  ['C/C++', 'c', 'cpp'],
  ['Runtime: Go', 'go'],
  ['Loop back to the developer; Largest Contentful Paint; mcp__serena__find'],
  ['The Rails app'],
  ['data in flux'],
];

void test('technologies are found in phrases', () => {
  for (const [phrase, ...expected] of technologyPhrases) {
    const found = technologiesIn(phrase).map(({ item, span }, index) =>
      expected[index]?.includes('=') === true ? `${item.id}=${phrase.slice(span.start, span.end)}` : item.id,
    );
    assert.deepEqual(found, expected, phrase);
  }
});

const domainPhrases: readonly [phrase: string, ...ids: string[]][] = [
  ['fintech, B2B payments', 'fintech', 'payments'],
  ['financial services, invoice management, business accounting', 'fintech', 'invoicing', 'accounting'],
  ['publishing, content creation', 'publishing', 'publishing'],
  [
    'project management, team communication, data analysis',
    'project-management',
    'communication',
    'data-analytics',
  ],
  ['Media/Streaming', 'media', 'streaming'],
  ['e-commerce platform for healthcare', 'e-commerce', 'healthcare'],
  ['enterprise', 'enterprise-software'],
  ['enterprise fintech', 'fintech'],
  ['quality assurance, production environment'],
  ['HIPAA-compliant telehealth', 'telemedicine'],
];

void test('business domains are found in phrases', () => {
  for (const [phrase, ...expected] of domainPhrases)
    assert.deepEqual(
      domainsIn(phrase).map(({ item }) => item.id),
      expected,
      phrase,
    );
});

void test('did-you-mean finds near names and no far ones', () => {
  const near: readonly [written: string, meant: string | undefined][] = [
    ['Postgress', 'postgresql'],
    ['Kuberentes', 'kubernetes'],
    ['Terrafrom', 'terraform'],
    ['Ngnix', 'nginx'],
    ['tailwnd', 'tailwind-css'],
    ['our own event bus', undefined],
    ['', undefined],
    ['xy', undefined],
  ];
  for (const [written, meant] of near) assert.equal(nearestTechnology(written)?.id, meant, written);
  assert.equal(nearestDomain('helthcare')?.id, 'healthcare');
  assert.equal(nearestDomain('accounts receivable for dentists'), undefined);
});

void test('any text can be searched, in linear time, with spans in order and inside it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      let last = 0;
      for (const { span } of technologiesIn(text)) {
        assert.ok(span.start >= last && span.end > span.start && span.end <= text.length);
        last = span.end;
      }
      domainsIn(text);
    }),
  );
  for (const long of [
    'Go '.repeat(400_000),
    '_'.repeat(1_000_000),
    'C+'.repeat(500_000),
    '.'.repeat(1_000_000),
    'spring boot '.repeat(80_000),
  ]) {
    assertSoon(5000, long.slice(0, 12), () => technologiesIn(long));
  }
});
