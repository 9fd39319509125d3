/** We load what the real program loads: every case of the corpus' `imports/`, in the same order, with the same text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findImports } from '../../server/src/parse/imports.ts';
import { loadProjectDocument, type ProjectSource } from '../../server/src/project/loadProjectDocument.ts';
import { joinUri, uriPath } from '../../server/src/workspace/uris.ts';
import { corpusFiles, skipWithoutCorpus } from '../support/corpus.ts';
import { MemoryFileSystem } from '../support/memoryFileSystem.ts';

interface Verdict {
  readonly present: readonly string[];
  readonly absent: readonly string[];
  readonly files: readonly { readonly file: string; readonly as: string }[];
}

interface CaseSettings {
  /** Where the program was started, below the project. */
  readonly cwd?: string;
  /** Files that the archive does not hold under their own names. */
  readonly files?: Readonly<Record<string, string>>;
}

interface Case {
  readonly files: MemoryFileSystem;
  readonly folder: string;
  verdict: Verdict;
}

const root = 'file:///case';
const project = `${root}/project`;

function readCases(): ReadonlyMap<string, Case> {
  const folders = new Map<string, Map<string, string>>();
  for (const [path, bytes] of corpusFiles()) {
    const [top, name, ...rest] = path.split('/');
    if (top !== 'imports' || name === undefined || rest.length === 0) continue;
    const texts = folders.get(name) ?? new Map<string, string>();
    folders.set(name, texts.set(rest.join('/'), new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)));
  }
  return new Map([...folders].map(([name, texts]) => [name, caseOf(texts)]));
}

function caseOf(texts: Map<string, string>): Case {
  const settings = JSON.parse(texts.get('_case.json') ?? '{}') as CaseSettings;
  const verdict = JSON.parse(texts.get('verdict.json') ?? '{}') as Verdict;
  const files = new MemoryFileSystem();
  for (const [path, text] of [...texts, ...Object.entries(settings.files ?? {})]) {
    if (path === '_case.json' || path === 'verdict.json') continue;
    files.files.set(placeOf(path), text.replaceAll('{{ROOT}}', uriPath(project)));
  }
  // The program would not start in a folder that is not there.
  files.files.set(joinUri(project, '.keep'), '');
  const folder = settings.cwd === undefined ? project : joinUri(project, settings.cwd);
  return { files, folder, verdict };
}

function placeOf(path: string): string {
  if (path.startsWith('_home/')) return joinUri(root, 'home', path.slice('_home/'.length));
  if (path.startsWith('_outside/')) return joinUri(root, 'outside', path.slice('_outside/'.length));
  return joinUri(project, path.replace(/^\.\//, ''));
}

function loaded(sources: readonly ProjectSource[]): string[] {
  return sources.map(({ uri, level }) => `${uriPath(uri).slice('/case/'.length)} as ${level}`);
}

/** What reaches the model: everything but what is hidden. */
function visibleText(sources: readonly ProjectSource[]): string {
  return sources
    .map(({ text, hidden }) => {
      let visible = '';
      let start = 0;
      for (const stretch of hidden) {
        visible += text.slice(start, stretch.start);
        start = stretch.end;
      }
      return visible + text.slice(start);
    })
    .join('\n');
}

/** Marks that reached the model by another way than the project document. */
const otherWays = new Set(['MARK-agentdesc', 'MARK-command', 'MARK-skilldesc']);

test('the project document is what the real program loads', { skip: skipWithoutCorpus }, async () => {
  const cases = readCases();
  assert.ok(cases.size >= 300, `only ${cases.size} cases in the corpus`);
  for (const [name, { files, folder, verdict }] of cases) {
    const { sources } = await loadProjectDocument(files, folder, { home: `${root}/home`, userFiles: true });
    assert.deepEqual(
      loaded(sources),
      verdict.files.map(({ file, as }) => `${file} as ${as}`),
      name,
    );
    const words = new Set(visibleText(sources).match(/MARK-[A-Za-z0-9]+/g));
    const wanted = verdict.present.filter((mark) => !otherWays.has(mark));
    assert.deepEqual(
      wanted.filter((mark) => !words.has(mark)),
      [],
      `${name}: reached the model`,
    );
    assert.deepEqual(
      verdict.absent.filter((mark) => words.has(mark)),
      [],
      `${name}: did not reach the model`,
    );
  }
});

test('without the user’s files the rest stays as it is', { skip: skipWithoutCorpus }, async () => {
  for (const [name, { files, folder, verdict }] of readCases()) {
    const { sources } = await loadProjectDocument(files, folder, { home: `${root}/home` });
    const wanted = verdict.files.filter(({ as }) => as !== 'user').map(({ file, as }) => `${file} as ${as}`);
    assert.deepEqual(loaded(sources), wanted, name);
  }
});

test('every import in a real file stands where it says', { skip: skipWithoutCorpus }, () => {
  for (const [path, bytes] of corpusFiles()) {
    if (!path.endsWith('.md')) continue;
    const text = bytes.toString('utf8');
    for (const { path: target, span } of findImports(text)) {
      assert.equal(text.slice(span.start, span.end).replaceAll('\\ ', ' '), `@${target}`, path);
    }
  }
});
