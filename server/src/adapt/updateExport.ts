/** Brings what an exported agent's source and project have become into it; what its author wrote there stays. */
import { lineKey } from '../text/merge/fingerprints.ts';
import { nextBase } from '../text/merge/mergeLines.ts';
import { type MergedText, mergeTexts } from '../text/merge/mergeTexts.ts';
import { textLines } from '../text/merge/textLines.ts';
import { lineEndOf } from '../text/lineIndex.ts';
import { applyEdits, type TextEdit } from '../text/textEdit.ts';
import { baseName } from '../workspace/uris.ts';
import type { ExportedAgent } from './exportAgent.ts';
import { type ExportNote, exportNoteLine, mostLines, type PlacedNote } from './exportNote.ts';
import type { AdaptedProfile } from './profileTypes.ts';

export interface ExportUpdateRequest {
  /** The exported agent's file as it is now. */
  readonly agent: { readonly uri: string; readonly text: string };
  readonly note: PlacedNote;
  /** Its source exported anew: another file, or the exported agent itself. */
  readonly exported: ExportedAgent;
  /** `undefined` where the file is its own source. */
  readonly sourceUri: string | undefined;
  readonly sourceState: string;
  readonly projectState: string;
  /** Where the changes come from, for conflict markers. */
  readonly theirsName: string;
}

/**
 * The three-way merge of what was exported then (the base, as far as the note knows it), the file as it is now, and
 * what would be exported now; with a new note of what the file follows from here on.
 */
export function updatedExport(request: ExportUpdateRequest): MergedText {
  const { agent, note, exported, sourceUri, theirsName } = request;
  const ours = withoutSpan(agent.text, note.line);
  const descent = sourceUri === undefined ? 'from-ours' : 'from-base';
  const merged = mergeTexts(note.lines, ours, exported.plainText, {
    oursName: baseName(agent.uri),
    theirsName,
    keyOf: lineKey,
    descent,
  });
  const theirs = keysOf(exported.plainText);
  const lines =
    note.lines === undefined || descent === 'from-base' ? theirs : nextBase(note.lines, keysOf(ours), theirs);
  return withNote(agent, note, newNote(request, lines), merged);
}

/**
 * The profile of an agent that was adapted in place before, in which lists that its author edited since keep the
 * author's order: to put the declared first is the exporter's business, and no reason to dispute a line.
 */
export function keepingOwnOrder(
  profile: AdaptedProfile,
  agent: ExportUpdateRequest['agent'],
  { lines }: PlacedNote,
): AdaptedProfile {
  if (lines === undefined || profile.provenance.every(({ from }) => from !== 'reordered')) return profile;
  const exported = new Set(lines);
  const given = textLines(agent.text);
  const text = textLines(profile.text).map(({ start, end }, index) => {
    const { from, source } = profile.provenance[index]!;
    const own = from === 'reordered' ? given[source!.line] : undefined;
    return own === undefined || exported.has(lineKey(own.text))
      ? profile.text.slice(start, end)
      : agent.text.slice(own.start, own.end);
  });
  return { ...profile, text: text.join('') };
}

function newNote(
  { agent, note, sourceUri, sourceState, projectState }: ExportUpdateRequest,
  lines: readonly string[],
): string {
  const written: ExportNote = {
    ...(sourceUri === undefined ? {} : { sourceUri }),
    ...(note.projectUri === undefined ? {} : { projectUri: note.projectUri }),
    ...(note.name === undefined ? {} : { name: note.name }),
    sourceState,
    projectState,
    ...(lines.length > mostLines ? {} : { lines }),
  };
  return exportNoteLine(written, agent.uri);
}

function keysOf(text: string): string[] {
  return textLines(text).map((line) => lineKey(line.text));
}

function withoutSpan(text: string, { start, end }: PlacedNote['line']): string {
  return text.slice(0, start) + text.slice(end);
}

/** The merge as edits of the whole file, in which the note stands where it stood, up to date. */
function withNote(
  agent: ExportUpdateRequest['agent'],
  note: PlacedNote,
  written: string,
  merged: MergedText,
): MergedText {
  const { line } = note;
  const length = line.end - line.start;
  const lineEnd = lineEndOf(agent.text);
  const isAround = merged.edits.some(({ span }) => span.start < line.start && span.end > line.start);
  if (isAround) {
    const at = merged.text.indexOf('\n') + 1;
    const text = merged.text.slice(0, at) + written + lineEnd + merged.text.slice(at);
    return { ...merged, text, edits: [{ span: { start: 0, end: agent.text.length }, newText: text }] };
  }
  const placed = (offset: number): number => (offset < line.start ? offset : offset + length);
  const edits: TextEdit[] = merged.edits.map((edit) => {
    const isAbove = edit.span.end <= line.start && edit.span.start < line.start;
    return isAbove ? edit : { ...edit, span: { start: placed(edit.span.start), end: placed(edit.span.end) } };
  });
  edits.push({ span: note.span, newText: written });
  edits.sort((a, b) => a.span.start - b.span.start);
  return { text: applyEdits(agent.text, edits), edits, conflicts: merged.conflicts };
}
