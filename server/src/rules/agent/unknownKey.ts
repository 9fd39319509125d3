import * as l10n from '@vscode/l10n';
import {
  type AgentFieldName,
  agentField,
  changesMeaning,
  meantField,
  pluginKeys,
} from '../../catalogue/agentFields.ts';
import { isHookEvent } from '../../catalogue/hooks.ts';
import type { AgentField, AgentFile } from '../../parse/agentFile.ts';
import type { Fix, Rule } from '../rule.ts';
import { lostDescription } from './lostDescription.ts';
import { preferringFirst } from './repair.ts';
import { fieldAround } from './repairNested.ts';
import type { AgentSubject } from '../subjects.ts';
import { fieldRemoval } from './fieldLines.ts';

/** A field that Claude Code does not know. */
export const unknownKey: Rule<AgentSubject> & { readonly reads: 'frontmatter' } = {
  id: 'agent/unknown-key',
  severity: 'information',
  reads: 'frontmatter',
  doc: {
    summary: 'A frontmatter field that Claude Code does not know and ignores.',
    why: 'Field names are case-sensitive. A wrong `allowedTools` is worse than none: the agent has all tools.',
    examples: [
      {
        title: 'A misspelt field',
        text: '---\nname: reviewer\ndescription: Reviews changes\n⟦colour⟧: red\n---\nReview the change.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews changes\ncolor: red\n---\nReview the change.\n',
      },
      {
        title: 'Another product’s field',
        text: '---\nname: reviewer\ndescription: Reviews changes\n⟦allowed-tools⟧: Read\n---\nReview the change.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews changes\ntools: Read\n---\nReview the change.\n',
      },
      {
        title: 'An example at the margin, of which each line is a field',
        text: '---\nname: reviewer\ndescription: Reviews changes. Example\n⟦Context⟧: a branch is done\nuser: "Have a look"\nmodel: opus\n---\nReview the change.\n',
        fixed:
          '---\nname: reviewer\ndescription: |-\n  Reviews changes. Example\n  Context: a branch is done\n  user: "Have a look"\nmodel: opus\n---\nReview the change.\n',
      },
      {
        title: 'Known fields',
        text: '---\nname: reviewer\ndescription: Reviews changes\nmaxTurns: 5\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    const { file } = subject;
    if (!file.verdict.loads && !file.meansToBeAgent) return;
    const lost = lostDescription(file);
    const [firstLost] = lost?.fields ?? [];
    if (lost !== undefined && firstLost !== undefined) {
      report({
        severity: 'warning',
        message: l10n.t(
          'The description ends above: “{0}:” begins a field, which Claude Code does not know and ignores',
          shownKey(firstLost.key),
        ),
        span: firstLost.keySpan,
        fixes: () => preferringFirst([lost.repair]),
      });
    }
    for (const field of file.frontmatter.byKey.values()) {
      if (lost?.fields.has(field) === true) continue;
      if (agentField(field.key) !== undefined || field.key === '<<') continue;
      if (subject.isPlugin && pluginKeys.has(field.key)) continue;
      const meant = meantField(field.key);
      const isFree = meant !== undefined && !hasValue(file, meant);
      // Why the file is skipped, and said so there.
      if (!file.verdict.loads && (meant === 'name' || meant === 'description' || isHookEvent(field.key)))
        continue;
      if (!file.verdict.loads && fieldAround(file) === field) continue;
      report({
        ...(isFree && changesMeaning(field.key) ? { severity: 'warning' as const } : {}),
        message: messageFor(field.key, isFree ? meant : undefined),
        span: field.keySpan,
        fixes: () => [...(isFree ? rename(file, field, meant) : []), ...remove(file, field)],
      });
    }
  },
};

/** Also where `<<` has merged the field in. */
function hasValue({ frontmatter }: AgentFile, key: string): boolean {
  const { root } = frontmatter;
  return frontmatter.byKey.has(key) || (root?.kind === 'map' && Object.hasOwn(root.value, key));
}

function messageFor(key: string, meant: AgentFieldName | undefined): string {
  const shown = shownKey(key);
  if (meant === 'tools' && changesMeaning(key)) {
    return l10n.t(
      'Claude Code ignores “{0}”, so that the agent has all tools; the field is called “tools”',
      shown,
    );
  }
  if (meant !== undefined) {
    return l10n.t(
      'Claude Code does not know the field “{0}” and ignores it; did you mean “{1}”?',
      shown,
      meant,
    );
  }
  return l10n.t('Claude Code does not know the field “{0}” and ignores it', shown);
}

function shownKey(key: string): string {
  return key.length > 60 ? `${key.slice(0, 60)}…` : key;
}

/** Certain where only case, `-` and `_` differ, or where the mistake is a known one, and nothing else claims the name. */
function rename(file: AgentFile, field: AgentField, meant: AgentFieldName): readonly Fix[] {
  const letters = (name: string): string => name.toLowerCase().replaceAll(/[-_]/g, '');
  const isAlone = [...file.frontmatter.byKey.keys()].every(
    (key) => key === field.key || agentField(key) !== undefined || meantField(key) !== meant,
  );
  const safe = isAlone && (letters(field.key) === letters(meant) || changesMeaning(field.key));
  const edits = [{ span: field.keySpan, newText: meant }];
  return [{ title: l10n.t('Rename to “{0}”', meant), safe, preferred: true, edits }];
}

/** Nothing changes for Claude Code; whether the author wants it for something else only the author knows. */
function remove(file: AgentFile, field: AgentField): readonly Fix[] {
  // Each is tried: of so many nobody takes out one by one.
  const { fields, retried } = file.frontmatter;
  const edit = fields.length > 1 && fields.length <= mostFields ? fieldRemoval(file, field) : undefined;
  // What makes a second reading necessary has a repair that keeps it.
  if (edit === undefined || retried) return [];
  const key = field.key.length > 40 ? `${field.key.slice(0, 40)}…` : field.key;
  return [{ title: l10n.t('Remove “{0}”', key), safe: false, preferred: false, edits: [edit] }];
}

const mostFields = 100;
