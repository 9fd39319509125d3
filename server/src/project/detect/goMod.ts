import type { ManifestReader } from './detectTypes.ts';
import { linesOf } from './textLines.ts';

/** `go.mod`: what is required directly. */
export const readGoMod: ManifestReader = ({ text }, report) => {
  let isModule = false;
  let block: string | undefined;
  linesOf(text).forEach((line, number) => {
    const code = line.split('//', 1)[0]!.trim();
    if (/^module\s/.test(code)) {
      isModule = true;
      report.technology('go', number, 'production');
    }
    if (block !== undefined && code.startsWith(')')) block = undefined;
    else if (/^[a-z]+\s*\($/.test(code)) block = code.slice(0, -1).trim();
    else if (block === 'require' || code.startsWith('require ')) {
      const name = code.replace(/^require\s+/, '').split(/\s/, 1)[0]!;
      if (name !== '' && !line.includes('// indirect')) report.dependency('go', name, number, 'production');
    }
  });
  if (!isModule) report.broken('it names no module');
};
