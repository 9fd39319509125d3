/** Where facts and sections stand, and links there for hovers. */
import type { Location } from 'vscode-languageserver-types';
import type { Project } from '../../analysis/project.ts';
import type { DeclaredValue } from '../../project/factTypes.ts';
import type { Position } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import { baseName } from '../../workspace/uris.ts';

/** Where a declared value stands; `undefined` where its file is not part of the document any more. */
export function locationOfValue({ uri, span }: DeclaredValue, project: Project): Location | undefined {
  return locationIn(uri, span, project);
}

/** A span of one of the project document's files. */
export function locationIn(uri: string, { start, end }: Span, project: Project): Location | undefined {
  const positions = project.sources.find((source) => source.uri === uri)?.positions;
  if (positions === undefined) return undefined;
  return { uri, range: { start: positions.positionAt(start), end: positions.positionAt(end) } };
}

/** The start of a line. */
export function locationOfLine(uri: string, line: number): Location {
  const at: Position = { line, character: 0 };
  return { uri, range: { start: at, end: at } };
}

/** `[CLAUDE.md:31](…)`; in the model's spelling a URI has no brackets. */
export function linkTo(location: Location): string {
  return `[${escaped(nameOf(location))}](${location.uri}#L${location.range.start.line + 1})`;
}

/** `CLAUDE.md:31` */
export function nameOf({ uri, range }: Location): string {
  return `${baseName(uri)}:${range.start.line + 1}`;
}

/** A text of a file as plain words in Markdown. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#!|~&]/g, '\\$&').replace(/\s+/g, ' ');
}
