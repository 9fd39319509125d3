// A workbench in a headless Chromium, and what a person does there: keys, clicks, reading what is shown.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

/** Settings under which tests and hand-driven scenarios see VS Code: quiet, and saving only when told to. */
export const quietSettings = {
  // The web workbench saves by itself otherwise, and "is it on disk?" would always be answered with yes.
  'files.autoSave': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
};

/**
 * Opens a page in a new Chromium.
 * @param {{ executable: string, viewport?: { width: number, height: number } }} options
 * @returns {Promise<{ page: import('playwright-core').Page, close: () => Promise<void> }>}
 */
export async function openBrowser({ executable, viewport = { width: 1400, height: 900 } }) {
  const browser = await chromium.launch({
    executablePath: executable,
    headless: true,
    chromiumSandbox: false, // It needs privileges that containers lack, and the only page shown is our own.
    args: ['--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
  const context = await browser.newContext({ viewport, permissions: ['clipboard-read', 'clipboard-write'] });
  return { page: await context.newPage(), close: () => browser.close() };
}

/**
 * What a person does in the workbench, each as a function of plain data.
 * @param {import('playwright-core').Page} page
 * @param {string} screenshots folder for the pictures
 */
export function workbenchActions(page, screenshots) {
  const actions = {
    /** Presses a key or a combination such as `Control+Shift+P`. */
    press: async ({ key }) => page.keyboard.press(key),

    /** Types text character by character, `delay` milliseconds apart. */
    type: async ({ text, delay = 30 }) => page.keyboard.type(text, { delay }),

    /** Clicks the first match of a CSS selector (Playwright's dialect: `:has-text("…")` works). */
    click: async ({ selector, timeout = 5000 }) => page.locator(selector).first().click({ timeout }),

    /** Moves the mouse over the first match of a selector. */
    hover: async ({ selector, timeout = 5000 }) => page.locator(selector).first().hover({ timeout }),

    /** The visible texts of all matches of a selector, without waiting. */
    texts: async ({ selector }) =>
      page.locator(selector).evaluateAll((elements) =>
        elements
          .filter((element) => element.getClientRects().length > 0)
          // Monaco writes its blanks as no-break spaces.
          .map((element) => (element.textContent ?? '').replaceAll('\u00A0', ' ').trim()),
      ),

    /** The rows of the open suggestion list, in order; empty when none is open. Waits up to `timeout` for one. */
    suggestions: async ({ timeout = 0 }) => {
      const list = page.locator('.suggest-widget.visible');
      const rows = list.locator('.monaco-list-row');
      if (timeout > 0) await rows.first().waitFor({ timeout }).catch(ignore);
      return rows.evaluateAll((elements) =>
        elements
          .filter((element) => element.getClientRects().length > 0)
          .sort((a, b) => Number(a.dataset['index']) - Number(b.dataset['index']))
          .map((element) => ({
            label: element.querySelector('.label-name')?.textContent ?? '',
            detail: element.querySelector('.details-label')?.textContent ?? '',
            selected: element.classList.contains('focused'),
          })),
      );
    },

    /** Saves a picture of the whole window and returns its path. */
    screenshot: async ({ name }) => {
      mkdirSync(screenshots, { recursive: true });
      const file = path.join(screenshots, name.endsWith('.png') ? name : `${name}.png`);
      await page.screenshot({ path: file });
      return file;
    },

    /** Resizes the window. */
    viewport: async ({ width, height }) => page.setViewportSize({ width, height }),

    /** Runs a command by its title from the command palette. */
    palette: async ({ command }) => {
      await page.keyboard.press('F1');
      const input = page.locator('.quick-input-widget input[type="text"], .quick-input-widget input').first();
      await input.waitFor({ state: 'visible', timeout: 5000 });
      await input.fill(`>${command}`);
      await page
        .locator('.quick-input-widget .monaco-list-row', { hasText: command })
        .first()
        .waitFor({ timeout: 5000 });
      await page.keyboard.press('Enter');
    },

    /** Opens a file of the folder by (a part of) its path, as with Ctrl+P. */
    openFile: async ({ file }) => {
      await page.keyboard.press('Control+P');
      const input = page.locator('.quick-input-widget input').first();
      await input.waitFor({ state: 'visible', timeout: 5000 });
      await input.fill(file);
      await page
        .locator('.quick-input-widget .monaco-list-row', { hasText: path.basename(file) })
        .first()
        .waitFor({ timeout: 10_000 });
      await page.keyboard.press('Enter');
      await page
        .locator('.tabs-container .tab.active', { hasText: path.basename(file) })
        .first()
        .waitFor({ timeout: 10_000 });
      // The tab comes before the editor takes the keys.
      await page.locator('.editor-instance .monaco-editor.focused').first().waitFor({ timeout: 10_000 });
    },
  };
  return actions;
}

function ignore() {
  // Not there in time: the caller gets the empty list and decides.
}
