/** Preview Adapted Profile: the agent beside what is left of it for this project. */
import * as vscode from 'vscode';
import {
  ClientCommand,
  readProfileUri,
  type AgentInfo,
  type ProjectInfo,
} from '../../../server/src/server/protocol.ts';
import { contains, isAgent, isProjectDocument } from '../documents.ts';
import { offer } from '../offer.ts';
import { pickProject, projectOf } from '../pickProject.ts';
import { showProfile, type ProfileToShow } from '../preview/showProfile.ts';
import type { Session } from '../session.ts';
import { same, subjectOf } from '../subject.ts';

/** @param target of a lens or menu: an agent or a project document */
export async function previewProfile(session: Session, target: unknown): Promise<void> {
  const subject = subjectOf(target);
  const shown = subject === undefined ? undefined : readProfileUri(subject.toString());
  const about = shown === undefined ? subject : vscode.Uri.parse(shown.agentUri);
  const projects = await session.server.projects();
  const profile = await chooseProfile(projects, about);
  if (profile !== undefined) await showProfile(profile);
}

async function chooseProfile(
  projects: readonly ProjectInfo[],
  subject: vscode.Uri | undefined,
): Promise<ProfileToShow | undefined> {
  if (subject !== undefined) {
    const known = projects.flatMap((project) => project.agents).find((agent) => same(subject, agent.uri));
    if (known !== undefined || isAgent(subject)) return profileOf(projects, subject, known);
  }
  const fromDocument = subject !== undefined && isProjectDocument(subject);
  const withAgents = projects.filter((project) => project.agents.length > 0);
  const own = fromDocument ? projectOf(projects, subject) : undefined;
  const project = own ?? (await pickProject(withAgents, title(), subject));
  if (project === undefined || project.agents.length === 0) {
    if (withAgents.length === 0 || project !== undefined) offerAgent();
    return undefined;
  }
  const agent = await pickAgent(project.agents);
  if (agent === undefined) return undefined;
  const uri = vscode.Uri.parse(agent.uri);
  return {
    agentUri: uri,
    name: agent.name,
    ...(contains(vscode.Uri.parse(project.uri), uri) ? {} : { projectUri: project.uri }),
    ...(fromDocument ? { keepActive: subject } : {}),
  };
}

/** An agent of a project adapts to that; the user's own to whichever project they mean. */
async function profileOf(
  projects: readonly ProjectInfo[],
  agentUri: vscode.Uri,
  known: AgentInfo | undefined,
): Promise<ProfileToShow | undefined> {
  const name = known?.name ?? agentUri.path.replace(/^.*\/|\.md$/g, '');
  if (projects.length === 0 || projectOf(projects, agentUri) !== undefined) return { agentUri, name };
  const project = await pickProject(projects, title());
  return project === undefined ? undefined : { agentUri, name, projectUri: project.uri };
}

/** Asks which agent, where there are several; those that read something of CLAUDE.md stand first. */
async function pickAgent(agents: readonly AgentInfo[]): Promise<AgentInfo | undefined> {
  if (agents.length < 2) return agents[0];
  const adapts = ({ requirements }: AgentInfo): number => Number(requirements.length > 0);
  const picked = await vscode.window.showQuickPick(
    [...agents]
      .sort((a, b) => adapts(b) - adapts(a) || a.name.localeCompare(b.name))
      .map((agent) => ({ label: agent.name, description: remark(agent), detail: agent.description, agent })),
    { title: title(), placeHolder: vscode.l10n.t('Choose the agent'), matchOnDetail: true },
  );
  return picked?.agent;
}

function remark({ loads, requirements }: AgentInfo): string {
  if (!loads) return vscode.l10n.t('Claude Code skips this file');
  return requirements.length === 0 ? vscode.l10n.t('reads no section of CLAUDE.md') : requirements.join(', ');
}

function offerAgent(): void {
  const message = vscode.l10n.t('There is no agent here whose profile could be shown.');
  offer(vscode.window.showInformationMessage, message, vscode.l10n.t('Insert Agent…'), () =>
    vscode.commands.executeCommand(ClientCommand.insertAgent),
  );
}

function title(): string {
  return vscode.l10n.t('Preview Adapted Profile');
}
