import * as l10n from '@vscode/l10n';
import { templatePlaceName } from '../catalogue/template.ts';
import type { AnswerStatus, DeclaredValue } from '../project/factTypes.ts';
import type { VocabularyKind } from '../requirements/requirementTypes.ts';
import type { GoverningLabel } from '../requirements/vocabularyTypes.ts';
import type { Verdict } from './decisions.ts';
import type { Match } from './pool.ts';
import type { ProjectNames } from './projectNames.ts';

/** Why an entry stays or goes, for people. */
export function becauseOfVerdict(verdict: Verdict, names: ProjectNames): string {
  if (verdict.kind === 'matched') return becauseOfMatch(verdict.match, names);
  const label = verdict.label === undefined ? '' : nameOf(verdict.label);
  if (verdict.kind === 'dropped') {
    return verdict.status === 'none'
      ? l10n.t('“{0}” is answered with none', label)
      : l10n.t('It is not among what is declared under “{0}”', label);
  }
  return becauseOfStatus(verdict.status, label, names);
}

/** Why a key that is no entry stays, for people. */
export function becauseOfKind(kind: VocabularyKind, applies: boolean): string {
  if (!applies) return l10n.t('What it belongs to does not apply');
  if (kind === 'concept') return l10n.t('It names no technology or business domain: it always applies');
  return kind === 'group' ? l10n.t('It holds what applies') : l10n.t('It belongs to what applies');
}

/** A label as the template has it, else as the agent writes it. */
export function nameOf({ label, place }: GoverningLabel): string {
  return place === undefined ? (label ?? '') : templatePlaceName(place);
}

function becauseOfMatch({ value, relation }: Match, names: ProjectNames): string {
  const name = value.text.replace(/\s+/g, ' ').trim();
  const at = placeOf(value, names);
  if (relation === 'runs-on') return l10n.t('{0}, which is declared, builds on it ({1})', name, at);
  if (relation === 'part-of') return l10n.t('{0}, which is declared, is part of it ({1})', name, at);
  if (relation === 'provider' || relation === 'comes-with')
    return l10n.t('{0} is declared and goes with it ({1})', name, at);
  return l10n.t('{0} is declared ({1})', name, at);
}

function becauseOfStatus(status: AnswerStatus, label: string, names: ProjectNames): string {
  if (status === 'missing') return l10n.t('{0} says nothing about “{1}”', names.document, label);
  if (status === 'unfilled') return l10n.t('“{0}” is not filled in in {1}', label, names.document);
  return l10n.t('Nothing declared under “{0}” rules it out', label);
}

/** `CLAUDE.md:31` */
export function placeOf(value: Pick<DeclaredValue, 'uri' | 'span'>, names: ProjectNames): string {
  return `${names.nameOf(value.uri)}:${names.lineOf(value.uri, value.span.start) + 1}`;
}
