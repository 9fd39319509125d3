import { detect } from '../../../../server/src/project/detect/detect.ts';
import type { Detected } from '../../../../server/src/project/detect/detect.ts';

/** What manifests, given by path, show. */
export function detectOf(files: Readonly<Record<string, string>>): Detected {
  return detect(
    Object.entries(files).map(([path, text]) => ({ uri: `file:///project/${path}`, path, text })),
  );
}

/** One line a technology, in order: `database Redis compose.yaml:5`; lines from 1. */
export function shownBy(files: Readonly<Record<string, string>>): string[] {
  const { technologies } = detectOf(files);
  return Object.entries(technologies).flatMap(([section, list]) =>
    list.map(({ technology, path, line }) => `${section} ${technology.name} ${path}:${line + 1}`),
  );
}
