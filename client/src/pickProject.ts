/** Which of the workspace's projects a command is about. */
import * as vscode from 'vscode';
import type { ProjectInfo } from '../../server/src/server/protocol.ts';
import { contains } from './documents.ts';

/** The project whose folder holds `uri`; of nested ones the innermost. */
export function projectOf(projects: readonly ProjectInfo[], uri: vscode.Uri): ProjectInfo | undefined {
  return projects
    .filter((project) => contains(vscode.Uri.parse(project.uri), uri))
    .sort((a, b) => b.uri.length - a.uri.length)[0];
}

/**
 * Asks which project, where there are several; the one that holds `subject` stands first.
 * @returns `undefined` where there is none, or where the user chose none
 */
export async function pickProject(
  projects: readonly ProjectInfo[],
  title: string,
  subject?: vscode.Uri,
): Promise<ProjectInfo | undefined> {
  if (projects.length < 2) return projects[0];
  const near = subject === undefined ? undefined : projectOf(projects, subject);
  const ordered = near === undefined ? projects : [near, ...projects.filter((other) => other !== near)];
  const picked = await vscode.window.showQuickPick(
    ordered.map((project) => ({
      label: `$(folder) ${project.name}`,
      description: vscode.workspace.asRelativePath(vscode.Uri.parse(project.uri), true),
      project,
    })),
    { title, placeHolder: vscode.l10n.t('Choose the project'), matchOnDescription: true },
  );
  return picked?.project;
}
