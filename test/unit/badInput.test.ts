import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { LanguageService } from '../../server/src/languageService.ts';
import { LineIndex } from '../../server/src/text/lineIndex.ts';
import { badTexts } from '../support/badTexts.ts';
import { lensCommands } from '../support/lensCommands.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';
import { ownFixtures } from '../support/ownFixtures.ts';
import { adaptiveAgent, incompleteDocument } from '../support/sampleTexts.ts';
import fc from '../support/fastCheck.ts';
import { processorTime } from '../support/timeLimits.ts';

const abilities = { snippetEdits: true, suggestCommand: undefined };

const folder = 'file:///projects/shop';
const agentUri = `${folder}/.claude/agents/tried.md`;
const documentUri = `${folder}/CLAUDE.md`;
const uris = { 'an agent': agentUri, 'CLAUDE.md': documentUri };

/**
 * Twice what a person waits for, in milliseconds of processor time: the same work takes more of it on a busy machine.
 */
const longest = 2000;

describe('bad input', () => {
  after(() => {
    assert.ok(!('executedByAgentTailor' in globalThis), 'nothing that is opened is run');
  });

  for (const [what, text] of Object.entries(badTexts)) {
    for (const [as, uri] of Object.entries(uris)) {
      it(`${what}, as ${as}`, async () => {
        const tried = await TriedService.start();
        tried.open(uri, text);
        await tried.askAll(uri);
        tried.type(uri, Math.floor(text.length / 2), 'x');
        tried.service.diagnostics(uri);
        await tried.assertOthersUnharmed(uri);
      });
    }
  }

  for (const [name, text] of [...ownFixtures(), ['an adaptive agent', adaptiveAgent] as const]) {
    for (const [as, uri] of Object.entries(uris)) {
      it(`every beginning of ${name}, typed, as ${as}`, async () => {
        const tried = await TriedService.start();
        tried.open(uri, '');
        for (let length = 0; length < text.length; length++) {
          tried.type(uri, length, text[length]!);
          if (text.length < 4000 || length % 3 === 0) tried.service.diagnostics(uri);
          if (text.length < 1500 || length % 97 === 0) await tried.askAll(uri);
        }
        assert.equal(tried.text(uri), text);
        await tried.assertOthersUnharmed(uri);
      });

      it(`beginnings of ${name}, opened, as ${as}`, async () => {
        const tried = await TriedService.start();
        for (const length of lengthsOf(text)) {
          tried.open(uri, text.slice(0, length));
          tried.service.diagnostics(uri);
        }
        await tried.assertOthersUnharmed(uri);
      });
    }
  }

  it('pieces of what tries a parser, put together anyhow', async () => {
    const tried = await TriedService.start();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...pieces), { maxLength: 40 }),
        fc.boolean(),
        async (parts, isAgent) => {
          const uri = isAgent ? agentUri : documentUri;
          tried.open(uri, parts.join(''));
          await tried.askAll(uri);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('edits anywhere, typed into a whole document', async () => {
    const tried = await TriedService.start();
    const edit = fc.record({ at: fc.nat(), removed: fc.nat(30), inserted: fc.constantFrom(...pieces) });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 12 }), fc.boolean(), async (edits, isAgent) => {
        const uri = isAgent ? agentUri : documentUri;
        tried.open(uri, isAgent ? adaptiveAgent : incompleteDocument);
        for (const { at, removed, inserted } of edits) {
          tried.type(uri, at % (tried.text(uri).length + 1), inserted, removed);
          await tried.askAll(uri);
        }
        // What was reached by edits is what a fresh look gives.
        const reached = tried.service.diagnostics(uri);
        tried.open(uri, tried.text(uri));
        assert.deepEqual(tried.service.diagnostics(uri), reached);
      }),
      { numRuns: 150 },
    );
  });
});

const pieces = [
  '---\n', '---', '\n', '\r', '\r\n', '\uFEFF', '\0', '\uD800', ' ', '\t', '  - ', '- ', '1. ', '> ', '# ', '## 3. ',
  '**', '**"', '"**', '"', "'", '`', '```yaml\n', '```\n', '<!--', '-->', '<div>', '|', '|---|\n', '[', ']', '(', ')',
  '{', '}', ': ', ':', ', ', '&a ', '*a', '!!js/function ', '@', '@CLAUDE.md', '@./a b.md ', '~~~', '===\n', '\\',
  'name: a\n', 'description: ', 'tools: [Read, ', 'model: ', 'hooks:\n  PreToolUse:\n', 'CLAUDE.md', 'section ',
  'Database', 'Business domains', 'Backend – technologies and tools', 'Backend â€“ technologies', 'PostgreSQL', 'C#',
  '[fill in, e.g., React]', 'none', 'n/a', 'Based on the ', ' in `CLAUDE.md`', 'é', '👩‍👧', '\u2028',
]; // prettier-ignore

