// Drives the packaged extension in a real VS Code by hand: a Playwright scenario on a copy of a folder.
//
//   node scripts/drive.mjs --folder DIR --scenario FILE.mjs
//        [--theme "Default Dark Modern"] [--size 1400x900] [--out DIR] [--settings JSON] [--vsix FILE] [--build]
//
// Run it with the project's Node: `PATH=node_modules/.bin:$PATH node scripts/drive.mjs …`. `dist` must be built
// (`--build` does it); the VSIX is packaged unless `--vsix` names one. The scenario is a module such as
//
//   export default async ({ page, folder, press, type, palette, openFile, click, texts, suggestions, screenshot,
//                           viewport, sleep }) => {
//     await openFile('CLAUDE.md');                 // as Ctrl+P does
//     await palette('Add Missing CLAUDE.md Sections');
//     await press('Control+End');
//     await type('- **Database:** ');              // (text, delay = 30 ms)
//     console.log(await suggestions(2000));        // waits up to 2 s for the list: [{label, detail, selected}]
//     console.log(await texts('.tab .label-name')); // visible texts of a selector
//     await viewport(1000, 800);
//     await screenshot('completion');              // → <out>/completion.png
//     await sleep(500);
//   };
//
// `page` is Playwright's own, `folder` the copy on disk. Pictures go to `--out`, by default `.cache/drive`. When the
// scenario throws, a picture of that moment is saved as `failure.png`. Everything runs under a temporary home.
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { packageExtension } from './package.mjs';
import { setUp } from './setup.mjs';
import { ensureChromium } from './support/chromium.mjs';
import { ensureCodeServer, installExtension, startCodeServer } from './support/codeServer.mjs';
import { cache, root } from './support/paths.mjs';
import { run } from './support/processes.mjs';
import { makeTemporaryHome } from './support/temporaryHome.mjs';

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: path.join(root, 'sample') },
    scenario: { type: 'string' },
    theme: { type: 'string', default: 'Default Dark Modern' },
    size: { type: 'string', default: '1400x900' },
    out: { type: 'string', default: path.join(cache, 'drive') },
    settings: { type: 'string', default: '{}' },
    vsix: { type: 'string' },
    build: { type: 'boolean', default: false },
  },
});

const home = makeTemporaryHome();
/** @type {(() => unknown)[]} */
const cleanUps = [() => home.remove()];
let cleaning;
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => void cleanUp().then(() => process.exit(1)));
try {
  await main();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await cleanUp();
}

async function main() {
  if (!values.scenario) throw new Error('Name a scenario: --scenario FILE.mjs');
  const env = await setUp();
  const { openBrowser, quietSettings, workbenchActions } = await import('./support/workbenchPage.mjs');
  if (values.build) await run('node', ['build.mjs'], { cwd: root, env });
  const vsix = values.vsix ? path.resolve(values.vsix) : await packageExtension({ env, quiet: true });
  const { entry } = found(await ensureCodeServer());
  const { executable } = found(await ensureChromium());

  const folder = path.join(home.folder, path.basename(path.resolve(values.folder)));
  cpSync(path.resolve(values.folder), folder, { recursive: true });
  const folders = {
    userData: path.join(home.folder, 'data'),
    extensions: path.join(home.folder, 'extensions'),
  };
  mkdirSync(path.join(folders.userData, 'User'), { recursive: true });
  const settings = { ...quietSettings, 'workbench.colorTheme': values.theme, ...JSON.parse(values.settings) };
  writeFileSync(path.join(folders.userData, 'User', 'settings.json'), JSON.stringify(settings));
  await installExtension({ entry, vsix, env: home.env, ...folders });
  const server = await startCodeServer({
    entry,
    env: home.env,
    extra: ['--disable-workspace-trust'],
    ...folders,
  });
  cleanUps.push(server.stop);

  const [width = 1400, height = 900] = values.size.split('x').map(Number);
  const browser = await openBrowser({ executable, viewport: { width, height } });
  cleanUps.push(browser.close);
  const { page } = browser;
  if (process.env['AGENT_TAILOR_VERBOSE']) page.on('console', (message) => console.log(message.text()));
  const actions = workbenchActions(page, path.resolve(values.out));
  await page.goto(`${server.url}/?folder=${encodeURIComponent(folder)}`);
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  // The status bar item comes late and goes when the extensions that start with the window are running.
  const activating = page.locator('.statusbar-item', { hasText: 'Activating Extensions' });
  await activating.waitFor({ timeout: 3000 }).catch(() => undefined);
  await activating.waitFor({ state: 'detached', timeout: 30_000 }).catch(() => undefined);

  const scenarioFile = path.resolve(values.scenario);
  if (!existsSync(scenarioFile)) throw new Error(`There is no scenario ${scenarioFile}.`);
  const { default: scenario } = await import(pathToFileURL(scenarioFile).href);
  try {
    await scenario({
      page,
      folder,
      press: (key) => actions.press({ key }),
      type: (text, delay) => actions.type({ text, delay }),
      palette: (command) => actions.palette({ command }),
      openFile: (file) => actions.openFile({ file }),
      click: (selector) => actions.click({ selector }),
      hover: (selector) => actions.hover({ selector }),
      texts: (selector) => actions.texts({ selector }),
      suggestions: (timeout) => actions.suggestions({ timeout }),
      viewport: (newWidth, newHeight) => actions.viewport({ width: newWidth, height: newHeight }),
      screenshot: async (name) => console.log(`saved ${await actions.screenshot({ name })}`),
      sleep: (milliseconds) => page.waitForTimeout(milliseconds),
    });
  } catch (error) {
    console.error(`The scenario failed; see ${await actions.screenshot({ name: 'failure' })}`);
    throw error;
  }
}

function found(result) {
  if ('missing' in result) throw new Error(result.missing);
  return result;
}

/** Browser, server, folders: last first, once. */
function cleanUp() {
  cleaning ??= (async () => {
    for (const step of cleanUps.reverse()) await step();
  })();
  return cleaning;
}
