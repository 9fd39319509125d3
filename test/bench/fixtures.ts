/** Texts to measure on, made by code: nobody's files, the same in every run. */

/** An agent of about `lines` lines that reads five parts of the project document. */
export function agentText(name: string, lines: number): string {
  const text = [
    '---',
    `name: ${name}`,
    `description: Use this agent for the work of ${name}, for design, review, repair and measurement.`,
    'tools: Read, Grep, Glob, Edit, Bash',
    'model: sonnet',
    '---',
    '',
    `# ${title(name)}`,
    '',
    'You build services that stay correct under load. **IMPORTANT**: read the `CLAUDE.md` file first, to adapt to:',
    '- Backend technologies',
    '- Business domains',
    '- Non-functional requirements (performance, security)',
    '',
    '## Technology stack',
    '',
    'Based on the **"Backend – technologies and tools"** section in `CLAUDE.md`:',
    '',
    '```yaml',
    'backend_technologies:',
    ...['Node.js', 'Python', 'Java', 'Go', 'Rust'].flatMap((technology) => [
      `  ${technology}:`,
      '    frameworks: "Express, FastAPI, Spring Boot, Fiber"',
      '    patterns: "validated requests, streaming, back-pressure, graceful shutdown"',
    ]),
    '```',
    '',
    '### Databases',
    '',
    'Adaptation to the **"Database"** section in `CLAUDE.md`:',
    '',
    '- **PostgreSQL**: partial indexes, `EXPLAIN` before any tuning, row locks in one order',
    '- **MongoDB**: documents shaped by the reads, bounded arrays',
    '- **Redis**: an expiry on every cached key, never the only copy of a fact',
    '',
    '### Business rules',
    '',
    'Adaptation to **"Business domains"** from `CLAUDE.md`:',
    '',
    '- **E-commerce**: stock reserved with a deadline, idempotent order creation',
    '- **Fintech**: double-entry bookkeeping, append-only audit records',
    '- **Healthcare**: consent checked at the boundary, every read logged',
    '',
    'Keep within **"Performance"** and **"Security"** from `CLAUDE.md`.',
    '',
  ];
  for (let chapter = 1; text.length < lines - chapterLines; chapter++) text.push(...chapterText(chapter));
  while (text.length < lines) text.push('- one more thing to look after');
  return `${text.slice(0, lines).join('\n')}\n`;
}

/**
 * A project document of about `lines` lines in the template's form: one section that agents read is missing
 * ("Database"), one is not filled in ("Business domains"); the rest of its lines is prose, lists, tables and code.
 */
export function projectText(lines: number): string {
  const text = [
    '# CLAUDE.md – Parcel Desk',
    '',
    '## 0. Project Metadata',
    '',
    '- **project_name**: "parcel-desk"',
    '- **primary_language**: typescript',
    '- **project_scale**: sme',
    '',
    '## 1. Project Description',
    '',
    'Parcel Desk takes orders, reserves stock and tells the shop where the parcel is.',
    '',
    '## 2. Domains and Goals',
    '',
    '- **Business domains:** [fill in, e.g., e-commerce, logistics]',
    '- **Main project goals:** a label within a minute, no order lost',
    '',
    '## 3. Technologies',
    '',
    '- **Frontend – technologies and tools:** none',
    '- **Backend – technologies and tools:** Node.js 24 (NestJS), TypeScript, Kafka for order events',
    '- **Deployment – infrastructure and tools:** Docker, Kubernetes on AWS, GitHub Actions',
    '- **Other:** OpenTelemetry, Vitest',
    '',
    '## 6. Non-functional Requirements',
    '',
    '- **Performance:** p95 < 200 ms for order intake',
    '- **Security:** OAuth 2.0 for shops, addresses encrypted at rest',
    '',
  ];
  for (let chapter = 7; text.length < lines - chapterLines; chapter++) text.push(...chapterText(chapter));
  while (text.length < lines) text.push('- one more thing to keep in mind');
  return `${text.slice(0, lines).join('\n')}\n`;
}

/** The files of a project by path: `CLAUDE.md` and `agents` agents, some 60 lines each. */
export function projectFiles(claudeLines: number, agents: number): Record<string, string> {
  const files: Record<string, string> = { 'CLAUDE.md': projectText(claudeLines) };
  for (let i = 0; i < agents; i++) files[`.claude/agents/agent-${i}.md`] = agentText(`agent-${i}`, 60);
  return files;
}

const chapterLines = 24;

/** What people's documents are made of, in 24 lines. */
function chapterText(chapter: number): string[] {
  return [
    `## ${chapter}. Chapter ${chapter}: how the parts work together`,
    '',
    `The service of chapter ${chapter} owns its data and nobody else writes to it. Changes go through the interface;`,
    'whoever needs more asks for it, and a decision is written down where the next reader will look for it.',
    '',
    '- **Owner:** the team that is on call for it',
    '- **Interface:** HTTP with JSON, versions in the path',
    '- Runs `npm test` before every merge, on Linux and macOS',
    '  - and the slow suite at night',
    '1. Find the entry point.',
    '2. Name the invariant that the change must keep.',
    '',
    `### ${chapter}.1 Commands`,
    '',
    '```bash',
    `npm run build -- --chapter ${chapter}`,
    'npm run deploy',
    '```',
    '',
    '| Step | Takes | Who |',
    '|---|---|---|',
    '| build | 40 s | CI |',
    '| deploy | 3 min | the author |',
    '',
  ];
}

function title(name: string): string {
  return name.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
}
