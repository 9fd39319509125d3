import type { ManifestReader } from './detectTypes.ts';
import { NameFinder } from './textLines.ts';
import { childrenAt, readXml, textAt } from './xmlElements.ts';

/** `*.csproj` and `*.fsproj`: SDK, packages, and the desktop switches; a test project's are for tests. */
export const readProjectXml: ManifestReader = ({ text, path }, report) => {
  const project = readXml(text.replace(/^\uFEFF/, ''));
  if (project?.name !== 'Project') {
    report.broken('it is not well-formed XML');
    return;
  }
  const lines = new NameFinder(text);
  const references = childrenAt(project, 'ItemGroup', 'PackageReference');
  const groups = childrenAt(project, 'PropertyGroup');
  const isTest =
    references.some(({ attributes }) => attributes['Include']?.toLowerCase() === 'microsoft.net.test.sdk') ||
    groups.some((group) => textAt(group, 'IsTestProject') === 'true');
  const scope = isTest ? 'test' : 'production';
  const language = path.endsWith('.fsproj') ? 'f-sharp' : 'c-sharp';
  const line = lines.lineAt(project.offset);
  report.technology(language, line, scope);
  report.technology('.net', line, scope);
  const sdk = sdks.get(project.attributes['Sdk'] ?? '');
  if (sdk !== undefined) report.technology(sdk, line, scope, 'dependency');
  for (const [key, id] of switches) {
    if (groups.some((group) => textAt(group, key).toLowerCase() === 'true')) {
      report.technology(id, lines.lineOf(key), scope, 'dependency');
    }
  }
  for (const { attributes, offset } of references) {
    const name = attributes['Include'] ?? attributes['Update'] ?? '';
    report.dependency('nuget', name, lines.lineAt(offset), scope);
  }
};

const sdks = new Map([
  ['Microsoft.NET.Sdk.Web', 'asp.net-core'],
  ['Microsoft.NET.Sdk.BlazorWebAssembly', 'blazor'],
]);

const switches = [
  ['UseWPF', 'wpf'],
  ['UseWindowsForms', 'winforms'],
  ['UseMaui', 'maui'],
  ['UseWinUI', 'winui'],
] as const;
