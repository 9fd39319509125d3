import type { ManifestReader, Scope } from './detectTypes.ts';
import { keyAt, pairsOf, textOf, valueAt, YamlFile } from './yamlFile.ts';

/** `pubspec.yaml`: Dart, and the packages that a program or an app in Flutter is made of. */
export const readPubspec: ManifestReader = ({ text }, report) => {
  const file = YamlFile.read(text, report);
  for (const root of file.maps) {
    const sdk = valueAt(root, 'environment', 'sdk');
    const line = file.lineOf(sdk ?? keyAt(root, 'name'));
    report.technology('dart', line, 'production', 'configuration', textOf(sdk));
    for (const [key, scope] of scopes) {
      for (const { key: name, keyNode, value } of pairsOf(valueAt(root, key))) {
        const version = textOf(value) ?? textOf(valueAt(value, 'version'));
        report.dependency('pub', name, file.lineOf(keyNode), scope, { version });
      }
    }
    for (const key of ['name', 'description', 'version'] as const)
      report.about(key, textOf(valueAt(root, key)));
  }
};

const scopes: readonly (readonly [string, Scope])[] = [
  ['dependencies', 'production'],
  ['dev_dependencies', 'development'],
];
