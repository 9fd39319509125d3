/** How the states of a section are shown: by a sign and in words, never by colour alone. */
import * as l10n from '@vscode/l10n';
import type { AnswerStatus } from '../../project/factTypes.ts';

export const statusSigns: Readonly<Record<AnswerStatus, string>> = {
  met: '✓',
  partial: '◐',
  unfilled: '○',
  missing: '✗',
  none: '∅',
};

export function statusText(status: AnswerStatus): string {
  switch (status) {
    case 'met':
      return l10n.t('answered');
    case 'partial':
      return l10n.t('answered in part');
    case 'unfilled':
      return l10n.t('not filled in');
    case 'missing':
      return l10n.t('missing');
    case 'none':
      return l10n.t('answered with none');
  }
}

/** All states, from good to bad. */
export const statuses: readonly AnswerStatus[] = ['met', 'partial', 'none', 'unfilled', 'missing'];
