import { findNodeAtLocation, getNodeValue, type Node, parseTree, type ParseError } from 'jsonc-parser';
import type { ManifestReader, Report, Scope } from './detectTypes.ts';
import { NameFinder } from './textLines.ts';

/** `package.json`: what is depended on, and what runs the code. */
export const readPackageJson: ManifestReader = ({ text }, report) => {
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true });
  if (root?.type !== 'object' || errors.length > 0) {
    report.broken('it is not valid JSON');
    return;
  }
  const lines = new NameFinder(text);
  const lineOf = (node: Node): number => lines.lineAt(node.offset);
  const names = new Set<string>();
  for (const [key, scope] of scopes) {
    for (const [name, node] of entriesOf(root, key)) {
      if (scope !== 'optional') names.add(name);
      const isFrontendOnly = scope === 'development' && testsFrameworks(root, name);
      report.dependency('npm', name, lineOf(node), isFrontendOnly ? 'test' : scope);
    }
  }
  reportRuntimes(root, names, lineOf, report);
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
  const others = entriesOf(root, 'devDependencies').filter(([other]) => rivals.has(other));
  return others.length > 1;
}

function reportRuntimes(
  root: Node,
  names: ReadonlySet<string>,
  lineOf: (node: Node) => number,
  report: Report,
): void {
  const manager = findNodeAtLocation(root, ['packageManager']);
  const managerName =
    manager === undefined ? undefined : /^(pnpm|yarn|bun)@/.exec(String(getNodeValue(manager)))?.[1];
  if (manager !== undefined && managerName !== undefined) {
    report.technology(managerName, lineOf(manager), 'development');
  }
  // Tools of developers, in a project of any language, need Node.js too.
  const isProgram =
    names.has('typescript') ||
    entriesOf(root, 'dependencies').length > 0 ||
    ['bin', 'workspaces'].some((key) => findNodeAtLocation(root, [key]) !== undefined);
  if (!isProgram) return;
  const types = [...entriesOf(root, 'devDependencies'), ...entriesOf(root, 'dependencies')];
  const runs =
    findNodeAtLocation(root, ['engines', 'vscode']) ??
    findNodeAtLocation(root, ['bin']) ??
    findNodeAtLocation(root, ['engines', 'node']) ??
    types.find(([name]) => name === '@types/node')?.[1];
  if (runs !== undefined) report.technology('node.js', lineOf(runs), 'production');
  if (names.has('typescript') || names.size === 0) return;
  const main = findNodeAtLocation(root, ['dependencies']);
  if (main !== undefined) report.technology('javascript', lineOf(main), 'production');
}

function entriesOf(root: Node, key: string): [string, Node][] {
  const object = findNodeAtLocation(root, [key]);
  if (object?.type !== 'object') return [];
  return (object.children ?? []).flatMap((property): [string, Node][] => {
    const name: unknown = property.children?.[0]?.value;
    return typeof name === 'string' ? [[name, property]] : [];
  });
}
