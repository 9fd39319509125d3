/** The items of the tree "Agents". Commands get them as they are: each says what it is about by `uri`. */
import * as vscode from 'vscode';
import type {
  AgentPlaceInfo,
  AgentRowInfo,
  RequirementInfo,
  SeenProjectInfo,
} from '../../../server/src/server/protocol.ts';
import { rangeOf } from '../ranges.ts';
import { statusIcon, statusWord } from './statusIcons.ts';

export type AgentsItem = ProjectItem | PlaceItem | AgentItem | RequirementItem;

/** A project, where the workspace has several. */
export class ProjectItem extends vscode.TreeItem {
  readonly project: SeenProjectInfo;
  /** For commands: the project is meant. */
  readonly projectUri: string;

  constructor(project: SeenProjectInfo) {
    super(project.name, vscode.TreeItemCollapsibleState.Collapsed);
    this.project = project;
    this.projectUri = project.uri;
    this.id = project.uri;
    const uri = vscode.Uri.parse(project.uri);
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const path = vscode.workspace.asRelativePath(uri, false);
    // Of a folder of the workspace itself that is the whole path.
    if (folder?.uri.toString() !== uri.toString() && path !== project.name) this.description = path;
    this.iconPath = new vscode.ThemeIcon('root-folder');
    this.contextValue = 'project';
  }
}

/** A folder of agents, as it is seen from a project. */
export class PlaceItem extends vscode.TreeItem {
  readonly project: SeenProjectInfo;
  readonly place: AgentPlaceInfo;

  constructor(place: AgentPlaceInfo, project: SeenProjectInfo) {
    super(
      place.kind === 'user' ? vscode.l10n.t('User') : place.name,
      vscode.TreeItemCollapsibleState.Expanded,
    );
    this.project = project;
    this.place = place;
    this.id = `${project.uri} ${place.kind} ${place.uri}`;
    this.description = {
      project: '.claude/agents',
      user: '~/.claude/agents',
      plugin: vscode.l10n.t('plugin'),
    }[place.kind];
    this.iconPath = new vscode.ThemeIcon({ project: 'folder', user: 'account', plugin: 'plug' }[place.kind]);
    this.contextValue = 'place';
  }
}

/** An agent, or a file that was meant to be one. */
export class AgentItem extends vscode.TreeItem {
  readonly uri: string;
  readonly projectUri: string;

  constructor(row: AgentRowInfo, { id, project }: PlaceItem) {
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    super(row.name, row.read > 0 ? Collapsed : None);
    this.uri = row.uri;
    this.projectUri = project.uri;
    this.id = `${id} ${row.uri}`;
    this.resourceUri = vscode.Uri.parse(row.uri);
    this.description = descriptionOf(row);
    this.iconPath = iconOf(row);
    this.tooltip = [row.name, row.description, this.description, this.resourceUri.fsPath]
      .filter((text) => text !== '')
      .join('\n\n');
    this.contextValue = row.standing === 'skipped' ? 'skipped' : 'agent';
    this.command = openCommand(this.resourceUri);
    this.accessibilityInformation = { label: [row.name, this.description].filter(Boolean).join(', ') };
  }
}

/** A part of the project document that an agent reads. */
export class RequirementItem extends vscode.TreeItem {
  /** Of the agent. */
  readonly uri: string;
  readonly projectUri: string;
  readonly requirement: RequirementInfo;

  constructor(requirement: RequirementInfo, { id, uri, projectUri }: AgentItem) {
    super(shortName(requirement.label), vscode.TreeItemCollapsibleState.None);
    this.uri = uri;
    this.projectUri = projectUri;
    this.requirement = requirement;
    this.id = `${id} ${requirement.label}`;
    this.description = descriptionOfRequirement(requirement);
    this.iconPath = statusIcon(requirement.status);
    const { label, status } = requirement;
    const word = statusWord(status);
    // "missing" is all that there is to say of what is missing.
    const more = this.description === word ? '' : this.description;
    this.tooltip = more === '' ? `${label}: ${word}` : `${label}: ${word}\n\n${more}`;
    this.contextValue = `requirement ${status}`;
    // To the answer; where there is none, to who asks.
    const at = requirement.answeredAt ?? requirement.readers[0]?.at;
    if (at !== undefined) this.command = openCommand(vscode.Uri.parse(at.uri), rangeOf(at.range));
    this.accessibilityInformation = { label: [label, word, more].filter(Boolean).join(', ') };
  }
}

/** `Backend` of `Backend – technologies and tools`: the side bar is narrow. */
function shortName(label: string): string {
  return label.split(' – ')[0] ?? label;
}

function descriptionOf({ standing, remark, read, answered }: AgentRowInfo): string {
  if (standing === 'skipped') return vscode.l10n.t('skipped: {0}', remark ?? '');
  const count = read === 0 ? undefined : vscode.l10n.t('{0} of {1} answered', answered, read);
  // In a narrow side bar the end is cut off.
  return [remark, count].filter((text) => text !== undefined).join(' · ');
}

function descriptionOfRequirement({ summary, detected }: RequirementInfo): string {
  return detected === undefined ? summary : `${summary} · ${vscode.l10n.t('detected: {0}', detected)}`;
}

function iconOf({ standing }: AgentRowInfo): vscode.ThemeIcon {
  switch (standing) {
    case 'skipped':
      return new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground'));
    case 'hidden':
      return new vscode.ThemeIcon('eye-closed');
    case 'winner':
      return new vscode.ThemeIcon('star-full');
    case 'single':
      return new vscode.ThemeIcon('hubot');
  }
}

function openCommand(uri: vscode.Uri, selection?: vscode.Range): vscode.Command {
  const options: vscode.TextDocumentShowOptions = selection === undefined ? {} : { selection };
  return { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri, options] };
}
