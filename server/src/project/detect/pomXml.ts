import { LineIndex } from '../../text/lineIndex.ts';
import type { Manifest, ManifestReader, ProjectManifests, Scope } from './detectTypes.ts';
import { besides } from './paths.ts';
import { quietReport } from './quietReport.ts';
import { childrenAt, readXml, textAt, type XmlElement } from './xmlElements.ts';

/** `pom.xml`: the parent, the dependencies and the compilers; managed versions are no dependencies. */
export const readPomXml: ManifestReader = (manifest, report, project) => {
  const { text } = manifest;
  const pom = readXml(text, report);
  if (pom === undefined) return;
  if (pom.name !== 'project') {
    report.broken('it is no project of Maven');
    return;
  }
  const lines = new LineIndex(text);
  const lineOf = ({ offset }: XmlElement): number => lines.lineAt(offset);
  const properties = propertiesOf(manifest, pom, project);
  const value = (element: XmlElement, name: string): string => resolved(textAt(element, name), properties);
  const nameOf = (element: XmlElement): string =>
    `${value(element, 'groupId')}:${value(element, 'artifactId')}`;
  for (const parent of childrenAt(pom, 'parent'))
    report.dependency('maven', nameOf(parent), lineOf(parent), 'production', {
      version: value(parent, 'version'),
    });
  report.about('name', value(pom, 'name') || value(pom, 'artifactId'));
  report.about('description', value(pom, 'description'));
  report.about('version', value(pom, 'version'));
  const plugins = [
    ...childrenAt(pom, 'build', 'plugins', 'plugin'),
    ...childrenAt(pom, 'build', 'pluginManagement', 'plugins', 'plugin'),
  ];
  const compiler = plugins.find((plugin) => languages.has(textAt(plugin, 'artifactId')));
  for (const plugin of childrenAt(pom, 'build', 'plugins', 'plugin')) {
    const name = nameOf(plugin);
    if (buildPlugins.test(name)) report.dependency('maven', name, lineOf(plugin), 'production');
  }
  for (const [path, usual] of places) {
    for (const dependency of childrenAt(pom, ...path, 'dependency')) {
      const scope = value(dependency, 'scope') === 'test' ? 'test' : usual;
      const isOptional = scope === 'production' && value(dependency, 'optional') === 'true';
      report.dependency('maven', nameOf(dependency), lineOf(dependency), isOptional ? 'optional' : scope, {
        version: value(dependency, 'version'),
      });
    }
  }
  if (compiler === undefined) {
    const place = childrenAt(pom, 'properties')
      .flatMap(({ children }) => children)
      .find(({ name }) => javaVersions.has(name));
    const version = place === undefined ? undefined : resolved(place.text, properties);
    report.technology('java', lineOf(place ?? pom), 'production', 'configuration', version);
  } else {
    const language = languages.get(textAt(compiler, 'artifactId'))!;
    report.technology(language, lineOf(compiler), 'production', 'configuration', value(compiler, 'version'));
  }
  report.technology('maven', lineOf(pom), 'development');
};

const places: readonly (readonly [readonly string[], Scope])[] = [
  [['dependencies'], 'production'],
  [['profiles', 'profile', 'dependencies'], 'optional'],
];

const languages = new Map([
  ['kotlin-maven-plugin', 'kotlin'],
  ['scala-maven-plugin', 'scala'],
  ['gmavenplus-plugin', 'groovy'],
]);

/** Plugins that stand for what the project runs on, where their parent is another one's. */
const buildPlugins =
  /^(?:org\.springframework\.boot:spring-boot-maven-plugin|io\.quarkus(?:\.platform)?:quarkus-maven-plugin)$/;

const javaVersions = new Set([
  'java.version',
  'maven.compiler.release',
  'maven.compiler.source',
  'release.version',
]);

type Properties = ReadonlyMap<string, string>;

/** The properties of a project and of those of its parents that lie in the same folder tree; its own win. */
function propertiesOf(
  manifest: Manifest,
  pom: XmlElement,
  project: ProjectManifests,
  depth = 0,
): Map<string, string> {
  const parent = childrenAt(pom, 'parent')[0];
  const properties = new Map<string, string>();
  if (parent !== undefined && depth < deepestParent) {
    const given = parent.children.find(({ name }) => name === 'relativePath')?.text ?? '../pom.xml';
    const [path] = besides(manifest.path, given.endsWith('.xml') ? given : `${given}/pom.xml`);
    const above = given === '' || path === undefined ? undefined : project.at(path);
    const root = above === undefined ? undefined : readXml(above.text, quietReport);
    if (above !== undefined && root !== undefined)
      for (const [name, value] of propertiesOf(above, root, project, depth + 1)) properties.set(name, value);
    for (const name of ['groupId', 'version']) properties.set(`project.parent.${name}`, textAt(parent, name));
  }
  for (const { children } of childrenAt(pom, 'properties'))
    for (const { name, text } of children) properties.set(name, text);
  for (const name of ['groupId', 'artifactId', 'version']) {
    const own = textAt(pom, name) || properties.get(`project.parent.${name}`);
    if (own !== undefined) for (const prefix of ['project', 'pom']) properties.set(`${prefix}.${name}`, own);
  }
  return properties;
}

const deepestParent = 8;

/** `${spring.group}` by the properties, which may refer to one another. */
function resolved(text: string, properties: Properties): string {
  let result = text;
  for (let i = 0; i < deepestReference && result.includes('${') && result.length < longestValue; i++)
    result = result.replace(/\$\{([\w.-]+)\}/g, (all, name: string) => properties.get(name) ?? all);
  return result;
}

const deepestReference = 5;
const longestValue = 1000;