/** All lengths near the beginning and around line ends, where things open and close; every 41st elsewhere. */
function lengthsOf(text: string): number[] {
  const lengths: number[] = [];
  for (let length = 0; length <= text.length; length++) {
    const isNearLineEnd = /[\r\n]/.test(text.slice(Math.max(0, length - 1), length + 1));
    if (length < 200 || isNearLineEnd || length % 41 === 0) lengths.push(length);
  }
  return lengths;
}

/** A service over a small project, which notes whatever goes wrong in it. */
class TriedService {
  readonly service: LanguageService;
  readonly #logged: string[] = [];
  readonly #tasks: (() => void)[] = [];
  readonly #texts = new Map<string, string>();
  #version = 0;

  private constructor(files: MemoryFiles) {
    this.service = new LanguageService({
      files,
      homeUri: 'file:///home/someone',
      onChanged: (changed) => {
        for (const uri of changed) this.service.diagnostics(uri);
      },
      schedule: (task) => void this.#tasks.push(task),
      log: (message) => void this.#logged.push(message),
    });
  }

  /** With an agent and a project document beside those that are tried, so that all have something to do. */
  static async start(): Promise<TriedService> {
    const tried = new TriedService(
      new MemoryFiles({
        [`${folder}/.claude/agents/other.md`]: adaptiveAgent,
        [`${folder}/.claude/agents/skipped.md`]: 'name: a\ndescription: b\n',
        [documentUri]: incompleteDocument,
      }),
    );
    tried.service.model.setFolders([folder]);
    await tried.service.model.settled();
    return tried;
  }

  text(uri: string): string {
    return this.#texts.get(uri) ?? '';
  }

  open(uri: string, text: string): void {
    this.#texts.set(uri, text);
    this.#timed('open', () => this.service.model.open(uri, text, ++this.#version, new LineIndex(text)));
  }

  /** Replaces `removed` characters at `at`, as an edit whose change is known. */
  type(uri: string, at: number, inserted: string, removed = 0): void {
    const before = this.text(uri);
    const to = Math.min(before.length, at + removed);
    const text = before.slice(0, at) + inserted + before.slice(to);
    this.#texts.set(uri, text);
    const change = { from: at, to, inserted: inserted.length };
    this.#timed('edit', () =>
      this.service.model.edit(uri, text, ++this.#version, new LineIndex(text), change),
    );
  }

  /** Everything that an editor asks of a document. */
  async askAll(uri: string): Promise<void> {
    const { service } = this;
    const lines = new LineIndex(this.text(uri));
    const end = lines.positionAt(this.text(uri).length);
    const found = this.#timed('diagnostics', () => service.diagnostics(uri));
    for (const { range } of found) {
      assert.ok(lines.offsetAt(range.start) <= lines.offsetAt(range.end), 'a range begins before it ends');
      assert.ok(range.end.line <= end.line, 'a range lies in the text');
    }
    const at = found[0]?.range ?? { start: end, end };
    this.#timed('code actions', () => service.codeActions(uri, at, undefined, abilities));
    this.#timed('fix all', () => service.codeActions(uri, at, ['source.fixAll'], abilities));
    this.#timed('completion', () => service.completion(uri, end, 'invoked'));
    this.#timed('completion by key', () => service.completion(uri, end, 'character'));
    this.#timed('lenses', () => service.codeLenses(uri, lensCommands));
    this.#timed('profile', () => service.profile(agentUri));
    for (const at of [{ line: 0, character: 0 }, lines.positionAt(this.text(uri).length / 2), end]) {
      this.#timed('hover in the profile', () => service.profileHelp.hover(agentUri, undefined, at));
      this.#timed('way from the profile', () => service.profileHelp.definition(agentUri, undefined, at));
      this.#timed('hover on what became of it', () => service.profileHelp.agentHover(uri, at));
      this.#timed('way to what decided', () => service.profileHelp.agentDefinition(uri, at));
    }
    this.#timed('requirements', () => service.tree.requirements(agentUri));
    this.#timed('state', () => service.tree.stateOf(uri));
    this.#timed('missing sections', () => service.missingSections(folder));
    this.#timed('follow-up', () => {
      for (const task of this.#tasks.splice(0)) task();
    });
    const before = processorTime();
    await service.model.settled();
    const taken = processorTime() - before;
    assert.ok(taken < longest, `reading took ${taken.toFixed(0)} ms`);
    assert.deepEqual(this.#logged, []);
  }

  /** Another agent that is broken says so still, and one that is not, is not. */
  async assertOthersUnharmed(tried: string): Promise<void> {
    for (const task of this.#tasks.splice(0)) task();
    await this.service.model.settled();
    const codes = (uri: string): unknown[] => this.service.diagnostics(uri).map(({ code }) => code);
    assert.ok(codes(`${folder}/.claude/agents/skipped.md`).includes('agent/skipped'));
    if (tried !== documentUri) assert.ok(codes(documentUri).includes('project/unfilled-section'));
    assert.deepEqual(this.#logged, []);
  }

  #timed<Result>(what: string, run: () => Result): Result {
    const before = processorTime();
    const result = run();
    const taken = processorTime() - before;
    assert.ok(taken < longest, `${what} took ${taken.toFixed(0)} ms`);
    return result;
  }
}
