import * as l10n from '@vscode/l10n';
import type { YamlEntry, YamlNode } from '../../parse/yamlNode.ts';
import type { Fix } from '../rule.ts';
import type { AgentRule } from './agentRule.ts';

/** A hook that is meant to run once, and does not. */
export const hookOnce: AgentRule = {
  id: 'agent/hook-once',
  severity: 'warning',
  reads: 'frontmatter',
  doc: {
    summary: '`once` in a hook of an agent.',
    why: 'It is ignored in an agent’s frontmatter: the hook runs every time.',
    examples: [
      {
        title: 'A hook that is meant to run once',
        text: '---\nname: reviewer\ndescription: Reviews changes\nhooks:\n  PostToolUse:\n    - hooks:\n        - type: command\n          command: lint\n          ⟦once⟧: true\n---\nReview the change.\n',
        fixed:
          '---\nname: reviewer\ndescription: Reviews changes\nhooks:\n  PostToolUse:\n    - hooks:\n        - type: command\n          command: lint\n---\nReview the change.\n',
      },
      {
        title: 'A hook that runs every time',
        text: '---\nname: reviewer\ndescription: Reviews changes\nhooks:\n  PostToolUse:\n    - hooks:\n        - {type: command, command: lint, once: false}\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    const { file } = subject;
    const hooks = file.frontmatter.byKey.get('hooks');
    // In a plugin's agent hooks do nothing at all.
    if (!file.verdict.loads || hooks === undefined || subject.isPlugin) return;
    for (const once of onceIn(hooks.node)) {
      report({
        message: l10n.t('“once” has no effect in an agent: the hook runs every time'),
        span: once.keySpan,
        fixes: () => withoutLine(subject.text, once),
      });
    }
  },
};

/** In events, their lists, and the lists of handlers in those. */
function onceIn(hooks: YamlNode): readonly YamlEntry[] {
  const matchers = entriesOf(hooks).flatMap(({ node }) => itemsOf(node));
  const handlers = matchers.flatMap((matcher) =>
    entriesOf(matcher).flatMap(({ key, node }) => (key === 'hooks' ? itemsOf(node) : [])),
  );
  return handlers.flatMap((handler) =>
    entriesOf(handler).filter(({ key, node }) => key === 'once' && node.value === true),
  );
}

function entriesOf(node: YamlNode): readonly YamlEntry[] {
  return node.kind === 'map' ? node.entries : [];
}

function itemsOf(node: YamlNode): readonly YamlNode[] {
  return node.kind === 'list' ? node.items : [];
}

/** Only where it has a line to itself: elsewhere something else would have to move. */
function withoutLine(text: string, { keySpan, node }: YamlEntry): readonly Fix[] {
  const start = text.lastIndexOf('\n', keySpan.start - 1) + 1;
  const feed = text.indexOf('\n', node.span.end);
  const isAlone =
    text.slice(start, keySpan.start).trim() === '' && text.slice(node.span.end, feed).trim() === '';
  if (!isAlone || feed < 0) return [];
  const edits = [{ span: { start, end: feed + 1 }, newText: '' }];
  return [{ title: l10n.t('Remove “{0}”', 'once'), safe: false, preferred: true, edits }];
}
