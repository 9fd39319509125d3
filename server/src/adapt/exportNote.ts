/**
 * The comment by which an exported agent knows where it came from: one line of its own in the frontmatter, where
 * Claude Code never sees it (in the body it would be part of the prompt).
 */
import type { Frontmatter } from '../parse/agentFile.ts';
import { lineKey, readLineKeys } from '../text/merge/fingerprints.ts';
import { textLines } from '../text/merge/textLines.ts';
import type { Span } from '../text/span.ts';
import { isBelow, parentUri, resolveUri, uriPath, withPath } from '../workspace/uris.ts';

export interface ExportNote {
  /** The agent that was exported; absent where that was the file itself. */
  readonly sourceUri?: string;
  /** The project it was adapted to, where that is not the exported file's own. */
  readonly projectUri?: string;
  /** The name that was asked for. */
  readonly name?: string;
  /** `contentState` of the source when it was exported. */
  readonly sourceState: string;
  /** The same of the whole project document. */
  readonly projectState: string;
  /**
   * The keys of the lines that were exported, this one left out: enough to tell later what the author changed, in a
   * copy as in an agent that was adapted in place. Absent where there were too many, or where somebody has edited the
   * comment.
   */
  readonly lines?: readonly string[];
}

/** A note with its place in the file (UTF-16 offsets), its line end included. */
export interface PlacedNote extends ExportNote {
  readonly line: Span;
  /** The comment alone. */
  readonly span: Span;
  readonly comment: string;
}

/** The note in an agent's frontmatter; the first of several. */
export function readExportNote({ fence, yaml }: Frontmatter, agentUri: string): PlacedNote | undefined {
  if (fence.state !== 'closed' || !yaml.includes(keyword)) return undefined;
  const match = noteLine.exec(yaml);
  if (match === null) return undefined;
  const parts = partsOf(match[1] ?? '');
  const folder = parentUri(agentUri);
  const uriOf = (path: string | undefined): string | undefined =>
    path === undefined || path === '' ? undefined : uriAt(folder, path);
  const sourceUri = uriOf(parts.get('from'));
  const projectUri = uriOf(parts.get('to'));
  const name = decoded(parts.get('name') ?? '');
  const written = parts.get('lines');
  const lines = written === undefined ? undefined : readLineKeys(written);
  const start = fence.yaml.start + match.index;
  const comment = match[0].replace(/[\r\n]+$/, '');
  return {
    ...(sourceUri === undefined ? {} : { sourceUri }),
    ...(projectUri === undefined ? {} : { projectUri }),
    ...(name === '' ? {} : { name }),
    sourceState: parts.get('source') ?? '',
    projectState: parts.get('project') ?? '',
    ...(lines === undefined || lines.length === 0 ? {} : { lines }),
    comment,
    span: { start, end: start + comment.length },
    line: { start, end: start + match[0].length },
  };
}

/**
 * The note as a line without its end. It never holds `---`, which would end the frontmatter.
 * @param agentUri the exported file, from which the note's paths count
 */
export function exportNoteLine(note: ExportNote, agentUri: string): string {
  const folder = parentUri(agentUri);
  const parts = [
    ...(note.sourceUri === undefined ? [] : [`from=${pathTo(folder, note.sourceUri)}`]),
    ...(note.projectUri === undefined ? [] : [`to=${pathTo(folder, note.projectUri)}`]),
    ...(note.name === undefined ? [] : [`name=${encoded(note.name)}`]),
    `source=${note.sourceState}`,
    `project=${note.projectState}`,
    ...(note.lines === undefined ? [] : [`lines=${note.lines.join('')}`]),
  ];
  return `# ${keyword} ${parts.join(' ')}`;
}

/** The keys of a text's lines, for a note; `undefined` where they would be too many. */
export function exportedLineKeys(text: string): string[] | undefined {
  const lines = textLines(text);
  return lines.length > mostLines ? undefined : lines.map((line) => lineKey(line.text));
}

/** A note of 5,000 lines has 25 KB; there is hardly an agent with a tenth of that. */
export const mostLines = 5000;

const keyword = 'agent-tailor-export';
const noteLine = /^#[ \t]*agent-tailor-export[ \t]([^\r\n]*)(?:\r\n|\r|\n)?/m;

function partsOf(text: string): Map<string, string> {
  const parts = new Map<string, string>();
  for (const part of text.split(/[ \t]+/)) {
    const at = part.indexOf('=');
    if (at > 0) parts.set(part.slice(0, at), part.slice(at + 1));
  }
  return parts;
}

/** The way from a folder to a place, encoded; the whole URI where no path leads there. */
function pathTo(folder: string, uri: string): string {
  if (withPath(uri, '/') !== withPath(folder, '/')) return encoded(uri);
  let up = '';
  let at = folder;
  while (!isBelow(uri, at) && parentUri(at) !== at) {
    up += '../';
    at = parentUri(at);
  }
  const below = uriPath(uri).slice(uriPath(at).length).replace(/^\//, '').split('/').map(encoded).join('/');
  const path = (up + below).replace(/\/$/, '');
  return path === '' ? '.' : path;
}

function uriAt(folder: string, path: string): string | undefined {
  const text = decoded(path);
  if (text === '') return undefined;
  return /^[a-z][a-z0-9+.-]+:/i.test(text) ? text : resolveUri(folder, text);
}

function encoded(text: string): string {
  // A half of a surrogate pair cannot be encoded.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(/--/g, '%2D%2D');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
