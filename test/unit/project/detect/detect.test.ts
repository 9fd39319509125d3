import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import picomatch from 'picomatch';
import {
  imageTargets,
  technologiesOfImage,
  technologyOfAddress,
} from '../../../../server/src/catalogue/images.ts';
import { infrastructureTargets } from '../../../../server/src/catalogue/infrastructure.ts';
import { technologyById } from '../../../../server/src/catalogue/lookup.ts';
import { packageTargets } from '../../../../server/src/catalogue/packages.ts';
import { detectIn } from '../../../../server/src/project/detect/detect.ts';
import { manifestNames } from '../../../../server/src/project/detect/manifestFiles.ts';
import { detectedValue, prefilled } from '../../../../server/src/project/prefill.ts';
import { manifestGlob } from '../../../../server/src/server/protocol.ts';
import { MemoryFileSystem } from '../../../support/memoryFileSystem.ts';
import { detectOf } from './detectOf.ts';
import fc from '../../../support/fastCheck.ts';
import { assertSoon } from '../../../support/timeLimits.ts';

describe('packages and images', () => {
  it('name technologies that the catalogue has', () => {
    const unknown = [...packageTargets(), ...imageTargets(), ...infrastructureTargets()].filter(
      (id) => technologyById(id) === undefined,
    );
    assert.deepEqual(unknown, []);
  });

  it('images are known by their names, with the version where a tag begins with one', () => {
    const known = (image: string): string =>
      technologiesOfImage(image)
        .map((one) => Object.values(one).join(' '))
        .join(', ');
    assert.equal(known('postgres'), 'postgresql');
    assert.equal(known('localhost:5000/library/postgres:16.4-alpine@sha256:0'), 'postgresql 16.4');
    assert.equal(known('mcr.microsoft.com/mssql/server:2022-latest'), 'sql-server 2022');
    assert.equal(known('ghcr.io/acme/server:1'), '');
    assert.equal(known('${IMAGE}'), '');
    assert.equal(known('confluentinc/cp-kafka:7.6.0'), 'kafka');
    assert.equal(known('confluentinc/cp-zookeeper:7.6.0'), 'apache-zookeeper');
    assert.equal(known('apache/kafka:3.9.0'), 'kafka 3.9.0');
    assert.equal(known('wurstmeister/kafka:2.13-2.8.1'), 'kafka 2.8.1');
    assert.equal(known('quay.io/strimzi/kafka:0.40.0-kafka-3.7.0'), 'kafka 3.7.0');
    assert.equal(known('mcr.microsoft.com/azure-sql-edge:1.0.7'), 'sql-server');
    assert.equal(known('amazon/dynamodb-local:2.5'), 'dynamodb');
    assert.equal(known('eclipse-mosquitto:2'), 'mqtt');
    assert.equal(known('pgvector/pgvector:pg17'), 'pgvector, postgresql 17');
    assert.equal(known('postgis/postgis:16-3.4'), 'postgis, postgresql 16');
    assert.equal(known('timescale/timescaledb:2.17-pg16'), 'timescaledb, postgresql 16');
    assert.equal(known('docker.io/library/python:3.13-slim'), 'python 3.13');
    assert.equal(known('ghcr.io/acme/python:3'), '');
    assert.equal(known('mcr.microsoft.com/dotnet/aspnet:9.0'), 'asp.net-core 9.0');
    assert.equal(technologyOfAddress('jdbc:mysql://db/shop'), 'mysql');
    assert.equal(technologyOfAddress('https://example.org'), undefined);
  });
});

describe('manifests', () => {
  it('are all watched by clients', () => {
    const isWatched = picomatch(manifestGlob, { dot: true });
    const unwatched = [
      ...manifestNames(),
      'api/requirements/base.txt',
      'app/build.gradle.kts',
      'x/a.csproj',
    ].filter((name) => !isWatched(name));
    assert.deepEqual(unwatched, []);
  });
});

