import { findNodeAtLocation, type Node, parseTree, type ParseError } from 'jsonc-parser';
import { LineIndex } from '../../text/lineIndex.ts';
import type { ManifestReader, Report, Scope } from './detectTypes.ts';

/** `package.json`: what is depended on, and what runs the code. */
export const readPackageJson: ManifestReader = ({ text }, report) => {
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true });
  if (root?.type !== 'object' || errors.length > 0) {
    report.broken('it is not valid JSON');
    return;
  }
  const lines = new LineIndex(text);
  const lineOf = (node: Node): number => lines.lineAt(node.offset);
  const names = new Set<string>();
  for (const [key, scope] of scopes) {
    for (const { name, version, node } of entriesOf(root, key)) {
      if (scope !== 'optional') names.add(name);
      const isFrontendOnly = scope === 'development' && testsFrameworks(root, name);
      report.dependency('npm', name, lineOf(node), isFrontendOnly ? 'test' : scope, { version });
    }
  }
  reportRuntimes(root, names, lineOf, report);
  for (const key of ['name', 'description', 'version'] as const)
    report.about(key, findNodeAtLocation(root, [key])?.value);
};

const scopes: readonly (readonly [string, Scope])[] = [
  ['dependencies', 'production'],
  ['devDependencies', 'development'],
  ['peerDependencies', 'optional'],
  ['optionalDependencies', 'optional'],
];

/** With two of these among the development dependencies they are what the package is tested with. */
const rivals = new Set(['react', 'vue', 'svelte', '@angular/core', 'solid-js', 'preact', 'lit']);

function testsFrameworks(root: Node, name: string): boolean {
  if (!rivals.has(name)) return false;
  return entriesOf(root, 'devDependencies').filter((other) => rivals.has(other.name)).length > 1;
}

function reportRuntimes(
  root: Node,
  names: ReadonlySet<string>,
  lineOf: (node: Node) => number,
  report: Report,
): void {
  const at = (...path: readonly string[]): Node | undefined => findNodeAtLocation(root, [...path]);
  const manager = at('packageManager');
  const [, managerName, managerVersion] =
    /^(pnpm|yarn|bun)@([\d.]+)/.exec(String(manager?.value)) ?? ([] as undefined[]);
  if (manager !== undefined && managerName !== undefined && managerName !== 'bun')
    report.technology(managerName, lineOf(manager), 'development', 'configuration', managerVersion);
  const types = [...entriesOf(root, 'devDependencies'), ...entriesOf(root, 'dependencies')];
  const typesOf = (...packages: readonly string[]): Node | undefined =>
    types.find(({ name }) => packages.includes(name))?.node;
  const bun =
    at('engines', 'bun') ??
    (managerName === 'bun' ? manager : undefined) ??
    typesOf('@types/bun', 'bun-types');
  if (bun !== undefined) {
    const version = managerName === 'bun' ? managerVersion : textOf(at('engines', 'bun'));
    report.technology('bun', lineOf(bun), 'production', 'configuration', version);
  }
  // Tools of developers, in a project of any language, need Node.js too.
  const isProgram =
    names.has('typescript') ||
    entriesOf(root, 'dependencies').length > 0 ||
    ['bin', 'workspaces'].some((key) => at(key) !== undefined);
  if (!isProgram) return;
  const engine = at('engines', 'node');
  // Where there is Bun, a program and its types may be Bun's.
  const runs =
    engine ??
    at('engines', 'vscode') ??
    (bun === undefined ? at('bin') : undefined) ??
    (bun === undefined ? typesOf('@types/node') : undefined);
  if (runs !== undefined)
    report.technology('node.js', lineOf(runs), 'production', 'configuration', textOf(engine));
  if (names.has('typescript') || names.size === 0) return;
  const main = at('dependencies');
  if (main !== undefined) report.technology('javascript', lineOf(main), 'production');
}

interface Entry {
  readonly name: string;
  readonly version: string | undefined;
  readonly node: Node;
}

function entriesOf(root: Node, key: string): Entry[] {
  const object = findNodeAtLocation(root, [key]);
  if (object?.type !== 'object') return [];
  return (object.children ?? []).flatMap((node): Entry[] => {
    const name: unknown = node.children?.[0]?.value;
    return typeof name === 'string' ? [{ name, version: textOf(node.children?.[1]), node }] : [];
  });
}

function textOf(node: Node | undefined): string | undefined {
  const value: unknown = node?.value;
  return typeof value === 'string' ? value : undefined;
}
