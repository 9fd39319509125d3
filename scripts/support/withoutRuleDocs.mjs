import { readFileSync } from 'node:fs';

/**
 * For esbuild: leaves out what rules say of themselves for their pages (`doc`), which nothing reads at run time:
 * 38 KB. The formatter (`npm run lint` holds the source to it) puts the brackets in columns of their own;
 * a cut at another bracket does not build.
 */
export const withoutRuleDocs = {
  name: 'without-rule-docs',
  setup: (plugin) =>
    plugin.onLoad({ filter: /[\\/]server[\\/]src[\\/]rules[\\/]\w+[\\/]\w+\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        /^ {2}doc: \{$[^]*?^ {2}\},$/m,
        "  doc: { summary: '', why: '', examples: [] },",
      ),
      loader: 'ts',
    })),
};
