import * as l10n from '@vscode/l10n';
import { modify, parse } from 'jsonc-parser';
import type { AgentDocument } from '../analysis/agentDocument.ts';
import type { ProjectFile } from '../analysis/projectFile.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import { suppressInAgent, suppressInDocument } from '../rules/suppressions.ts';
import type { TextEdit } from '../text/textEdit.ts';
import { uriPath } from '../workspace/uris.ts';

/** The config file that holds for a document; `text` is absent where there is none yet. */
export interface ConfigFile {
  readonly uri: string;
  readonly text: string | undefined;
  readonly folder: string;
}

/**
 * The way to silence a finding's rule in its file: by a comment that Claude Code never sees; where none can stand,
 * by an override in `agent-tailor.json`. `undefined` where that file has no place for one.
 */
export function ignoreFix(
  finding: Finding,
  document: AgentDocument | ProjectFile,
  config: ConfigFile,
): Fix | undefined {
  const title = l10n.t('Ignore {0} in this file', finding.rule);
  const edit =
    'file' in document
      ? suppressInAgent(document.text, document.file.frontmatter, finding.rule)
      : suppressInDocument(document.text, document.bodyStart, finding.rule);
  if (edit !== undefined) return { title, safe: false, edits: [edit] };
  const override = { files: [patternOf(document.uri, config.folder)], rules: { [finding.rule]: 'off' } };
  if (config.text === undefined) {
    const content = `${JSON.stringify({ overrides: [override] }, null, 2)}\n`;
    return { title, safe: false, edits: [], create: { uri: config.uri, content } };
  }
  const edits = withOverride(config.text, override);
  if (edits === undefined) return undefined;
  return { title, safe: false, edits: [], elsewhere: { uri: config.uri, text: config.text, edits } };
}

/** A glob that matches this file and no other: from the config's folder, nothing in its name a sign of globs. */
function patternOf(uri: string, folder: string): string {
  const path = uriPath(uri).slice(uriPath(folder).length).replace(/^\//, '');
  return `./${path.replace(/[[\]{}()*?!+@|\\]/g, '\\$&')}`;
}

/** `undefined` where "overrides" is no list, or the whole is no map. */
function withOverride(text: string, override: object): TextEdit[] | undefined {
  const config: unknown = parse(text.replace(/^\uFEFF/, ''), [], { allowTrailingComma: true });
  const isMap = typeof config === 'object' && config !== null && !Array.isArray(config);
  const given: unknown = isMap ? (config as Readonly<Record<string, unknown>>)['overrides'] : null;
  if (given !== undefined && !Array.isArray(given)) return undefined;
  return modify(text, ['overrides', -1], override, {
    isArrayInsertion: true,
    formattingOptions: { insertSpaces: true, tabSize: 2 },
  }).map(({ offset, length, content }) => ({
    span: { start: offset, end: offset + length },
    newText: content,
  }));
}