describe('detection', () => {
  const broken: readonly (readonly [string, string])[] = [
    ['package.json', '{ "dependencies": { "pg": '],
    ['pyproject.toml', '[project\nname = "x"'],
    ['Cargo.toml', 'a = 1\na = 2'],
    ['pom.xml', '<project><dependencies></project>'],
    ['src/A.csproj', '<Project><ItemGroup>'],
    ['composer.json', ''],
    ['compose.yaml', 'services:\n  db: [\n'],
    ['go.mod', 'go 1.25\n'],
    ['.github/workflows/ci.yml', 'jobs:\n  test: [\n'],
    ['main.tf', 'resource "aws_instance" "x" {\n'],
    ['gradle/libs.versions.toml', '[libraries\n'],
    ['Chart.yaml', 'name: {\n'],
    ['wrangler.jsonc', '{ "name": '],
    ['deno.json', '{ "imports": '],
    ['pubspec.yaml', 'dependencies: [\n'],
    ['serverless.yml', 'service: [\n'],
    ['template.yaml', 'Transform: [\n'],
    ['Directory.Build.props', '<Project>'],
  ];
  for (const [path, text] of broken) {
    it(`skips a broken ${path}, says so, and reads the others`, () => {
      const detected = detectOf({ [path]: text, 'requirements.txt': 'flask\n' });
      assert.deepEqual(
        detected.problems.map((problem) => problem.path),
        [path],
      );
      assert.deepEqual(
        detected.technologies.backend.map(({ technology }) => technology.name),
        ['Python', 'Flask'],
      );
    });
  }

  const names = [
    'package.json',
    'pyproject.toml',
    'requirements.txt',
    'go.mod',
    'Cargo.toml',
    'pom.xml',
    'build.gradle',
    'A.csproj',
    'gradle/libs.versions.toml',
    'wrangler.toml',
    'wrangler.jsonc',
    'deno.json',
    'pubspec.yaml',
    'mix.exs',
    'serverless.yml',
    'template.yaml',
    'kustomization.yaml',
    'Gemfile',
    'composer.json',
    'Dockerfile',
    'compose.yaml',
    '.github/workflows/ci.yml',
    'main.tf',
    'k8s/a.yaml',
    'Chart.yaml',
    '.env.example',
    'schema.prisma',
    'Pipfile',
  ];

  it('neither throws nor hangs on anything', () => {
    const bomb = `a: &a [x]\nb: &b [${'*a,'.repeat(9)}]\nservices:\n  x: {image: *b}\n${'c: &c [*b,*b,*b]\n'.repeat(3)}`;
    const hard = [
      '',
      '\0',
      '\uFEFF',
      '{'.repeat(20_000),
      '['.repeat(20_000),
      '<a>'.repeat(20_000),
      `<a ${'b="'.repeat(20_000)}`,
      bomb,
      `"${'\\'.repeat(100_001)}`,
      'x'.repeat(999_999),
      `${' '.repeat(400_000)}gem`,
      '\r'.repeat(100_000),
      'FROM '.repeat(50_000),
      `image: ${'${'.repeat(50_000)}`,
      `services:\n  a:\n    image: ${'${A:-'.repeat(20_000)}`,
      'y'.repeat(6_000_000),
      'dependencies {\n'.repeat(5_000),
      `dependencies {\n${'implementation(\n'.repeat(5_000)}`,
      `dependencies {\n${'implementation "a:b:1",\n'.repeat(5_000)}`,
      "'''".repeat(20_000),
      '/*'.repeat(20_000),
      '<<A\n'.repeat(20_000),
      '-r a.txt\n'.repeat(10_000),
      `a = ${'['.repeat(20_000)}`,
      `${'a.'.repeat(20_000)}b = 1`,
      'resource "a" "b" {\n'.repeat(10_000),
    ];
    for (const text of hard) {
      const files = Object.fromEntries(names.map((name) => [name, text]));
      assertSoon(5000, text.slice(0, 40), () => detectOf(files));
    }
  });

  it('does not throw on mixtures', () => {
    const piece = fc.constantFrom(
      '[project]',
      'services:',
      '\n',
      '  ',
      '<',
      '>',
      '{',
      '}',
      '"',
      "'",
      'image: redis',
      '=',
      'x',
      ':',
      '${',
      '- ',
      '\t',
      '#',
      'group :test do',
      'resource "aws_db_instance" "x" {',
    );
    const text = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (content) => {
        detectOf(Object.fromEntries(names.map((name) => [name, content])));
      }),
      { numRuns: 200 },
    );
  });

  it('reads lines by whatever ends them', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const text = ['a==1', 'flask', 'psycopg2'].join(eol);
      const { technologies } = detectOf({ 'requirements.txt': text });
      assert.deepEqual(
        technologies.database.map(({ line }) => line),
        [2],
      );
    }
  });

  it('walks sub-projects, leaves out what is no project’s own, and follows no link', async () => {
    const files = new MemoryFileSystem({
      'shop/package.json': '{ "dependencies": { "express": "5" } }',
      'shop/deep/er/requirements.txt': 'redis\n',
      'shop/node_modules/x/package.json': '{ "dependencies": { "vue": "3" } }',
      'shop/.venv/requirements.txt': 'flask\n',
      'other/go.mod': 'module x\n',
    }).link('file:///shop/linked', '../other');
    const { technologies } = await detectIn(files, 'file:///shop');
    const shown = Object.values(technologies).flatMap((list) => list.map(({ path }) => path));
    assert.deepEqual([...new Set(shown)].sort(), ['deep/er/requirements.txt', 'package.json']);
  });
});

