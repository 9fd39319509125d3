import * as l10n from '@vscode/l10n';
import { type AgentField, readFrontmatter } from '../../parse/agentFile.ts';
import { rulePaths, splitPatterns } from '../../parse/rulesFile.ts';
import type { YamlValue } from '../../parse/yamlNode.ts';
import { projectFileKind } from '../../workspace/selection.ts';
import type { Span } from '../../text/span.ts';
import { type TextEdit, applyEdits } from '../../text/textEdit.ts';
import type { TextSubject } from '../subjects.ts';
import type { Fix, Report, Rule } from '../rule.ts';

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
        title: 'A list that Claude Code reads as text on its second try, brackets and all',
        path: '.claude/rules/api.md',
        text: '---\npaths: ⟦[**/*.ts, src/**]⟧\n---\nValidate every request.\n',
        fixed: '---\npaths: ["**/*.ts", "src/**"]\n---\nValidate every request.\n',
      },
      {
        title: 'A comment that becomes part of the pattern',
        path: '.claude/rules/api.md',
        text: '---\npaths: ⟦**/*.ts # TypeScript⟧\n---\nValidate every request.\n',
        fixed: '---\npaths: "**/*.ts" # TypeScript\n---\nValidate every request.\n',
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
    const { byKey, fields, fence, yaml, error, retryError } = readFrontmatter(text);
    if (fence.state !== 'closed') return;
    const paths = byKey.get('paths');
    if (rulePaths(text) !== undefined) {
      if (paths !== undefined) checkPatterns(text, paths, report);
      return;
    }
    if (error !== undefined && retryError !== undefined) {
      checkUnread(text, yaml, fence.yaml.start, report);
      return;
    }
    if (paths !== undefined) {
      if (!isPatterns(paths.value))
        report({
          message: l10n.t('"paths" names no file here: the rule holds for all files, always'),
          span: paths.keySpan,
        });
      return;
    }
    if (byKey.get('alwaysApply')?.value === true) return;
    const field = fields.find(({ key }) => otherKey.test(key));
    if (field === undefined || !namesFiles(field.value)) return;
    report({
      message: unknownKey(field.key),
      span: field.keySpan,
      fixes: () => thatHold(text, [renamed(field.key, [rename(field.keySpan)])]),
    });
  },
};

/** What other products, and slips of the pen, call it. */
const otherKey = /^(?:globs?|applyTo|paths?)$/i;

function unknownKey(key: string): string {
  return l10n.t(
    'Claude Code does not know "{0}": this rule holds for all files, always. "paths" says for which it does',
    key,
  );
}

/** Frontmatter that Claude Code cannot read, on its second try either. */
function checkUnread(text: string, yaml: string, start: number, report: Report): void {
  const key = keyAt(yaml, start, /(?:^|[\r\n])(paths)(?=[ \t]*:)/);
  const quoted = quotedPatterns(yaml, start);
  if (key !== undefined) {
    report({
      message:
        quoted.length > 0
          ? l10n.t(
              'Claude Code cannot read this YAML, for a pattern begins with a sign that needs quotes: the rule holds for all files, always',
            )
          : l10n.t('Claude Code cannot read this YAML: the rule holds for all files, always'),
      span: key,
      fixes: () =>
        thatHold(text, [{ title: l10n.t('Put the patterns in quotes'), safe: false, edits: quoted }]),
    });
    return;
  }
  const other = keyAt(yaml, start, /(?:^|[\r\n])(globs?|applyTo|paths?)(?=[ \t]*:(?!\s*["']?\*\*["']?\s))/i);
  if (other === undefined || /(?:^|[\r\n])alwaysApply[ \t]*:[ \t]*true/.test(yaml)) return;
  const written = text.slice(other.start, other.end);
  report({
    message: unknownKey(written),
    span: other,
    fixes: () => thatHold(text, [renamed(written, [rename(other), ...quoted])]),
  });
}

/** Patterns that are not what is written: YAML, or Claude Code's second try, took a list or a comment for text. */
function checkPatterns(text: string, { value, valueSpan }: AgentField, report: Report): void {
  if (typeof value !== 'string') return;
  const written = text.slice(valueSpan.start, valueSpan.end).trimEnd();
  const span = { start: valueSpan.start, end: valueSpan.start + written.length };
  const list = textOfList.exec(value.trim())?.[1];
  if (list !== undefined) {
    const items = splitPatterns(list).map((item) => JSON.stringify(item.replace(/^(["'])(.*)\1$/, '$2')));
    const newText = `[${items.join(', ')}]`;
    report({
      message: l10n.t('Claude Code takes this list for text: its brackets become part of the patterns'),
      span,
      fixes: () =>
        thatHold(text, [
          { title: l10n.t('Change to “{0}”', newText), safe: false, edits: [{ span, newText }] },
        ]),
    });
    return;
  }
  const comment = /^([^"'].*?)([ \t]+#.*)$/.exec(written);
  if (comment === null || !value.includes(' #')) return;
  const pattern = { start: span.start, end: span.start + comment[1]!.length };
  report({
    message: l10n.t('Claude Code takes what follows the “#” for a part of the pattern here'),
    span,
    fixes: () =>
      thatHold(text, [
        {
          title: l10n.t('Put the patterns in quotes'),
          safe: false,
          edits: [{ span: pattern, newText: JSON.stringify(comment[1]!) }],
        },
      ]),
  });
}

/** A list in brackets, the closing one of which may be missing; with a comment behind it. `[id]/**` is none. */
const textOfList = /^\[(?=[^[\]]*[,/*"'])([^[\]]*?)(?:\](?=\s+#|$)|(?:\s#[^[\]]{0,400})?$)/;

type Candidate = Omit<Fix, 'preferred'>;

/** Those after which the rule holds for the files that it names, and has no such fault any more. */
function thatHold(text: string, candidates: readonly Candidate[]): Fix[] {
  return candidates.flatMap((fix): Fix[] => {
    if (fix.edits.length === 0) return [];
    const after = applyEdits(text, fix.edits);
    const paths = readFrontmatter(after).byKey.get('paths');
    if (rulePaths(after) === undefined || paths === undefined) return [];
    let isSpoilt = false;
    checkPatterns(after, paths, () => (isSpoilt = true));
    return isSpoilt ? [] : [{ ...fix, preferred: true }];
  });
}

function renamed(key: string, edits: readonly TextEdit[]): Candidate {
  return { title: l10n.t('Change "{0}" to "paths"', key), safe: false, edits };
}

function rename(span: Span): TextEdit {
  return { span, newText: 'paths' };
}

/** The key in YAML that cannot be read, at the margin. */
function keyAt(yaml: string, at: number, key: RegExp): Span | undefined {
  const found = key.exec(yaml);
  if (found === null) return undefined;
  const end = at + found.index + found[0].length;
  return { start: end - found[1]!.length, end };
}

/** Quotes around each pattern that YAML takes for something else. */
function quotedPatterns(yaml: string, at: number): TextEdit[] {
  return [...yaml.matchAll(barePattern)].flatMap((match) => {
    const start = at + match.index + match[1]!.length;
    const end = start + match[2]!.length;
    return [
      { span: { start, end: start }, newText: '"' },
      { span: { start: end, end }, newText: '"' },
    ];
  });
}

const barePattern =
  /^((?:paths?|globs?|applyTo):[ \t]+|[ \t]*-[ \t]+)([*!&%@][^"'\s#]*(?:,[ \t]*[^"'\s#,]+)*)(?=[ \t]*\r?$)/gim;

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
