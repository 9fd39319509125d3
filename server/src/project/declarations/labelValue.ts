import { isEverydayKey } from '../../catalogue/generalWords.ts';
import { isWordName } from '../../catalogue/lookup.ts';
import { normalizedName } from '../../catalogue/names.ts';
import { technologyCovers } from '../../catalogue/relations.ts';
import type { Technology, TechnologyKind } from '../../catalogue/types.ts';
import type { Statement } from './block.ts';
import { isNone } from '../placeholders.ts';
import type { ReadValue } from '../values/values.ts';

/** A label that names a technology, and what stands behind it. */
interface NamingLabel {
  readonly label: string;
  readonly technology: Technology;
  readonly doubt: Statement['doubt'];
  readonly text: string;
  readonly beside: readonly ReadValue[];
}

/**
 * Whether a label that names a technology is a value itself (`**Node.js**: v22 or later`, `**Go** – the services`) and
 * not only the word for what follows (`**Bundler**: Turbopack`, `**Shell**: zsh`).
 */
export function labelIsValue({ label, technology, doubt, text, beside }: NamingLabel): boolean {
  // `Slack: #tech` is where the team talks.
  if (isNone(text) || /^`?#\p{L}/u.test(text)) return false;
  if (!isWordName(technology, label) || doubt === 'dash') return true;
  if (text === '' && beside.length === 0) return true;
  const isGround = groundKinds.has(technology.kind);
  const isOwnName = normalizedName(label) === normalizedName(technology.name);
  if (leadingVersion(text) !== undefined && (isGround || isOwnName)) return true;
  const others = valuesBesideLabel(text, beside, doubt).flatMap((value) => value.technology ?? []);
  if (others.length > 0) return others.some((other) => technologyCovers(technology, other) !== undefined);
  const isDescribed = isGround || /\p{L}\s+\p{L}/u.test(text);
  return isDescribed && !isEverydayKey(label.toLowerCase());
}

/**
 * The values in the text behind such a label: names in a list of names. A description ("Git hooks", "Toolkit for
 * SQL") names what the label is about.
 */
export function valuesBesideLabel(
  text: string,
  values: readonly ReadValue[],
  doubt: Statement['doubt'],
): ReadValue[] {
  const named = values.filter((value) => value.technology !== undefined);
  if (doubt !== undefined || named.length === 0) return [];
  if (named.length > 1 && /[,;/+|]/.test(text)) return named;
  const rest = named.reduce((left, { span }) => left.slice(0, span.start) + left.slice(span.end), text);
  return named.length === 1 && !/\p{L}{2}/u.test(rest) ? named : [];
}

/** The version that a text begins with. */
export function leadingVersion(text: string): string | undefined {
  return /^[\s`*(]*(?:version |[<>=≥^~]{1,2} ?)?v?(\d+(?:\.\d+){0,3}(?:\.x)?\+?)(?![\w%])/i.exec(
    text.slice(0, 40),
  )?.[1];
}

const groundKinds: ReadonlySet<TechnologyKind> = new Set<TechnologyKind>([
  'language',
  'runtime',
  'framework',
]);
