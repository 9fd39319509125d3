/** Filling in what a project document leaves open: the text before, with what is known in it, and open for its author. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MarkdownTree } from '../../../server/src/parse/markdown.ts';
import { readFacts } from '../../../server/src/project/facts.ts';
import { fillIn, openForAuthor } from '../../../server/src/project/fillIn.ts';
import { applyEdits } from '../../../server/src/text/textEdit.ts';

const known: Readonly<Record<string, string>> = {
  Database: 'PostgreSQL',
  'Backend – technologies and tools': 'NestJS',
  project_name: 'shop',
};

const database = '[fill in, e.g., PostgreSQL, Redis]';
const frontend = '[fill in, e.g., React, TypeScript]';
const deployment = '[fill in, e.g., Docker, Kubernetes, AWS]';
const other = '[fill in, e.g., Kafka, OpenTelemetry]';
const backend = '[fill in, e.g., Node.js, NestJS]';

interface Case {
  readonly name: string;
  readonly text: string;
  /** What is asked for; `Database` where it is left out. */
  readonly asked?: string;
  /** With what is known; left out where nothing is. */
  readonly filled?: string;
  /** With `⟦…⟧` around what the author types over. */
  readonly open: string;
}

const cases: readonly Case[] = [
  {
    name: 'a label with a placeholder',
    text: '- **Database:** [fill in]\n',
    filled: '- **Database:** PostgreSQL\n',
    open: '- **Database:** ⟦[fill in]⟧\n',
  },
  {
    name: 'a placeholder that says nothing',
    text: '- **Database:** TBD',
    filled: '- **Database:** PostgreSQL',
    open: `- **Database:** ⟦${database}⟧`,
  },
  {
    name: 'a label with nothing',
    text: '- **Database:**\n- **Backend:** Go\n',
    filled: '- **Database:** PostgreSQL\n- **Backend:** Go\n',
    open: `- **Database:** ⟦${database}⟧\n- **Backend:** Go\n`,
  },
  {
    name: 'a label with a blank behind it, CRLF',
    text: '- **Database**: \r\n- x\r\n',
    filled: '- **Database**: PostgreSQL\r\n- x\r\n',
    open: `- **Database**: ⟦${database}⟧\r\n- x\r\n`,
  },
  {
    name: 'a bold label without a colon',
    text: '**Database**\n\n## Next\n',
    filled: '**Database**: PostgreSQL\n\n## Next\n',
    open: `**Database**: ⟦${database}⟧\n\n## Next\n`,
  },
  {
    name: 'a label over an empty list',
    text: '- **Database:**\n  - TBD\n  - [fill in]\n',
    filled: '- **Database:**\n  - PostgreSQL\n  - [fill in]\n',
    open: `- **Database:**\n  - ⟦${database}⟧\n  - ⟦[fill in]⟧\n`,
  },
  {
    name: 'a label over labels of the project’s own',
    text: '- **Database:**\n  - Primary: TBD\n',
    filled: '- **Database:** PostgreSQL\n  - Primary: TBD\n',
    open: '- **Database:**\n  - Primary: ⟦[fill in]⟧\n',
  },
  {
    name: 'a heading with a placeholder',
    text: '## Database\n\n[e.g., MySQL]\n\n## Next\n',
    filled: '## Database\n\nPostgreSQL\n\n## Next\n',
    open: '## Database\n\n⟦[e.g., MySQL]⟧\n\n## Next\n',
  },
  {
    name: 'a heading with an empty bullet',
    text: '## Database\n\n- \n',
    filled: '## Database\n\n- PostgreSQL\n',
    open: `## Database\n\n- ⟦${database}⟧\n`,
  },
  {
    name: 'a heading over nothing',
    text: '## Database\n',
    filled: '## Database\n\nPostgreSQL\n',
    open: `## Database\n\n⟦${database}⟧\n`,
  },
  {
    name: 'a heading right above another, written without blank lines',
    text: '# Shop\ntext\n## Database\n## Next\n',
    filled: '# Shop\ntext\n## Database\nPostgreSQL\n## Next\n',
    open: `# Shop\ntext\n## Database\n⟦${database}⟧\n## Next\n`,
  },
  {
    name: 'an underlined heading above a rule',
    text: 'Database\r\n--------\r\n---\r\n',
    filled: 'Database\r\n--------\r\n\r\nPostgreSQL\r\n\r\n---\r\n',
    open: `Database\r\n--------\r\n\r\n⟦${database}⟧\r\n\r\n---\r\n`,
  },
  {
    name: 'a heading over a comment',
    text: '## Database\n\n<!-- ask Ann -->\n',
    filled: '## Database\n\nPostgreSQL\n\n<!-- ask Ann -->\n',
    open: `## Database\n\n⟦${database}⟧\n\n<!-- ask Ann -->\n`,
  },
  {
    name: 'a heading with its placeholder beside it',
    text: '## Database: TBD\n',
    filled: '## Database: PostgreSQL\n',
    open: `## Database: ⟦${database}⟧\n`,
  },
  {
    name: 'a comment in the place of a value',
    text: '- **Database:** <!-- ask Ann -->\n',
    filled: '- **Database:** PostgreSQL <!-- ask Ann -->\n',
    open: `- **Database:** ⟦${database}⟧ <!-- ask Ann -->\n`,
  },
  {
    name: 'a comment behind a placeholder',
    text: '- **Database:** TBD <!-- ask Ann -->\n',
    filled: '- **Database:** PostgreSQL <!-- ask Ann -->\n',
    open: `- **Database:** ⟦${database}⟧ <!-- ask Ann -->\n`,
  },
  {
    name: 'a placeholder in quotes, and one in slanted words',
    text: '- Database: "[fill in]"\n',
    filled: '- Database: "PostgreSQL"\n',
    open: '- Database: "⟦[fill in]⟧"\n',
  },
  {
    name: 'a placeholder in slanted words',
    text: '- Database: *[fill in]*\n',
    filled: '- Database: PostgreSQL\n',
    open: '- Database: ⟦*[fill in]*⟧\n',
  },
  {
    name: 'a remark behind a placeholder',
    text: '- Database: [e.g., MySQL] - without the cache\n',
    filled: '- Database: PostgreSQL - without the cache\n',
    open: '- Database: ⟦[e.g., MySQL]⟧ - without the cache\n',
  },
  {
    name: 'a row with an empty cell',
    text: '| Layer | Technology |\n|---|---|\n| Backend | Go |\n| Database |  |\n',
    filled: '| Layer | Technology |\n|---|---|\n| Backend | Go |\n| Database | PostgreSQL |\n',
    open: `| Layer | Technology |\n|---|---|\n| Backend | Go |\n| Database | ⟦${database}⟧ |\n`,
  },
  {
    name: 'a row without the cell',
    text: '| Layer | Technology |\n|---|---|\n| Database |\n',
    filled: '| Layer | Technology |\n|---|---|\n| Database | PostgreSQL |\n',
    open: `| Layer | Technology |\n|---|---|\n| Database | ⟦${database}⟧ |\n`,
  },
  {
    name: 'a row with a placeholder, and one more column',
    text: '| Layer | Technology | Version |\n|---|---|---|\n| Database | TBD | 16 |\n',
    filled: '| Layer | Technology | Version |\n|---|---|---|\n| Database | PostgreSQL | 16 |\n',
    open: `| Layer | Technology | Version |\n|---|---|---|\n| Database | ⟦${database}⟧ | 16 |\n`,
  },
  {
    name: 'labels in a table’s header',
    text: '| Backend | Database |\n|---|---|\n| Go | [fill in] |\n',
    filled: '| Backend | Database |\n|---|---|\n| Go | PostgreSQL |\n',
    open: '| Backend | Database |\n|---|---|\n| Go | ⟦[fill in]⟧ |\n',
  },
  {
    name: 'a section over nothing',
    text: '## 3. Technologies\n\n## Notes\n',
    asked: 'Technologies',
    filled: `## 3. Technologies\n\n- **Frontend – technologies and tools:** ${frontend}\n- **Backend – technologies and tools:** NestJS\n- **Deployment – infrastructure and tools:** ${deployment}\n- **Database:** PostgreSQL\n- **Other:** ${other}\n\n## Notes\n`,
    open: `## 3. Technologies\n\n- **Frontend – technologies and tools:** ⟦${frontend}⟧\n- **Backend – technologies and tools:** ${backend}\n- **Deployment – infrastructure and tools:** ${deployment}\n- **Database:** ${database}\n- **Other:** ${other}\n\n## Notes\n`,
  },
  {
    name: 'a section over one placeholder, in a document with its own way of writing labels',
    text: '# Shop\n\n* Business domains: retail\n\n## Technologies\n\n* [fill in]\n',
    asked: 'Technologies',
    filled: `# Shop\n\n* Business domains: retail\n\n## Technologies\n\n* Frontend – technologies and tools: ${frontend}\n* Backend – technologies and tools: NestJS\n* Deployment – infrastructure and tools: ${deployment}\n* Database: PostgreSQL\n* Other: ${other}\n`,
    open: `# Shop\n\n* Business domains: retail\n\n## Technologies\n\n* Frontend – technologies and tools: ⟦${frontend}⟧\n* Backend – technologies and tools: ${backend}\n* Deployment – infrastructure and tools: ${deployment}\n* Database: ${database}\n* Other: ${other}\n`,
  },
  {
    name: 'a section with labels that wait',
    text: '## Technologies\n\n- **Backend:** TBD\n- **Database:**\n- **Frontend:** [your choice]\n',
    asked: 'Technologies',
    filled:
      '## Technologies\n\n- **Backend:** NestJS\n- **Database:** PostgreSQL\n- **Frontend:** [your choice]\n',
    open: `## Technologies\n\n- **Backend:** ⟦${backend}⟧\n- **Database:** ⟦${database}⟧\n- **Frontend:** ⟦[your choice]⟧\n`,
  },
  {
    name: 'a section with empty headings under it',
    text: '## Technologies\n\n### Backend\n\n### Database\n\n### Notes\n',
    asked: 'Technologies',
    filled: '## Technologies\n\n### Backend\n\nNestJS\n\n### Database\n\nPostgreSQL\n\n### Notes\n',
    open: `## Technologies\n\n### Backend\n\n⟦${backend}⟧\n\n### Database\n\n⟦${database}⟧\n\n### Notes\n`,
  },
  {
    name: 'a section in a table',
    text: '## Technologies\n\n| Layer | Technology |\n|---|---|\n| Backend | [fill in] |\n| Database | |\n',
    asked: 'Technologies',
    filled:
      '## Technologies\n\n| Layer | Technology |\n|---|---|\n| Backend | NestJS |\n| Database | PostgreSQL |\n',
    open: `## Technologies\n\n| Layer | Technology |\n|---|---|\n| Backend | ⟦[fill in]⟧ |\n| Database | ⟦${database}⟧ |\n`,
  },
  {
    name: 'a section that is a bullet',
    text: '- **Tech stack:** [fill in]\n',
    asked: 'Technologies',
    filled: '- **Tech stack:** NestJS, PostgreSQL\n',
    open: '- **Tech stack:** ⟦[fill in]⟧\n',
  },
  {
    name: 'non-functional requirements with their labels',
    text: '## 6. Non-functional Requirements\n\n- Performance: [fill in, e.g., fast]\n- Security: TBD\n- Scalability:\n- Availability: ...\n',
    asked: 'Non-functional Requirements',
    open: '## 6. Non-functional Requirements\n\n- Performance: ⟦[fill in, e.g., fast]⟧\n- Security: ⟦[fill in, e.g., OAuth 2.0, encryption at rest]⟧\n- Scalability: ⟦[fill in, e.g., ten times today’s load]⟧\n- Availability: ⟦[fill in, e.g., 99.9 % a month]⟧\n',
  },
  {
    name: 'non-functional requirements over nothing',
    text: '## Non-functional Requirements\n',
    asked: 'Non-functional Requirements',
    open: '## Non-functional Requirements\n\n- Performance: ⟦[fill in, e.g., 95 % of requests under 200 ms]⟧\n- Security: [fill in, e.g., OAuth 2.0, encryption at rest]\n- Scalability: [fill in, e.g., ten times today’s load]\n- Availability: [fill in, e.g., 99.9 % a month]\n',
  },
  {
    name: 'metadata',
    text: '## Project Metadata\n\n- **project_name**: [project name, e.g., x]\n- **project_scale**: [startup/sme/enterprise]\n',
    asked: 'Project Metadata',
    filled:
      '## Project Metadata\n\n- **project_name**: shop\n- **project_scale**: [startup/sme/enterprise]\n',
    open: '## Project Metadata\n\n- **project_name**: ⟦[project name, e.g., x]⟧\n- **project_scale**: ⟦[startup/sme/enterprise]⟧\n',
  },
  {
    name: 'a section of the project’s own',
    text: '## Release process\n\nTBD\n',
    asked: 'Release process',
    open: '## Release process\n\n⟦[fill in]⟧\n',
  },
  {
    name: 'a section of the project’s own over nothing',
    text: '## Release process\n\n## Next\n',
    asked: 'Release process',
    open: '## Release process\n\n⟦[fill in]⟧\n\n## Next\n',
  },
];

