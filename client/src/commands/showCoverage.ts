/** Show Coverage: which agents of a project read what of its CLAUDE.md, rendered, and live. */
import * as vscode from 'vscode';
import { viewUri } from '../../../server/src/server/protocol.ts';
import { pickProject } from '../pickProject.ts';
import { renderedMarkdown } from '../preview/showRendered.ts';
import type { Session } from '../session.ts';
import { projectIn, subjectOf } from '../subject.ts';

/** @param target of a menu: anything in a project */
export async function showCoverage({ server }: Session, target: unknown): Promise<void> {
  const title = vscode.l10n.t('Show Coverage');
  const projects = await server.projects();
  if (projects.length === 0) {
    const message = vscode.l10n.t('There is no project here: open a folder that has CLAUDE.md or agents.');
    void vscode.window.showInformationMessage(message);
    return;
  }
  const seenFrom = projectIn(target);
  const project =
    projects.find(({ uri }) => uri === seenFrom) ?? (await pickProject(projects, title, subjectOf(target)));
  if (project === undefined) return;
  const name = vscode.l10n.t('Coverage of {0}', project.name);
  const uri = vscode.Uri.parse(viewUri({ kind: 'coverage', projectUri: project.uri }, name));
  // As an editor, not by `markdown.showPreview`: that lets go of the document, which then no longer follows, and its
  // links lead away from it.
  await vscode.commands.executeCommand('vscode.openWith', uri, renderedMarkdown);
}
