import type { Line, ManifestReader, Report, Scope } from './detectTypes.ts';
import { linesOf, NameFinder } from './textLines.ts';
import { readToml, stringsAt, tableAt } from './tomlValue.ts';
import type { TomlTable } from './tomlValue.ts';

/** `pyproject.toml`: PEP 621 and 735, Poetry, and the tools that keep tables of their own there. */
export const readPyproject: ManifestReader = ({ text }, report) => {
  const toml = readToml(text, report);
  if (toml === undefined) return;
  const lines = new NameFinder(text);
  const isProject = toml['project'] !== undefined || tableAt(toml, 'tool')['poetry'] !== undefined;
  if (isProject) report.technology('python', 0, 'production');
  const start = lines.offsetOf('dependencies');
  const add = (name: string, scope: Scope, from = start): void =>
    reportPackage(name, () => lines.lineOf(name, from), scope, report);
  for (const requirement of stringsAt(toml, 'project', 'dependencies'))
    add(nameOf(requirement), 'production');
  for (const [group, list] of listsOf(tableAt(toml, 'project', 'optional-dependencies'))) {
    for (const requirement of list)
      add(nameOf(requirement), isForDevelopers(group) ? 'development' : 'optional');
  }
  for (const [group, list] of listsOf(tableAt(toml, 'dependency-groups'))) {
    for (const requirement of list) add(nameOf(requirement), scopeOfGroup(group));
  }
  const poetry = tableAt(toml, 'tool', 'poetry');
  const from = lines.offsetOf('tool.poetry.dependencies');
  for (const [name, value] of Object.entries(tableAt(poetry, 'dependencies'))) {
    const isOptional =
      typeof value === 'object' && value !== null && 'optional' in value && value.optional === true;
    if (name !== 'python') add(name, isOptional ? 'optional' : 'production', from);
  }
  for (const name of Object.keys(tableAt(poetry, 'dev-dependencies'))) add(name, 'development', from);
  for (const group of Object.keys(tableAt(poetry, 'group'))) {
    const names = Object.keys(tableAt(poetry, 'group', group, 'dependencies'));
    for (const name of names) add(name, scopeOfGroup(group), from);
  }
  reportTools(toml, lines, report);
};

/** `requirements*.txt`; includes (`-r`) are files of their own. */
export const readRequirements: ManifestReader = ({ text, path }, report) => {
  let found = false;
  linesOf(text).forEach((line, number) => {
    const name = nameOf(line);
    if (name === '') return;
    found = true;
    reportPackage(name, number, 'production', report);
  });
  if (found && !/(?:dev|test|doc|lint|ci)[^/]*$/i.test(path)) report.technology('python', 0, 'production');
};

/** `Pipfile`. */
export const readPipfile: ManifestReader = ({ text }, report) => {
  const toml = readToml(text, report);
  if (toml === undefined) return;
  const lines = new NameFinder(text);
  report.technology('python', 0, 'production');
  for (const name of Object.keys(tableAt(toml, 'packages'))) {
    reportPackage(name, () => lines.lineOf(name), 'production', report);
  }
  for (const name of Object.keys(tableAt(toml, 'dev-packages'))) {
    reportPackage(name, () => lines.lineOf(name), 'development', report);
  }
};

function reportPackage(name: string, line: Line, scope: Scope, report: Report): void {
  report.dependency('python', name.toLowerCase().replace(/[._]+/g, '-'), line, scope);
}

function reportTools(toml: TomlTable, lines: NameFinder, report: Report): void {
  const tools = tableAt(toml, 'tool');
  if (tools['uv'] !== undefined) report.technology('uv', lines.lineOf('tool.uv'), 'development');
  else if (tools['poetry'] !== undefined)
    report.technology('poetry', lines.lineOf('tool.poetry'), 'development');
  if (tools['pytest'] !== undefined) report.technology('pytest', lines.lineOf('tool.pytest'), 'development');
}

/** `fastapi` of `fastapi[standard]>=0.110 ; python_version >= "3.9"`; nothing of an option or an address. */
function nameOf(requirement: string): string {
  return /^\s*([A-Za-z0-9][A-Za-z0-9._-]{0,100})\s*(?:$|[[\]<>=!~;@#,( ])/.exec(requirement)?.[1] ?? '';
}

function listsOf(table: TomlTable): [string, string[]][] {
  return Object.keys(table).map((key) => [key, stringsAt(table, key)]);
}

function isForDevelopers(group: string): boolean {
  return /^(?:dev|develop|development|test|tests|testing|lint|docs?|doc|types?|typing|ci|all-dev)$/i.test(
    group,
  );
}

/** A dependency group is never installed with the package; some projects keep their services' needs in one. */
function scopeOfGroup(group: string): Scope {
  return /^(?:main|prod|production|server|api|web|backend|worker|app)$/i.test(group)
    ? 'production'
    : 'development';
}
