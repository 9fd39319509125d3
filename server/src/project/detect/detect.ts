import { technologyById } from '../../catalogue/lookup.ts';
import type { Ecosystem } from '../../catalogue/packages.ts';
import type { FileSystem } from '../../workspace/fileSystem.ts';
import { joinUri } from '../../workspace/uris.ts';
import type { About, Detected, Manifest, PlacedSign, ProjectManifests, Report } from './detectTypes.ts';
import { findManifests } from './findManifests.ts';
import type { ManifestPlace } from './findManifests.ts';
import { includedForm, type ManifestForm, manifestForm } from './manifestFiles.ts';
import { ManifestReport } from './manifestReport.ts';
import { placed } from './placed.ts';

export type { Detected, DetectedSection, DetectedTechnology, Manifest } from './detectTypes.ts';
export { nothingDetected } from './detectTypes.ts';

/** Finds and reads the manifests of a project's folder; nothing is run, nothing is fetched. */
export async function detectIn(
  files: FileSystem,
  folder: string,
  isCancelled: () => boolean = () => false,
): Promise<Detected> {
  return detectFrom(files, await findManifests(files, folder, isCancelled), isCancelled);
}

/** What the manifests at these places show. */
export async function detectFrom(
  files: FileSystem,
  places: readonly ManifestPlace[],
  isCancelled: () => boolean = () => false,
): Promise<Detected> {
  return detect(await readManifests(files, places, isCancelled));
}

/** What the manifests show together. One that cannot be read is left out and named among the problems. */
export function detect(found: readonly Manifest[]): Detected {
  const manifests = withIncludes(found);
  const signs: PlacedSign[] = [];
  const inherited = new Set<string>();
  const problems: { path: string; reason: string }[] = [];
  const project = projectOf(manifests);
  const ecosystems = new Set<Ecosystem>();
  let about: About = {};
  for (const manifest of manifests) {
    const form = formOf(manifest, project);
    if (form === undefined) continue;
    const report = new ManifestReport(form.scope);
    guarded(report, () => form.read(manifest, report, project), manifest);
    if (report.problem !== undefined) problems.push({ path: manifest.path, reason: report.problem });
    // What is nearest to the top came first.
    if (!manifest.path.includes('/') && report.problem === undefined) about = { ...report.said, ...about };
    for (const name of report.inherited) inherited.add(name);
    for (const ecosystem of report.ecosystems) ecosystems.add(ecosystem);
    for (const sign of report.signs) {
      const technology = technologyById(sign.id);
      if (technology !== undefined) signs.push({ ...sign, manifest, technology });
    }
  }
  const counted = signs.filter(({ ifInherited }) => ifInherited === undefined || inherited.has(ifInherited));
  return { ...placed(counted), about, seen: new Set(signs.map(({ id }) => id)), ecosystems, problems };
}

function projectOf(manifests: readonly Manifest[]): ProjectManifests {
  const byPath = new Map(manifests.map((manifest) => [manifest.path, manifest]));
  return { at: (path) => byPath.get(path) };
}

function guarded(report: Report, read: () => void, { text }: Manifest): void {
  if (text.length > longestManifest) {
    report.broken('it is too long for a manifest');
    return;
  }
  try {
    read();
  } catch (error) {
    report.broken(error instanceof RangeError ? 'it is nested too deeply' : String(error));
  }
}

/** A file that another one includes is read as that one, unless its own name says the same. */
function formOf(manifest: Manifest, project: ProjectManifests, depth = 0): ManifestForm | undefined {
  const own = manifestForm(manifest.path);
  if (manifest.includedBy === undefined || depth > deepestInclude) return own;
  const includer = project.at(manifest.includedBy);
  const by = includer === undefined ? undefined : formOf(includer, project, depth + 1);
  if (by === undefined || own?.read === by.read) return own;
  return includedForm(manifest.path, by);
}

/** The manifests, each one that another includes with the first that does. */
function withIncludes(manifests: readonly Manifest[]): readonly Manifest[] {
  const known = new Map(manifests.map((manifest) => [manifest.path, manifest]));
  const project: ProjectManifests = { at: (path) => known.get(path) };
  const waiting = [...manifests];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const path of includesOf(next, project)) {
      const included = known.get(path);
      if (included === undefined || included.includedBy !== undefined || path === next.path) continue;
      const linked = { ...included, includedBy: next.path };
      known.set(path, linked);
      waiting.push(linked);
    }
  }
  return manifests.map(({ path }) => known.get(path)!);
}

function includesOf(manifest: Manifest, project: ProjectManifests): readonly string[] {
  if (manifest.text.length > longestManifest) return [];
  return formOf(manifest, project)?.includes?.(manifest) ?? [];
}

/** The texts of manifests and of what they include, a few at a time; those that are gone are left out. */
async function readManifests(
  files: FileSystem,
  places: readonly ManifestPlace[],
  isCancelled: () => boolean,
): Promise<readonly Manifest[]> {
  let manifests: readonly Manifest[] = [];
  const seen = new Set(places.map(({ path }) => path));
  let waiting = places;
  for (let depth = 0; waiting.length > 0 && depth <= deepestInclude; depth++) {
    manifests = withIncludes([...manifests, ...(await readPlaces(files, waiting, isCancelled))]);
    const project = projectOf(manifests);
    waiting = manifests.flatMap((manifest) =>
      includesOf(manifest, project).flatMap((path): ManifestPlace[] => {
        if (seen.has(path) || seen.size >= mostRead) return [];
        seen.add(path);
        const root = manifest.uri.split('/').slice(0, -manifest.path.split('/').length);
        return [{ uri: joinUri(root.join('/'), ...path.split('/')), path }];
      }),
    );
  }
  return manifests;
}

async function readPlaces(
  files: FileSystem,
  places: readonly ManifestPlace[],
  isCancelled: () => boolean,
): Promise<Manifest[]> {
  const manifests: Manifest[] = [];
  for (let i = 0; i < places.length && !isCancelled(); i += readAtOnce) {
    const some = places.slice(i, i + readAtOnce);
    const texts = await Promise.all(
      some.map(async ({ uri, path }) => (manifestForm(path)?.isMarker === true ? '' : files.readText(uri))),
    );
    for (const [index, place] of some.entries()) {
      const text = texts[index];
      if (text !== undefined) manifests.push({ ...place, text });
    }
  }
  return manifests;
}

const readAtOnce = 16;

/** Includes of includes. */
const deepestInclude = 5;
const mostRead = 1000;

/** UTF-16 code units. */
const longestManifest = 500_000;
