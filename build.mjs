// Builds `dist`: bundles within their size budgets, and the index of the agents that ship.
//
//   node build.mjs            minified, as it ships
//   node build.mjs --dev      readable, with source maps
//   node build.mjs --watch    --dev, and again after each change
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { build, context } from 'esbuild';
import matter from 'gray-matter';
import { compactCatalogue } from './scripts/support/compactCatalogue.mjs';
import { dist, root } from './scripts/support/paths.mjs';
import { withoutRuleDocs } from './scripts/support/withoutRuleDocs.mjs';

const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

const node = {
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  // The same parser as in the browser bundles, as ES modules: what nobody calls stays out (17 KB).
  alias: { yaml: './node_modules/yaml/browser/index.js' },
};
/** One bundle for Node and for web workers: what only one of them has is loaded only there. */
const bothHosts = {
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  conditions: ['browser', 'node'],
};

/** Node's own modules, as libraries name them: with and without the prefix. */
const nodeModules = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** Leaves the import of what is a bundle of its own to be resolved at run time, to the file beside it. */
const otherBundles = {
  name: 'other-bundles',
  setup: (plugin) =>
    plugin.onResolve(
      { filter: /^(?:\.\/extension|\.\.\/cli\/main|\.\/server)\.ts$/ },
      ({ kind, path: file }) =>
        kind === 'entry-point' ? undefined : { path: bundleOf[path.basename(file)], external: true },
    ),
};
const bundleOf = {
  'extension.ts': './client-session.cjs',
  'main.ts': './commands.cjs',
  'server.ts': './server.js',
};

/** A launcher: loads another bundle when it is needed. */
const launcher = {
  ...node,
  target: 'node20',
  supported: { 'dynamic-import': false },
  plugins: [otherBundles],
};

/** Each bundle: what it is made of, for which host, and the most it may weigh minified (KB of 1,000 bytes). */
const bundles = [
  {
    // What every window with Markdown loads; the language client comes when something of ours is there.
    file: 'client.cjs',
    budget: 10,
    options: {
      ...launcher,
      entryPoints: ['client/src/entry/extensionNode.ts'],
      external: ['vscode'],
    },
  },
  {
    // The browser's host loads it as the extension.
    // `.cjs` also here: with package.json's "type": "module" the web host takes `.js` for an ES module, which it cannot load.
    file: 'client-session.cjs',
    budget: 500,
    options: {
      ...bothHosts,
      format: 'cjs',
      entryPoints: ['client/src/entry/extension.ts'],
      external: ['vscode', ...nodeModules],
      target: 'es2022',
    },
  },
  {
    file: 'server.js',
    budget: 1350,
    options: {
      ...bothHosts,
      format: 'iife',
      external: nodeModules,
      alias: node.alias,
      entryPoints: ['server/src/entry/server.ts'],
      target: 'es2022',
    },
  },
  {
    file: 'server-process.cjs',
    budget: 1,
    options: { ...launcher, entryPoints: ['server/src/entry/serverProcess.ts'] },
  },
  {
    file: 'cli.cjs',
    budget: 2,
    executable: true,
    options: {
      ...launcher,
      entryPoints: ['server/src/entry/cli.ts'],
      banner: { js: '#!/usr/bin/env node' },
    },
  },
  {
    file: 'commands.cjs',
    budget: 1180,
    options: { ...node, entryPoints: ['server/src/cli/main.ts'], target: 'node20' },
  },
];

const failures = [];
mkdirSync(dist, { recursive: true });
writeAgentIndex();
// The package is one of ES modules; `server.js` is none, and web workers want that ending.
writeFileSync(path.join(dist, 'package.json'), '{ "type": "commonjs" }\n');
if (watch) {
  for (const bundle of bundles) await (await context(settings(bundle))).watch();
  console.log('Watching; ctrl-C ends it.');
} else {
  await buildAll();
  for (const failure of failures) console.error(failure);
  if (failures.length > 0) process.exitCode = 1;
}

async function buildAll() {
  const rows = [];
  for (const bundle of bundles) {
    const output = path.join(dist, bundle.file);
    // Nobody shall run yesterday's bundle because today's did not build.
    rmSync(output, { force: true });
    rmSync(`${output}.map`, { force: true });
    try {
      await build(settings(bundle));
    } catch {
      failures.push(`${bundle.file} did not build.`); // esbuild has printed why.
      continue;
    }
    if (bundle.executable) chmodSync(output, 0o755);
    const size = statSync(output).size / 1000;
    rows.push([bundle.file, `${size.toFixed(1)} KB`, dev ? '' : `of ${bundle.budget} KB`]);
    if (!dev && size > bundle.budget) {
      failures.push(`${bundle.file} weighs ${size.toFixed(1)} KB; its budget is ${bundle.budget} KB.`);
    }
  }
  for (const [file, size, budget] of rows) {
    console.log(`${file.padEnd(20)}${size.padStart(10)}  ${budget}`.trimEnd());
  }
}

function settings({ file, options }) {
  return {
    ...options,
    absWorkingDir: root,
    outfile: path.join(dist, file),
    bundle: true,
    minify: !dev,
    sourcemap: dev,
    // Then V8 keeps the source in one byte a character, not two.
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [...(options.plugins ?? []), compactCatalogue, withoutRuleDocs],
    define: { 'process.env.NODE_ENV': dev ? '"development"' : '"production"' },
  };
}

/** `dist/agents.json`: name, description and file of every agent in `agents`, sorted by name. */
function writeAgentIndex() {
  const folder = path.join(root, 'agents');
  const index = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => {
      try {
        return [describeAgent(file, readFileSync(path.join(folder, file), 'utf8'))];
      } catch (error) {
        failures.push(`agents/${file}: ${error instanceof Error ? error.message : String(error)}`);
        return [];
      }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  writeFileSync(path.join(dist, 'agents.json'), `${JSON.stringify(index, undefined, 2)}\n`);
}

function describeAgent(file, text) {
  // The options object does two things: no engine but YAML's ever runs (`---js` would execute the file),
  // and gray-matter's cache, which forgets errors, stays off.
  const refuse = () => {
    throw new Error('its frontmatter is not YAML');
  };
  const languages = ['javascript', 'js', 'coffee', 'coffeescript', 'cson', 'json', 'toml'];
  const { data } = matter(text, {
    language: 'yaml',
    engines: Object.fromEntries(
      languages.map((language) => [language, { parse: refuse, stringify: refuse }]),
    ),
  });
  for (const field of ['name', 'description']) {
    if (typeof data[field] !== 'string' || data[field].trim() === '') throw new Error(`it has no ${field}`);
  }
  return { name: data.name, description: data.description, file };
}