describe('files that manifests take from', () => {
  const shownIn = async (texts: Readonly<Record<string, string>>): Promise<string[]> => {
    const files = new MemoryFileSystem(
      Object.fromEntries(Object.entries(texts).map(([path, text]) => [`shop/${path}`, text])),
    );
    const { technologies } = await detectIn(files, 'file:///shop');
    return Object.values(technologies).flatMap((list) =>
      list.map(({ technology, path, line }) => `${technology.name} ${path}:${line + 1}`),
    );
  };

  it('are read whatever they are called', async () => {
    assert.deepEqual(
      await shownIn({
        'requirements.txt': '-r deps/web.txt\n--requirement ./deps/dev.txt\n-c limits.txt\n',
        'deps/web.txt': 'django\n-r stores.txt\n',
        'deps/stores.txt': 'psycopg\n-r web.txt\n',
        'deps/dev.txt': 'pymongo\n',
        'limits.txt': 'mysqlclient\n',
      }),
      ['Python deps/web.txt:1', 'Django deps/web.txt:1', 'PostgreSQL deps/stores.txt:1'],
    );
  });

  it('are read as what takes from them, wherever they lie', async () => {
    assert.deepEqual(
      await shownIn({
        'compose.yaml':
          'include:\n  - path: infra/stores.yaml\nservices:\n  api:\n    extends:\n      file: ops/base.yaml\n      service: api\n',
        'infra/stores.yaml': 'services:\n  db:\n    image: postgres:17\n',
        'ops/base.yaml': 'services:\n  api:\n    image: redis:8\n',
      }),
      ['Docker Compose compose.yaml:3', 'PostgreSQL infra/stores.yaml:3', 'Redis ops/base.yaml:3'],
    );
  });

  it('do not lead out of the project', async () => {
    assert.deepEqual(
      await shownIn({ 'requirements.txt': '-r ../secret.txt\n-r /etc/x.txt\n-r ~/y.txt\n' }),
      [],
    );
  });
});

describe('prefilling', () => {
  const detected = detectOf({
    'package.json':
      '{ "dependencies": { "express": "5", "pg": "8" }, "devDependencies": { "typescript": "5" } }',
    'compose.yaml': 'services:\n  cache:\n    image: redis:7\n',
  });

  it('answers labels under all their names', () => {
    assert.equal(detectedValue(detected, 'Database'), 'PostgreSQL, Redis');
    assert.equal(detectedValue(detected, 'backend technologies'), 'TypeScript, Node.js, Express');
    assert.equal(detectedValue(detected, 'primary_language'), 'TypeScript');
    assert.equal(detectedValue(detected, 'Frontend'), undefined);
    assert.equal(detectedValue(detected, 'Performance'), undefined);
  });

  it('answers for the services of others by packages and keys', () => {
    const known = detectOf({
      'package.json': '{ "dependencies": { "stripe": "17", "@sentry/node": "8", "@clerk/nextjs": "6" } }',
      '.env.example': 'OPENAI_API_KEY=\nSENTRY_DSN=\nSTRIPE_WEBHOOK_SECRET=\nAPP_KEY=\nSECRET_KEY=\n',
      'compose.yaml': 'services:\n  charts:\n    image: metabase/metabase\n',
    });
    assert.equal(detectedValue(known, 'External APIs'), 'Stripe, OpenAI');
    assert.equal(detectedValue(known, 'Services'), 'Clerk, Sentry');
  });

  it('brings the values of its labels with a section, and leaves given values alone', () => {
    assert.deepEqual(
      prefilled(detected, [{ label: 'Database', value: 'none' }, { label: 'Storage rules' }]),
      [{ label: 'Database', value: 'none' }, { label: 'Storage rules' }],
    );
    const all = prefilled(detected, [{ label: 'Technologies' }]);
    assert.deepEqual(
      all.map(({ value }) => value),
      [undefined, 'TypeScript, Node.js, Express', 'Docker Compose', 'PostgreSQL, Redis'],
    );
  });
});
