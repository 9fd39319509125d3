import type { TechnologySection } from '../catalogue/types.ts';
import type { VocabularyKey } from '../requirements/requirementTypes.ts';
import type { KeyNode, VocabularyBlock } from '../requirements/vocabularyTypes.ts';
import { sectionOf } from './labels.ts';

/** For each key under a group of a block, what the group is about, where that can be told. */
export function topicsOf(block: VocabularyBlock): ReadonlyMap<VocabularyKey, TechnologySection> {
  const topics = new Map<VocabularyKey, TechnologySection>();
  const visit = (nodes: readonly KeyNode[], topic: TechnologySection | undefined): void => {
    for (const { key, children } of nodes) {
      if (topic !== undefined) topics.set(key, topic);
      visit(children, key.kind === 'group' ? topicOf(children, block) : undefined);
    }
  };
  for (const list of block.lists) visit(list.keys, undefined);
  return topics;
}

/**
 * What a group's keys are about, where no label says so: Elasticsearch among Jaeger and Fluentd keeps logs, and is no
 * vocabulary of databases.
 */
export function topicOf(nodes: readonly KeyNode[], block: VocabularyBlock): TechnologySection | undefined {
  if (block.labels.some((label) => sectionOf(label) !== undefined)) return undefined;
  const counts = new Map<TechnologySection, number>();
  const entries = nodes.filter(({ key }) => key.kind === 'entry' && key.technologies.length > 0);
  for (const { key } of entries) {
    const section = key.technologies[0]!.sections[0];
    if (section !== undefined) counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => count > 1 && 2 * count > entries.length)?.[0];
}
