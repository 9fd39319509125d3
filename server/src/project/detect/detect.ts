import { technologyById } from '../../catalogue/lookup.ts';
import type { FileSystem } from '../../workspace/fileSystem.ts';
import type { Detected, Manifest, PlacedSign } from './detectTypes.ts';
import { findManifests } from './findManifests.ts';
import type { ManifestPlace } from './findManifests.ts';
import { manifestForm } from './manifestFiles.ts';
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
export function detect(manifests: readonly Manifest[]): Detected {
  const signs: PlacedSign[] = [];
  const inherited = new Set<string>();
  const problems: { path: string; reason: string }[] = [];
  for (const manifest of manifests) {
    const form = manifestForm(manifest.path);
    if (form === undefined) continue;
    const report = new ManifestReport(form.scope);
    if (manifest.text.length > longestManifest) report.broken('it is too long for a manifest');
    else {
      try {
        form.read(manifest, report);
      } catch (error) {
        report.broken(error instanceof RangeError ? 'it is nested too deeply' : String(error));
      }
    }
    if (report.problem !== undefined) problems.push({ path: manifest.path, reason: report.problem });
    for (const name of report.inherited) inherited.add(name);
    for (const sign of report.signs) {
      const technology = technologyById(sign.id);
      if (technology !== undefined) signs.push({ ...sign, manifest, technology });
    }
  }
  const counted = signs.filter(({ ifInherited }) => ifInherited === undefined || inherited.has(ifInherited));
  return placed(counted, problems);
}

/** The texts of manifests, a few at a time; those that are gone are left out. */
async function readManifests(
  files: FileSystem,
  places: readonly ManifestPlace[],
  isCancelled: () => boolean,
): Promise<Manifest[]> {
  const manifests: Manifest[] = [];
  for (let i = 0; i < places.length && !isCancelled(); i += readAtOnce) {
    const some = places.slice(i, i + readAtOnce);
    const texts = await Promise.all(some.map(({ uri }) => files.readText(uri)));
    for (const [index, place] of some.entries()) {
      const text = texts[index];
      if (text !== undefined) manifests.push({ ...place, text });
    }
  }
  return manifests;
}

const readAtOnce = 16;

/** UTF-16 code units. */
const longestManifest = 500_000;
