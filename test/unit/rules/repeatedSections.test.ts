/** Sections that stand twice or hold nothing, and placeholders under any label: what is said, and what is left alone. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LanguageService } from '../../../server/src/languageService.ts';
import { readMarked, withMarks } from '../../support/marked.ts';
import { MemoryFileSystem } from '../../support/memoryFileSystem.ts';

type Rule = 'project/duplicate-section' | 'project/empty-section' | 'project/placeholder';

interface Case {
  readonly title: string;
  /** CLAUDE.md, with `⟦…⟧` around what is reported. */
  readonly text: string;
  readonly others?: Readonly<Record<string, string>>;
}

async function found(rule: Rule, { text: marked, others = {} }: Case): Promise<string> {
  const { text } = readMarked(marked);
  const root = 'file:///shop';
  const entries = Object.entries({ ...others, 'CLAUDE.md': text });
  const service = new LanguageService({
    files: new MemoryFileSystem(Object.fromEntries(entries.map(([path, one]) => [`${root}/${path}`, one]))),
    onChanged: () => {},
    schedule: () => {},
    log: (message) => assert.fail(message),
  });
  service.model.setFolders([root]);
  await service.model.settled();
  const spans = service
    .findings(`${root}/CLAUDE.md`)
    .filter((finding) => finding.rule === rule)
    .map(({ span }) => span);
  return withMarks(text, spans);
}

const cases: Readonly<Record<Rule, readonly Case[]>> = {
  'project/duplicate-section': [
    {
      title: 'in any spelling of one name, CRLF',
      text: '# Shop\r\n\r\n## 1. Code style\r\n\r\n- x\r\n\r\n## ⟦Code Style⟧\r\n\r\n- y\r\n',
    },
    {
      title: 'a third time as well',
      text: '## Tests\n\nx\n\n## ⟦Tests⟧\n\ny\n\n## ⟦Tests⟧\n\nz\n',
    },
    { title: 'another level is another section', text: '## Tests\n\nx\n\n### Tests\n\ny\n' },
    {
      title: 'below another heading it is another section',
      text: '## Web\n\n### Tests\n\nx\n\n## App\n\n### Tests\n\ny\n',
    },
    { title: 'code is no heading', text: '## Tests\n\nx\n\n```sh\n## Tests\n```\n' },
    {
      title: 'in an import below the same heading',
      text: '# A\n\n@b.md\n\n## ⟦Web⟧\n\n### ⟦Tests⟧\n\nx\n',
      others: { 'b.md': '# B\n\n## Web client\n\n### Tests\n\n## Web\n\n### Tests\n\ny\n' },
    },
    {
      title: 'in an import below another heading it is another section',
      text: '# A\n\n@b.md\n\n## Web\n\n### Tests\n\nx\n',
      others: { 'b.md': '# B\n\n## App\n\n### Tests\n\ny\n' },
    },
    {
      title: 'in what an import imports',
      text: '# A\n\n@b.md\n\n## ⟦Tests⟧\n\nx\n',
      others: { 'b.md': '@c.md\n', 'c.md': '## Tests\n\ny\n' },
    },
    {
      title: 'the heading over an import, and over one that imports the section',
      text: '# A\n\n## Tests\n\nSee @b.md\n',
      others: { 'b.md': '@c.md\n', 'c.md': '## Tests\n\ny\n' },
    },
    {
      title: 'titles and what every document has are not compared',
      text: '# A\n\n@b.md\n\n## Overview\n\nx\n',
      others: { 'b.md': '# A\n\n## Overview\n\ny\n' },
    },
    {
      title: 'a document that is not imported',
      text: '# A\n\n## Tests\n\nSee `@b.md`\n',
      others: { 'b.md': '## Tests\n\ny\n', 'sub/CLAUDE.md': '## Tests\n' },
    },
  ],
  'project/empty-section': [
    { title: 'at the end', text: '# A\n\nx\n\n## ⟦Release⟧\n' },
    { title: 'over a rule and a comment', text: '## ⟦Release⟧\n\n---\n<!-- later -->\n\n## Tests\n\nx\n' },
    { title: 'a title alone', text: '# Shop\n' },
    {
      title: 'where links lead to is something',
      text: '## Links\n\n[docs]: https://docs.example\n\n## Tests\n\nx\n',
    },
    { title: 'what is not released yet', text: '## Unreleased\n\n## Done\n\nx\n' },
    { title: 'an import is something', text: '## Release\n\n@release.md\n\n## Tests\n\nx\n' },
    { title: 'code is something', text: '## Release\n\n```sh\nx\n```\n\n## Tests\n\nx\n' },
    { title: 'an instruction', text: '## Always write the tests first\n\n## Tests\n\nx\n' },
    { title: 'a list of headings', text: '## Rules\n\n### Small steps\n### Short names\n\n## Tests\n\nx\n' },
    { title: 'a heading over another one', text: '## Release\n\n### Steps\n\nx\n' },
  ],
  'project/placeholder': [
    {
      title: 'in a table and in a paragraph with a label',
      text: '| Role | Who |\n|---|---|\n| Owner | ⟦[fill in]⟧ |\n\n**Contact:** ⟦TBD⟧\n',
    },
    {
      title: 'several on a line',
      text: '- **Place:** ⟦[YOUR_CITY]⟧, ⟦[YOUR COUNTRY]⟧\n',
    },
    {
      title: 'the form of an answer',
      text: '- **Branch:** [type/name]\n- **Summary:** [describe the change]\n- **By:** [your name]\n- **State:** todo\n',
    },
    {
      title: 'code, links, and words about placeholders',
      text: 'Replace `[YOUR_KEY]`, see [YOUR_GUIDE](a.md) and [YOUR_LIST][1]; fill in the template.\n\n```sh\n[YOUR_KEY]\n```\n',
    },
  ],
};

for (const [rule, ofRule] of Object.entries(cases) as [Rule, readonly Case[]][]) {
  describe(rule, () => {
    for (const one of ofRule) {
      it(one.title, async () => assert.equal(await found(rule, one), one.text));
    }
  });
}
