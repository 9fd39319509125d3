/** Which file an import means, and whether Claude Code takes files of that kind. */
import { parentUri, resolveUri } from '../workspace/uris.ts';

/**
 * The URI of what `path` names in the file `importer`: relative to its folder, absolute, or `~/` below the home
 * folder; `undefined` for `~/` where no home folder is known, and for what no file can be called.
 */
export function importTarget(path: string, importer: string, home: string | undefined): string | undefined {
  const name = path.trim().normalize('NFC');
  if (name.includes('\0')) return undefined;
  if (name.startsWith('~/')) return home === undefined ? undefined : resolveUri(home, name.slice(2));
  // A drive letter, as Windows has it.
  if (/^[A-Za-z]:\//.test(name)) return resolveUri(importer, `/${name}`);
  return resolveUri(parentUri(importer), name);
}

/** Whether Claude Code imports a file of this name: one without an extension, or with one that text files have. */
export function isImportable(name: string): boolean {
  const dot = name.lastIndexOf('.');
  return dot <= 0 || textExtensions.has(name.slice(dot + 1).toLowerCase());
}

/** `claudeMd.importExtensions` of `claude-code.json`. */
const textExtensions = new Set(
  (
    'md txt text json yaml yml toml xml csv html htm css scss sass less js ts tsx jsx mjs cjs mts cts py pyi pyw ' +
    'rb erb rake go rs java kt kts scala c cpp cc cxx h hpp hxx cs swift sh bash zsh fish ps1 bat cmd env ini cfg ' +
    'conf config properties sql graphql gql proto vue svelte astro ejs hbs pug jade php pl pm lua r dart ex exs ' +
    'erl hrl clj cljs cljc edn hs lhs elm ml mli f f90 f95 for cmake make makefile gradle sbt rst adoc asciidoc ' +
    'org tex latex lock log diff patch'
  ).split(' '),
);
