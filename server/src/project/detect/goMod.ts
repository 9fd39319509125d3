import type { ManifestReader } from './detectTypes.ts';
import { linesOf } from './textLines.ts';

/** `go.mod`: what is required directly. */
export const readGoMod: ManifestReader = ({ text }, report) => {
  const lines = linesOf(text);
  const version = lines.flatMap((line) => /^go\s+(\d[\w.]*)/.exec(line)?.[1] ?? [])[0];
  let isModule = false;
  let block: string | undefined;
  lines.forEach((line, number) => {
    const code = line.split('//', 1)[0]!.trim();
    if (/^module\s/.test(code)) {
      isModule = true;
      report.about('name', /([^/]+?)(?:\/v\d+)?$/.exec(code.slice('module'.length).trim())?.[1]);
      report.technology('go', number, 'production', 'configuration', version);
    }
    if (block !== undefined && code.startsWith(')')) block = undefined;
    else if (/^[a-z]+\s*\($/.test(code)) block = code.slice(0, -1).trim();
    else if (block === 'require' || code.startsWith('require ')) {
      const [name = '', required] = code.replace(/^require\s+/, '').split(/\s+/);
      if (name !== '' && !line.includes('// indirect'))
        report.dependency('go', name, number, 'production', { version: required });
    }
  });
  if (!isModule) report.broken('it names no module');
};
