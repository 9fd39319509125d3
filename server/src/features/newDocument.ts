import type { Project } from '../analysis/project.ts';
import { templateSections } from '../catalogue/template.ts';
import { createDocument } from '../project/createDocument.ts';
import type { Detected } from '../project/detect/detect.ts';
import type { RequestedLabel } from '../project/insertSections/plan.ts';
import { detectedValue, prefilled } from '../project/prefill.ts';
import type { RequiredPlace } from '../rules/projectSubject.ts';
import { joinUri } from '../workspace/uris.ts';

/** A CLAUDE.md to be written. */
export interface NewDocument {
  readonly uri: string;
  readonly content: string;
  /** The labels in it. */
  readonly labels: readonly string[];
  /** Of all agents, chosen or not, those that read something, with what. */
  readonly readers: readonly {
    readonly uri: string;
    readonly name: string;
    readonly labels: readonly string[];
  }[];
}

/**
 * The CLAUDE.md of a project that has none: the sections that the chosen agents read (by URI; all, where none are
 * given) and that no other file answers, filled in with what was detected. Where nobody reads anything: the template's
 * metadata as far as it was detected, domains, and technologies.
 */
export function newDocument(
  project: Project,
  required: readonly RequiredPlace[],
  detected: Detected,
  chosen?: ReadonlySet<string>,
): NewDocument {
  const isChosen = ({ readers }: RequiredPlace): boolean =>
    chosen === undefined || readers.length === 0 || readers.some(({ uri }) => chosen.has(uri));
  const read = required.filter(isChosen).map(({ label }) => ({ label }));
  const requests: readonly RequestedLabel[] = read.length > 0 ? read : templateRequests(detected);
  const open = requests.filter(({ label }) => project.facts.resolve(label).status === 'missing');
  const { newText } = createDocument(prefilled(detected, open), '\n');
  // Beside a CLAUDE.md Claude Code no longer reads AGENTS.md of itself.
  const hasAgentsMd = project.sources.some(({ uri }) => uri === joinUri(project.root, 'AGENTS.md'));
  return {
    uri: joinUri(project.root, 'CLAUDE.md'),
    content: hasAgentsMd ? newText.replace(/^(# .*\n)/, '$1\n@AGENTS.md\n') : newText,
    labels: open.map(({ label }) => label),
    readers: readersOf(required),
  };
}

/** What adaptive agents are most often told to read. */
function templateRequests(detected: Detected): RequestedLabel[] {
  const labelsOf = (section: string): string[] =>
    templateSections
      .filter(({ id }) => id === section)
      .flatMap(({ labels }) => labels.map(({ label }) => label));
  return [
    ...labelsOf('metadata').flatMap((label) => {
      const value = detectedValue(detected, label);
      return value === undefined ? [] : [{ label, value }];
    }),
    ...[...labelsOf('domains-and-goals'), ...labelsOf('technologies')].map((label) => ({ label })),
  ];
}

function readersOf(required: readonly RequiredPlace[]): NewDocument['readers'] {
  const found = new Map<string, { uri: string; name: string; labels: string[] }>();
  for (const { label, readers } of required) {
    for (const { uri, name } of readers) {
      const known = found.get(uri);
      if (known === undefined) found.set(uri, { uri, name, labels: [label] });
      else known.labels.push(label);
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
