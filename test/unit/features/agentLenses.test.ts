/** The lenses over what an agent reads: what applies, what is missing, where a click leads. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeLens } from 'vscode-languageserver-types';
import { lensCommands } from '../../support/lensCommands.ts';
import { agent, agentUri, ask, home, root } from './helpOf.ts';

const tried = agent(
  'tried',
  [
    'Based on the **"Database"** section in `CLAUDE.md`:\n',
    '- **PostgreSQL**: JSONB',
    '- **Redis**: caching',
    '- **MySQL**: replication\n',
    'Adaptation to **"Business domains"** from `CLAUDE.md`:\n',
    '- **Fintech**: audit\n',
    'Mind the **"Main project goals"** section in `CLAUDE.md`.\n',
  ].join('\n'),
);

interface Target {
  readonly uri: string;
  readonly line?: number;
  readonly profileLine?: number;
}

async function lenses(
  document: string | undefined,
  others: Readonly<Record<string, string>> = {},
  text = tried,
  uri = agentUri,
): Promise<readonly CodeLens[]> {
  const files = { ...(document === undefined ? {} : { 'CLAUDE.md': document }), ...others };
  const { service } = await ask(`${text}|`, files, { uri });
  return service.codeLenses(uri, lensCommands);
}

/** `line title → command` of each. */
function shown(found: readonly CodeLens[]): string[] {
  return found.map(({ range, command }) => `${range.start.line} ${command!.title} → ${command!.command}`);
}

describe('a lens in an agent', () => {
  it('says what of the agent applies, and what the document lacks', async () => {
    const document = '- **Database:** PostgreSQL, Redis\n- **Main project goals:** fast, cheap\n';
    assert.deepEqual(shown(await lenses(document)), [
      '0 Preview Adapted Profile (2 of 3 sections answered) → preview',
      '4 applies 2 of 3: PostgreSQL, Redis → preview',
      '10 “Business domains” is missing in CLAUDE.md: add it → answer',
      '14 2 goals → preview',
    ]);
  });

  it('leads to the place in the profile, and to the section to add', async () => {
    const { service } = await ask(`${tried}|`, {
      'CLAUDE.md': '- **Database:** PostgreSQL\n- **Main project goals:** fast\n',
    });
    const found = service.codeLenses(agentUri, lensCommands);
    const [, database, domains, goals] = found.map(({ command }) => command!.arguments![0] as Target);
    const lines = service.profile(agentUri)!.text.split('\n');
    assert.equal(database!.line, 4);
    assert.match(lines[database!.profileLine!] ?? '', /"Database"/);
    assert.deepEqual(domains, { uri: agentUri, label: 'Business domains' });
    // Two databases are gone above it.
    assert.equal(goals!.line, 14);
    assert.match(lines[goals!.profileLine!] ?? '', /"Main project goals"/);
  });

  it('says what waits for an answer, and in which file', async () => {
    const found = await lenses('@docs/stack.md\n', {
      'docs/stack.md': '- **Database:** [fill in, e.g., PostgreSQL]\n- **Business domains:** none\n',
    });
    assert.deepEqual(shown(found).slice(1, 3), [
      '4 “Database” is not filled in in stack.md: fill it in → answer',
      '10 none: leaves out Fintech → preview',
    ]);
  });

  it('names what the manifests show', async () => {
    const compose = 'services:\n  db:\n    image: postgres:16\n';
    const missing = shown(await lenses('# Shop\n', { 'compose.yaml': compose }));
    assert.equal(missing[1], '4 “Database” is missing in CLAUDE.md: add PostgreSQL, as detected → answer');
    const unfilled = shown(await lenses('- **Database:** TBD\n', { 'compose.yaml': compose }));
    assert.equal(
      unfilled[1],
      '4 “Database” is not filled in in CLAUDE.md: fill in PostgreSQL, as detected → answer',
    );
  });

  it('says what the agent knows nothing of', async () => {
    const [, database] = shown(await lenses('- **Database:** CockroachDB, SurrealDB\n'));
    assert.equal(database, '4 applies all 3: it knows nothing of CockroachDB, SurrealDB → preview');
  });

  it('offers to create a document that is not there, once', async () => {
    assert.deepEqual(shown(await lenses(undefined)), [
      '0 Preview Adapted Profile (0 of 3 sections answered) → preview',
      '0 This project has no CLAUDE.md: create it → create',
    ]);
  });

  it('of the user’s agent says only what applies: it is made for other projects too', async () => {
    const uri = `${home}/.claude/agents/tried.md`;
    assert.deepEqual(shown(await lenses('- **Database:** Redis\n', {}, tried, uri)), [
      '0 Preview Adapted Profile → preview',
      '4 applies 1 of 3: Redis → preview',
    ]);
  });

  it('of a plugin’s agent says nothing of the project that the plugin is made in', async () => {
    const uri = `${root}/plugin/agents/tried.md`;
    const others = { 'plugin/.claude-plugin/plugin.json': '{"name": "acme"}' };
    assert.deepEqual(shown(await lenses('# Plugin\n', others, tried, uri)), [
      '0 Preview Adapted Profile → preview',
    ]);
  });

  it('is absent where the agent reads nothing, or the client has no commands', async () => {
    assert.deepEqual(await lenses('# Shop\n', {}, agent('tried', 'Review.\n')), []);
    const { service } = await ask(`${tried}|`, { 'CLAUDE.md': '# Shop\n' });
    assert.deepEqual(service.codeLenses(agentUri), []);
  });
});
