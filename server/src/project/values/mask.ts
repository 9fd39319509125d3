import { findTechnology } from '../../catalogue/lookup.ts';
import { technologyOfPackageName } from './packages.ts';

/**
 * A value's text with everything that is not its words made blank, length and offsets unchanged: emphasis, code
 * marks, link targets, addresses, comments, tags, and what is struck out. Commands and paths in code marks name
 * nothing and go too.
 */
export function maskMarkup(text: string): string {
  if (!/[*_`~<[\]\\|!:\n\r\t]/.test(text)) return text;
  return (
    text
      .replace(/<!--(?:(?!-->)[^])*(?:-->|$)/g, blank)
      .replace(/~~(?:(?!~~)[^])*~~/g, blank)
      .replace(/<(del|s|strike)(?: [^<>]*)?>(?:(?!<\/\1>)[^])*<\/\1>/gi, blank)
      .replace(/(?<!`)(`{1,3})([^`]*)\1(?!`)/g, (whole, marks: string, code: string) =>
        isNameInCode(code.trim()) ? blank(marks) + code + blank(marks) : blank(whole),
      )
      .replace(/!?\[([^[\]]*)\]\(([^()\s]*)(?:\s+"[^"]*")?\)/g, (whole, words: string) => {
        const before = whole.indexOf('[') + 1;
        return blank(whole.slice(0, before)) + words + blank(whole.slice(before + words.length));
      })
      .replace(/<br ?\/?>/gi, (tag) => `,${' '.repeat(tag.length - 1)}`)
      .replace(/<\/?(?:a|b|i|em|strong|code|sub|sup|kbd|span|u|small|mark)(?: [^<>]*)?>/gi, blank)
      .replace(/\b[a-z][a-z0-9+.-]{1,12}:\/\/[^\s)\]>,]*/gi, blank)
      // A backslash before # or + belongs to a name: `C\#`.
      .replace(/\*+|__+|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|[\r\n\t]|\\(?![#+])/gu, blank)
  );
}

function blank(part: string): string {
  return ' '.repeat(part.length);
}

/** `react` and `CI/CD` are names; `pnpm dev`, `src/app`, `compose.yaml` and `useQuery()` are not. */
function isNameInCode(code: string): boolean {
  if (code.length > 60) return false;
  if (findTechnology(code) !== undefined || technologyOfPackageName(code) !== undefined) return true;
  const unversioned = code.replace(/[@\s]v?[\d.x+^~]+$/, '');
  if (unversioned !== code) return findTechnology(unversioned) !== undefined;
  return code.includes(',') || /^[\p{L}\p{N}.#+_-]+$/u.test(code);
}
