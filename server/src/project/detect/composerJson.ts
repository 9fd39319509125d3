import { findNodeAtLocation, parseTree, type ParseError } from 'jsonc-parser';
import { LineIndex } from '../../text/lineIndex.ts';
import type { ManifestReader } from './detectTypes.ts';

/** `composer.json`. */
export const readComposerJson: ManifestReader = ({ text }, report) => {
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true });
  if (root?.type !== 'object' || errors.length > 0) {
    report.broken('it is not valid JSON');
    return;
  }
  for (const key of ['name', 'description', 'version'] as const)
    report.about(key, findNodeAtLocation(root, [key])?.value);
  const lines = new LineIndex(text);
  for (const [key, scope] of [
    ['require', 'production'],
    ['require-dev', 'development'],
  ] as const) {
    for (const property of findNodeAtLocation(root, [key])?.children ?? []) {
      const name: unknown = property.children?.[0]?.value;
      if (typeof name !== 'string') continue;
      const version: unknown = property.children?.[1]?.value;
      report.dependency('composer', name, lines.lineAt(property.offset), scope, {
        version: typeof version === 'string' ? version : undefined,
      });
    }
  }
  const php = findNodeAtLocation(root, ['require', 'php']);
  const shown = php?.parent ?? findNodeAtLocation(root, ['require']);
  const version: unknown = php?.value;
  if (shown !== undefined) {
    report.technology(
      'php',
      lines.lineAt(shown.offset),
      'production',
      'configuration',
      typeof version === 'string' ? version : undefined,
    );
  }
};
