import * as l10n from '@vscode/l10n';
import type { AgentFile } from '../../parse/agentFile.ts';
import { type HookProblem, hookProblems } from '../../parse/agentHooks.ts';
import type { YamlObject } from '../../parse/yamlNode.ts';
import { nodeAt } from '../../parse/yamlPath.ts';
import type { Span } from '../../text/span.ts';
import { retriedLines } from './retriedLines.ts';

/** Why hooks keep the agent from loading, at the first place that does. */
export function hooksReason(
  file: AgentFile,
  strayGuardEvent: (fields: YamlObject) => string | undefined,
): { readonly why: string; readonly span: Span } | undefined {
  const hooks = file.frontmatter.byKey.get('hooks');
  const { faults, changed } = retriedLines(file);
  const [cause] = faults;
  if (cause !== undefined && changed.has('hooks')) {
    return {
      why: l10n.t(
        'this is not YAML, and in the second reading, with quotes around the values, “hooks” is text',
      ),
      span: cause.span,
    };
  }
  const problem = hookProblems(hooks?.value).find(({ fatal }) => fatal);
  if (hooks !== undefined && problem !== undefined) {
    return { why: hookProblemText(problem), span: hookProblemSpan(hooks, problem) };
  }
  const { root } = file.frontmatter;
  const event = root?.kind === 'map' ? strayGuardEvent(root.value) : undefined;
  const field = event === undefined ? undefined : file.frontmatter.byKey.get(event);
  if (field === undefined) return undefined;
  return { why: l10n.t('“{0}” stands outside “hooks”', field.key), span: field.keySpan };
}

/** Where a problem is: the key that is wrong, else the value. */
export function hookProblemSpan(
  hooks: { readonly node: Parameters<typeof nodeAt>[0]; readonly keySpan: Span },
  problem: HookProblem,
): Span {
  const { node, entry } = nodeAt(hooks.node, problem.path);
  if (problem.kind === 'unknown-event' && entry !== undefined) return entry.keySpan;
  const span = node.span.end > node.span.start ? node.span : (entry?.keySpan ?? hooks.keySpan);
  // Of something over many lines, the first place is enough.
  if (node.kind === 'map' && !node.flow) return node.entries[0]?.keySpan ?? span;
  return node.kind === 'list' && !node.flow ? hooks.keySpan : span;
}

/** What is wrong, as a phrase for a message. */
export function hookProblemText(problem: HookProblem): string {
  switch (problem.kind) {
    case 'not-a-map':
      return l10n.t('“hooks” must be a map of events');
    case 'unknown-event':
      return l10n.t('there is no hook event “{0}”', problem.name ?? '');
    case 'matchers-not-a-list':
      return l10n.t('the hooks of “{0}” must be a list', String(problem.path[0]));
    case 'matcher-not-a-map':
      return l10n.t('an item of “{0}” must be a map with “hooks”', String(problem.path[0]));
    case 'matcher-not-text':
      return l10n.t('a hook’s “matcher” must be text');
    case 'hooks-not-a-list':
      return l10n.t('an item of “{0}” needs “hooks”, a list of handlers', String(problem.path[0]));
    case 'handler-not-a-map':
      return l10n.t('a hook handler must be a map');
    case 'no-type':
      return l10n.t('a hook handler has no “type”');
    case 'unknown-type':
      return l10n.t('there is no hook type “{0}”', problem.name ?? '');
    case 'missing-field':
      return l10n.t('a hook handler has no “{0}”', problem.name ?? '');
    default:
      return l10n.t('a hook handler’s “{0}” {1}', problem.name ?? '', expectation(problem));
  }
}

function expectation({ expected }: HookProblem): string {
  switch (expected) {
    case 'text':
      return l10n.t('must be text');
    case 'text-list':
      return l10n.t('must be a list of texts');
    case 'text-map':
    case 'map':
      return l10n.t('must be a map');
    case 'boolean':
      return l10n.t('must be true or false');
    case 'positive-number':
      return l10n.t('must be a number above 0');
    default:
      return l10n.t('must be one of {0}', expected?.join(', ') ?? '');
  }
}
