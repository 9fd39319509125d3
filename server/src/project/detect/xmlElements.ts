/** An element of an XML document. */
export interface XmlElement {
  /** Without its namespace's prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text directly in it, trimmed; entities stay as written: no build file has one that matters here. */
  text: string;
  readonly children: XmlElement[];
  /** Where its tag begins; UTF-16 offset. */
  readonly offset: number;
}

/**
 * The root element of a build file, or `undefined` where the text is not well-formed. Elements, attributes and
 * text only: no document types, so nothing expands. One pass. (A full reader weighs 60 KB and gives no offsets.)
 */
export function readXml(text: string): XmlElement | undefined {
  const top: XmlElement = { name: '', attributes: {}, text: '', children: [], offset: 0 };
  const open: XmlElement[] = [top];
  let at = text.indexOf('<');
  let last = at;
  while (at >= 0) {
    const parent = open.at(-1)!;
    parent.text += text.slice(last, at).trim();
    const end = endOfMarkup(text, at);
    if (end === undefined) return undefined;
    if (text.startsWith('<![CDATA[', at)) parent.text += text.slice(at + 9, end - 3);
    else if (text.startsWith('</', at)) {
      const name = localName(text.slice(at + 2, end - 1).trim());
      if (open.length < 2 || open.pop()!.name !== name) return undefined;
    } else if (!/[!?]/.test(text[at + 1] ?? '')) {
      const tag = text.slice(at + 1, text[end - 2] === '/' ? end - 2 : end - 1);
      const name = /^[^\s/>=]+/.exec(tag)?.[0];
      if (name === undefined || open.length > deepest) return undefined;
      const element: XmlElement = {
        name: localName(name),
        attributes: attributesOf(tag.slice(name.length)),
        text: '',
        children: [],
        offset: at,
      };
      parent.children.push(element);
      if (text[end - 2] !== '/') open.push(element);
    }
    last = end;
    at = text.indexOf('<', end);
  }
  return open.length === 1 ? top.children[0] : undefined;
}

/** The children with a name, of all the children with the names before it. */
export function childrenAt(element: XmlElement, ...path: readonly string[]): XmlElement[] {
  let found = [element];
  for (const name of path) {
    found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  }
  return found;
}

/** The text of the first child with a name. */
export function textAt(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text ?? '';
}

const deepest = 200;

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Behind the tag, comment or other markup that begins at `at`; `>` in a quoted attribute does not end a tag. */
function endOfMarkup(text: string, at: number): number | undefined {
  for (const [start, close] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ] as const) {
    if (!text.startsWith(start, at)) continue;
    const end = text.indexOf(close, at + start.length);
    return end < 0 ? undefined : end + close.length;
  }
  let quote = '';
  for (let i = at + 1; i < text.length; i++) {
    const character = text[i]!;
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return i + 1;
    else if (character === '<') return undefined;
  }
  return undefined;
}

function attributesOf(tag: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of tag.matchAll(/([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes[localName(name!)] = double ?? single ?? '';
  }
  return attributes;
}
