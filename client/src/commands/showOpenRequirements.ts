/** Show What Is Open: what agents read and CLAUDE.md does not answer yet, each with what to do about it. */
import * as vscode from 'vscode';
import type { DocumentStateInfo, RequirementInfo } from '../../../server/src/server/protocol.ts';
import { findProject } from '../findProject.ts';
import { showLocation } from '../ranges.ts';
import type { Session } from '../session.ts';
import { subjectOf } from '../subject.ts';
import { isAnswered, statusSigns, statusWord } from '../views/statusIcons.ts';
import { addMissingSections } from './addMissingSections.ts';
import { answerSection } from './answerSection.ts';
import { previewProfile } from './previewProfile.ts';
import { previewRendered } from './previewRendered.ts';
import { showCoverage } from './showCoverage.ts';

interface Choice extends vscode.QuickPickItem {
  readonly run?: () => Promise<void>;
}

/** @param target of the status or a menu: an agent, a profile or a project document */
export async function showOpenRequirements(session: Session, target: unknown): Promise<void> {
  const subject = subjectOf(target);
  const own = subject === undefined ? undefined : await session.server.documentState(subject);
  const uri = own === undefined ? await findProject(session, target, title()) : subject;
  const state = own ?? (uri === undefined ? undefined : await session.server.documentState(uri));
  if (uri === undefined) return;
  if (state === undefined) {
    const message = vscode.l10n.t('No agent of this project reads a section of CLAUDE.md.');
    void vscode.window.showInformationMessage(message);
    return;
  }
  const picked = await vscode.window.showQuickPick(choicesOf(session, state, uri), {
    title: title(),
    placeHolder: placeHolderOf(state),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  await picked?.run?.();
}

/** How many requirements are met, in words. */
export function countText({ requirements }: DocumentStateInfo): string {
  const met = requirements.filter(({ status }) => isAnswered(status)).length;
  return vscode.l10n.t('{0} of {1} requirements met', met, requirements.length);
}

function choicesOf(session: Session, state: DocumentStateInfo, uri: vscode.Uri): Choice[] {
  const { requirements, projectUri } = state;
  const open = requirements.filter(({ status }) => !isAnswered(status));
  const missing = open.filter(({ status }) => status === 'missing');
  const answered = requirements.filter(({ status }) => isAnswered(status));
  return [
    ...open.map((requirement) => ({
      label: `$(${statusSigns[requirement.status]}) ${openLabel(requirement)}`,
      description: statusWord(requirement.status),
      ...detail(requirement, state),
      run: () =>
        answerSection(session, { uri: uri.toString(), projectUri, label: requirement.label, requirement }),
    })),
    ...(missing.length < 2 || state.kind === 'agent'
      ? []
      : [
          {
            label: `$(add) ${vscode.l10n.t('Add All {0} Missing Sections', missing.length)}`,
            run: () => addMissingSections(session, { uri: uri.toString(), projectUri }),
          },
        ]),
    separator(vscode.l10n.t('see')),
    {
      label: `$(diff) ${vscode.l10n.t('Preview Adapted Profile')}`,
      run: () => previewProfile(session, uri),
    },
    {
      label: `$(open-preview) ${vscode.l10n.t('Preview Rendered Profile')}`,
      run: () => previewRendered(session, uri),
    },
    {
      label: `$(graph) ${vscode.l10n.t('Show Coverage')}`,
      run: () => showCoverage(session, { uri: uri.toString(), projectUri }),
    },
    ...(answered.length === 0 ? [] : [separator(vscode.l10n.t('answered'))]),
    ...answered.map((requirement) => ({
      label: `$(${statusSigns[requirement.status]}) ${vscode.l10n.t('Reveal {0}', requirement.label)}`,
      description: requirement.summary,
      ...detail(requirement, state),
      run: async () => {
        if (requirement.answeredAt !== undefined) await showLocation(requirement.answeredAt);
      },
    })),
  ];
}

function openLabel({ label, status, detected }: RequirementInfo): string {
  if (status === 'missing') {
    return detected === undefined
      ? vscode.l10n.t('Add {0}', label)
      : vscode.l10n.t('Add {0}: {1}, as detected', label, detected);
  }
  return detected === undefined
    ? vscode.l10n.t('Fill in {0}', label)
    : vscode.l10n.t('Fill in {0}: {1}, as detected', label, detected);
}

/** Of a project document, who reads it. */
function detail({ readers }: RequirementInfo, { kind }: DocumentStateInfo): { detail?: string } {
  if (kind === 'agent' || readers.length === 0) return {};
  const names = readers.slice(0, mostNamed).map(({ name }) => name);
  if (readers.length > names.length) names.push('…');
  return { detail: vscode.l10n.t('read by {0}', names.join(', ')) };
}

const mostNamed = 6;

function placeHolderOf(state: DocumentStateInfo): string {
  if (state.skipped !== undefined) {
    return vscode.l10n.t('Claude Code skips this file: {0}', state.skipped);
  }
  return state.requirements.every(({ status }) => isAnswered(status))
    ? vscode.l10n.t('{0}: nothing is open', countText(state))
    : vscode.l10n.t('{0}; choose what to do next', countText(state));
}

function separator(label: string): Choice {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function title(): string {
  return vscode.l10n.t('Open Requirements');
}
