import { parseXml, XmlElement as ParsedElement, XmlError, XmlNode } from '@rgrove/parse-xml';
import type { Report } from './detectTypes.ts';

/** An element of an XML document. */
export interface XmlElement {
  /** Without its namespace's prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text directly in it, trimmed. */
  readonly text: string;
  readonly children: readonly XmlElement[];
  /** Where its tag begins; UTF-16 offset. */
  readonly offset: number;
}

/** The root element of a build file; `undefined`, and said so, where the text is not well-formed. */
export function readXml(text: string, report: Report): XmlElement | undefined {
  try {
    const { root } = parseXml(text, { includeOffsets: true, ignoreUndefinedEntities: true });
    if (root !== null) return elementOf(root);
    report.broken('it is not well-formed XML');
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const line = /line (\d+)/.exec(error.message)?.[1];
    report.broken(`it is not well-formed XML${line === undefined ? '' : ` (line ${line})`}`);
  }
  return undefined;
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

function elementOf(element: ParsedElement): XmlElement {
  const children: XmlElement[] = [];
  let text = '';
  for (const child of element.children) {
    if (child instanceof ParsedElement) children.push(elementOf(child));
    else if (child.type === XmlNode.TYPE_TEXT || child.type === XmlNode.TYPE_CDATA) {
      text += 'text' in child ? child.text : '';
    }
  }
  const attributes = Object.fromEntries(
    Object.entries(element.attributes).map(([name, value]) => [localName(name), value]),
  );
  return { name: localName(element.name), attributes, text: text.trim(), children, offset: element.start };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
