/** No rule says of a real file what the real program did not do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agentField } from '../../server/src/catalogue/agentFields.ts';
import { LanguageService } from '../../server/src/languageService.ts';
import { parseAgentFile } from '../../server/src/parse/agentFile.ts';
import type { Finding } from '../../server/src/rules/rule.ts';
import { applyEdits } from '../../server/src/text/textEdit.ts';
import { type CorpusVerdict, corpusVerdicts, skipWithoutCorpus } from '../support/corpus.ts';
import { MemoryFileSystem } from '../support/memoryFileSystem.ts';

interface Checked {
  readonly path: string;
  readonly text: string;
  readonly verdict: CorpusVerdict;
  readonly findings: readonly Finding[];
}

let all: readonly Checked[] | undefined;

/** Every file alone in a project of its own, through the whole engine, as in an editor that says nothing itself. */
async function checkAll(): Promise<readonly Checked[]> {
  all ??= await Promise.all(
    corpusVerdicts().map(async ({ path, text, verdict }) => {
      const uri = `file:///project/.claude/agents/${encodeURIComponent(path.slice(path.lastIndexOf('/') + 1))}`;
      const service = new LanguageService({
        files: new MemoryFileSystem({ [uri]: text }),
        homeUri: 'file:///home/somebody',
        onChanged: () => {},
        schedule: () => {},
        log: (message) => assert.fail(message),
      });
      service.model.setFolders(['file:///project']);
      await service.model.settled();
      return { path, text, verdict, findings: service.findings(uri) };
    }),
  );
  return all;
}

const of = ({ findings }: Checked, rule: string): readonly Finding[] =>
  findings.filter((finding) => finding.rule === rule);
const at = (text: string, { span }: Finding): string => text.slice(span.start, span.end);

test(
  'a file that loads is never said to be skipped, one that is skipped once at most',
  { skip: skipWithoutCorpus },
  async () => {
    for (const checked of await checkAll()) {
      const count = of(checked, 'agent/skipped').length;
      assert.ok(checked.verdict.loaded ? count === 0 : count <= 1, checked.path);
    }
  },
);

test(
  'an error on a file that loads is a value that the program drops',
  { skip: skipWithoutCorpus },
  async () => {
    for (const checked of await checkAll()) {
      const { path, text, verdict } = checked;
      if (!verdict.loaded) continue;
      const said = verdict.debugMessages.join('\n');
      for (const finding of checked.findings) {
        if (finding.severity !== 'error') continue;
        const field = parseAgentFile(text).frontmatter.fields.find(
          ({ keySpan, valueSpan }) =>
            finding.span.start >= keySpan.start && finding.span.start <= valueSpan.end,
        );
        const key = field?.key ?? '';
        const isTrue =
          (finding.rule === 'agent/no-tools' && verdict.spawned?.started === false) ||
          (finding.rule === 'agent/hook' && said.includes('hooks.')) ||
          (finding.rule === 'agent/mcp-server' &&
            (said.includes('mcpServers') || /not a list|several/.test(finding.message))) ||
          (finding.rule === 'agent/dropped-value' && (said.includes(`invalid ${key}`) || isSilent(key))) ||
          (/this item/.test(finding.message) && grantsNoneOf(at(text, finding), verdict));
        assert.ok(isTrue, `${path}: ${finding.message} (${at(text, finding)})`);
      }
    }
  },
);

/** Fields whose bad values are dropped without a line in the log. */
function isSilent(key: string): boolean {
  return ['color', 'model', 'initialPrompt', 'skills', 'omitClaudeMd', 'disallowedTools'].includes(key);
}

/** Whether none of the words in an item that is dropped is a tool that the agent had. */
function grantsNoneOf(item: string, verdict: CorpusVerdict): boolean {
  return item.split(/\W+/).every((word) => verdict.spawned?.tools?.includes(word) !== true);
}

test('every value that the program drops is an error', { skip: skipWithoutCorpus }, async () => {
  for (const checked of await checkAll()) {
    if (!checked.verdict.loaded) continue;
    for (const message of checked.verdict.debugMessages) {
      const key = /has invalid (\w+)/.exec(message)?.[1];
      if (key === undefined || agentField(key) === undefined) continue;
      const found = checked.findings.some(
        ({ severity, span }) =>
          severity === 'error' &&
          parseAgentFile(checked.text).frontmatter.fields.some(
            (field) =>
              field.key === key && span.start >= field.keySpan.start && span.start <= field.valueSpan.end,
          ),
      );
      assert.ok(found, `${checked.path}: ${message.slice(0, 120)}`);
    }
  }
});

test('unknown keys are those that the program names', { skip: skipWithoutCorpus }, async () => {
  for (const checked of await checkAll()) {
    if (!checked.verdict.loaded) continue;
    const file = parseAgentFile(checked.text);
    const places = of(checked, 'agent/unknown-key').map(({ span }) => span.start);
    const keys = file.frontmatter.fields
      .filter(({ keySpan }) => places.includes(keySpan.start))
      .map(({ key }) => key);
    const named = checked.verdict.unknownKeys.map((key) => key.replace(/[.…]+$/, ''));
    assert.equal(keys.length, named.length, checked.path);
    for (const [i, key] of keys.entries()) {
      assert.ok(key.replaceAll('\n', '␤').startsWith(named[i] ?? '?'), `${checked.path}: ${key}`);
    }
  }
});

test(
  'an unknown tool is none that the agent had, and what resolved to nothing is said',
  { skip: skipWithoutCorpus },
  async () => {
    const rules = ['agent/unknown-tool', 'agent/foreign-tools', 'agent/retired-tool'];
    for (const checked of await checkAll()) {
      const had = checked.verdict.spawned?.tools ?? [];
      for (const rule of rules) {
        for (const finding of of(checked, rule)) {
          assert.ok(!had.includes(at(checked.text, finding)), `${checked.path}: ${finding.message}`);
        }
      }
      const unresolved = (checked.verdict.spawned?.unresolved ?? []).filter(
        (name) => !/^mcp__|^AskUser/.test(name),
      );
      if (unresolved.length > 0) {
        assert.ok(
          [...rules, 'agent/no-tools'].some((rule) => of(checked, rule).length > 0),
          `${checked.path}: ${unresolved.join()}`,
        );
      }
    }
  },
);

test('after each repair the file loads, or says what it said', { skip: skipWithoutCorpus }, async () => {
  for (const { path, text, findings } of await checkAll()) {
    const before = parseAgentFile(text).verdict;
    for (const { rule, fixes } of findings) {
      for (const fix of fixes?.() ?? []) {
        const after = parseAgentFile(applyEdits(text, fix.edits)).verdict;
        assert.ok(after.loads || !before.loads, `${path}: ${rule}: ${fix.title}`);
        if (rule === 'agent/skipped') assert.ok(after.loads, `${path}: ${fix.title}`);
        else if (before.loads && rule !== 'agent/cut-value' && rule !== 'agent/fence') {
          assert.equal(after.name, before.name, `${path}: ${rule}: ${fix.title}`);
        }
      }
    }
  }
});
