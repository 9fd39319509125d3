import { technologiesIn } from '../../catalogue/lookup.ts';
import type { Technology } from '../../catalogue/types.ts';
import type { MarkdownTree } from '../../parse/markdown.ts';
import { isStore } from '../../project/detect/doubt.ts';
import type { DeclaredValue, FactSource } from '../../project/factTypes.ts';
import { isWrittenAsName } from '../../project/values/untied.ts';

/**
 * Whether what a place says may well be what the manifests show, in words that nobody can compare with them: a name
 * that the catalogue does not know (`Tembo`, which runs PostgreSQL), a cloud in place of its database, or a reference
 * to another file.
 * @param values what the place declares
 * @param text the place's own text
 */
export function saysUnknown(values: readonly DeclaredValue[], text: string, isDatabase: boolean): boolean {
  const known = values.flatMap(({ technology }) => technology ?? []);
  if (values.some((value) => value.technology === undefined && isWrittenAsName(value.text))) return true;
  if (isDatabase && known.some(({ kind }) => hosts.has(kind)) && !known.some(isStore)) return true;
  return known.length === 0 && elsewhere.test(text);
}

const hosts: ReadonlySet<Technology['kind']> = new Set(['cloud', 'platform']);

/** `see docs/db.md`, `[there](…)`, `@docs/db.md` */
const elsewhere = /\b(?:see|siehe|voir|véase|zob)\b|\]\(|\.md\b|(?:^|\s)@\S|\w\/\w/i;

/** What a document names anywhere outside blocks of code: in a section of its own, in a sentence, even to warn of it. */
export function namedIn(sources: readonly FactSource[]): { readonly technology: Technology }[] {
  return sources.flatMap(({ body }) => body.once(namesOutsideCode));
}

function namesOutsideCode({ text }: MarkdownTree): { readonly technology: Technology }[] {
  return technologiesIn(text.replace(fenced, '')).map(({ item }) => ({ technology: item }));
}

const fenced = /^[ \t]*(```+|~~~+)[^]*?^[ \t]*\1/gm;
