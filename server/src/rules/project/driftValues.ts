import { technologyCovers } from '../../catalogue/relations.ts';
import { templateSections } from '../../catalogue/template.ts';
import type { TemplateLabel } from '../../catalogue/template.ts';
import type { Technology, TechnologySection } from '../../catalogue/types.ts';
import type { DetectedTechnology } from '../../project/detect/detect.ts';
import { isStore, relationalDatabases } from '../../project/detect/placed.ts';
import type { DeclaredValue } from '../../project/factTypes.ts';

type SectionLabel = TemplateLabel & { readonly technologySection: TechnologySection };

/** The labels that may drift, with what of a section's technologies counts: databases, frameworks, clouds. */
export const driftLabels: readonly {
  readonly label: SectionLabel;
  readonly isDrifting: (shown: DetectedTechnology) => boolean;
}[] = templateSections
  .flatMap(({ labels }) => labels)
  .filter((label): label is SectionLabel => label.technologySection !== undefined)
  .map((label) => ({
    label,
    isDrifting: ({ technology, kind }) => {
      if (label.technologySection === 'database') return isStore(technology) && !isTool(technology, kind);
      // A web address may be configured without anything running there.
      if (label.technologySection === 'deployment') return technology.kind === 'cloud' && kind === 'service';
      return technology.kind === 'framework';
    },
  }));

/** A database in a file is as often a tool for one task as it is the project's database; the driver does not tell. */
function isTool({ id }: Technology, kind: DetectedTechnology['kind']): boolean {
  return kind === 'dependency' && embedded.has(id);
}

const embedded = new Set([
  'sqlite',
  'duckdb',
  'lmdb',
  'leveldb',
  'rocksdb',
  'faiss',
  'lancedb',
  'chroma',
  'h2',
  'libsql',
]);

/** Whether a declared value says a shown technology: itself, a part of it, or what is built on it. */
export function isMentioned(
  { technology }: DetectedTechnology,
  declared: readonly { readonly technology?: Technology }[],
): boolean {
  return declared.some((value) => {
    if (value.technology === undefined) return false;
    if (technologyCovers(technology, value.technology) !== undefined) return true;
    const back = technologyCovers(value.technology, technology);
    // Who writes PostgreSQL and runs it at Neon has said it; who writes Python has not said FastAPI.
    return back === 'same' || back === 'part-of' || (back !== undefined && isStore(technology));
  });
}

/** The one declared value that the manifests contradict, and what they show in its stead. */
export function rivalOf(
  unmentioned: readonly DetectedTechnology[],
  shown: readonly DetectedTechnology[],
  declared: readonly DeclaredValue[],
): { value: DeclaredValue; shown: DetectedTechnology } | undefined {
  for (const group of rivals) {
    const [value, ...otherValues] = declared.filter(({ technology }) => isOf(group, technology));
    const [other, ...others] = shown.filter(({ technology }) => isOf(group, technology));
    // With several of either it is not clear which one stands for which.
    if (value === undefined || other === undefined || otherValues.length + others.length > 0) continue;
    if (other.kind === 'configuration' || !unmentioned.includes(other)) continue;
    return { value, shown: other };
  }
  return undefined;
}

function isOf(group: ReadonlySet<string>, technology: Technology | undefined): boolean {
  return technology !== undefined && group.has(technology.id);
}

/** Of each group a project has one, as a rule. */
const rivals: readonly ReadonlySet<string>[] = [
  relationalDatabases,
  new Set(['react', 'vue', 'angular', 'svelte', 'solidjs']),
];
