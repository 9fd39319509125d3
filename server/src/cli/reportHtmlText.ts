/** Pieces of the report's page. */
import type { Place } from '../features/coverage/coverage.ts';
import { statusSigns } from '../features/coverage/statusSigns.ts';
import type { AnswerStatus } from '../project/factTypes.ts';
import { pathOf } from './workspace.ts';

/** A text of a file as text of the page, in an attribute too. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}

/** A state's sign; beside it, or in the label around it, it is always said in words as well. */
export function signHtml(kind: AnswerStatus | 'unknown'): string {
  const sign = kind === 'unknown' ? '?' : statusSigns[kind];
  return `<span class="sign ${kind}" aria-hidden="true">${sign}</span>`;
}

export function placeHtml({ uri, line }: Place): string {
  return pathHtml(`${pathOf(uri)}:${line + 1}`);
}

export function pathHtml(path: string): string {
  return `<span class="path">${escaped(path)}</span>`;
}

export function number(value: number): string {
  return value.toLocaleString('en');
}
