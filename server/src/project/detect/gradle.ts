import type { ManifestReader, Scope } from './detectTypes.ts';
import { linesOf } from './textLines.ts';

/** `build.gradle` and `build.gradle.kts`: plugins, and dependencies written with their coordinates. */
export const readGradle: ManifestReader = ({ text, path }, report) => {
  let isComment = false;
  let isKotlin = false;
  let isJava = false;
  let inBuildscript = 0;
  linesOf(text).forEach((line, number) => {
    const code = line.trim();
    if (isComment || code.startsWith('/*')) {
      isComment = !code.includes('*/');
      return;
    }
    if (code.startsWith('//') || code.length > longestLine) return;
    if (/^buildscript\s*\{/.test(code)) inBuildscript = 1;
    else if (inBuildscript > 0) inBuildscript += count(code, '{') - count(code, '}');
    if (inBuildscript > 0) return;
    const plugin = pluginOf(code);
    if (plugin !== undefined) {
      if (/^(?:org\.jetbrains\.kotlin|kotlin\b)/.test(plugin)) {
        isKotlin = true;
        report.technology('kotlin', number, 'production');
      } else if (/^(?:java|application|java-library)$/.test(plugin)) isJava = true;
      else if (!code.includes('apply false')) reportPlugin(plugin, number);
    }
    const dependency =
      /^(\w+)\s*\(?\s*(?:(?:platform|enforcedPlatform)\s*\(\s*)?["']([\w.-]+:[\w.-]+)(?::[^"']*)?["']/.exec(
        code,
      );
    if (dependency !== null) report.dependency('maven', dependency[2]!, number, scopeOf(dependency[1]!));
  });
  if (isJava && !isKotlin) report.technology('java', 0, 'production');
  if (isJava || isKotlin || !path.includes('/')) report.technology('gradle', 0, 'development');

  function reportPlugin(plugin: string, line: number): void {
    const id = plugins.get(plugin);
    if (id !== undefined) report.technology(id, line, 'production', 'dependency');
    if (plugin === 'org.springframework.boot') isJava = true;
  }
};

const plugins = new Map([
  ['org.springframework.boot', 'spring-boot'],
  ['io.quarkus', 'quarkus'],
  ['io.micronaut.application', 'micronaut'],
  ['io.ktor.plugin', 'ktor'],
  ['com.android.application', 'android'],
  ['com.android.library', 'android'],
  ['org.grails.grails-web', 'grails'],
  ['org.jetbrains.compose', 'compose-multiplatform'],
]);

const longestLine = 1000;

function pluginOf(code: string): string | undefined {
  const id = /^(?:id\s*\(?\s*|apply plugin:\s*|apply\s*\(\s*plugin\s*=\s*)["']([\w.-]+)["']/.exec(code)?.[1];
  if (id !== undefined) return id;
  if (/^kotlin\s*\(\s*["']/.test(code)) return 'kotlin';
  return /^(?:`?(java|application|java-library)`?)$/.exec(code)?.[1];
}

function scopeOf(configuration: string): Scope {
  if (/test/i.test(configuration)) return 'test';
  return /^(?:developmentOnly|compileOnly|annotationProcessor|kapt|ksp|debugImplementation|classpath)$/.test(
    configuration,
  )
    ? 'development'
    : 'production';
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
