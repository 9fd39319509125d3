import type { ManifestReader } from './detectTypes.ts';
import { linesOf } from './textLines.ts';

/** `Dockerfile`: that there is one, and what the image that ships is made from, through its stages and arguments. */
export const readDockerfile: ManifestReader = ({ text }, report) => {
  const stages = new Map<string, Base>();
  const defaults = new Map<string, string>();
  let first: number | undefined;
  let last: Base | undefined;
  linesOf(text).forEach((line, number) => {
    const code = line.slice(0, longestLine);
    const argument = /^\s*ARG\s+(\w+)=["']?([^"'\s]+)/i.exec(code);
    // Those before the first stage are for its image; those in a stage are not.
    if (argument !== null && first === undefined) defaults.set(argument[1]!, argument[2]!);
    const from = /^\s*FROM\s+(?:--\S+\s+)*["']?([^\s"']+)["']?(?:\s+AS\s+(\S+))?/i.exec(code);
    if (from === null) return;
    first ??= number;
    const image = withArguments(from[1]!, defaults);
    last = stages.get(image.toLowerCase()) ?? { image, line: number };
    if (from[2] !== undefined) stages.set(from[2].toLowerCase(), last);
  });
  if (first === undefined || last === undefined) return;
  report.technology('docker', first, 'production');
  report.image(last.image, last.line);
};

interface Base {
  readonly image: string;
  readonly line: number;
}

const longestLine = 1000;

/** `postgres:16` of `${BASE}` and of `${BASE:-postgres:16}`, whose braces may stand in one another. */
function withArguments(image: string, defaults: ReadonlyMap<string, string>): string {
  const named = (name: string, otherwise: string | undefined): string =>
    defaults.get(name) ?? otherwise ?? 'latest';
  let resolved = image;
  for (let i = 0; i < 3; i++) {
    resolved = resolved
      .replace(/\$\{(\w+)(?::?-([^{}]*))?\}/g, (_, name: string, value: string | undefined) =>
        named(name, value),
      )
      .replace(/\$(\w+)/g, (_, name: string) => named(name, undefined));
  }
  return resolved;
}
