// The browser that shows the workbench: found, or on Debian as root installed.
import { existsSync } from 'node:fs';
import { findProgram, run } from './processes.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const places = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * A Chromium to drive: `AGENT_TAILOR_CHROMIUM`, else one on the machine.
 * @returns {string | undefined} the executable's path
 */
export function findChromium() {
  const named = process.env['AGENT_TAILOR_CHROMIUM'];
  if (named) return existsSync(named) ? named : undefined;
  for (const name of names) {
    const found = findProgram(name);
    if (found) return found;
  }
  return places.find((place) => existsSync(place));
}

/**
 * Finds Chromium and, on Debian and its kin as root, installs it when it is missing.
 * @returns {Promise<{ executable: string } | { missing: string }>} `missing` is a sentence for the person
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return { executable: found };
  const named = process.env['AGENT_TAILOR_CHROMIUM'];
  if (named) return { missing: `AGENT_TAILOR_CHROMIUM names ${named}, which is not there.` };
  const advice = 'install Chromium or Chrome, or name one in AGENT_TAILOR_CHROMIUM';
  if (!existsSync('/etc/debian_version') || !findProgram('apt-get')) {
    return { missing: `There is no Chromium on this machine: ${advice}.` };
  }
  if (process.getuid?.() !== 0) {
    return {
      missing: `There is no Chromium and only root may install it: run "sudo apt-get install chromium", or ${advice}.`,
    };
  }
  console.log('Installing Chromium (apt-get)…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run('apt-get', ['update', '-qq'], { env, timeout: 3 * 60_000 });
  if (update.code === 0) {
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      env,
      timeout: 8 * 60_000,
    });
  }
  const installed = findChromium();
  return installed
    ? { executable: installed }
    : { missing: `apt-get could not install Chromium here: ${advice}.` };
}
