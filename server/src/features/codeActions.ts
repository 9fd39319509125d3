import * as l10n from '@vscode/l10n';
import {
  type CodeAction,
  CodeActionKind,
  type CreateFile,
  type Range,
  type SnippetTextEdit,
  type TextDocumentEdit,
  TextEdit as LspTextEdit,
} from 'vscode-languageserver-types';
import type { Finding, Fix } from '../rules/rule.ts';
import { LineIndex, type PositionMap } from '../text/lineIndex.ts';
import { type Span, touches } from '../text/span.ts';
import { applyEdits, type TextEdit } from '../text/textEdit.ts';
import { type DiagnosticAbilities, toDiagnostics } from './diagnostics.ts';
import { snippetOf } from './snippets.ts';

/** What a client can do with a code action. */
export interface ActionAbilities {
  /** It takes `SnippetTextEdit`s. */
  readonly snippetEdits: boolean;
  /** Its command that opens the completion list, run where an edit leaves the cursor on a value to fill in. */
  readonly suggestCommand: string | undefined;
}

/** The document a code action is for, and what its client can do. */
export interface ActionTarget extends ActionAbilities {
  readonly uri: string;
  readonly text: string;
  /** `null` where the document is not open. */
  readonly version: number | null;
  readonly positions: PositionMap;
  /** How the client was told of the findings. */
  readonly shown: DiagnosticAbilities;
}

/** What there are repairs for. */
export interface Repairable {
  readonly findings: readonly Finding[];
  /** What the client has said itself. */
  readonly saidByEditor: readonly Finding[];
}

/**
 * One quick fix for every repair of every finding that touches `at`, then one that silences each rule; `only` as the
 * client asked.
 */
export function quickFixes(
  target: ActionTarget,
  { findings, saidByEditor }: Repairable,
  at: Range,
  only: readonly string[] | undefined,
  ignore: (finding: Finding) => Fix | undefined,
): CodeAction[] {
  if (!wants(only, CodeActionKind.QuickFix)) return [];
  const asked: Span = { start: target.positions.offsetAt(at.start), end: target.positions.offsetAt(at.end) };
  const touched = findings.filter((finding) => touches(finding.span, asked));
  const fixesOf = (finding: Finding): CodeAction[] =>
    (finding.fixes?.() ?? []).map((fix) => quickFix(target, finding, fix));
  // Without our diagnostic, which nobody was told of.
  const silent = saidByEditor
    .filter(({ span }) => touches(span, asked))
    .flatMap(fixesOf)
    .map(({ diagnostics: _diagnostics, ...action }): CodeAction => action);
  const repairs = [...touched.flatMap(fixesOf), ...silent];
  // One way to silence each rule, below all repairs.
  const silenceable = touched.filter(
    (finding, index) =>
      finding.rule !== 'config/unused-suppression' &&
      touched.findIndex((other) => other.rule === finding.rule) === index,
  );
  const silencing = silenceable.flatMap((finding) => {
    const fix = ignore(finding);
    return fix === undefined ? [] : [quickFix(target, finding, fix)];
  });
  return [...eachOnce(repairs), ...silencing];
}

/** What several findings offer alike ("Add all 3 missing sections") is one action, for all of them. */
function eachOnce(actions: readonly CodeAction[]): CodeAction[] {
  const byWork = new Map<string, CodeAction>();
  for (const action of actions) {
    const key = JSON.stringify([action.title, action.edit]);
    const same = byWork.get(key);
    const diagnostics = [...(same?.diagnostics ?? []), ...(action.diagnostics ?? [])];
    byWork.set(key, { ...(same ?? action), ...(diagnostics.length === 0 ? {} : { diagnostics }) });
  }
  return [...byWork.values()];
}

/** The kind under which a client may ask for all safe repairs at once. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.agentTailor`;

/**
 * All safe repairs of a document in one action, where there are any.
 * @param safeRepairs the edits that make them, worked out only where they are wanted
 */
export function fixAll(
  target: ActionTarget,
  safeRepairs: () => readonly TextEdit[],
  only: readonly string[] | undefined,
): CodeAction[] {
  if (only === undefined || !wants(only, fixAllKind)) return [];
  const edits = safeRepairs();
  if (edits.length === 0 || applyEdits(target.text, edits) === target.text) return [];
  const documentEdit: TextDocumentEdit = {
    textDocument: { uri: target.uri, version: target.version },
    edits: edits.map((edit) => plainEdit(edit, target.positions)),
  };
  return [
    {
      title: l10n.t('Apply all safe repairs of Agent Tailor'),
      kind: fixAllKind,
      edit: { documentChanges: [documentEdit] },
    },
  ];
}

function quickFix(target: ActionTarget, finding: Finding, fix: Fix): CodeAction {
  const changes: (CreateFile | TextDocumentEdit)[] = [];
  const fillsIn = target.snippetEdits && fix.edits.some((edit) => edit.placeholder !== undefined);
  if (fix.create !== undefined) {
    const start = { line: 0, character: 0 };
    changes.push(
      { kind: 'create', uri: fix.create.uri, options: { overwrite: false, ignoreIfExists: false } },
      {
        textDocument: { uri: fix.create.uri, version: null },
        edits: [LspTextEdit.insert(start, fix.create.content)],
      },
    );
  }
  if (fix.elsewhere !== undefined) {
    const positions = new LineIndex(fix.elsewhere.text);
    changes.push({
      textDocument: { uri: fix.elsewhere.uri, version: null },
      edits: fix.elsewhere.edits.map((edit) => plainEdit(edit, positions)),
    });
  }
  if (fix.edits.length > 0) {
    changes.push({
      textDocument: { uri: target.uri, version: target.version },
      edits: fix.edits.map((edit, index) =>
        fillsIn ? snippetEdit(edit, target.positions, index + 1) : plainEdit(edit, target.positions),
      ),
    });
  }
  const suggest = fillsIn ? target.suggestCommand : undefined;
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: toDiagnostics([finding], target.positions, target.shown),
    ...(fix.preferred === true ? { isPreferred: true } : {}),
    edit: { documentChanges: changes },
    ...(suggest === undefined ? {} : { command: { title: fix.title, command: suggest } }),
  };
}

function snippetEdit(edit: TextEdit, positions: PositionMap, tabStop: number): SnippetTextEdit {
  return {
    range: rangeOf(edit.span, positions),
    snippet: { kind: 'snippet', value: snippetOf(edit, tabStop) },
  };
}

function plainEdit(edit: TextEdit, positions: PositionMap): LspTextEdit {
  return { range: rangeOf(edit.span, positions), newText: edit.newText };
}

function rangeOf(span: Span, positions: PositionMap): Range {
  return { start: positions.positionAt(span.start), end: positions.positionAt(span.end) };
}

/** Kinds are hierarchical: who asks for `quickfix` gets `quickfix.x`. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
}
