import { isDeepStrictEqual } from 'node:util';

/**
 * For esbuild: the hand-kept technologies as `listed` reads them, each line with the number of what it shares with
 * others. Written as calls they weigh 62 KB, so 36; the source stays typed and one entry a line.
 */
export const compactCatalogue = {
  name: 'compact-catalogue',
  setup: (plugin) =>
    plugin.onLoad({ filter: /technologiesHandKept\.ts$/ }, async () => ({
      contents: await compactModule(),
      loader: 'ts',
      resolveDir: new URL('../../server/src/catalogue', import.meta.url).pathname,
    })),
};

async function compactModule() {
  const { handKeptTechnologies } = await import('../../server/src/catalogue/technologiesHandKept.ts');
  const { idOfName, listed } = await import('../../server/src/catalogue/technologiesListed.ts');
  const handKept = handKeptTechnologies();
  const heads = [...new Set(handKept.map(headOf))];
  const lines = handKept.map(
    (technology) => `${heads.indexOf(headOf(technology))}|${spellingsOf(technology)}`,
  );
  const ids = Object.fromEntries(
    handKept.filter(({ id, name }) => id !== idOfName(name)).map(({ id, name }) => [name, id]),
  );
  const asListed = lines.map((line) =>
    line.replace(/^\d+/, (index) => `${heads[index]} `).replace('|', '| '),
  );
  const read = listed(asListed.join('\n')).map((one) => ({ ...one, id: ids[one.name] ?? one.id }));
  if (!isDeepStrictEqual(read, [...handKept]))
    throw new Error('the hand-kept technologies do not survive being written compactly');
  return `import { listed } from './technologiesListed.ts';
const heads = ${JSON.stringify(heads.join('\n'))}.split('\\n');
const ids = ${JSON.stringify(ids)};
const lines = ${JSON.stringify(lines.join('\n'))};
export const handKeptTechnologies = () => listed(
  lines.replace(/^(\\d+)\\|/gm, (_, index) => heads[index] + ' | '),
).map((one) => ({ ...one, id: ids[one.name] ?? one.id }));
`;
}

/** What `listed` has before the bar. */
function headOf({ kind, sections, runsOn = [], partOf, provider }) {
  return [
    kind,
    ...sections,
    ...runsOn.map((id) => `on:${id}`),
    ...(partOf === undefined ? [] : [`part:${partOf}`]),
    ...(provider === undefined ? [] : [`by:${provider}`]),
  ].join(' ');
}

function spellingsOf({ name, isWord, aliases = [], wordAliases = [] }) {
  return [isWord ? `${name}*` : name, ...aliases, ...wordAliases.map((alias) => `${alias}*`)].join(' = ');
}
