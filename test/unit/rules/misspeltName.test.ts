/** Did-you-mean in CLAUDE.md: slips are told from words, plurals and the names of other things. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LanguageService } from '../../../server/src/languageService.ts';
import { MemoryFileSystem } from '../../support/memoryFileSystem.ts';

const uri = 'file:///project/CLAUDE.md';

/** `Reactt > React` of each finding. */
async function meantIn(text: string): Promise<string[]> {
  const service = new LanguageService({
    files: new MemoryFileSystem({ [uri]: text }),
    onChanged: () => {},
    schedule: () => {},
    log: () => {},
  });
  service.model.setFolders(['file:///project']);
  await service.model.settled();
  return service
    .findings(uri)
    .filter(({ rule }) => rule === 'project/misspelt-name')
    .map(({ message }) => message.replace(/^"(.*)" is not known; did you mean "(.*)"\?$/, '$1 > $2'));
}

const cases: readonly (readonly [line: string, ...meant: string[]])[] = [
  ['**Frontend:** Reactt, Tailwnd CSS', 'Reactt > React', 'Tailwnd CSS > Tailwind CSS'],
  ['**Backend:** Nodejss, Expres, Djnago', 'Djnago > Django', 'Expres > Express'],
  [
    '**Database:** Postgersql, MogoDB, Rediss',
    'Postgersql > PostgreSQL',
    'MogoDB > MongoDB',
    'Rediss > Redis',
  ],
  [
    '**Deployment:** Dokcer, Kubernete, Terrafrom',
    'Dokcer > Docker',
    'Kubernete > Kubernetes',
    'Terrafrom > Terraform',
  ],
  [
    '**Business domains:** logisitcs, bankign, shoping',
    'bankign > Banking',
    'logisitcs > Logistics',
    'shoping > shopping',
  ],
  ['**Frontend:** Solid, signals, resources, Signal'],
  ['**Deployment:** AWS, containers, builds, networks, systems, threads'],
  ['**Database:** PostgreSQL, caches, cached, results, requests'],
  ['**Backend:** Go, closures, streams, ingest, scanners, servers, mediators, bundles'],
  ['**Backend:** Python, detecting, testing, styles, formats, structs, macros, vertex'],
  ['**Business domains:** Games, gamers, landing, tracing, exports, tourists, grocers'],
];

describe('did you mean, in CLAUDE.md', () => {
  for (const [line, ...meant] of cases) {
    it(line, async () => {
      const text = `# Shop\n\n## Technologies\n\n- ${line}\n`;
      assert.deepEqual((await meantIn(text)).toSorted(), meant.toSorted());
    });
  }
});
