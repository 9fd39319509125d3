// Acts on the workbench as a person does, from inside a test: real keys, real clicks, what is visible.
import { keyPort, request } from './testHost.ts';

/** A row of the suggestion list as it is shown. */
export interface Suggestion {
  readonly label: string;
  readonly detail: string;
  readonly selected: boolean;
}

/** The window in which the tests run. Without our launcher (`available` is false) every action throws. */
export const workbench = {
  available: keyPort !== undefined,

  /** Presses a key or combination in Playwright's notation: `Enter`, `Control+Space`, `a`. */
  press: async (key: string): Promise<void> => {
    await request('press', { key });
  },

  /** Types text character by character, `delay` milliseconds apart (30 unless told). */
  type: async (text: string, delay = 30): Promise<void> => {
    await request('type', { text, delay });
  },

  /** Clicks the first match of a CSS selector; waits up to `timeout` milliseconds for it. */
  click: async (selector: string, timeout = 5000): Promise<void> => {
    await request('click', { selector, timeout });
  },

  /** Moves the mouse over the first match of a CSS selector; waits up to `timeout` milliseconds for it. */
  hover: async (selector: string, timeout = 5000): Promise<void> => {
    await request('hover', { selector, timeout });
  },

  /** The texts of all visible matches of a CSS selector at this moment. */
  texts: async (selector: string): Promise<readonly string[]> =>
    (await request('texts', { selector })) as readonly string[],

  /** The rows of the suggestion list in order, empty when none opens within `timeout` milliseconds. */
  suggestions: async (timeout = 0): Promise<readonly Suggestion[]> =>
    (await request('suggestions', { timeout })) as readonly Suggestion[],

  /** Runs a command by its title from the command palette. */
  palette: async (command: string): Promise<void> => {
    await request('palette', { command });
  },

  /** Saves a picture of the window (`.cache/screenshots/<host>/<name>.png`) and returns its path. */
  screenshot: async (name: string): Promise<string> => (await request('screenshot', { name })) as string,

  /** Resizes the window, in pixels. */
  viewport: async (width: number, height: number): Promise<void> => {
    await request('viewport', { width, height });
  },
};

/**
 * Defines a test that needs the workbench. Where there is none it is reported as one that could not run: it neither
 * passes nor disappears.
 */
export function workbenchTest(title: string, body: () => Promise<void>): void {
  if (workbench.available) test(title, body);
  else test.skip(`${title} (could not run: this VS Code has no key-pressing port)`);
}
