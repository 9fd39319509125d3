/** What is wrong with the values in a server's configuration, whatever kind of server it is. */
import * as l10n from '@vscode/l10n';
import { isMcpServerType, mcpServerTypes } from '../../catalogue/mcpConfiguration.ts';
import type { YamlEntry, YamlMap, YamlNode } from '../../parse/yamlNode.ts';
import type { Span } from '../../text/span.ts';
import type { Fix } from '../rule.ts';
import { nearest } from './nearest.ts';
import { respelt } from './respelt.ts';

export interface ShapeProblem {
  readonly why: string;
  readonly span: Span;
  readonly fixes: readonly Fix[];
}

/** The first value of a form that is not taken; `undefined` where all are. */
export function shapeProblem({ entries }: YamlMap): ShapeProblem | undefined {
  for (const entry of entries) {
    const why = whyWrong(entry);
    if (why === undefined) continue;
    const { keySpan, node } = entry;
    const span = node.kind === 'scalar' && node.span.end > node.span.start ? node.span : keySpan;
    return { why, span, fixes: entry.key === 'type' ? typeRepairs(node) : [] };
  }
  return undefined;
}

/** Types that Claude Code uses itself, beside those that it documents. */
const innerTypes: ReadonlySet<unknown> = new Set(['sdk', 'sse-ide', 'ws-ide', 'claudeai-proxy']);

function whyWrong({ key, node }: YamlEntry): string | undefined {
  // What is not there is said by those who miss it.
  if (node.value === null) return undefined;
  switch (key) {
    case 'type':
      return isMcpServerType(node.value) || innerTypes.has(node.value)
        ? undefined
        : l10n.t('its “type” must be one of {0}', mcpServerTypes.join(', '));
    case 'command':
    case 'url':
      return typeof node.value === 'string' ? undefined : l10n.t('its “{0}” must be text', key);
    case 'args':
      return node.kind === 'list' && node.items.every(isText)
        ? undefined
        : l10n.t('its “args” must be a list of texts');
    case 'env':
    case 'headers':
      return node.kind === 'map' && node.entries.every(({ node: value }) => isText(value))
        ? undefined
        : l10n.t('its “{0}” must be a map of texts', key);
    default:
      return undefined;
  }
}

function isText({ value }: YamlNode): boolean {
  return typeof value === 'string';
}

/** `streamableHttp` and `HTTP` by their letters, `websocket` by its meaning. */
function typeRepairs(node: YamlNode): readonly Fix[] {
  if (node.kind !== 'scalar' || node.style !== 'plain' || typeof node.value !== 'string') return [];
  const letters = node.value.toLowerCase().replaceAll(/[^a-z]/g, '');
  const same = mcpServerTypes.find((type) => type.replaceAll('-', '') === letters);
  const meant = same ?? (letters === 'websocket' || letters === 'websockets' ? 'ws' : undefined);
  return respelt(node.span, meant === undefined ? nearest(node.value, mcpServerTypes) : [meant]);
}
