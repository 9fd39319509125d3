import type { ManifestReader, Scope } from './detectTypes.ts';
import { NameFinder } from './textLines.ts';
import { childrenAt, readXml, textAt } from './xmlElements.ts';

/** `pom.xml`: the parent, the dependencies and the compilers; managed versions are no dependencies. */
export const readPomXml: ManifestReader = ({ text }, report) => {
  const project = readXml(text);
  if (project?.name !== 'project') {
    report.broken('it is not well-formed XML');
    return;
  }
  const lines = new NameFinder(text);
  let isKotlin = false;
  for (const parent of childrenAt(project, 'parent')) {
    const name = `${textAt(parent, 'groupId')}:${textAt(parent, 'artifactId')}`;
    report.dependency('maven', name, lines.lineAt(parent.offset), 'production');
  }
  for (const plugin of childrenAt(project, 'build', 'plugins', 'plugin')) {
    if (textAt(plugin, 'artifactId') !== 'kotlin-maven-plugin') continue;
    isKotlin = true;
    report.technology('kotlin', lines.lineAt(plugin.offset), 'production');
  }
  for (const [path, usual] of places) {
    for (const dependency of childrenAt(project, ...path, 'dependency')) {
      const name = `${textAt(dependency, 'groupId')}:${textAt(dependency, 'artifactId')}`;
      const scope = textAt(dependency, 'scope') === 'test' ? 'test' : usual;
      const isOptional = scope === 'production' && textAt(dependency, 'optional') === 'true';
      report.dependency('maven', name, lines.lineAt(dependency.offset), isOptional ? 'optional' : scope);
    }
  }
  if (!isKotlin) report.technology('java', lines.lineAt(project.offset), 'production');
  report.technology('maven', lines.lineAt(project.offset), 'development');
};

const places: readonly (readonly [readonly string[], Scope])[] = [
  [['dependencies'], 'production'],
  [['profiles', 'profile', 'dependencies'], 'optional'],
];
