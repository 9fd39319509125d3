import * as l10n from '@vscode/l10n';
import { type AgentField, readFrontmatter } from '../../parse/agentFile.ts';
import { rulePaths } from '../../parse/rulesFile.ts';
import type { YamlValue } from '../../parse/yamlNode.ts';
import { projectFileKind } from '../../workspace/selection.ts';
import type { Span } from '../../text/span.ts';
import type { TextSubject } from '../subjects.ts';
import type { Fix, Rule } from '../rule.ts';

/** A rules file that says which files it is for in a way that Claude Code does not read. */
export const ruleWithoutPaths: Rule<TextSubject> = {
  id: 'project/rule-without-paths',
  severity: 'warning',
  doc: {
    summary:
      'A file in `.claude/rules` that says which files it is for in a way that Claude Code does not read.',
    why: '`globs` is Cursor’s field and `applyTo` GitHub Copilot’s; Claude Code knows `paths` alone. With the others, and with YAML that it cannot read, the rule holds always, and is loaded into every session.',
    examples: [
      {
        title: 'Cursor’s field',
        path: '.claude/rules/api.md',
        text: '---\n⟦globs⟧: "src/api/**"\n---\nValidate every request.\n',
        fixed: '---\npaths: "src/api/**"\n---\nValidate every request.\n',
      },
      {
        title: 'Copilot’s field',
        path: '.claude/rules/api.md',
        text: '---\n⟦applyTo⟧: "**/*.ts"\n---\nValidate every request.\n',
      },
      {
        title: 'A pattern that YAML takes for an alias',
        path: '.claude/rules/api.md',
        text: '---\n⟦paths⟧:\n  - **/*.ts\n  - src/**\n---\nValidate every request.\n',
        fixed: '---\npaths:\n  - "**/*.ts"\n  - src/**\n---\nValidate every request.\n',
      },
      {
        title: 'The same, which Claude Code reads on its second try',
        path: '.claude/rules/api.md',
        text: '---\npaths: **/*.ts\n---\nValidate every request.\n',
      },
      {
        title: 'Claude Code’s field, and rules that are to hold always',
        path: '.claude/rules/api.md',
        text: '---\npaths: "src/api/**"\nglobs: "src/api/**"\n---\nValidate every request.\n',
      },
      {
        title: 'A rule that is to hold always',
        path: '.claude/rules/style.md',
        text: '---\nglobs: "**"\nalwaysApply: true\n---\nShort functions.\n',
      },
    ],
  },
  check({ uri, text }, report) {
    if (projectFileKind(uri) !== 'rules' || !text.includes('---')) return;
    if (rulePaths(text) !== undefined) return;
    const { byKey, fields, fence, yaml, error, retryError } = readFrontmatter(text);
    if (fence.state !== 'closed') return;
    if (error !== undefined && retryError !== undefined) {
      const key = pathsKey(yaml, fence.yaml.start);
      if (key === undefined) return;
      report({
        message:
          quotedPatterns(yaml, 0).length > 0
            ? l10n.t(
                'Claude Code cannot read this YAML, for a pattern begins with a sign that needs quotes: the rule holds for all files, always',
              )
            : l10n.t('Claude Code cannot read this YAML: the rule holds for all files, always'),
        span: key,
        fixes: () => quotedPatterns(yaml, fence.yaml.start),
      });
      return;
    }
    const paths = byKey.get('paths');
    if (paths !== undefined) {
      if (!isPatterns(paths.value))
        report({
          message: l10n.t('"paths" names no file here: the rule holds for all files, always'),
          span: paths.keySpan,
        });
      return;
    }
    if (byKey.get('alwaysApply')?.value === true) return;
    const field = fields.find(({ key }) => key === 'globs' || key === 'applyTo');
    if (field === undefined || !namesFiles(field.value)) return;
    report({
      message: l10n.t(
        'Claude Code does not know "{0}": this rule holds for all files, always. "paths" says for which it does',
        field.key,
      ),
      span: field.keySpan,
      fixes: () => [renameField(field)],
    });
  },
};

/** The key in YAML that cannot be read, at the margin. */
function pathsKey(yaml: string, at: number): Span | undefined {
  const found = /(?:^|[\r\n])paths(?=[ \t]*:)/.exec(yaml);
  if (found === null) return undefined;
  const end = at + found.index + found[0].length;
  return { start: end - 'paths'.length, end };
}

/** Quotes around each pattern that YAML takes for something else. */
function quotedPatterns(yaml: string, at: number): Fix[] {
  const edits = [...yaml.matchAll(bareNamePattern)].flatMap((match) => {
    const start = at + match.index + match[1]!.length;
    const end = start + match[2]!.length;
    return [
      { span: { start, end: start }, newText: '"' },
      { span: { start: end, end }, newText: '"' },
    ];
  });
  if (edits.length === 0) return [];
  return [{ title: l10n.t('Put the patterns in quotes'), safe: false, preferred: true, edits }];
}

const bareNamePattern = /^(paths:[ \t]+|[ \t]*-[ \t]+)([*!&%@][^"'\s#]*)(?=[ \t]*\r?$)/gm;

function renameField({ key, keySpan }: AgentField): Fix {
  return {
    title: l10n.t('Change "{0}" to "paths"', key),
    safe: false,
    preferred: true,
    edits: [{ span: keySpan, newText: 'paths' }],
  };
}

/** A text or texts, whatever they name. */
function isPatterns(value: YamlValue): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  return Array.isArray(value) && value.some((item: YamlValue) => isPatterns(item));
}

/** `**` and nothing are all files. */
function namesFiles(value: YamlValue): boolean {
  if (typeof value === 'string')
    return value.split(',').some((part) => !/^\s*\/?(?:\*\*)?(?:\/\*\*?)?\s*$/.test(part));
  return Array.isArray(value) && value.some((item: YamlValue) => namesFiles(item));
}
