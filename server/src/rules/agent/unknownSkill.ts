import * as l10n from '@vscode/l10n';
import type { MentionsSubject } from '../nameSubjects.ts';
import type { Rule } from '../rule.ts';
import { nearest } from './nearest.ts';
import { respelt } from './respelt.ts';

/** An entry of `skills` that no skill answers to. */
export const unknownSkill: Rule<MentionsSubject> = {
  id: 'agent/unknown-skill',
  severity: 'information',
  doc: {
    summary: 'A skill that is nowhere to be found.',
    why: 'The agent starts without it. Looked for among the skills and commands of the project, of the folders above it up to the root of its repository, of the user, and of plugins that lie in the workspace (`plugin:skill`); nothing is said where plugins outside the workspace may bring more.',
    examples: [
      {
        title: 'A misspelt name',
        files: {
          '.claude/skills/release-notes/SKILL.md': '---\ndescription: Writes release notes\n---\nWrite.\n',
        },
        text: '---\nname: writer\ndescription: Writes\nskills: [⟦release-note⟧]\n---\nWrite.\n',
        fixed: '---\nname: writer\ndescription: Writes\nskills: [release-notes]\n---\nWrite.\n',
      },
      {
        title: 'A misspelt skill of a plugin in the workspace',
        files: {
          'docs/.claude-plugin/plugin.json': '{ "name": "docs" }\n',
          'docs/skills/style/SKILL.md': '---\ndescription: How we write\n---\nWrite.\n',
        },
        text: '---\nname: writer\ndescription: Writes\nskills: [⟦docs:stile⟧]\n---\nWrite.\n',
        fixed: '---\nname: writer\ndescription: Writes\nskills: [docs:style]\n---\nWrite.\n',
      },
      {
        title: 'A skill of the project, and one of a plugin that is not here',
        files: {
          '.claude/skills/release-notes/SKILL.md': '---\ndescription: Writes release notes\n---\nWrite.\n',
        },
        text: '---\nname: writer\ndescription: Writes\nskills: release-notes, docs:style\n---\nWrite.\n',
      },
    ],
  },
  check({ skills, skillNames }, report) {
    for (const { name, span } of skills) {
      if (skillNames.has(name)) continue;
      report({
        message: l10n.t('There is no skill “{0}” here', name),
        span,
        fixes: () => respelt(span, nearest(name, [...skillNames])),
      });
    }
  },
};
