import type { Project } from '../analysis/project.ts';
import type { Detected } from '../project/detect/detect.ts';
import { createDocument } from '../project/createDocument.ts';
import { fillIn, openForAuthor } from '../project/fillIn.ts';
import type { DeclaredPlace, FactSource } from '../project/factTypes.ts';
import { insertionFor } from '../project/insertSections/insertSections.ts';
import { fileTextOf } from '../project/insertSections/style.ts';
import { detectedValue, prefilled } from '../project/prefill.ts';
import type { RequiredPlace } from '../rules/projectSubject.ts';
import type { PositionMap } from '../text/lineIndex.ts';
import { slice } from '../text/span.ts';
import type { TextEdit } from '../text/textEdit.ts';
import { joinUri } from '../workspace/uris.ts';
import { type FileRange, rangeOfPlace } from './requirementStates/states.ts';

/** What adds a project's missing sections: edits of its document, or the text of one to create. */
export type SectionsEdit =
  | {
      readonly kind: 'edit';
      readonly uri: string;
      readonly labels: readonly string[];
      readonly edits: readonly TextEdit[];
      readonly positions: PositionMap;
      /** Of one section: what stands there then is not its answer yet, but what its author types over. */
      readonly waits?: boolean;
      /** Where the author goes on where there is nothing to insert: the answer, or what stands in its place. */
      readonly select?: FileRange | undefined;
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

/**
 * The edit for one of the required places: its insertion where it is missing; where it waits for its answer the detected
 * one, else a placeholder to type over; no edits where it is answered. Without a document all of them.
 */
export function sectionEdit(
  project: Project,
  label: string,
  required: readonly RequiredPlace[],
  detected: Detected,
): SectionsEdit {
  const main = project.mainFile;
  if (main === undefined) return missingSectionsEdit(project, required, detected);
  const { status, places } = project.facts.resolve(label);
  const place = places[0];
  const file = project.sources.find(({ uri }) => uri === place?.uri);
  if (place === undefined || file === undefined) {
    const requests = prefilled(detected, wanted([label]));
    const edits = status === 'missing' ? insertionFor(main, requests) : [];
    const waits = requests.every(({ value }) => value === undefined);
    return { kind: 'edit', uri: main.uri, labels: [label], edits, positions: main.positions, waits };
  }
  const isOpen = status === 'unfilled';
  const { edits } = fillIn(file, place, label, (asked) => detectedValue(detected, asked));
  const isDetected = edits.length > 0;
  return {
    kind: 'edit',
    uri: file.uri,
    labels: [label],
    edits: !isOpen ? [] : isDetected ? edits : placeholders(file, place, label),
    positions: file.positions,
    waits: isOpen && !isDetected,
    select: rangeOfPlace(place, project),
  };
}

/** Those to be written; a placeholder that is there already is no edit. */
function placeholders(file: FactSource, place: DeclaredPlace, label: string): readonly TextEdit[] {
  const text = fileTextOf(file);
  return openForAuthor(file, place, label).filter(({ span, newText }) => slice(text, span) !== newText);
}

function wanted(labels: readonly string[]): { label: string }[] {
  return labels.map((label) => ({ label }));
}
