/** Makes a file of an adapted profile: what the author ships. */
import { type AgentFile, parseAgentFile } from '../parse/agentFile.ts';
import { contentState } from '../text/merge/fingerprints.ts';
import { textLines } from '../text/merge/textLines.ts';
import { type ExportNote, exportedLineKeys, exportNoteLine, readExportNote } from './exportNote.ts';
import { marked } from './generatedBlocks.ts';
import type { AdaptedProfile } from './profileTypes.ts';
import { renamedAgent } from './renameAgent.ts';

export interface ExportRequest {
  readonly source: { readonly uri: string; readonly text: string };
  readonly profile: AdaptedProfile;
  /** The file to write; that of the source where it is exported in place. */
  readonly targetUri: string;
  /** The project it was adapted to, where that is not the one in which the target lies. */
  readonly projectUri?: string;
  /** The project document's state. */
  readonly projectState: string;
  /** A new `name` for the frontmatter. */
  readonly name?: string;
}

export interface ExportedAgent {
  readonly text: string;
  /** The same without the note of where it came from. */
  readonly plainText: string;
  /** The file knows where it came from. One without frontmatter, or one that the note would make too large, does not. */
  readonly noted: boolean;
  readonly lines: { readonly before: number; readonly after: number };
  /** Characters / 3.5: an estimate, shown with "≈". The note, which Claude never reads, is not counted. */
  readonly tokens: { readonly before: number; readonly after: number };
}

/**
 * The profile as an agent file: no head, frontmatter to the letter but for the name that was asked for, and a note of
 * its source and the project document's state. It loads exactly when its source does.
 */
export function exportAgent(request: ExportRequest): ExportedAgent {
  const { source, profile, targetUri, name } = request;
  const original = withoutExportNotes(source.text, source.uri);
  const bare = withoutExportNotes(withoutHead(profile), source.uri);
  const plainText = name === undefined ? bare : (renamedAgent(bare, name) ?? bare);
  const isInPlace = source.uri === targetUri;
  const lines = exportedLineKeys(plainText);
  const note: ExportNote = {
    ...(isInPlace ? {} : { sourceUri: source.uri }),
    ...(request.projectUri === undefined ? {} : { projectUri: request.projectUri }),
    ...(name === undefined ? {} : { name }),
    sourceState: contentState(original),
    projectState: request.projectState,
    ...(lines === undefined ? {} : { lines }),
  };
  const noted = withExportNote(plainText, note, targetUri);
  return {
    text: noted ?? plainText,
    plainText,
    noted: noted !== undefined,
    ...sizesOf(original, plainText),
  };
}

/** How large an agent is, and what would be exported of it. */
export function exportedSize(
  source: ExportRequest['source'],
  profile: AdaptedProfile,
): Pick<ExportedAgent, 'lines' | 'tokens'> {
  return sizesOf(source.text, withoutHead(profile));
}

function sizesOf(before: string, after: string): Pick<ExportedAgent, 'lines' | 'tokens'> {
  return {
    lines: { before: textLines(before).length, after: textLines(after).length },
    tokens: { before: tokensOf(before), after: tokensOf(after) },
  };
}

/** The text with a note below its opening fence; `undefined` where none can stand. */
export function withExportNote(text: string, note: ExportNote, uri: string): string | undefined {
  const file = parseAgentFile(text);
  const { fence } = file.frontmatter;
  if (fence.state !== 'closed') return undefined;
  const before = text.slice(0, fence.yaml.start);
  if (!before.endsWith('\n')) return undefined;
  const lineEnd = before.endsWith('\r\n') ? '\r\n' : '\n';
  const noted = before + exportNoteLine(note, uri) + lineEnd + text.slice(fence.yaml.start);
  return readsAlike(file, parseAgentFile(noted)) ? noted : undefined;
}

/** The text without the notes of earlier exports. */
export function withoutExportNotes(text: string, uri: string): string {
  let result = text;
  for (;;) {
    const note = readExportNote(parseAgentFile(result).frontmatter, uri);
    if (note === undefined) return result;
    result = result.slice(0, note.line.start) + result.slice(note.line.end);
  }
}

/**
 * The profile's text without the generated block below the frontmatter. The project section stays, but names no lines
 * of the project document: those move with every edit, and the file does not follow.
 */
function withoutHead({ text, provenance }: AdaptedProfile): string {
  const lines = textLines(text);
  const lineIs = (index: number, marker: string): boolean =>
    provenance[index]?.from === 'generated' && lines[index]!.text === marker;
  const first = lines.findIndex((_, index) => lineIs(index, headMarkers[0]!));
  const last = lines.findIndex((_, index) => lineIs(index, headMarkers[1]!));
  return lines
    .map(({ start, end, text: line }, index) => {
      if (index >= first && index <= last) return '';
      const written = text.slice(start, end);
      const isQuoted = provenance[index]?.from === 'project';
      return isQuoted ? line.replace(/:\d+\)$/, ')') + written.slice(line.length) : written;
    })
    .join('');
}

const headMarkers = marked('head', []);

/** The verdict and every value are the same. */
function readsAlike(a: AgentFile, b: AgentFile): boolean {
  return (
    a.verdict.loads === b.verdict.loads &&
    a.frontmatter.fields.length === b.frontmatter.fields.length &&
    a.text.length - a.bodyStart === b.text.length - b.bodyStart
  );
}

function tokensOf(text: string): number {
  return Math.round(text.length / 3.5);
}
