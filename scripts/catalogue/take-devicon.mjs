// Writes scripts/catalogue/devicon.json: the names and other names that devicon.json has, of the version in hand.
//
//   npm pack devicon@2.17.0 && tar -xzf devicon-2.17.0.tgz package/devicon.json package/package.json
//   node scripts/catalogue/take-devicon.mjs package
//
// The package weighs 136 MB (icons, fonts) for the 0.3 MB that matter here, so it is no dependency.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../support/paths.mjs';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('say in which folder devicon.json and package.json lie');
const read = async (file) => JSON.parse(await readFile(path.join(folder, file), 'utf8'));
const { version } = await read('package.json');
const rows = (await read('devicon.json')).map(
  ({ name, altnames }) => `    ${[name, ...altnames].map((one) => JSON.stringify(one)).join(', ')}`,
);
await writeFile(
  path.join(root, 'scripts/catalogue/devicon.json'),
  `{\n  "version": ${JSON.stringify(version)},\n  "names": [\n${rows.map((row) => row.replace(/^ {4}(.*)$/, '    [$1]')).join(',\n')}\n  ]\n}\n`,
);
console.log(`${rows.length} names of devicon ${version}`);
