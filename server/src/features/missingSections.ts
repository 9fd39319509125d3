import type { Project } from '../analysis/project.ts';
import type { Detected } from '../project/detect/detect.ts';
import { createDocument } from '../project/createDocument.ts';
import { insertionFor } from '../project/insertSections.ts';
import { prefilled } from '../project/prefill.ts';
import type { RequiredPlace } from '../rules/projectSubject.ts';
import type { PositionMap } from '../text/lineIndex.ts';
import type { TextEdit } from '../text/textEdit.ts';
import { joinUri } from '../workspace/uris.ts';

/** What adds a project's missing sections: edits of its document, or the text of one to create. */
export type SectionsEdit =
  | {
      readonly kind: 'edit';
      readonly uri: string;
      readonly labels: readonly string[];
      readonly edits: readonly TextEdit[];
      readonly positions: PositionMap;
    }
  | {
      readonly kind: 'create';
      readonly uri: string;
      readonly labels: readonly string[];
      readonly content: string;
    };

/**
 * The edit for every required place that a project's document has no answer to, with the detected values where
 * there are some; no edits where it has all.
 */
export function missingSectionsEdit(
  project: Project,
  required: readonly RequiredPlace[],
  detected: Detected,
): SectionsEdit {
  const main = project.mainFile;
  if (main === undefined) {
    const labels = required.map(({ label }) => label);
    const { newText: content } = createDocument(prefilled(detected, wanted(labels)), '\n');
    return { kind: 'create', uri: joinUri(project.root, 'CLAUDE.md'), labels, content };
  }
  const labels = required
    .map(({ label }) => label)
    .filter((label) => project.facts.resolve(label).status === 'missing');
  const edits = labels.length === 0 ? [] : insertionFor(main, prefilled(detected, wanted(labels)));
  return { kind: 'edit', uri: main.uri, labels, edits, positions: main.positions };
}

function wanted(labels: readonly string[]): { label: string }[] {
  return labels.map((label) => ({ label }));
}
