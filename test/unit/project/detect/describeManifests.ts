import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { detectOf } from './detectOf.ts';

export interface ManifestCase {
  readonly title: string;
  /** Texts by path. */
  readonly files: Readonly<Record<string, string>>;
  /** `database PostgreSQL 16 compose.yaml:3`, in order; lines from 1. */
  readonly shown: readonly string[];
}

/** A test for each case: what the manifests show, and that each of them could be read. */
export function describeManifests(title: string, cases: readonly ManifestCase[]): void {
  describe(title, () => {
    for (const { title: name, files, shown } of cases) {
      it(name, () => {
        const { technologies, problems } = detectOf(files);
        const found = Object.entries(technologies).flatMap(([section, list]) =>
          list.map(({ technology, version, path, line }) =>
            [
              section,
              technology.name,
              ...(version === undefined ? [] : [version]),
              `${path}:${line + 1}`,
            ].join(' '),
          ),
        );
        assert.deepEqual(problems, []);
        assert.deepEqual(found, shown);
      });
    }
  });
}
