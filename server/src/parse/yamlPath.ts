import type { YamlEntry, YamlNode } from './yamlNode.ts';

/** What a path into a YAML value leads to; `entry` where its last step is a key. */
export interface PathTarget {
  readonly node: YamlNode;
  readonly entry?: YamlEntry;
}

/** Follows map keys and list indexes; where the path leads nowhere, the last place it led to. */
export function nodeAt(root: YamlNode, path: readonly (string | number)[]): PathTarget {
  let target: PathTarget = { node: root };
  for (const step of path) {
    const { node } = target;
    if (node.kind === 'map') {
      // Of a key given twice the last one counts.
      const entry = node.entries.findLast(({ key }) => key === String(step));
      if (entry === undefined) return target;
      target = { node: entry.node, entry };
    } else {
      const item = node.kind === 'list' && typeof step === 'number' ? node.items[step] : undefined;
      if (item === undefined) return target;
      target = { node: item };
    }
  }
  return target;
}