/** The text with marks around what the author is to type over first, or over all that he is led to. */
function withPlaceholders(text: string, edits: ReturnType<typeof openForAuthor>): string {
  return applyEdits(
    text,
    edits.map((edit) => {
      const { start, end } = edit.placeholder!;
      const { newText } = edit;
      return {
        span: edit.span,
        newText: `${newText.slice(0, start)}⟦${newText.slice(start, end)}⟧${newText.slice(end)}`,
      };
    }),
  );
}

describe('filling in', () => {
  for (const { name, text, asked = 'Database', filled, open } of cases) {
    for (const [title, all] of [
      [name, (one: string) => one],
      [`${name}, below a frontmatter`, (one: string) => `---\nx: 1\n---\n${one}`],
    ] as const) {
      it(title, () => {
        const whole = all(text);
        const bodyStart = whole.length - text.length;
        const source = { uri: 'file:///CLAUDE.md', body: MarkdownTree.parse(text), bodyStart };
        const place = readFacts([source]).resolve(asked).places.at(0);
        assert.ok(place !== undefined && place.status === 'unfilled', `${place?.status}`);
        const { edits, values } = fillIn(source, place, asked, (label) => known[label]);
        assert.equal(applyEdits(whole, edits), all(filled ?? text));
        assert.equal(values.length > 0, filled !== undefined);
        assert.equal(withPlaceholders(whole, openForAuthor(source, place, asked)), all(open));
      });
    }
  }
});
