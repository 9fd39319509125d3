import * as l10n from '@vscode/l10n';
import { modify } from 'jsonc-parser';
import type { AgentDocument } from '../analysis/agentDocument.ts';
import type { ProjectFile } from '../analysis/projectFile.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import { suppressInAgent, suppressInDocument } from '../rules/suppressions.ts';
import { uriPath } from '../workspace/uris.ts';

/** The config file that holds for a document; `text` is absent where there is none yet. */
export interface ConfigFile {
  readonly uri: string;
  readonly text: string | undefined;
  readonly folder: string;
}

/**
 * The way to silence a finding's rule in its file: by a comment that Claude Code never sees; where none can stand,
 * by an override in `agent-tailor.json`.
 */
export function ignoreFix(finding: Finding, document: AgentDocument | ProjectFile, config: ConfigFile): Fix {
  const title = l10n.t('Ignore {0} in this file', finding.rule);
  const edit =
    'file' in document
      ? suppressInAgent(document.text, document.file.frontmatter, finding.rule)
      : suppressInDocument(document.text, document.bodyStart, finding.rule);
  if (edit !== undefined) return { title, safe: false, edits: [edit] };
  const path = uriPath(document.uri).slice(uriPath(config.folder).length).replace(/^\//, '');
  const override = { files: [path], rules: { [finding.rule]: 'off' } };
  if (config.text === undefined) {
    const content = `${JSON.stringify({ overrides: [override] }, null, 2)}\n`;
    return { title, safe: false, edits: [], create: { uri: config.uri, content } };
  }
  const edits = modify(config.text, ['overrides', -1], override, {
    isArrayInsertion: true,
    formattingOptions: { insertSpaces: true, tabSize: 2 },
  }).map(({ offset, length, content }) => ({
    span: { start: offset, end: offset + length },
    newText: content,
  }));
  return { title, safe: false, edits: [], elsewhere: { uri: config.uri, text: config.text, edits } };
}
