/** The number in a version as manifests write it: `19.1` of `^19.1`, `3.12` of `>=3.12,<4`; `undefined` where it is a choice. */
export function versionNumber(written: string | undefined): string | undefined {
  if (written === undefined || written.length > longestVersion || written.includes('||')) return undefined;
  const [lower] = written.trim().split(/[\s,]+(?=[<>!=~^])/, 1);
  return /^(?:[~^=v]|>=|~=|==|~>)?\s*v?(\d+(?:\.\d+)*)(?![\w-]*[/:])/.exec(lower!)?.[1];
}

const longestVersion = 60;
