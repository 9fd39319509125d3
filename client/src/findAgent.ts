/** The agent that a command is about, and the project it adapts to. */
import * as vscode from 'vscode';
import {
  ClientCommand,
  readProfileUri,
  type AgentInfo,
  type ProjectInfo,
} from '../../server/src/server/protocol.ts';
import { contains, isAgent, isProjectDocument } from './documents.ts';
import { offer } from './offer.ts';
import { pickProject, projectOf } from './pickProject.ts';
import type { Session } from './session.ts';
import { projectIn, same, subjectOf } from './subject.ts';

export interface FoundAgent {
  readonly agentUri: vscode.Uri;
  readonly name: string;
  /** The project to adapt to, where it is not the agent's own. */
  readonly projectUri?: string;
  /** The project document that the command was given in. */
  readonly fromDocument?: vscode.Uri;
}

/**
 * The agent that was handed over or is open, also as its profile; otherwise one that the user picks.
 * @param target of a lens, menu or the tree: an agent, a profile or a project document
 * @returns `undefined` where the user chose none, or where there is none, which they are told
 */
export async function findAgent(
  { server }: Session,
  target: unknown,
  title: string,
): Promise<FoundAgent | undefined> {
  const given = subjectOf(target);
  const shown = given === undefined ? undefined : readProfileUri(given.toString());
  const subject = shown === undefined ? given : vscode.Uri.parse(shown.agentUri);
  const projects = await server.projects();
  if (subject !== undefined) {
    const known = projects.flatMap((project) => project.agents).find((agent) => same(subject, agent.uri));
    if (known !== undefined || isAgent(subject)) {
      const seenFrom = projectIn(target);
      // Its own project is not named, so that its profile has one URI.
      const isOwn = seenFrom === undefined || contains(vscode.Uri.parse(seenFrom), subject);
      return withProject(
        projects,
        subject,
        known,
        shown?.projectUri ?? (isOwn ? undefined : seenFrom),
        title,
      );
    }
  }
  const isFromDocument = subject !== undefined && isProjectDocument(subject);
  const withAgents = projects.filter((project) => project.agents.length > 0);
  const own = isFromDocument ? projectOf(projects, subject) : undefined;
  const project = own ?? (await pickProject(withAgents, title, subject));
  if (project === undefined || project.agents.length === 0) {
    if (withAgents.length === 0 || project !== undefined) offerAgent();
    return undefined;
  }
  const agent = await pickAgent(project.agents, title);
  if (agent === undefined) return undefined;
  const uri = vscode.Uri.parse(agent.uri);
  return {
    agentUri: uri,
    name: agent.name,
    ...(contains(vscode.Uri.parse(project.uri), uri) ? {} : { projectUri: project.uri }),
    ...(isFromDocument ? { fromDocument: subject } : {}),
  };
}

/** An agent of a project adapts to that; the user's own to whichever project they mean. */
async function withProject(
  projects: readonly ProjectInfo[],
  agentUri: vscode.Uri,
  known: AgentInfo | undefined,
  projectUri: string | undefined,
  title: string,
): Promise<FoundAgent | undefined> {
  const name = known?.name ?? agentUri.path.replace(/^.*\/|\.md$/g, '');
  if (projectUri !== undefined) return { agentUri, name, projectUri };
  if (projects.length === 0 || projectOf(projects, agentUri) !== undefined) return { agentUri, name };
  const project = await pickProject(projects, title);
  return project === undefined ? undefined : { agentUri, name, projectUri: project.uri };
}

/** Asks which agent, where there are several; those that read something of CLAUDE.md stand first. */
async function pickAgent(agents: readonly AgentInfo[], title: string): Promise<AgentInfo | undefined> {
  if (agents.length < 2) return agents[0];
  const adapts = ({ requirements }: AgentInfo): number => Number(requirements.length > 0);
  const picked = await vscode.window.showQuickPick(
    [...agents]
      .sort((a, b) => adapts(b) - adapts(a) || a.name.localeCompare(b.name))
      .map((agent) => ({ label: agent.name, description: remark(agent), detail: agent.description, agent })),
    { title, placeHolder: vscode.l10n.t('Choose the agent'), matchOnDetail: true },
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
