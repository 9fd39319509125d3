/** What every repair of an agent's file has to keep, checked on a text as an editor would have it. */
import assert from 'node:assert/strict';
import { type AgentFile, parseAgentFile } from '../../server/src/parse/agentFile.ts';
import { LanguageService } from '../../server/src/languageService.ts';
import type { Finding, Fix } from '../../server/src/rules/rule.ts';
import { LineIndex } from '../../server/src/text/lineIndex.ts';
import { applyEdits } from '../../server/src/text/textEdit.ts';
import { MemoryFileSystem } from './memoryFileSystem.ts';

/** Rules whose repair is about the name, the description or the prompt itself. */
const onWords = new Set(['agent/cut-value', 'agent/fence', 'text/wrong-decoding', 'agent/unknown-section']);
/** Rules whose repair makes other fields count, or count as they are written. */
const onSeveralFields = new Set(['agent/fence', 'agent/second-reading', 'agent/unknown-key']);

export interface Checked {
  readonly text: string;
  readonly file: AgentFile;
  readonly findings: readonly Finding[];
  /** The text after "fix all"; absent where it has nothing to do. */
  readonly fixedAll: string | undefined;
}

/** The text through the whole engine, as a project's agent of that name. */
export async function checked(text: string, fileName = 'auditor.md'): Promise<Checked> {
  const uri = `file:///project/.claude/agents/${encodeURIComponent(fileName)}`;
  const service = new LanguageService({
    files: new MemoryFileSystem({ [uri]: text }),
    homeUri: 'file:///home/somebody',
    onChanged: () => {},
    schedule: () => {},
    log: (message) => assert.fail(`${message}\n${JSON.stringify(text)}`),
  });
  service.model.setFolders(['file:///project']);
  await service.model.settled();
  return {
    text,
    file: parseAgentFile(text),
    findings: service.findings(uri),
    fixedAll: fixAll(service, uri, text),
  };
}

function fixAll(service: LanguageService, uri: string, text: string): string | undefined {
  const lines = new LineIndex(text);
  const whole = lines.rangeOf({ start: 0, end: text.length });
  const abilities = { snippetEdits: false, suggestCommand: undefined };
  const [action, ...more] = service.codeActions(uri, whole, ['source.fixAll.agentTailor'], abilities);
  assert.equal(more.length, 0);
  const change = action?.edit?.documentChanges?.[0];
  if (change === undefined || !('edits' in change)) return undefined;
  const edits = change.edits.map((edit) => {
    assert.ok('newText' in edit, 'a plain edit');
    return { span: lines.spanOf(edit.range), newText: edit.newText };
  });
  return applyEdits(text, edits);
}

/** Applies every repair and "fix all", and throws where one does not keep what it must. */
export async function assertRepairsHold(text: string, fileName: string, about: string): Promise<void> {
  const before = await checked(text, fileName);
  for (const finding of before.findings) {
    for (const fix of finding.fixes?.() ?? []) {
      if (fix.edits.length === 0) continue;
      const after = await checked(applyEdits(text, fix.edits), fileName);
      const label = `${about}: ${finding.rule}: ${fix.title}\n${JSON.stringify(text)}\n${JSON.stringify(after.text)}`;
      assertKept(before, after, new Set([finding.rule]), label);
      assertFixed(before, after, finding, fix, label);
    }
  }
  if (before.fixedAll === undefined) return;
  const after = await checked(before.fixedAll, fileName);
  const label = `${about}: fix all\n${JSON.stringify(text)}\n${JSON.stringify(after.text)}`;
  assertKept(before, after, new Set(before.findings.map(({ rule }) => rule)), label);
  assertNoNewError(before, after, label);
  assert.equal(after.fixedAll, undefined, `${label}: not all at once`);
  assert.deepEqual(after.findings.filter(hasSafeFix), [], `${label}: a safe repair is left`);
}

