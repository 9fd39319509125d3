import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

/** The house's import rules (ARCHITECTURE.md), and a planted violation of each, so that none passes silently. */
const root = fileURLToPath(new URL('../..', import.meta.url));

/** From left to right; a layer imports itself and what stands to the left of it. */
const layers = [
  ['text'],
  ['catalogue'],
  ['parse'],
  ['workspace'],
  ['project', 'requirements'],
  ['adapt', 'rules'],
  ['analysis'],
  ['features'],
  ['languageService'],
  ['server', 'cli'],
  ['entry'],
];

/** May import Node: where files are read and processes started. */
const nodeSide = /^server\/src\/(?:cli\/|entry\/(?:serverNode|serverProcess|cli)\.ts$)/;

interface Import {
  readonly from: string;
  readonly to: string;
}

function violations(imports: readonly Import[]): string[] {
  return imports.flatMap(({ from, to }) =>
    [...problemsOf(from, to)].map((problem) => `${from} → ${to}: ${problem}`),
  );
}

function* problemsOf(from: string, to: string): Generator<string> {
  const isPackage = !to.startsWith('server/') && !to.startsWith('client/');
  if (from.startsWith('server/')) {
    if (isPackage) {
      const isNode = to.startsWith('node:') || to.endsWith('/node');
      if (isNode && !nodeSide.test(from)) yield 'only the command line and the Node entry use Node';
      if (to === 'vscode') yield 'the server does not know VS Code';
      const speaksLsp = to.startsWith('vscode-languageserver') && to !== 'vscode-languageserver-types';
      if (speaksLsp && rankOf(from) < rankOf('server/src/server/x.ts'))
        yield 'only the server holds a connection';
      if (to === 'vscode-languageserver-types' && rankOf(from) < rankOf('server/src/features/x.ts')) {
        yield 'below the features nothing speaks LSP';
      }
      return;
    }
    if (to.startsWith('client/')) yield 'the server does not know the client';
    else if (rankOf(to) > rankOf(from)) yield 'imports point one way';
    else if (rankOf(to) === rankOf(from) && layerOf(to) !== layerOf(from)) {
      yield 'neighbours do not know each other';
    }
  } else if (!isPackage && to.startsWith('server/') && to !== 'server/src/server/protocol.ts') {
    yield 'the client shares only the protocol with the server';
  }
}

function layerOf(file: string): string {
  const part = file.slice('server/src/'.length).split('/')[0]!;
  return part.replace(/\.ts$/, '');
}

function rankOf(file: string): number {
  const rank = layers.findIndex((layer) => layer.includes(layerOf(file)));
  assert.notEqual(rank, -1, `${file} lies in no layer of the house`);
  return rank;
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name).split(sep).join('/'));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(
    /^\s*(?:import|export)\b[^'"]*?\bfrom\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|^import\s+'([^']+)'/gm,
  );
  return [...found].map((match) => {
    const to = (match[1] ?? match[2] ?? match[3])!;
    if (!to.startsWith('.')) return { from: file, to };
    return {
      from: file,
      to: relative(root, resolve(root, dirname(file), to))
        .split(sep)
        .join('/'),
    };
  });
}

describe('the house', () => {
  const files = [...filesBelow('server/src'), ...filesBelow('client/src')];

  it('has imports that point one way', () => {
    assert.ok(files.length > 50, 'the sources were found');
    assert.deepEqual(violations(files.flatMap(importsOf)), []);
  });

  it('has entries of under 40 lines', () => {
    for (const file of files.filter((name) => name.includes('/entry/'))) {
      const lines = readFileSync(join(root, file), 'utf8').split('\n').length;
      assert.ok(lines < 40, `${file} has ${lines} lines`);
    }
  });

  const planted: readonly Import[] = [
    { from: 'server/src/text/span.ts', to: 'server/src/parse/markdown.ts' },
    { from: 'server/src/rules/rule.ts', to: 'server/src/features/diagnostics.ts' },
    { from: 'server/src/features/diagnostics.ts', to: 'server/src/languageService.ts' },
    { from: 'server/src/requirements/references.ts', to: 'server/src/project/facts.ts' },
    { from: 'server/src/parse/outline.ts', to: 'node:fs' },
    { from: 'server/src/server/publisher.ts', to: 'vscode-languageserver/node' },
    { from: 'server/src/rules/runner.ts', to: 'vscode-languageserver-types' },
    { from: 'server/src/features/codeLenses.ts', to: 'vscode-languageserver' },
    { from: 'server/src/languageService.ts', to: 'vscode' },
    { from: 'server/src/entry/serverNode.ts', to: 'client/src/startClient.ts' },
    { from: 'client/src/startClient.ts', to: 'server/src/languageService.ts' },
  ];
  for (const one of planted) {
    it(`would catch ${one.from} → ${one.to}`, () => {
      assert.equal(violations([one]).length, 1);
    });
  }
});
