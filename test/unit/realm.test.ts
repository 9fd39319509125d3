import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { before, describe, it } from 'node:test';
import vm from 'node:vm';
import { build, type Plugin } from 'esbuild';
import { adaptiveAgent, incompleteDocument } from '../support/sampleTexts.ts';

/** The engine runs where there is nothing but ECMAScript: no Node, no DOM. */
describe('in a realm that has ECMAScript only, the engine', () => {
  let bundle = '';

  before(async () => {
    bundle = await bundled();
  });

  it('finds, repairs, completes and adapts', async () => {
    const result = await run(bundle);
    assert.deepEqual(result.logged, []);
    assert.ok(result.documentCodes.includes('project/unfilled-section'));
    assert.ok(result.documentCodes.includes('project/missing-section'));
    assert.deepEqual(result.agentCodes, []);
    assert.ok(result.brokenCodes.includes('agent/skipped'));
    assert.ok(
      result.fixes.some((title) => title.includes('Database')),
      result.fixes.join('; '),
    );
    assert.ok(result.domains.includes('Fintech'), result.domains.join('; '));
    assert.match(result.profile, /Storage engineer/);
    assert.equal(result.lenses, 3);
    assert.equal(result.missing, 'edit');
  });

  it('would be caught at the use of anything else', async () => {
    const planted = await bundled({ planted: true });
    for (const name of [
      'process',
      'Buffer',
      'require',
      'setTimeout',
      'console',
      'URL',
      'TextDecoder',
      'window',
    ]) {
      const result = run(planted.replaceAll('PLANTED_GLOBAL', name));
      await assert.rejects(result, { name: 'ReferenceError', message: `${name} is not defined` }, name);
    }
  });

  it('is given a realm that indeed has nothing else', () => {
    const names = vm.runInContext('Object.getOwnPropertyNames(globalThis).join()', emptyRealm()) as string;
    assert.deepEqual(
      names.split(',').filter((name) => !ecmaScript.has(name)),
      [],
    );
  });
});

interface RealmResult {
  readonly logged: string[];
  readonly documentCodes: string[];
  readonly agentCodes: string[];
  readonly brokenCodes: string[];
  readonly fixes: string[];
  readonly domains: string[];
  readonly profile: string;
  readonly lenses: number;
  readonly missing: string;
}

/** The engine as the browser's server is bundled; `planted` puts a use of a global into what answers diagnostics. */
async function bundled({ planted = false } = {}): Promise<string> {
  const plant: Plugin = {
    name: 'plant',
    setup: (plugin) => {
      plugin.onLoad({ filter: /languageService\.ts$/ }, async ({ path }) => {
        const { readFile } = await import('node:fs/promises');
        const text = await readFile(path, 'utf8');
        const seed = text.replace(
          /diagnostics\(uri: string\): readonly Diagnostic\[\] \{/,
          '$& void PLANTED_GLOBAL.x;',
        );
        assert.notEqual(seed, text, 'nothing was planted');
        return { contents: `declare const PLANTED_GLOBAL: { x: unknown };\n${seed}`, loader: 'ts' };
      });
    },
  };
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
    stdin: {
      contents: `export { LanguageService } from './server/src/languageService.ts';
        export { LineIndex } from './server/src/text/lineIndex.ts';`,
      resolveDir: fileURLToPath(new URL('../..', import.meta.url)),
    },
    plugins: planted ? [plant] : [],
    bundle: true,
    write: false,
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
    conditions: ['browser'],
    format: 'iife',
    globalName: 'engine',
    target: 'es2022',
    logLevel: 'warning',
  });
  return outputFiles[0]!.text;
}

async function run(bundle: string): Promise<RealmResult> {
  const realm = emptyRealm();
  vm.runInContext(bundle, realm, { filename: 'engine.js' });
  vm.runInContext(`var texts = ${JSON.stringify({ adaptiveAgent, incompleteDocument })};`, realm);
  return JSON.parse((await vm.runInContext(session, realm)) as string) as RealmResult;
}

/** What an editor would ask, in the realm's own language; answers JSON, so that no object of it gets out. */
const session = `(async () => {
  const logged = [];
  const tasks = [];
  const folder = 'file:///projects/shop';
  const files = {
    [folder + '/.claude/agents/storage.md']: texts.adaptiveAgent,
    [folder + '/.claude/agents/broken.md']: 'name: broken\\ndescription: no fence\\n',
    [folder + '/CLAUDE.md']: texts.incompleteDocument,
  };
  const below = (uri) => Object.keys(files).filter((file) => file.startsWith(uri + '/'));
  const service = new engine.LanguageService({
    files: {
      async stat(uri) {
        if (files[uri] !== undefined) return { type: 'file', size: files[uri].length };
        return below(uri).length > 0 ? { type: 'directory', size: 0 } : undefined;
      },
      async readDirectory(uri) {
        const entries = below(uri).map((file) => file.slice(uri.length + 1).split('/'));
        return entries.map(([name, ...rest]) => ({ name, type: rest.length > 0 ? 'directory' : 'file' }));
      },
      async readText(uri) { return files[uri]; },
    },
    homeUri: 'file:///home/someone',
    onChanged() {},
    log(message) { logged.push(message); },
    schedule(task) { tasks.push(task); },
  });
  service.model.setFolders([folder]);
  await service.model.settled();

  const agent = folder + '/.claude/agents/storage.md';
  const main = folder + '/CLAUDE.md';
  for (const uri of [agent, main]) service.model.open(uri, files[uri], 1, new engine.LineIndex(files[uri]));
  const typed = texts.incompleteDocument.replace('95 < 200', '99 < 200');
  service.model.edit(main, typed, 2, new engine.LineIndex(typed));
  for (const task of tasks.splice(0)) task();
  await service.model.settled();

  const codes = (uri) => service.diagnostics(uri).map(({ code }) => code);
  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const line = typed.split('\\n').findIndex((text) => text.includes('Business domains'));
  const at = { line, character: '- **Business domains:** '.length };
  return JSON.stringify({
    documentCodes: codes(main),
    agentCodes: codes(agent),
    brokenCodes: codes(folder + '/.claude/agents/broken.md'),
    fixes: service.codeActions(main, whole, undefined, true).map(({ title }) => title),
    domains: (service.completion(main, at, 'invoked') ?? []).map(({ label }) => label),
    profile: service.profile(agent).text,
    lenses: service.codeLenses(agent, { preview: 'preview', answer: 'answer' }).length,
    missing: service.missingSections(folder).kind,
    logged,
  });
})()`;

/** V8 adds a console and WebAssembly to every realm; they go. */
function emptyRealm(): vm.Context {
  const realm = vm.createContext({});
  vm.runInContext('delete globalThis.console; delete globalThis.WebAssembly;', realm);
  return realm;
}

/** The global object of ECMAScript, with what later editions than ours may have added to this V8. */
const ecmaScript = new Set(
  (
    'globalThis Infinity NaN undefined eval isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI ' +
    'encodeURIComponent escape unescape AggregateError Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean ' +
    'DataView Date Error EvalError FinalizationRegistry Float16Array Float32Array Float64Array Function Int8Array ' +
    'Int16Array Int32Array Map Number Object Promise Proxy RangeError ReferenceError RegExp Set SharedArrayBuffer String ' +
    'Symbol SyntaxError TypeError Uint8Array Uint8ClampedArray Uint16Array Uint32Array URIError WeakMap WeakRef WeakSet ' +
    'Atomics Intl JSON Math Reflect Iterator SuppressedError DisposableStack AsyncDisposableStack Temporal'
  ).split(' '),
);
