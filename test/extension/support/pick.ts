// Answers quick picks and input boxes by key, as a person does, and reads notifications.
import * as vscode from 'vscode';
import { eventually } from './eventually.ts';
import { workbench } from './workbench.ts';

const row = '.quick-input-widget .quick-input-list .monaco-list-row';

/** The rows of the quick pick that is open, each with its label and what stands beside it. */
export async function pickRows(): Promise<readonly string[]> {
  return eventually('rows of a quick pick', async () => {
    const rows = await workbench.texts(row);
    return rows.length > 0 && rows;
  });
}

/** Waits for the pick that has an entry of this label, and takes it. */
export async function pick(label: string): Promise<void> {
  await eventually(`quick pick with ${label}`, async () =>
    (await workbench.texts(row)).some((text) => text.includes(label)),
  );
  await workbench.type(label);
  await eventually(`entry ${label} alone`, async () =>
    (await workbench.texts(row)).every((text) => text.includes(label)),
  );
  await workbench.press('Enter');
}

/** Waits for an input box, writes `text` in place of what it proposes, and confirms. */
export async function answer(proposal: string, text: string): Promise<void> {
  await eventually(`input box with ${proposal}`, async () =>
    (await workbench.texts('.quick-input-widget .quick-input-message')).some((message) => message !== ''),
  );
  await workbench.press('Control+a');
  await workbench.type(text);
  await workbench.press('Enter');
}

/** The texts of the notifications, from the list: VS Code shows no toasts while extension tests run. */
export async function notifications(): Promise<readonly string[]> {
  await vscode.commands.executeCommand('notifications.showList');
  return workbench.texts('.notifications-center .notification-list-item-message');
}
