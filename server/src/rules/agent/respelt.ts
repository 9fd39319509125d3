import * as l10n from '@vscode/l10n';
import type { Span } from '../../text/span.ts';
import type { Fix } from '../rule.ts';

/** A repair for each name that may have been meant instead of the one at `span`. */
export function respelt(span: Span, names: readonly string[]): readonly Fix[] {
  return names.map((name, i) => ({
    title: l10n.t('Change to “{0}”', name),
    safe: false,
    ...(i === 0 ? { preferred: true } : {}),
    edits: [{ span, newText: name }],
  }));
}
