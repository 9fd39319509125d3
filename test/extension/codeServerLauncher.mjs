#!/usr/bin/env node
// Takes `code`'s flags and runs extension tests in code-server's VS Code, shown by a headless Chromium.
//
// @vscode/test-electron starts it as if it were the desktop executable. Which host runs the extension is said by
// AGENT_TAILOR_TEST_HOST_KIND (`node` or `web`), where the report goes by AGENT_TAILOR_TEST_REPORT, and what to
// start by AGENT_TAILOR_CODE_SERVER and AGENT_TAILOR_CHROMIUM (both set by run.mjs).
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startCodeServer } from '../../scripts/support/codeServer.mjs';
import { cache } from '../../scripts/support/paths.mjs';
import { openBrowser, workbenchActions } from '../../scripts/support/workbenchPage.mjs';
import { openKeyPort } from './support/keyPort.mjs';
import { serveExtension, testsPlace } from './support/webExtensionServer.mjs';

const startLimit = 90_000;
const { values, positionals } = parseArgs({
  strict: false, // `code` has many more flags; those that matter here are read, the rest means nothing here.
  allowPositionals: true,
  options: Object.fromEntries(
    ['extensionDevelopmentPath', 'extensionTestsPath', 'user-data-dir', 'extensions-dir'].map((name) => [
      name,
      { type: 'string' },
    ]),
  ),
});
const kind = process.env['AGENT_TAILOR_TEST_HOST_KIND'] === 'web' ? 'web' : 'node';
const report = needed('AGENT_TAILOR_TEST_REPORT');
const developmentPath = path.resolve(values['extensionDevelopmentPath']);
const testsPath = path.resolve(values['extensionTestsPath']);
const folder = path.resolve(positionals.at(-1) ?? '.');

/** What to undo at the end, last first. @type {(() => unknown)[]} */
const cleanUps = [];
let leaving = false;
/** What the workbench has printed. */
const heard = [];
for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => void leave(1, `Ended by ${name}.`));

try {
  await main();
} catch (error) {
  await leave(1, error instanceof Error ? (error.stack ?? error.message) : String(error));
}

async function main() {
  const browser = await openBrowser({ executable: needed('AGENT_TAILOR_CHROMIUM') });
  const { page } = browser;

  const screenshots = process.env['AGENT_TAILOR_SCREENSHOTS'] ?? path.join(cache, 'screenshots', kind);
  const keyPort = await openKeyPort(workbenchActions(page, screenshots), report);
  cleanUps.push(keyPort.close);
  const testHost = JSON.stringify({ url: keyPort.url, token: keyPort.token });

  const server = await startCodeServer({
    entry: needed('AGENT_TAILOR_CODE_SERVER'),
    userData: values['user-data-dir'],
    extensions: values['extensions-dir'],
    // Without the smoke test driver the page ignores the development entries of its payload, silently.
    extra: ['--disable-workspace-trust', '--vscode-option', 'enable-smoke-test-driver'],
    env: { ...process.env, AGENT_TAILOR_TEST_HOST: testHost },
  });
  cleanUps.push(server.stop);
  void server.ended.then(() => leave(1, `code-server ended unexpectedly:\n${server.log().slice(-3000)}`));

  const payload = [['skipWelcome', 'true']];
  if (kind === 'web') {
    const served = await serveExtension({ developmentPath, testsPath, testHost });
    cleanUps.push(served.close);
    await developInWebHost(page, server.port, served.port);
  } else {
    const remote = (file) => `vscode-remote://127.0.0.1:${server.port}${file}`;
    payload.push(
      ['extensionDevelopmentPath', remote(developmentPath)],
      ['extensionTestsPath', remote(testsPath)],
    );
  }

  // The browser goes first: a page without its server complains at length.
  cleanUps.push(browser.close);
  await listen(page);
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  await page.goto(`${server.url}/?${query}`, { timeout: startLimit });

  const timer = setTimeout(() => {
    if (!testsBegan()) void leave(1, `The tests did not start within ${startLimit / 1000} s.`);
  }, startLimit);
  cleanUps.push(() => clearTimeout(timer));
}

/** Hears from the workbench: its log, its end, and signs that the tests will never start. */
async function listen(page) {
  const hear = (text) => {
    heard.push(text);
    if (/No extension host found|Extension development path/.test(text)) void leave(1, text);
    if (process.env['AGENT_TAILOR_VERBOSE']) console.log(text);
  };
  page.on('console', (message) => hear(`${message.type()}: ${message.text()}`));
  page.on('crash', () => void leave(1, 'The browser page crashed.'));
  await page.exposeFunction('codeAutomationLog', (type, args) =>
    hear(`${type}: ${args.map(String).join(' ')}`),
  );
  await page.exposeFunction('codeAutomationExit', (code) => void leave(code === 0 ? 0 : 1));
}

/**
 * Makes the page believe that the server configured a development extension for its web extension host.
 * The payload has no entry for that, and routing the page through Playwright would make Chromium block its websocket.
 */
async function developInWebHost(page, port, servedPort) {
  const at = (place) => ({
    scheme: 'http',
    authority: `127.0.0.1:${port}`,
    path: `/proxy/${servedPort}/${place}`,
  });
  await page.addInitScript(
    (developmentOptions) => {
      Element.prototype.getAttribute = new Proxy(Reflect.get(Element.prototype, 'getAttribute'), {
        apply: (target, element, [name]) => {
          const value = Reflect.apply(target, element, [name]);
          const isOurs = name === 'data-settings' && element.id === 'vscode-workbench-web-configuration';
          return isOurs && value ? JSON.stringify({ ...JSON.parse(value), developmentOptions }) : value;
        },
      });
    },
    { extensions: [at('extension')], extensionTestsPath: at(testsPlace) },
  );
}

async function leave(code, problem) {
  if (leaving) return;
  leaving = true;
  if (problem) console.error(problem);
  if (code !== 0 && !testsBegan()) {
    // Code-server without its native modules complains at length about each of them, which means nothing.
    const errors = heard.filter(
      (line) => line.startsWith('error: ') && !/spdlog|watchdog|bindings/.test(line),
    );
    const firstLines = errors.slice(-12).map((line) => line.split('\n').slice(0, 3).join('\n').slice(0, 500));
    console.error(['The workbench said:', ...firstLines].join('\n'));
  }
  for (const cleanUp of cleanUps.reverse()) {
    try {
      await cleanUp();
    } catch (error) {
      console.error(String(error));
    }
  }
  process.exit(code);
}

function testsBegan() {
  return existsSync(report) && readFileSync(report, 'utf8') !== '';
}

function needed(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; start the tests by "node test/extension/run.mjs".`);
  return value;
}
