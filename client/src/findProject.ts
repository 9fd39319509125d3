/** The project that a command about CLAUDE.md is for. */
import * as vscode from 'vscode';
import { isAgent, isProjectDocument } from './documents.ts';
import { pickProject } from './pickProject.ts';
import type { Session } from './session.ts';
import { projectIn, subjectOf } from './subject.ts';

/**
 * The agent or project document that the command is about, by which the server knows the project; otherwise the
 * folder of a project that the user picks.
 * @returns `undefined` where the user chose none, or where there is none, which they are told
 */
export async function findProject(
  { server, platform }: Session,
  target: unknown,
  title: string,
): Promise<vscode.Uri | undefined> {
  const seenFrom = projectIn(target);
  if (seenFrom !== undefined) return vscode.Uri.parse(seenFrom);
  const subject = subjectOf(target);
  const ofUser =
    subject !== undefined &&
    platform.userClaudeFolder !== undefined &&
    subject.path.startsWith(`${platform.userClaudeFolder.path}/`);
  if (subject !== undefined && !ofUser && (isProjectDocument(subject) || isAgent(subject))) return subject;
  const projects = await server.projects();
  if (projects.length === 0) {
    const message = vscode.l10n.t('There is no project here: open a folder that has CLAUDE.md or agents.');
    void vscode.window.showInformationMessage(message);
    return undefined;
  }
  const project = await pickProject(projects, title, subject);
  return project === undefined ? undefined : vscode.Uri.parse(project.uri);
}
