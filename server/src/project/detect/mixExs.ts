import type { ManifestReader } from './detectTypes.ts';
import { linesOf } from './textLines.ts';

/** `mix.exs`: Elixir and the packages of Hex. It is a program; what it lists stands in tuples, a line each. */
export const readMixExs: ManifestReader = ({ text }, report) => {
  let elixir: { readonly line: number; readonly version?: string } = { line: 0 };
  linesOf(text).forEach((line, number) => {
    const code = line.slice(0, longestLine).replace(/(?:^|\s)#.*$/, '');
    const version = /\belixir:\s*"([^"]+)"/.exec(code)?.[1];
    if (version !== undefined) elixir = { line: number, version };
    const tuple = /\{\s*:(\w+)\s*,(.*)$/.exec(code);
    if (tuple === null) return;
    const [, name, rest] = tuple as unknown as [string, string, string];
    const only = /\bonly:\s*(\[[^\]]*\]|:\w+)/.exec(rest)?.[1];
    const isForAll = only === undefined || only.includes(':prod');
    const scope = isForAll ? 'production' : only.includes(':dev') ? 'development' : 'test';
    report.dependency('hex', name, number, scope, { version: /^\s*"([^"]+)"/.exec(rest)?.[1] });
  });
  report.technology('elixir', elixir.line, 'production', 'configuration', elixir.version);
};

const longestLine = 1000;
