import type { Manifest, ManifestReader } from './detectTypes.ts';
import { quietReport } from './quietReport.ts';
import { besides } from './paths.ts';
import { itemsOf, keyAt, pairsOf, textOf, valueAt, YamlFile } from './yamlFile.ts';

/** `compose.yaml` and its older names: the services; those behind a profile may never be started. */
export const readCompose: ManifestReader = ({ text }, report) => {
  const file = YamlFile.read(text, report);
  for (const root of file.maps) {
    const services = valueAt(root, 'services');
    const found = pairsOf(services);
    if (found.length === 0) continue;
    report.technology('docker-compose', file.lineOf(keyAt(root, 'services')), 'production');
    for (const { key, value } of found) {
      const isOptional = itemsOf(valueAt(value, 'profiles')).some((one) => (textOf(one) ?? '') !== '');
      const scope = /(?:^|[-_])tests?(?:$|[-_])/i.test(key) ? 'test' : isOptional ? 'optional' : 'production';
      const image = valueAt(value, 'image');
      const name = textOf(image);
      if (name !== undefined) report.image(withDefault(name), file.lineOf(image), scope);
    }
  }
};

/** The files that a compose file takes services from: what it includes, and what its services extend. */
export function composeIncludes({ text, path }: Manifest): string[] {
  // Quick, for most include nothing.
  if (!/^(?:include[ \t]*:|[ \t]+(?:extends|file)[ \t]*:)/m.test(text)) return [];
  return YamlFile.read(text, quietReport).maps.flatMap((root) => {
    const included = itemsOf(valueAt(root, 'include')).flatMap((item) => {
      const paths = valueAt(item, 'path');
      return [textOf(item), textOf(paths), ...itemsOf(paths).map(textOf)];
    });
    const extended = pairsOf(valueAt(root, 'services')).map(({ value }) =>
      textOf(valueAt(value, 'extends', 'file')),
    );
    return [...included, ...extended].flatMap((one) => (one === undefined ? [] : besides(path, one)));
  });
}

/** `postgres:16` of `${POSTGRES_IMAGE:-postgres:16}`, `redis:7` of `redis:${REDIS_VERSION:-7}`. */
function withDefault(image: string): string {
  return image
    .replace(/\$\{\w+(?::?-([^{}]*))?\}/g, (_, value: string | undefined) => value ?? 'latest')
    .replace(/\$\w+/g, 'latest');
}