function assertFixed(before: Checked, after: Checked, finding: Finding, fix: Fix, label: string): void {
  if (finding.rule === 'agent/skipped') assert.ok(after.file.verdict.loads, `${label}: does not load`);
  const same = ({ rule, message }: Finding): boolean => rule === finding.rule && message === finding.message;
  const left = after.findings.filter(same);
  const isFewer = left.length < before.findings.filter(same).length;
  const isElsewhere = left.every(({ span }) => at(after, span) !== at(before, finding.span));
  assert.ok(isFewer || isElsewhere, `${label}: still found`);
  if (fix.safe && before.file.verdict.loads) assertNoNewError(before, after, label);
}

function at({ text }: Checked, { start, end }: Finding['span']): string {
  return text.slice(start, end);
}

/** A new error is one that another safe repair takes away at once. */
function assertNoNewError(before: Checked, after: Checked, label: string): void {
  if (!before.file.verdict.loads) return;
  const known = new Set(before.findings.map(({ rule, message }) => `${rule} ${message}`));
  for (const finding of after.findings) {
    if (finding.severity !== 'error' || hasSafeFix(finding)) continue;
    assert.ok(known.has(`${finding.rule} ${finding.message}`), `${label}: now ${finding.message}`);
  }
}

function hasSafeFix({ fixes }: Finding): boolean {
  const all = fixes?.() ?? [];
  return (all.find(({ preferred }) => preferred === true) ?? all[0])?.safe === true;
}

/** What no repair may take away. */
function assertKept(before: Checked, after: Checked, rules: ReadonlySet<string>, label: string): void {
  const { file } = before;
  const ends = (text: string): ReadonlySet<string> => new Set(text.match(/\r\n|\n|\r/g));
  const own = ends(before.text);
  if (own.size > 0 && !(own.size === 1 && own.has('\r'))) {
    for (const end of ends(after.text)) assert.ok(own.has(end), `${label}: line end ${JSON.stringify(end)}`);
  }
  for (const [key, count] of keys(after)) {
    assert.ok(count <= Math.max(1, keys(before).get(key) ?? 0), `${label}: ${key} twice`);
  }
  if (!file.verdict.loads) return;
  assert.ok(after.file.verdict.loads, `${label}: does not load any more`);
  const isOnWords = [...rules].some((rule) => onWords.has(rule));
  if (!isOnWords) {
    assert.equal(after.file.verdict.name, file.verdict.name, label);
    assertSameDescription(before, after, rules, label);
    assert.equal(after.text.slice(after.file.bodyStart), before.text.slice(file.bodyStart), label);
  }
  if (rules.size === 1 && ![...rules].some((rule) => onSeveralFields.has(rule))) {
    const changed = [...file.frontmatter.byKey].filter(
      ([key, { value }]) =>
        JSON.stringify(after.file.frontmatter.byKey.get(key)?.value) !== JSON.stringify(value),
    );
    assert.ok(changed.length <= 1, `${label}: changes ${changed.map(([key]) => key).join()}`);
  }
}

/** Lines below a description that became fields are part of it again; nothing of it goes. */
function assertSameDescription(
  before: Checked,
  after: Checked,
  rules: ReadonlySet<string>,
  label: string,
): void {
  const [old, now] = [before.file.verdict.description ?? '', after.file.verdict.description ?? ''];
  const mayGrow = rules.has('agent/unknown-key') || rules.has('agent/second-reading');
  if (mayGrow && now.startsWith(`${old}\n`)) return;
  assert.equal(now, old, label);
}

/** How often each field stands there; where nothing could be read, on lines of its own. */
function keys({ file, text }: Checked): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const read = file.frontmatter.fields.map(({ key }) => key);
  const written = [...text.matchAll(/^[ \t]*([\w.-]+)[ \t]*:/gm)].map(([, key = '']) => key);
  for (const key of read.length > 0 ? read : written) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
