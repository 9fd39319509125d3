/** Detected values as they reach whoever writes CLAUDE.md: fixes, completion, hints, and when manifests change. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LanguageService } from '../../../../server/src/languageService.ts';
import type { Finding } from '../../../../server/src/rules/rule.ts';
import { applyEdits } from '../../../../server/src/text/textEdit.ts';
import { MemoryFileSystem } from '../../../support/memoryFileSystem.ts';

const root = 'file:///project';
const claudeMd = `${root}/CLAUDE.md`;
const agent =
  '---\nname: storage\ndescription: Keeps data. Use when tables change.\n---\nRead the **"Database"** section and the **"Backend"** section in `CLAUDE.md`.\n';
const compose = 'services:\n  db:\n    image: postgres:16\n  cache:\n    image: redis:7\n';

interface Opened {
  readonly service: LanguageService;
  readonly files: MemoryFileSystem;
  readonly logged: string[];
  readonly changed: Set<string>;
}

async function open(texts: Readonly<Record<string, string>>): Promise<Opened> {
  const files = new MemoryFileSystem(
    Object.fromEntries(Object.entries(texts).map(([path, text]) => [`${root}/${path}`, text])),
  );
  const logged: string[] = [];
  const changed = new Set<string>();
  const service = new LanguageService({
    files,
    onChanged: (uris) => uris.forEach((uri) => changed.add(uri)),
    schedule: () => {},
    log: (message) => void logged.push(message),
  });
  service.model.setFolders([root]);
  await service.model.settled();
  return { service, files, logged, changed };
}

function fixesOf(finding: Finding | undefined, text: string): Record<string, string> {
  return Object.fromEntries(
    (finding?.fixes?.() ?? []).map(({ title, edits }) => [title, applyEdits(text, edits)]),
  );
}

function findingsOf({ service }: Opened, rule: string): Finding[] {
  return service.findings(claudeMd).filter((finding) => finding.rule === rule);
}

describe('missing and unfilled sections', () => {
  it('are added with a placeholder, or with what was detected', async () => {
    const text = '# Shop\n\n## Technologies\n\n- **Backend:** Node.js\n';
    const opened = await open({
      'CLAUDE.md': text,
      '.claude/agents/storage.md': agent,
      'compose.yaml': compose,
    });
    assert.deepEqual(fixesOf(findingsOf(opened, 'project/missing-section')[0], text), {
      'Add "Database"': `${text}- **Database:** [fill in, e.g., PostgreSQL, Redis]\n`,
      'Add "Database": PostgreSQL, Redis (detected)': `${text}- **Database:** PostgreSQL, Redis\n`,
    });
  });

  it('are filled in with what was detected', async () => {
    const text =
      '# Shop\n\n## Technologies\n\n- **Backend:** Node.js\n- **Database:** [fill in, e.g., PostgreSQL]\n';
    const opened = await open({
      'CLAUDE.md': text,
      '.claude/agents/storage.md': agent,
      'compose.yaml': compose,
    });
    const fixes = fixesOf(findingsOf(opened, 'project/unfilled-section')[0], text);
    assert.equal(
      fixes['Fill in with PostgreSQL, Redis (detected)'],
      text.replace('[fill in, e.g., PostgreSQL]', 'PostgreSQL, Redis'),
    );
    assert.equal(Object.keys(fixes)[0], 'Fill in with PostgreSQL, Redis (detected)');
  });

  it('make a new document, filled in', async () => {
    const { service } = await open({ '.claude/agents/storage.md': agent, 'compose.yaml': compose });
    const content =
      '# CLAUDE.md\n\n## Technologies\n\n- **Backend – technologies and tools:** [fill in, e.g., Node.js, NestJS]\n- **Database:** PostgreSQL, Redis\n';
    const edit = service.missingSections(root);
    assert.equal(edit?.kind === 'create' ? edit.content : undefined, content);
    const finding = service
      .findings(`${root}/.claude/agents/storage.md`)
      .find(({ rule }) => rule === 'project/no-document');
    assert.equal(finding?.fixes?.()[0]?.create?.content, content);
  });
});

describe('completion', () => {
  it('lists what was detected first, with the place that shows it', async () => {
    const text = '# Shop\n\n## Technologies\n\n- **Database:** \n';
    const { service } = await open({
      'CLAUDE.md': text,
      '.claude/agents/storage.md': agent,
      'compose.yaml': compose,
    });
    const items = service.completion(claudeMd, { line: 4, character: 16 }, 'invoked') ?? [];
    const sorted = items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    assert.deepEqual(
      sorted.slice(0, 2).map(({ label, detail }) => [label, detail]),
      [
        ['PostgreSQL', 'detected: compose.yaml, line 3'],
        ['Redis', 'detected: compose.yaml, line 5'],
      ],
    );
  });
});

describe('drift', () => {
  const cases: readonly {
    readonly title: string;
    readonly text: string;
    readonly files: Readonly<Record<string, string>>;
    readonly message?: string;
    readonly fixed?: string;
  }[] = [
    {
      title: 'a database under another label is said',
      text: '## Technologies\n\n- **Backend:** Node.js, Redis\n- **Database:** PostgreSQL\n',
      files: { 'compose.yaml': compose },
    },
    {
      title: 'a database in words that declare nothing is said',
      text: '## Technologies\n\n- **Database:** PostgreSQL (never Redis)\n',
      files: { 'compose.yaml': compose },
    },
    {
      title: 'a part or a service of the thing says it',
      text: '## Technologies\n\n- **Deployment:** ECS and S3\n- **Frontend:** Next.js\n- **Database:** Supabase\n',
      files: {
        'main.tf': 'provider "aws" {\n}\n',
        'package.json': '{ "dependencies": { "next": "15", "react": "19", "pg": "8" } }',
      },
    },
    {
      title: 'no section, or none that is filled in',
      text: '## Technologies\n\n- **Database:** [fill in, e.g., PostgreSQL]\n',
      files: { 'compose.yaml': compose },
    },
    {
      title: 'thin manifests',
      text: '## Technologies\n\n- **Backend:** Elixir, Phoenix\n- **Database:** MySQL\n',
      files: { 'package.json': '{ "devDependencies": { "prettier": "3", "vite": "7" } }' },
    },
    {
      title: 'a framework',
      text: '## Technologies\n\n- **Backend:** Python 3.13.\n',
      files: { 'requirements.txt': 'fastapi\n' },
      message: 'requirements.txt shows FastAPI, which "Backend" does not mention',
      fixed: '## Technologies\n\n- **Backend:** Python 3.13, FastAPI.\n',
    },
    {
      title: 'a cloud, under a heading with bullets',
      text: '## Technologies\n\n### Deployment\n\n- Docker\n- GitHub Actions\n\n### Rules\n\n- none\n',
      files: { 'infra/main.tf': 'provider "google" {\n}\n' },
      message: 'infra/main.tf shows GCP, which "Deployment" does not mention',
      fixed:
        '## Technologies\n\n### Deployment\n\n- Docker\n- GitHub Actions\n- GCP\n\n### Rules\n\n- none\n',
    },
    {
      title: 'another framework than the one named',
      text: '## Technologies\n\n- **Frontend:** Vue 3, TypeScript\n',
      files: { 'package.json': '{ "dependencies": { "react": "19" } }' },
      message: 'package.json shows React; no manifest shows Vue',
      fixed: '## Technologies\n\n- **Frontend:** React, TypeScript\n',
    },
  ];
  for (const { title, text, files, message, fixed } of cases) {
    it(`${message === undefined ? 'silent: ' : ''}${title}`, async () => {
      const opened = await open({ 'CLAUDE.md': text, '.claude/agents/storage.md': agent, ...files });
      const findings = findingsOf(opened, 'project/drift');
      assert.deepEqual(
        findings.map((finding) => finding.message),
        message === undefined ? [] : [message],
      );
      if (message === undefined) return;
      assert.equal(findings[0]?.severity, 'hint');
      assert.ok(findings[0]?.related?.every(({ uri }) => uri.startsWith(root)));
      assert.equal(Object.values(fixesOf(findings[0], text))[0], fixed);
    });
  }
});

describe('manifests that change', () => {
  it('are read again, and those who show them hear of it', async () => {
    const text = '## Technologies\n\n- **Database:** PostgreSQL\n';
    const opened = await open({
      'CLAUDE.md': text,
      '.claude/agents/storage.md': agent,
      'compose.yaml': compose,
    });
    const { service, files, changed } = opened;
    assert.equal(findingsOf(opened, 'project/drift').length, 1);

    changed.clear();
    files.files.set(`${root}/compose.yaml`, 'services:\n  db:\n    image: postgres:17\n');
    service.model.fileChanged(`${root}/compose.yaml`);
    await service.model.settled();
    assert.equal(findingsOf(opened, 'project/drift').length, 0);
    assert.ok(changed.has(claudeMd));

    files.files.set(`${root}/api/requirements.txt`, 'neo4j\n');
    service.model.fileChanged(`${root}/api/requirements.txt`);
    await service.model.settled();
    assert.equal(findingsOf(opened, 'project/drift').length, 1);

    files.files.delete(`${root}/api/requirements.txt`);
    service.model.fileChanged(`${root}/api`);
    await service.model.settled();
    assert.equal(findingsOf(opened, 'project/drift').length, 0);
  });

  it('cost a keystroke nothing', async () => {
    const text = '## Technologies\n\n- **Database:** PostgreSQL\n';
    const { service, files } = await open({
      'CLAUDE.md': text,
      '.claude/agents/storage.md': agent,
      'compose.yaml': compose,
    });
    const { positions } = service.model.projectFile(claudeMd)!;
    const before = files.callCount;
    service.model.open(claudeMd, text, 1, positions);
    await service.model.settled();
    const opened = files.callCount;
    service.model.edit(claudeMd, `${text}\nmore`, 2, positions);
    service.findings(claudeMd);
    assert.equal(files.callCount, opened);
    assert.ok(opened >= before);
  });

  it('that are broken are skipped, and the log says so once', async () => {
    const { service, logged, files } = await open({
      '.claude/agents/storage.md': agent,
      'package.json': '{',
      'go.mod': 'module x\n',
    });
    assert.deepEqual(logged, ['skipped the manifest package.json: it is not valid JSON']);
    files.files.set(`${root}/go.mod`, 'module y\n');
    service.model.fileChanged(`${root}/go.mod`);
    await service.model.settled();
    assert.equal(logged.length, 1);
    assert.equal(service.model.detection.of(root).technologies.backend[0]?.technology.name, 'Go');
  });
});
