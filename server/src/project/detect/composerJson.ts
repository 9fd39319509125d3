import { findNodeAtLocation, parseTree, type ParseError } from 'jsonc-parser';
import type { ManifestReader } from './detectTypes.ts';
import { NameFinder } from './textLines.ts';

/** `composer.json`. */
export const readComposerJson: ManifestReader = ({ text }, report) => {
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true });
  if (root?.type !== 'object' || errors.length > 0) {
    report.broken('it is not valid JSON');
    return;
  }
  const lines = new NameFinder(text);
  for (const [key, scope] of [
    ['require', 'production'],
    ['require-dev', 'development'],
  ] as const) {
    for (const property of findNodeAtLocation(root, [key])?.children ?? []) {
      const name: unknown = property.children?.[0]?.value;
      if (typeof name === 'string') report.dependency('composer', name, lines.lineAt(property.offset), scope);
    }
  }
  const required = findNodeAtLocation(root, ['require']);
  if (required !== undefined) report.technology('php', lines.lineAt(required.offset), 'production');
};
