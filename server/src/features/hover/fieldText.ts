/** What a hover says of a field or of one of its values, in Markdown. */
import * as l10n from '@vscode/l10n';
import type { AgentFieldInfo } from '../../catalogue/agentFields.ts';
import { fieldDoc, valueDoc, valuesKnownToVsCode } from '../../catalogue/fieldDocs.ts';
import { isFullModelId, modelAlias } from '../../catalogue/models.ts';

export interface FieldContext {
  readonly isPlugin: boolean;
  /** The editor says itself what the field is for (VS Code in its own agent files). */
  readonly editorHovers: boolean;
}

/** What the field does, its default, where it is ignored, since when there is such a field. */
export function fieldHover(field: AgentFieldInfo, context: FieldContext): string {
  const { default: standard, since, notes } = fieldDoc(field.name);
  const editorKnows = context.editorHovers && field.knownToVsCode === true;
  const facts = [
    field.required === true ? l10n.t('Required: without it Claude Code skips the file.') : undefined,
    standard === undefined ? undefined : l10n.t('Default: {0}.', standard()),
    ignored(field, context),
    since === undefined ? undefined : l10n.t('Since Claude Code {0}.', since),
    field.undocumented === true ? l10n.t('In no documentation; it may change.') : undefined,
  ];
  return [
    ...(editorKnows ? [] : [`**${field.name}** — ${field.summary()}`]),
    facts.filter((fact) => fact !== undefined).join(' '),
    ...(notes?.() ?? []),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What a value means, and where VS Code's own warning about it is wrong; `undefined` where there is nothing to say. */
export function valueHover(field: AgentFieldInfo, value: string, context: FieldContext): string | undefined {
  const editorKnows = context.editorHovers && (valuesKnownToVsCode[field.name]?.includes(value) ?? false);
  const isTaken = (field.values ?? []).includes(value) || (field.alsoTakes ?? []).includes(value);
  const meaning =
    editorKnows && isTaken ? undefined : (meaningOf(field, value) ?? whyDropped(field, isTaken, context));
  const parts = [
    meaning === undefined ? undefined : `\`${value}\` — ${meaning}`,
    context.editorHovers ? remarkOnEditor(field, value, isTaken) : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join('\n\n');
}

/** The first line of a text, short enough for a list. */
export function firstLine(text: string): string {
  const line = text
    .slice(0, 400)
    .trimStart()
    .split(/[\r\n]|\\n/, 1)[0]!;
  return line.length <= 100 ? line : `${line.slice(0, 99)}…`;
}

function ignored(field: AgentFieldInfo, { isPlugin }: FieldContext): string | undefined {
  if (field.ignoredInPlugins !== true) return undefined;
  return isPlugin ? l10n.t('**Ignored here**, in a plugin’s agent.') : l10n.t('Ignored in plugins’ agents.');
}

function meaningOf(field: AgentFieldInfo, value: string): string | undefined {
  if (field.name === 'model') {
    const alias = modelAlias(value)?.summary();
    if (alias !== undefined) return alias;
    return isFullModelId(value) ? l10n.t('A full model id, sent as it is.') : undefined;
  }
  return valueDoc(field.name, field.name === 'effort' ? value.toLowerCase() : value);
}

/** Of a value that is none of the few that the field takes; where VS Code checks the field, it says so itself. */
function whyDropped(
  field: AgentFieldInfo,
  isTaken: boolean,
  { editorHovers }: FieldContext,
): string | undefined {
  const hasFew = field.values !== undefined && !['model', 'effort'].includes(field.name);
  if (!hasFew || isTaken || (editorHovers && valuesKnownToVsCode[field.name] !== undefined)) return undefined;
  const values = (field.values ?? []).map((one) => `\`${one}\``).join(', ');
  return l10n.t('Claude Code does not take this value and goes on without it. It takes {0}.', values);
}

/** VS Code checks three fields against lists of its own, which are not Claude Code's. */
function remarkOnEditor(field: AgentFieldInfo, value: string, isTaken: boolean): string | undefined {
  const known = valuesKnownToVsCode[field.name];
  if (known === undefined) return undefined;
  const isFine = isTaken || (field.name === 'model' && isFullModelId(value));
  if (isFine && !known.includes(value)) {
    return l10n.t(
      'Claude Code takes this value. Where VS Code warns of it, the warning is wrong: VS Code has a list of its own. The command “Agent Tailor: Treat Agent Files as Markdown” ends such warnings.',
    );
  }
  if (!isFine && known.includes(value)) {
    return l10n.t('VS Code proposes this value, but Claude Code does not know it and drops it.');
  }
  return undefined;
}
