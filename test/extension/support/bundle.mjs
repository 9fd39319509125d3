// Bundles the suites for the extension host they will run in.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../../../scripts/support/paths.mjs';

const extensionTests = path.join(root, 'test', 'extension');

/**
 * Bundles all `suite/**\/*.test.ts` (in the web host without `*.node.test.ts`) into `.cache/extension-tests/<host>`.
 * @param {'node' | 'web'} host
 * @param {{ grep?: string, suites?: readonly string[] }} [filter] `suites`: parts of file names
 * @returns {Promise<string>} the entry's path
 */
export async function bundleTests(host, { grep, suites = [] } = {}) {
  const files = readdirSync(path.join(extensionTests, 'suite'), { recursive: true })
    .map((file) => `suite/${file.replaceAll(path.sep, '/')}`)
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => host === 'node' || !file.endsWith('.node.test.ts'))
    .filter((file) => suites.length === 0 || suites.some((part) => file.includes(part)))
    .sort();
  if (files.length === 0) throw new Error('There is no suite of that name in test/extension/suite.');
  // In the project, whose package.json says "module", only `.cjs` is taken for CommonJS.
  const outfile = path.join(root, '.cache', 'extension-tests', host, 'index.cjs');
  await build({
    stdin: {
      resolveDir: extensionTests,
      loader: 'ts',
      contents: `
        import { runSuites } from './suite/index.ts';
        import { report } from './support/${host === 'web' ? 'reportOverHttp' : 'reportToFile'}.ts';
        export const run = () => runSuites([
          ${files.map((file) => `{ file: ${JSON.stringify(file)}, load: () => import('./${file}') }`).join(',\n')}
        ], report, { grep: ${JSON.stringify(grep)} });`,
    },
    absWorkingDir: root,
    outfile,
    bundle: true,
    format: 'cjs',
    platform: host === 'web' ? 'browser' : 'node',
    target: 'es2022',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
    alias: host === 'web' ? { 'node:assert/strict': './test/extension/support/assertInBrowser.ts' } : {},
    plugins: [mochaForBundles],
  });
  return outfile;
}

/**
 * Mocha's browser build runs in both hosts. Its package says "module", so esbuild takes the file for one, and its UMD
 * header would overwrite the bundle's own `module.exports`: give it a `module` of its own.
 */
const mochaForBundles = {
  name: 'mocha',
  setup(setup) {
    const file = path.join(root, 'node_modules', 'mocha', 'mocha.js');
    setup.onResolve({ filter: /^mocha$/ }, () => ({ path: file, namespace: 'mocha' }));
    setup.onLoad({ filter: /.*/, namespace: 'mocha' }, () => ({
      loader: 'js',
      contents: [
        '(function (module, exports) {',
        readFileSync(file, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, ''),
        '}).call(globalThis, { exports: {} }, {});',
        'export default globalThis.Mocha;',
      ].join('\n'),
    }));
  },
};
