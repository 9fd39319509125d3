/** What a hover says inside the maps of an agent's frontmatter: hooks, and MCP servers of its own. */
import * as l10n from '@vscode/l10n';
import {
  guardEvents,
  hookEvents,
  type HookFieldType,
  hookHandlers,
  type HookType,
  isHookEvent,
  isHookType,
} from '../../catalogue/hooks.ts';
import { isMcpServerType } from '../../catalogue/mcpConfiguration.ts';
import type { YamlNode } from '../../parse/yamlNode.ts';
import type { Span } from '../../text/span.ts';

export interface Said {
  readonly span: Span;
  /** Markdown. */
  readonly text: string;
}

/** Of an event, a matcher, or a handler's field or type. */
export function hookText(hooks: YamlNode, offset: number): Said | undefined {
  const place = placeIn(hooks, offset);
  if (place === undefined) return undefined;
  const { keys, span, isKey } = place;
  const [event = '', ...inside] = keys;
  const text = inside.length === 0 ? (isKey ? eventText(event) : undefined) : partText(inside, place);
  return text === undefined ? undefined : { span, text };
}

/** Of what a server of the agent's own is configured with. */
export function serverConfigurationText(servers: YamlNode, offset: number): Said | undefined {
  const place = placeIn(servers, offset);
  if (place === undefined || place.keys.length !== 2) return undefined;
  const { keys, span, isKey, value } = place;
  const text = isKey ? serverFieldText(keys[1]!) : keys[1] === 'type' ? serverTypeText(value) : undefined;
  return text === undefined ? undefined : { span, text };
}

/** A place in nested maps and lists: the keys that lead to it, those of lists' items left out. */
interface Place {
  readonly keys: readonly string[];
  readonly span: Span;
  /** On the last of the keys, not on its value. */
  readonly isKey: boolean;
  /** What stands there, where it is one text. */
  readonly value: string | undefined;
  /** The map that the last key is in. */
  readonly map: Readonly<Record<string, unknown>>;
}

function placeIn(node: YamlNode, offset: number, keys: readonly string[] = []): Place | undefined {
  if (node.kind === 'scalar') return undefined;
  if (node.kind === 'list') {
    const item = node.items.find(({ span }) => holds(span, offset));
    return item === undefined ? undefined : placeIn(item, offset, keys);
  }
  for (const { key, keySpan, node: inner } of node.entries) {
    const path = [...keys, key];
    if (holds(keySpan, offset)) {
      return { keys: path, span: keySpan, isKey: true, value: undefined, map: node.value };
    }
    if (!holds(inner.span, offset)) continue;
    if (inner.kind !== 'scalar') return placeIn(inner, offset, path);
    return { keys: path, span: inner.span, isKey: false, value: String(inner.value), map: node.value };
  }
  return undefined;
}

function eventText(event: string): string {
  if (!isHookEvent(event)) return l10n.t('Claude Code knows no such event and drops it.');
  if (guardEvents.includes(event)) {
    return l10n.t(
      'Can refuse what the agent is about to do. A mistake in a handler here keeps the whole agent from loading.',
    );
  }
  return l10n.t(
    'One of the {0} events of Claude Code. A handler with a mistake here is dropped; the agent loads without it.',
    hookEvents.length,
  );
}

/** @param keys below the event */
function partText(keys: readonly string[], { isKey, value, map }: Place): string | undefined {
  const [first, field] = keys;
  if (keys.length === 1) {
    if (!isKey) return undefined;
    if (first === 'matcher') {
      return l10n.t('Which tools or causes the handlers are for: a text. It may be left out.');
    }
    return first === 'hooks' ? l10n.t('The handlers: a list.') : undefined;
  }
  if (keys.length !== 2 || first !== 'hooks' || field === undefined) return undefined;
  if (isKey) return field === 'type' ? typeFieldText() : handlerFieldText(field, map['type']);
  return field === 'type' && value !== undefined ? typeText(value) : undefined;
}

function typeFieldText(): string {
  return l10n.t('What the handler is: {0}.', code(Object.keys(hookHandlers)));
}

function typeText(type: string): string {
  if (!isHookType(type)) return l10n.t('Claude Code knows no such handler and drops it.');
  const { required, optional } = hookHandlers[type];
  return [
    l10n.t('Needs {0}.', code(Object.keys(required))),
    l10n.t('Takes {0} as well.', code(Object.keys(optional))),
  ].join(' ');
}

/** What a field of a handler takes; of one that its type does not have, whose it is. */
function handlerFieldText(field: string, type: unknown): string | undefined {
  const types = (Object.keys(hookHandlers) as HookType[]).filter(
    (one) => fieldTypeOf(one, field) !== undefined,
  );
  const own = typeof type === 'string' && isHookType(type) ? type : types[0];
  const takes = own === undefined ? undefined : fieldTypeOf(own, field);
  if (types.length === 0) return undefined;
  if (field === 'once') return l10n.t('Has no effect in an agent: the handler runs every time.');
  if (takes === undefined) return l10n.t('A field of handlers of another type: {0}.', code(types));
  const isRequired = own !== undefined && Object.hasOwn(hookHandlers[own].required, field);
  return [isRequired ? l10n.t('Required.') : '', expectedText(takes)].filter((part) => part !== '').join(' ');
}

function fieldTypeOf(type: HookType, field: string): HookFieldType | undefined {
  const { required, optional } = hookHandlers[type];
  const fields = Object.hasOwn(required, field) ? required : optional;
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

function expectedText(type: HookFieldType): string {
  switch (type) {
    case 'text':
      return l10n.t('A text.');
    case 'text-list':
      return l10n.t('A list of texts.');
    case 'text-map':
      return l10n.t('A map of texts.');
    case 'map':
      return l10n.t('A map.');
    case 'boolean':
      return l10n.t('`true` or `false`.');
    case 'positive-number':
      return l10n.t('A number above 0.');
    default:
      return l10n.t('One of {0}.', code(type));
  }
}

function serverFieldText(field: string): string | undefined {
  switch (field) {
    case 'type':
      return l10n.t('How the server is reached. Left out, it is a program; a server with a “url” needs it.');
    case 'command':
      return l10n.t('The program that is the server; required without a “type”, and with `stdio`.');
    case 'url':
      return l10n.t('The server’s address. It needs a “type” beside it: alone it is rejected.');
    default:
      return undefined;
  }
}

function serverTypeText(type: string | undefined): string {
  if (!isMcpServerType(type)) return l10n.t('Claude Code knows no such type of server.');
  return type === 'stdio' ? l10n.t('A program: needs “command”.') : l10n.t('At an address: needs “url”.');
}

function code(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
