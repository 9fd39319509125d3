import type { ManifestReader } from './detectTypes.ts';
import { keyAt, YamlFile } from './yamlFile.ts';

/** `config/deploy.yml`: Kamal’s, where it names a service and its image. */
export const readKamal: ManifestReader = ({ text }, report) => {
  if (!/^service[ \t]*:/m.test(text) || !/^image[ \t]*:/m.test(text)) return;
  // What Rails puts into it before it is YAML says nothing here.
  const file = YamlFile.read(text.replace(/<%[^]*?%>/g, ''), report);
  for (const root of file.maps) report.technology('kamal', file.lineOf(keyAt(root, 'service')), 'production');
};
