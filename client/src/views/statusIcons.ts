/** How the states of a section are shown: by the form of a sign and in words; colour only adds to it. */
import * as vscode from 'vscode';
import type { RequirementInfo } from '../../../server/src/server/protocol.ts';

type Status = RequirementInfo['status'];

/** The sign as a codicon's name, for labels (`$(…)`) and icons. */
export const statusSigns: Readonly<Record<Status, string>> = {
  met: 'pass',
  partial: 'color-mode',
  unfilled: 'circle-large-outline',
  missing: 'error',
  none: 'circle-slash',
};

export function statusIcon(status: Status): vscode.ThemeIcon {
  const color = colors[status];
  return color === undefined
    ? new vscode.ThemeIcon(statusSigns[status])
    : new vscode.ThemeIcon(statusSigns[status], new vscode.ThemeColor(color));
}

const colors: Readonly<Partial<Record<Status, string>>> = {
  met: 'testing.iconPassed',
  partial: 'testing.iconPassed',
  unfilled: 'problemsWarningIcon.foreground',
  missing: 'problemsWarningIcon.foreground',
};

export function statusWord(status: Status): string {
  switch (status) {
    case 'met':
      return vscode.l10n.t('answered');
    case 'partial':
      return vscode.l10n.t('answered in part');
    case 'unfilled':
      return vscode.l10n.t('not filled in');
    case 'missing':
      return vscode.l10n.t('missing');
    case 'none':
      return vscode.l10n.t('answered with none');
  }
}

/** Whether nothing more needs to be said of it. */
export function isAnswered(status: Status): boolean {
  return status === 'met' || status === 'partial' || status === 'none';
}
