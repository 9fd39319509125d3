import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CodeLens, Hover, Location } from 'vscode-languageserver';
import {
  AgentPlacesRequest,
  AgentRequirementsRequest,
  type AgentRowInfo,
  AnswersChangedNotification,
  type DocumentStateInfo,
  DocumentStateRequest,
  MissingSectionsRequest,
  type MissingSectionsResult,
  PlaceAgentsRequest,
  profileUri,
  ReadersRequest,
  type RequirementInfo,
  type SeenProjectInfo,
} from '../../server/src/server/protocol.ts';
import { LspClient, TemporaryFolder } from '../support/lspClient.ts';
import { adaptiveAgent } from '../support/sampleTexts.ts';

const agentPath = '.claude/agents/storage.md';
const document = '# Ledger\n\n## 3. Technologies\n\n- **Database:** PostgreSQL 16, CockroachDB\n';

describe('what the tree, the status and the diff ask over stdio', () => {
  let folder: TemporaryFolder;
  let client: LspClient;
  let version = 1;
  let changes = 0;
  let refreshes = 0;
  const ask = <Answer>(method: string, params: object = {}): Promise<Answer> =>
    client.connection.sendRequest<Answer>(method, params);
  const type = async (text: string): Promise<void> => {
    version++;
    await client.change(folder.uri('CLAUDE.md'), version, text);
  };
  const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 700));

  before(async () => {
    folder = new TemporaryFolder({ [agentPath]: adaptiveAgent, 'CLAUDE.md': document });
    client = await LspClient.start(folder.uri(), { clientCommands: true });
    client.connection.onNotification(AnswersChangedNotification, () => {
      changes++;
    });
    client.connection.onRequest('workspace/codeLens/refresh', () => {
      refreshes++;
      return null;
    });
    await client.open(folder.uri('CLAUDE.md'), document);
    await client.until('the finding', () => client.codes(folder.uri('CLAUDE.md')).length > 0);
  });
  after(async () => {
    await client.stop();
    folder.remove();
  });

  it('tells places, agents and what they read', async () => {
    const [project, ...others] = await ask<SeenProjectInfo[]>(AgentPlacesRequest);
    assert.equal(others.length, 0);
    assert.equal(project?.uri, folder.uri());
    assert.deepEqual(
      project.places.map(({ kind, uri }) => [kind, uri]),
      [['project', folder.uri()]],
    );
    const place = { projectUri: project.uri, kind: 'project', uri: folder.uri() };
    const rows = await ask<AgentRowInfo[]>(PlaceAgentsRequest, place);
    assert.deepEqual(
      rows.map(({ name, standing, read, answered }) => ({ name, standing, read, answered })),
      [{ name: 'storage-engineer', standing: 'single', read: 2, answered: 1 }],
    );
    const agent = { uri: folder.uri(agentPath), projectUri: project.uri };
    const requirements = await ask<RequirementInfo[]>(AgentRequirementsRequest, agent);
    assert.deepEqual(
      requirements.map(({ label, status, summary, answeredAt, readers }) => [
        `${label} ${status}: ${summary}`,
        answeredAt?.range.start.line,
        readers.map(({ at }) => at.range.start.line),
      ]),
      [
        ['Database met: applies 1 of 3: PostgreSQL', 4, [7]],
        ['Business domains missing: missing', undefined, [13]],
      ],
    );
  });

  it('tells how a document stands, and a profile as its agent', async () => {
    const ofDocument = await ask<DocumentStateInfo>(DocumentStateRequest, { uri: folder.uri('CLAUDE.md') });
    assert.equal(ofDocument.kind, 'project');
    assert.deepEqual(
      ofDocument.requirements.map(({ label, status, readers }) => [label, status, readers[0]?.name]),
      [
        ['Business domains', 'missing', 'storage-engineer'],
        ['Database', 'met', 'storage-engineer'],
      ],
    );
    const uri = profileUri(folder.uri(agentPath));
    const ofProfile = await ask<DocumentStateInfo>(DocumentStateRequest, { uri });
    assert.deepEqual([ofProfile.kind, ofProfile.requirements.length], ['agent', 2]);
    assert.equal(await ask(DocumentStateRequest, { uri: folder.uri('README.md') }), null);
  });

  it('says that answers have changed, once, and only where they have', async () => {
    await ask(DocumentStateRequest, { uri: folder.uri('CLAUDE.md') });
    const before = changes;
    await type(`${document}\nWords that declare nothing.\n`);
    await aMoment();
    assert.equal(changes, before);
    await type(`${document}- **Business domains:** fintech\n`);
    await type(`${document}- **Business domains:** fintech, media\n`);
    await aMoment();
    assert.equal(changes, before + 1);
    await type(document);
    await aMoment();
    assert.equal(changes, before + 1, 'nobody has asked again');
  });

  it('has lenses renewed once what they say has changed', async () => {
    const lenses = (): Promise<CodeLens[]> =>
      ask('textDocument/codeLens', { textDocument: { uri: folder.uri(agentPath) } });
    const titles = async (): Promise<unknown[]> => (await lenses()).map(({ command }) => command?.title);
    assert.deepEqual(await titles(), [
      'Preview Adapted Profile (1 of 2 sections answered)',
      'applies 1 of 3: PostgreSQL',
      '“Business domains” is missing in CLAUDE.md: add it',
    ]);
    const before = refreshes;
    await type(document.replace('CockroachDB', 'Redis'));
    await aMoment();
    assert.equal(refreshes, before + 1);
    assert.equal((await titles())[1], 'applies 2 of 3: PostgreSQL, Redis');
    await type(document);
  });

  it('hovers over both sides of the diff, and leads to what decided', async () => {
    const uri = profileUri(folder.uri(agentPath));
    const { text } = await ask<{ text: string }>('workspace/textDocumentContent', { uri });
    const line = text.split('\n').findIndex((one) => one.includes('partitioning'));
    const right = { textDocument: { uri }, position: { line, character: 5 } };
    const hover = await ask<Hover>('textDocument/hover', right);
    assert.match(JSON.stringify(hover), /PostgreSQL\*\* stays\. PostgreSQL is declared \(\[CLAUDE\.md:5\]/);
    const places = await ask<Location[]>('textDocument/definition', right);
    assert.deepEqual(
      places.map((place) => [place.uri, place.range.start.line]),
      [
        [folder.uri('CLAUDE.md'), 4],
        [folder.uri(agentPath), 9],
      ],
    );
    const left = { textDocument: { uri: folder.uri(agentPath) }, position: { line: 11, character: 5 } };
    assert.match(JSON.stringify(await ask<Hover>('textDocument/hover', left)), /MongoDB\*\* is left out/);
    const label = await ask<Location[]>('textDocument/definition', left);
    assert.deepEqual(
      label.map((place) => [place.uri, place.range.start.line]),
      [[folder.uri('CLAUDE.md'), 4]],
    );
  });

  it('gives the edit for one section, and who reads one', async () => {
    const one = await ask<MissingSectionsResult>(MissingSectionsRequest, {
      uri: folder.uri(agentPath),
      label: 'Business domains',
    });
    assert.deepEqual([one.labels, one.edits.length], [['Business domains'], 1]);
    assert.match(one.edits[0]!.snippet, /\*\*Business domains:\*\* \$\{1:/);
    const met = await ask<MissingSectionsResult>(MissingSectionsRequest, {
      uri: folder.uri('CLAUDE.md'),
      label: 'Database',
    });
    assert.deepEqual([met.edits, met.select?.range.start.line], [[], 4]);
    const readers = await ask<Location[]>(ReadersRequest, {
      uri: folder.uri('CLAUDE.md'),
      position: { line: 4, character: 6 },
    });
    assert.deepEqual(
      readers.map((place) => [place.uri, place.range.start.line]),
      [[folder.uri(agentPath), 7]],
    );
  });
});
