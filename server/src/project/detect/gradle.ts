import { LineIndex } from '../../text/lineIndex.ts';
import { CodeText } from './codeText.ts';
import type { ManifestReader, ProjectManifests, Report, Scope } from './detectTypes.ts';
import { type CatalogEntry, gradleCatalog } from './gradleCatalog.ts';

/**
 * `build.gradle`, `build.gradle.kts` and precompiled script plugins: plugins, and dependencies by their coordinates or
 * through version catalogues.
 */
export const readGradle: ManifestReader = ({ text, path }, report, project) => {
  const whole = new CodeText(text);
  // What the build itself is made with, and what only says which versions are taken.
  const aside = whole.blocks(/\b(?:buildscript|pluginManagement|constraints|dependencyManagement)\s*$/);
  const script = new Script(whole.without(aside), path, project);
  const plugins = script.plugins();
  const dependencies = script.dependencies();
  reportLanguage(plugins, dependencies, script, report);
  reportPlugins(plugins, path, report);
  for (const { configuration, name, version, line, isTest } of dependencies) {
    const scope = isTest ? 'test' : scopeOf(configuration);
    report.dependency('maven', name, line, scope, { version });
  }
};

function reportLanguage(
  plugins: readonly Plugin[],
  dependencies: readonly Dependency[],
  script: Script,
  report: Report,
): void {
  const kotlin = plugins.find(({ id }) => /^(?:org\.jetbrains\.kotlin\b|kotlin(?:$|[-.(]))/.test(id));
  const other = plugins.find(({ id }) => /^(?:groovy|scala)$/.test(id));
  const own = plugins.filter(({ isApplied }) => isApplied);
  if (kotlin !== undefined) {
    report.technology('kotlin', kotlin.line, 'production', 'configuration', kotlin.version);
    return;
  }
  if (other !== undefined) {
    report.technology(other.id, other.line, 'production');
    return;
  }
  const java =
    own.find(({ id }) => /^(?:java|application|java-library|war|ear)$/.test(id)) ??
    own.find(({ id }) => jvm.has(id));
  const android = own.find(({ id }) => androidPlugin.test(id));
  // Since its version 9 the plugin brings Kotlin, so that what is written in it tells the language.
  const inKotlin = android && dependencies.find(({ name, isTest }) => !isTest && kotlinOnly.test(name));
  if (inKotlin !== undefined) report.technology('kotlin', inKotlin.line, 'production');
  else if (java !== undefined || (android !== undefined && script.androidVersion(android) < 9)) {
    const { line, version } = script.javaVersion() ?? { line: (java ?? android!).line };
    report.technology('java', line, 'production', 'configuration', version);
  }
}

const androidPlugin = /^com\.android\.(?:application|library)$/;

/** Libraries that only Kotlin uses. */
const kotlinOnly = /^(?:androidx\.compose(?:\.|:)|org\.jetbrains\.kotlin)|-ktx$/;

function reportPlugins(plugins: readonly Plugin[], path: string, report: Report): void {
  const own = plugins.filter(({ isApplied }) => isApplied);
  for (const { id, line, version } of own) {
    const shown = frameworks.get(id);
    // The plugin's version is not Android's.
    const told = shown === 'android' ? undefined : version;
    if (shown !== undefined) report.technology(shown, line, 'production', 'dependency', told);
  }
  const first = plugins[0];
  if (first !== undefined || !path.includes('/'))
    report.technology('gradle', first?.line ?? 0, 'development');
}

/** Plugins that are a framework's. */
const frameworks = new Map([
  ['org.springframework.boot', 'spring-boot'],
  ['io.quarkus', 'quarkus'],
  ['io.micronaut.application', 'micronaut'],
  ['io.micronaut.minimal.application', 'micronaut'],
  ['io.micronaut.library', 'micronaut'],
  ['io.ktor.plugin', 'ktor'],
  ['com.android.application', 'android'],
  ['com.android.library', 'android'],
  ['org.grails.grails-web', 'grails'],
  ['org.jetbrains.compose', 'compose-multiplatform'],
  ['com.google.dagger.hilt.android', 'hilt'],
  ['org.flywaydb.flyway', 'flyway'],
  ['org.liquibase.gradle', 'liquibase'],
  ['com.google.cloud.tools.jib', 'jib'],
  ['com.vaadin', 'vaadin'],
  ['org.openjfx.javafxplugin', 'javafx'],
]);

/** Of these, those that bring Java where no other language is named. */
const jvm = new Set([
  'org.springframework.boot',
  'io.quarkus',
  'io.micronaut.application',
  'io.micronaut.minimal.application',
  'io.micronaut.library',
  'com.vaadin',
  'org.openjfx.javafxplugin',
]);

interface Plugin {
  readonly id: string;
  readonly version: string | undefined;
  readonly line: number;
  /** Not only made known to the projects below (`apply false`). */
  readonly isApplied: boolean;
}

interface Dependency {
  readonly configuration: string;
  readonly name: string;
  readonly version: string | undefined;
  readonly line: number;
  readonly isTest: boolean;
}

/** One build script. */
class Script {
  readonly #code: CodeText;
  readonly #lines: LineIndex;
  readonly #path: string;
  readonly #project: ProjectManifests;

  constructor(code: CodeText, path: string, project: ProjectManifests) {
    this.#code = code;
    this.#lines = new LineIndex(code.text);
    this.#path = path;
    this.#project = project;
  }

  plugins(): Plugin[] {
    const found: Plugin[] = [];
    for (const { start, end } of this.#code.blocks(/(?:^|[\s;}])plugins\s*$/)) {
      for (const match of this.#code.text.slice(start, end).matchAll(pluginInBlock)) {
        const [, id, kotlin, accessor, core, version, applied] = match;
        const entry = accessor === undefined ? undefined : this.#catalogEntry(accessor);
        const name = id ?? (kotlin === undefined ? undefined : `kotlin-${kotlin}`) ?? entry?.name ?? core;
        if (name === undefined) continue;
        found.push({
          id: name,
          version: version ?? entry?.version,
          line: this.#lines.lineAt(start + match.index),
          isApplied: applied === undefined,
        });
      }
    }
    for (const match of this.#code.text.matchAll(appliedPlugin)) {
      const line = this.#lines.lineAt(match.index);
      found.push({ id: match[1]!, version: undefined, line, isApplied: true });
    }
    return found;
  }

  /** The version of Java that the script is built with, else the one that it is compiled for. */
  javaVersion(): { readonly line: number; readonly version?: string } | undefined {
    const { text } = this.#code;
    const found = toolchain.exec(text) ?? compiledFor.exec(text);
    if (found === null) return undefined;
    return { line: this.#lines.lineAt(found.index), version: found[1]! };
  }

  /** The first number of the version of Android's plugin, as the script or the one in the project's folder says it. */
  androidVersion({ version }: Plugin): number {
    const above = ['build.gradle', 'build.gradle.kts'].flatMap((path) => this.#project.at(path)?.text ?? []);
    const written = version ?? above.map(androidVersionIn).find((one) => one !== undefined);
    return Number(/^\d+/.exec(written ?? '')?.[0] ?? 0);
  }

  dependencies(): Dependency[] {
    return this.#code.blocks(/\bdependencies\s*$/).flatMap(({ start, end, before = '' }) => {
      const isTest = /[tT]est\w*[^\n{}]*[.{]\s*dependencies\s*$/.test(before);
      return [...this.#code.text.slice(start, end).matchAll(statement)].flatMap((match) => {
        const at = this.#code.argumentsAt(start + match.index + match[0].length);
        return this.#entriesIn(this.#code.text.slice(at.start, at.end)).map(({ name, version, offset }) => ({
          configuration: match[1]!,
          name,
          version,
          line: this.#lines.lineAt(at.start + offset),
          isTest,
        }));
      });
    });
  }

  /** What the arguments of a declaration name, with the offset of each in them. */
  #entriesIn(rest: string): (CatalogEntry & { readonly offset: number })[] {
    const named =
      /^\s*group\s*[:=]\s*["']([\w.-]+)["']\s*,\s*name\s*[:=]\s*["']([\w.-]+)["'](?:\s*,\s*version\s*[:=]\s*["']([^"']+)["'])?/.exec(
        rest,
      );
    if (named !== null) {
      const [, group, name, version] = named;
      const offset = rest.search(/\S/);
      return [{ name: `${group}:${name}`, offset, ...(version === undefined ? {} : { version }) }];
    }
    const offset = /^\s*(?:(?:platform|enforcedPlatform|testFixtures)\s*\(\s*)?/.exec(rest)![0].length;
    const accessor = /^((?!project\b)\w+\.[\w.]+)/.exec(rest.slice(offset))?.[1];
    if (accessor !== undefined) {
      const entry = this.#catalogEntry(accessor.replace(/\.get$/, ''));
      const entries = this.#bundle(accessor) ?? (entry === undefined ? [] : [entry]);
      return entries.map((one) => ({ ...one, offset }));
    }
    const coordinates: (CatalogEntry & { readonly offset: number })[] = [];
    const string = /\s*(?:,\s*)?["']([\w.-]+:[\w.-]+)(?::([^"'@:]+))?[^"']*["']/y;
    string.lastIndex = offset;
    for (let match = string.exec(rest); match !== null; match = string.exec(rest)) {
      const [all, name, version] = match;
      const at = match.index + all.search(/["']/);
      coordinates.push({ name: name!, offset: at, ...(version === undefined ? {} : { version }) });
    }
    return coordinates;
  }

  #catalogEntry(accessor: string): CatalogEntry | undefined {
    const [catalog, ...alias] = accessor.split('.');
    const known = gradleCatalog(catalog!, this.#path, this.#project);
    return alias[0] === 'plugins'
      ? known?.plugins.get(alias.slice(1).join('.'))
      : known?.libraries.get(alias.join('.'));
  }

  #bundle(accessor: string): CatalogEntry[] | undefined {
    const [catalog, bundles, ...alias] = accessor.split('.');
    if (bundles !== 'bundles') return undefined;
    const known = gradleCatalog(catalog!, this.#path, this.#project);
    const aliases = known?.bundles.get(alias.join('.')) ?? [];
    return aliases.flatMap((one) => known?.libraries.get(one) ?? []);
  }
}

/** `id("x") version "1" apply false`, `kotlin("jvm")`, `alias(libs.plugins.x)`, `` `java-library` ``. */
const pluginInBlock =
  /(?<![\w.])(?:id\s*\(?\s*["']([\w.-]+)["']\s*\)?|kotlin\s*\(\s*["']([\w.-]+)["']\s*\)|alias\s*\(?\s*([\w.]+)\s*\)?|`?(java-library|java|application|groovy|scala|war)\b`?)(?:\s*\.?version\s*\(?\s*["']([^"']+)["']\s*\)?)?(\s*\.?apply\s*\(?\s*false\s*\)?)?/g;

const appliedPlugin = /\bapply\s*(?:plugin\s*:|\(\s*plugin\s*=|\(\s*plugin\s*:)\s*["']([\w.-]+)["']/g;

const toolchain = /\bJavaLanguageVersion\.of\(\s*["']?(\d+)/;

/** `sourceCompatibility = '21'`, `JavaVersion.VERSION_1_8`, `options.release.set(17)` */
const compiledFor =
  /\b(?:sourceCompatibility|options\.release)\s*(?:=|\.set\()?\s*(?:JavaVersion\.(?:VERSION_|toVersion\()?)?["']?(?:1[._])?(\d+)/;

function androidVersionIn(script: string): string | undefined {
  const found = androidVersions.exec(script);
  return found?.[1] ?? found?.[2];
}

const androidVersions =
  /\bcom\.android\.(?:application|library)["')\s]+version\s*\(?\s*["'](\d+)|\bcom\.android\.tools\.build:gradle:(\d+)/;

/** A configuration's name at the start of a statement, up to its arguments. */
const statement = /(?:^|[\r\n;{])[ \t]*["']?(\w+)["']?[ \t]*(?=["'(]|group\s*:|platform\b|\w+\.)/g;

function scopeOf(configuration: string): Scope {
  if (/test/i.test(configuration)) return 'test';
  return /^(?:developmentOnly|compileOnly\w*|annotationProcessor|kapt\w*|ksp\w*|debugImplementation|classpath)$/.test(
    configuration,
  )
    ? 'development'
    : 'production';
}
