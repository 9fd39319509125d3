/** Readings of a project's document that overlap: the last one begun counts, whichever ends last. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Project } from '../../../server/src/analysis/project.ts';
import { ProjectFile } from '../../../server/src/analysis/projectFile.ts';
import { ProjectTable } from '../../../server/src/analysis/projectTable.ts';
import { MemoryFileSystem } from '../../support/memoryFileSystem.ts';

const root = 'file:///p';
const uri = `${root}/CLAUDE.md`;

/** A file system whose first look at a file is answered only when `release` is called, with what was there then. */
class SlowAtFirst extends MemoryFileSystem {
  release = (): void => {};
  readonly isAsked: Promise<void>;
  #asked = (): void => {};
  #isFirst = true;

  constructor(files: Readonly<Record<string, string>>) {
    super(files);
    this.isAsked = new Promise((resolve) => (this.#asked = resolve));
  }

  override async readText(of: string): Promise<string | undefined> {
    const text = await super.readText(of);
    if (of !== uri || !this.#isFirst) return text;
    this.#isFirst = false;
    this.#asked();
    return new Promise((resolve) => {
      this.release = () => resolve(text);
    });
  }
}

/** A project whose document is being read, and waits for its text. */
async function beingRead(): Promise<{
  files: SlowAtFirst;
  table: ProjectTable;
  project: Project;
  read: () => Promise<ReadonlySet<string>>;
  first: Promise<ReadonlySet<string>>;
}> {
  const files = new SlowAtFirst({ [uri]: 'old' });
  const table = new ProjectTable();
  const project = new Project(root);
  table.add(project);
  const read = (): Promise<ReadonlySet<string>> =>
    table.readDocument(project, files, undefined, (of, text) => new ProjectFile(of, text));
  const first = read();
  await files.isAsked;
  return { files, table, project, read, first };
}

test('an older reading that ends last changes nothing', async () => {
  const { files, table, project, read, first } = await beingRead();
  files.files.set(uri, 'new');
  const newer = await read();
  files.release();
  assert.deepEqual([...(await first)], []);
  assert.ok(newer.has(uri));
  assert.deepEqual(
    project.sources.map(({ text }) => text),
    ['new'],
  );
  assert.deepEqual([...table.ofFile(uri)], [project]);
});

test('a project that went while it was read is not there again', async () => {
  const { files, table, first } = await beingRead();
  table.removeBelow(root);
  files.release();
  assert.deepEqual([...(await first)], []);
  assert.equal(table.isRead(uri), false);
});
