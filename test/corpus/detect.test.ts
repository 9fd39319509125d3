/** What the manifests of real projects show, read by hand beside the manifests. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detect } from '../../server/src/project/detect/detect.ts';
import type { Detected, DetectedSection } from '../../server/src/project/detect/detect.ts';
import { manifestForm } from '../../server/src/project/detect/manifestFiles.ts';
import { corpusFiles, corpusText, skipWithoutCorpus } from '../support/corpus.ts';

const options = { skip: skipWithoutCorpus };

type Sections = Partial<Record<DetectedSection, string>>;

/** Every root manifest of the corpus; what is not named here must be empty. */
const read: Readonly<Record<string, Sections>> = {
  'ArthurZizumbo+agrosat-copilot': {
    backend: 'Python, FastAPI, Google Pub/Sub, MLflow, Ollama, Pydantic, Uvicorn',
    deployment: 'Docker Compose, Google Cloud Storage, Google Secret Manager',
    database: 'Redis, PostgreSQL, PostGIS, pgvector, SQLAlchemy, SQLModel',
    other: 'Clerk, pytest, Poetry',
  },
  'prettier+prettier-vscode': { backend: 'TypeScript, Node.js', other: 'Mocha, Playwright' },
  'langfuse+langfuse': {
    deployment: 'Docker Compose, MinIO',
    database: 'PostgreSQL, Redis, ClickHouse',
    other: 'pnpm, Turborepo',
  },
  'modelcontextprotocol+python-sdk': { backend: 'Python', other: 'pytest, uv' },
  'ruvnet+claude-flow': {
    backend: 'TypeScript, Node.js, Express',
    database: 'SQLite',
    other: 'MCP, WebSocket, Jest, Puppeteer',
  },
  'oxc-project+oxc': { backend: 'Rust', other: 'pnpm' },
  'humanlayer+humanlayer': {
    backend: 'TypeScript, Bun, Node.js',
    deployment: 'Docker Compose',
    database: 'PostgreSQL',
    other: 'Turborepo',
  },
  'davila7+claude-code-templates': {
    backend: 'JavaScript, Node.js, Express',
    database: 'Supabase',
    other: 'WebSocket',
  },
  'getzep+graphiti': {
    backend: 'Python, NumPy, Pydantic',
    deployment: 'Docker, Docker Compose',
    database: 'Neo4j',
    other: 'OpenAI, pytest',
  },
  'SawanoLab+adaptive-claude-agents': { backend: 'Python', other: 'pytest' },
  // A package.json without dependencies.
  'obra+superpowers': {},
};

function detectedIn(project: string): Detected {
  const folder = `claude-md/${project}/`;
  const manifests = [...corpusFiles().keys()]
    .filter((file) => file.startsWith(folder) && manifestForm(file.slice(folder.length)) !== undefined)
    .map((file) => ({ uri: `file:///${file}`, path: file.slice(folder.length), text: corpusText(file) }));
  return detect(manifests);
}

test('the sections of real projects are filled in rightly', options, () => {
  let sections = 0;
  for (const [project, expected] of Object.entries(read)) {
    const { technologies, problems } = detectedIn(project);
    assert.deepEqual(problems, [], project);
    for (const [section, list] of Object.entries(technologies)) {
      const names = list.map(({ technology }) => technology.name);
      const expectedNames = expected[section as DetectedSection]?.split(', ') ?? [];
      assert.deepEqual(names.toSorted(), expectedNames.toSorted(), `${project}: ${section}`);
      if (names.length > 0) sections++;
    }
  }
  assert.ok(sections >= 27, `${sections} sections`);
});

test('each sign stands on the line that is named', options, () => {
  for (const project of Object.keys(read)) {
    for (const { technology, path, line } of Object.values(detectedIn(project).technologies).flat()) {
      const text = corpusText(`claude-md/${project}/${path}`).split('\n')[line] ?? '';
      const words = [technology.name, ...(technology.aliases ?? []), technology.id].map((word) =>
        word.toLowerCase(),
      );
      const isNamed = words.some((word) => text.toLowerCase().includes(word));
      // Languages and containers are shown by a whole file.
      const isWhole = line < 8 || ['language', 'runtime', 'orchestrator'].includes(technology.kind);
      assert.ok(
        isNamed || isWhole || driver.test(text),
        `${project}/${path}:${line + 1} ${technology.name}: ${text}`,
      );
    }
  }
});

/** Packages whose names are not those of what they are for. */
const driver =
  /asyncpg|geoalchemy2|google-cloud-|better-sqlite3|"ws"|"turbo"|modelcontextprotocol|^services:/;
