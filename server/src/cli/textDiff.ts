/** What changes in a text, for a person at a terminal. */
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** A unified diff; empty where nothing changes. */
export function textDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const options = { context: 3, stripTrailingCr: true, headerOptions: FILE_HEADERS_ONLY };
  return shown(createTwoFilesPatch(path, path, before, after, undefined, undefined, options));
}

/** A stranger's text without what a terminal would take for more than text. */
export function shown(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what it is about
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\uFFFD');
}
