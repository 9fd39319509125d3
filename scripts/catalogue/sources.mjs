/** The catalogues that ours is made from: what each offers, in one form. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../support/paths.mjs';
import {
  leftOutOfSpecfy,
  renamedInSpecfy,
  runsOnInSpecfy,
  takenFromDevicon,
  takenFromLinguist,
  typesByKey,
  typesInSpecfy,
  wordsInSpecfy,
} from './selection.mjs';

const packages = path.join(root, 'node_modules');
const devicon = await readJson(path.join(root, 'scripts/catalogue/devicon.json'));

export const versions = {
  specfy: (await readJson(path.join(packages, '@specfy/stack-analyser/package.json'))).version,
  linguist: (await readJson(path.join(packages, 'linguist-languages/package.json'))).version,
  devicon: devicon.version,
};

const providers = {
  aws: 'aws',
  azure: 'azure',
  gcp: 'gcp',
  cloudflare: 'cloudflare',
  github: 'github',
  vercel: 'vercel',
};

/** Services and tools, by their types. */
export async function fromSpecfy() {
  const file = path.join(packages, '@specfy/stack-analyser/dist/common/techs.generated.js');
  const { listTech } = await import(pathToFileURL(file).href);
  return listTech.flatMap(({ key, name, type }) => {
    const place = typesByKey[key] ?? typesInSpecfy[type];
    if (leftOutOfSpecfy.has(key) || place === undefined) return [];
    return [
      {
        name: renamedInSpecfy[key] ?? name,
        kind: place[0],
        sections: place[1],
        on: runsOnInSpecfy[key],
        by: key.includes('.') ? providers[key.split('.')[0]] : undefined,
        isWord: wordsInSpecfy.has(key),
      },
    ];
  });
}

/** The languages that were chosen, as far as they are still there. */
export async function fromLinguist() {
  const folder = path.join(packages, 'linguist-languages/data');
  const known = new Set();
  for (const file of await readdir(folder))
    if (file.endsWith('.js'))
      known.add((await import(pathToFileURL(path.join(folder, file)).href)).default.name);
  return Object.entries(takenFromLinguist).flatMap(([place, list]) => {
    const sections = place.split(' ').filter((part) => part !== 'word' && part !== 'none');
    return splitList(list)
      .filter((name) => known.has(name))
      .map((name) => ({
        name,
        kind: 'language',
        sections: sections.join(' '),
        isWord: place.includes('word'),
      }));
  });
}

/** Those that were chosen, named as their makers do (devicon has file names), with devicon's other names. */
export async function fromDevicon() {
  const others = new Map(devicon.names.map(([name, ...rest]) => [name, rest]));
  return Object.entries(takenFromDevicon).flatMap(([place, list]) => {
    const [kind, ...rest] = place.split(' ');
    return splitList(list).flatMap((item) => {
      const [key, given] = item.split(' = ');
      const aliases = others.get(key);
      if (aliases === undefined) return [];
      const name = (given ?? key).replace(/\*$/, '');
      // `kraken` for Kraken.js is something else to most people; `ceylonlang` for Ceylon is not.
      const usable = aliases.filter((alias) => /^[\w .-]+$/.test(alias) && plain(alias).includes(plain(key)));
      return [
        {
          name,
          aliases: usable,
          kind,
          sections: rest.filter((part) => !part.startsWith('on:')).join(' '),
          on: rest.filter((part) => part.startsWith('on:')).map((part) => part.slice(3)),
          isWord: (given ?? key).endsWith('*'),
        },
      ];
    });
  });
}

function plain(name) {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

function splitList(list) {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

async function readJson(file) {
  return JSON.parse(await readFile(file, 'utf8'));
}
