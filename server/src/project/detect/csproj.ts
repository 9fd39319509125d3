import { LineIndex } from '../../text/lineIndex.ts';
import type { ManifestReader } from './detectTypes.ts';
import { nameOfFile } from './paths.ts';
import { childrenAt, readXml, textAt } from './xmlElements.ts';

/**
 * `*.csproj`, `*.fsproj` and what all of a folder share (`Directory.Build.props`): SDK, packages, and the desktop
 * switches; a test project's are for tests.
 */
export const readProjectXml: ManifestReader = ({ text, path }, report) => {
  const project = readXml(text, report);
  if (project === undefined) return;
  if (project.name !== 'Project') {
    report.broken('it is no project of MSBuild');
    return;
  }
  const lines = new LineIndex(text);
  const references = childrenAt(project, 'ItemGroup', 'PackageReference').map(
    ({ attributes, children, offset }) => ({
      name: attributes['Include'] ?? attributes['Update'] ?? '',
      version: attributes['Version'] ?? children.find(({ name }) => name === 'Version')?.text,
      offset,
    }),
  );
  const groups = childrenAt(project, 'PropertyGroup');
  const isTest =
    references.some(({ name }) => testPackages.test(name)) ||
    groups.some((group) => textAt(group, 'IsTestProject').toLowerCase() === 'true') ||
    testNames.test(nameOfFile(path));
  const scope = isTest ? 'test' : 'production';
  const isShared = path.endsWith('.props');
  if (!isShared) {
    const line = lines.lineAt(project.offset);
    report.technology(path.endsWith('.fsproj') ? 'f-sharp' : 'c-sharp', line, scope);
    const target = groups
      .flatMap(({ children }) => children)
      .find(({ name }) => /^TargetFrameworks?$/.test(name));
    // `net48` is .NET Framework 4.8, whose numbers are others.
    const version = /^net(\d+\.\d+)/.exec(target?.text ?? '')?.[1];
    report.technology(
      '.net',
      target === undefined ? line : lines.lineAt(target.offset),
      scope,
      'configuration',
      version,
    );
    const sdk = sdks.get(project.attributes['Sdk']?.split('/', 1)[0] ?? '');
    if (sdk !== undefined) report.technology(sdk, line, scope, 'dependency');
  }
  for (const { name, text: value, offset } of groups.flatMap(({ children }) => children)) {
    const id = switches.get(name);
    if (id !== undefined && value.toLowerCase() === 'true')
      report.technology(id, lines.lineAt(offset), scope, 'dependency');
  }
  for (const { attributes, offset } of childrenAt(project, 'ItemGroup', 'FrameworkReference')) {
    report.dependency('nuget', attributes['Include'] ?? '', lines.lineAt(offset), scope);
  }
  for (const { name, version, offset } of references)
    report.dependency('nuget', name, lines.lineAt(offset), scope, { version });
};

/** Packages that only tests have. */
const testPackages =
  /^(?:microsoft\.net\.test\.sdk|xunit(?:\.v3|\.core)?|nunit|mstest(?:\.testframework)?|tunit|coverlet\.collector)$/i;

/** `Shop.Tests.csproj`, `Shop.IntegrationTests.csproj` */
const testNames = /(?:^|[._-])(?:\w*Tests?|Specs?)\.(?:cs|fs)proj$/;

const sdks = new Map([
  ['Microsoft.NET.Sdk.Web', 'asp.net-core'],
  ['Microsoft.NET.Sdk.BlazorWebAssembly', 'blazor'],
]);

const switches = new Map([
  ['UseWPF', 'wpf'],
  ['UseWindowsForms', 'winforms'],
  ['UseMaui', 'maui'],
  ['UseWinUI', 'winui'],
]);
