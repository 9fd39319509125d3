/** Renaming an agent: its `name:` and every place that means it, and nothing else. */
import * as l10n from '@vscode/l10n';
import type { Range, TextEdit as LspEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { builtinAgents, exactSpan, type NamedAgent, placeOf } from '../../analysis/agentNames.ts';
import type { WorkspaceModel } from '../../analysis/workspaceModel.ts';
import { readFrontmatter } from '../../parse/agentFile.ts';
import { nameProblem } from '../../parse/agentVerdict.ts';
import { toolList } from '../../parse/agentTools.ts';
import type { Position } from '../../text/lineIndex.ts';
import { slice } from '../../text/span.ts';
import { applyEdits, type TextEdit } from '../../text/textEdit.ts';
import { baseName } from '../../workspace/uris.ts';
import { type FileOccurrences, occurrencesOf, unreachableFiles } from './occurrences.ts';
import { type NamedThing, type Scope, thingAt } from './symbols.ts';

/** Why nothing is renamed; to be shown to the author. */
export interface Refusal {
  readonly refusal: string;
}

export interface RenameTarget {
  readonly range: Range;
  readonly placeholder: string;
}

/** What would be renamed at a place; `undefined` where nothing is that could be. */
export function renameTarget(
  model: WorkspaceModel,
  uri: string,
  at: Position,
  scope: Scope,
): RenameTarget | Refusal | undefined {
  const thing = thingAt(model, uri, at, scope);
  if (thing === undefined || thing.mention.kind !== 'agent') return undefined;
  const agent = renamable(thing);
  if ('refusal' in agent) return agent;
  const end = thing.mention.span.end;
  return {
    range: {
      start: thing.positions.positionAt(end - agent.ownName.length),
      end: thing.positions.positionAt(end),
    },
    placeholder: agent.ownName,
  };
}

/**
 * The edit that gives the agent at a place another name.
 * @param documentChanges the client takes edits with the document's version
 */
export async function renameEdit(
  model: WorkspaceModel,
  uri: string,
  at: Position,
  name: string,
  scope: Scope,
  documentChanges: boolean,
): Promise<WorkspaceEdit | Refusal | undefined> {
  const thing = thingAt(model, uri, at, scope);
  if (thing === undefined || thing.mention.kind !== 'agent') return undefined;
  const agent = renamable(thing);
  if ('refusal' in agent) return agent;
  const newName = name.trim();
  if (newName === agent.ownName) return { changes: {} };
  const refusal = whyNoName(newName) ?? whyTaken(newName, agent, scope);
  if (refusal !== undefined) return { refusal };
  const [unreachable] = await unreachableFiles(model, agent, scope.names);
  if (unreachable !== undefined) {
    const file = baseName(unreachable);
    return {
      refusal: l10n.t('{0} names the agent in a form that cannot be changed safely.', file),
    };
  }
  const changes: Record<string, LspEdit[]> = {};
  const files = await occurrencesOf(model, agent, scope.names);
  for (const file of files) {
    const isNamed = file.occurrences.some(({ as }) => as !== 'own') && agent.place?.kind !== 'plugin';
    const other = isNamed ? scope.names.inTheWay(newName, agent, placeOf(model, file.uri)) : undefined;
    if (other !== undefined) {
      const [where, taken] = [file.uri, other.document.uri].map(baseName);
      return { refusal: l10n.t('In {0}, “{1}” would mean {2}.', where!, newName, taken!) };
    }
    const edits = file.occurrences.map(({ span }) => ({ span, newText: newName }));
    if (!isReadBack(file, edits, agent, newName)) {
      return {
        refusal: l10n.t('“{0}” cannot be written where {1} names the agent.', newName, baseName(file.uri)),
      };
    }
    changes[file.uri] = edits.map(({ span, newText }) => ({
      range: { start: file.positions.positionAt(span.start), end: file.positions.positionAt(span.end) },
      newText,
    }));
  }
  if (!documentChanges) return { changes };
  return {
    documentChanges: Object.entries(changes).map(([changed, edits]) => ({
      textDocument: { uri: changed, version: model.versionOf(changed) ?? null },
      edits,
    })),
  };
}

function renamable({ mention, agent }: NamedThing): NamedAgent | Refusal {
  if (agent === undefined) {
    return {
      refusal: builtinAgents.includes(mention.name)
        ? l10n.t('“{0}” is built into Claude Code and cannot be renamed.', mention.name)
        : l10n.t('No agent is called “{0}”.', mention.name),
    };
  }
  if (agent.field === undefined) {
    return { refusal: l10n.t('“{0}” goes by its file’s name; rename the file.', agent.name) };
  }
  if (exactSpan(agent.document.text, agent.field) === undefined) {
    const file = baseName(agent.document.uri);
    return { refusal: l10n.t('The name in {0} is written in a form that cannot be changed safely.', file) };
  }
  return agent;
}

/** By Claude Code's own rules; besides, a name ends where its line does. */
function whyNoName(name: string): string | undefined {
  if (name === '') return l10n.t('An agent’s name cannot be empty.');
  switch (nameProblem(name)) {
    case 'dash':
      return l10n.t('An agent’s name cannot begin with “-”: Claude Code would skip the file.');
    case 'colon':
      return l10n.t('An agent’s name cannot contain “:”: Claude Code would skip the file.');
    case 'too-long':
      return l10n.t('An agent’s name cannot be longer than 256 characters: Claude Code would skip the file.');
    default:
  }
  if (name.includes('---')) return l10n.t('“---” would end the frontmatter.');
  return /[\r\n`]/.test(name) ? l10n.t('An agent’s name cannot contain line ends or back-ticks.') : undefined;
}

/** Two agents of one name: one of them would never be called. */
function whyTaken(name: string, agent: NamedAgent, { names }: Scope): string | undefined {
  const full = agent.name.slice(0, agent.name.length - agent.ownName.length) + name;
  const other = names.resolve(full, agent.place);
  if (other === undefined || other.document.uri === agent.document.uri) return undefined;
  if (other.place?.root !== agent.place?.root) return undefined;
  return l10n.t('{0} is called “{1}” already.', baseName(other.document.uri), name);
}

/** Whether the file, edited, says the new name exactly where it said the old one, and otherwise the same. */
function isReadBack(
  { text, occurrences }: FileOccurrences,
  edits: readonly TextEdit[],
  agent: NamedAgent,
  newName: string,
): boolean {
  if (occurrences.every(({ as }) => as === 'text')) return true;
  // These would end the name, or the parentheses around it.
  if (/[,()]/.test(newName) && occurrences.some(({ as }) => as === 'tool')) return false;
  const before = readFrontmatter(text);
  const editedText = applyEdits(text, edits);
  const after = readFrontmatter(editedText);
  if (after.fields.length !== before.fields.length || after.retried !== before.retried) return false;
  return before.fields.every((field, index) => {
    const edited = after.fields[index]!;
    if (edited.key !== field.key) return false;
    const inside = occurrences.filter(
      ({ span }) => span.start >= field.valueSpan.start && span.end <= field.valueSpan.end,
    );
    if (inside.length === 0) return JSON.stringify(edited.value) === JSON.stringify(field.value);
    if (inside.every(({ as }) => as === 'tool')) {
      const tools = toolList(text, field).entries;
      const editedTools = toolList(editedText, edited).entries;
      return (
        tools.length === editedTools.length &&
        tools.every(({ name }, i) => editedTools[i]!.name === name) &&
        inside.every(({ span }) => slice(text, span) === agent.ownName) &&
        editedTools.map(({ text: entry }) => entry).join('\n') ===
          tools
            .map(({ text: entry, span }) =>
              applyEdits(
                entry,
                inside
                  .filter((one) => one.span.start >= span.start && one.span.end <= span.end)
                  .map((one) => ({
                    span: { start: one.span.start - span.start, end: one.span.end - span.start },
                    newText: newName,
                  })),
              ),
            )
            .join('\n')
      );
    }
    if (inside.every(({ as }) => as === 'text')) return typeof edited.value === 'string';
    const own = typeof field.value === 'string' ? field.value : '';
    return edited.value === own.slice(0, own.length - agent.ownName.length) + newName;
  });
}
