/** The lenses over a project document's sections. */
import * as l10n from '@vscode/l10n';
import type { CodeLens } from 'vscode-languageserver-types';
import type { Project } from '../../analysis/project.ts';
import type { ProjectFile } from '../../analysis/projectFile.ts';
import { declarationsOf } from '../../project/declarations/declarations.ts';
import type { DeclaredPlace } from '../../project/factTypes.ts';
import type { RequiredPlace } from '../../rules/projectSubject.ts';
import { answerTo } from './readers.ts';

/**
 * "Read by 3 agents" over each heading of which agents read something: itself, or labels under it.
 * @param projects those whose document the file is in
 * @param readersCommand the client's command that lists those agents; takes the document and the section's position in
 *   it. Without one the lens is text.
 */
export function sectionLenses(
  file: ProjectFile,
  projects: readonly Project[],
  readersCommand?: string,
): CodeLens[] {
  return [...readPlaces(projects, file)].map(([place, required]) => {
    const start = file.positions.positionAt(place.labelSpan.start);
    const agents = new Map(required.flatMap(({ readers }) => readers).map(({ uri, name }) => [uri, name]));
    const [only] = agents.values();
    const title =
      agents.size === 1 && only !== undefined
        ? l10n.t('Read by {0}', only)
        : l10n.t('Read by {0} agents', agents.size);
    const command =
      readersCommand === undefined
        ? { title, command: '' }
        : { title, command: readersCommand, arguments: [{ uri: file.uri, position: start }] };
    return { range: { start, end: start }, command };
  });
}

/** The places that get a lens, in order, with what is read there. */
function readPlaces(projects: readonly Project[], file: ProjectFile): Map<DeclaredPlace, RequiredPlace[]> {
  const headings = new Map<DeclaredPlace, DeclaredPlace>();
  for (const place of declarationsOf(file)) putUnder(place, place, headings);
  const read = new Map<DeclaredPlace, RequiredPlace[]>();
  for (const project of projects) {
    for (const required of project.required.places) {
      if (required.readers.length === 0) continue;
      for (const place of answerTo(project, required).places) {
        const heading = headings.get(place);
        if (heading === undefined) continue;
        const known = read.get(heading);
        if (known === undefined) read.set(heading, [required]);
        else if (!known.includes(required)) known.push(required);
      }
    }
  }
  return new Map([...read].toSorted(([a], [b]) => a.labelSpan.start - b.labelSpan.start));
}

/** Notes the nearest heading of each place; a place under none is its own. */
function putUnder(
  place: DeclaredPlace,
  heading: DeclaredPlace,
  into: Map<DeclaredPlace, DeclaredPlace>,
): void {
  const nearest = place.kind === 'heading' ? place : heading;
  into.set(place, nearest);
  for (const child of place.children) putUnder(child, nearest, into);
}
