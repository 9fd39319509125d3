// `npm start`: set-up, build, what Agent Tailor finds in a project, and VS Code on it with the extension running.
//
//   npm start                       the sample project
//   npm start -- PATH               one's own
//   npm start -- --no-editor        only the report
//
// The desktop `code` is used where it is on PATH and can open a window, else VS Code from npm in a browser.
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { packageExtension } from './package.mjs';
import { setUp } from './setup.mjs';
import { ensureCodeServer, installExtension, startCodeServer } from './support/codeServer.mjs';
import { cache, dist, root } from './support/paths.mjs';
import { findProgram, run } from './support/processes.mjs';

const cli = path.join(dist, 'cli.cjs');

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'no-editor': { type: 'boolean', default: false } },
  });
  // npm runs us in the project's root; a relative path is meant from where the person stands.
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const sample = path.join(root, 'sample');
  const folder = positionals[0] === undefined ? sample : path.resolve(from, positionals[0]);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Error(`There is no folder ${folder}.`);

  const env = await setUp();
  heading('Build');
  const build = await run('node', ['build.mjs'], { cwd: root, env, timeout: 180_000 });
  if (build.code !== 0) throw new Error('The bundles did not build.');

  await printReport(folder, env);
  if (values['no-editor']) return;
  heading('VS Code');
  if (!(await openDesktop(folder, env))) await openInBrowser(folder, env, folder === sample);
}

/** The findings, and the adapted profile's summary for each of the project's agents. */
async function printReport(folder, env) {
  heading(`Findings in ${folder}`);
  // Exit code 1 means "findings of level error", which is a result.
  const check = await run('node', [cli, 'check', folder], { cwd: root, env, timeout: 120_000 });
  if (check.code !== 0 && check.code !== 1) throw new Error('The check itself failed.');

  for (const agent of agentsOf(folder)) {
    heading(`Adapted profile: ${path.relative(folder, agent)}`);
    const args = [cli, 'profile', '--agent', agent, '--project', folder, '--format', 'summary'];
    await run('node', args, { cwd: root, env, timeout: 60_000 });
  }
}

function agentsOf(folder) {
  const agents = path.join(folder, '.claude', 'agents');
  if (!existsSync(agents)) return [];
  return readdirSync(agents, { recursive: true })
    .map((file) => path.join(agents, String(file)))
    .filter((file) => file.endsWith('.md'))
    .sort();
}

/** @returns {Promise<boolean>} whether the desktop VS Code has opened */
async function openDesktop(folder, env) {
  const code = findProgram('code');
  // Over SSH or in a container `code` may be there without a screen; under WSL it opens a window on Windows.
  const screen =
    process.platform !== 'linux' ||
    ['DISPLAY', 'WAYLAND_DISPLAY', 'WSL_DISTRO_NAME', 'VSCODE_IPC_HOOK_CLI'].some(
      (name) => process.env[name],
    );
  if (!code || !screen) return false;
  const document = documentOf(folder);
  const args = [`--extensionDevelopmentPath=${root}`, folder, ...(document === undefined ? [] : [document])];
  const opened = await run(code, args, { env, timeout: 60_000 });
  if (opened.code === 0) console.log(`VS Code has opened ${folder}.`);
  return opened.code === 0;
}

/** Starts VS Code from npm with the packaged extension, and stays until ctrl-C. */
async function openInBrowser(folder, env, isSample) {
  const codeServer = await ensureCodeServer();
  if ('missing' in codeServer) throw new Error(codeServer.missing);
  const { entry } = codeServer;
  const home = path.join(cache, 'editor');
  const folders = { userData: path.join(home, 'user-data'), extensions: path.join(home, 'extensions') };
  writeFirstSettings(folders.userData);
  const vsix = await packageExtension({ env, quiet: true });
  await installExtension({ entry, vsix, env, ...folders });
  // Our own sample is trusted; about any other folder VS Code asks.
  const extra = isSample ? ['--disable-workspace-trust'] : [];
  const server = await startCodeServer({ entry, env, extra, ...folders });
  let leaving = false;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      leaving = true;
      void server.stop();
    });
  }
  console.log(`\nOpen ${addressOf(server.url, folder)}`);
  console.log('VS Code runs on this machine only and without a password. Ctrl-C ends it.');
  await server.ended;
  if (!leaving) throw new Error(`VS Code has ended by itself:\n${server.log().slice(-2000)}`);
}

/** Where the editor opens the folder, with its CLAUDE.md. */
function addressOf(url, folder) {
  const address = `${url}/?folder=${encodeURIComponent(folder)}`;
  const document = documentOf(folder);
  if (document === undefined) return address;
  const uri = `vscode-remote://${new URL(url).host}${pathToFileURL(document).pathname}`;
  return `${address}&payload=${encodeURIComponent(JSON.stringify([['openFile', uri]]))}`;
}

function documentOf(folder) {
  const document = path.join(folder, 'CLAUDE.md');
  return existsSync(document) ? document : undefined;
}

function writeFirstSettings(userData) {
  const file = path.join(userData, 'User', 'settings.json');
  if (existsSync(file)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  const settings = {
    'workbench.startupEditor': 'none',
    // Nothing beside the sample: no chat, and no question about the repository that it lies in.
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'git.openRepositoryInParentFolders': 'never',
  };
  writeFileSync(file, `${JSON.stringify(settings, undefined, 2)}\n`);
}

function heading(text) {
  console.log(`\n── ${text} ${'─'.repeat(Math.max(3, 90 - text.length))}`);
}
