/** An agent for the rules' examples: it reads one section of the project document. */
export const readsDatabase = [
  '---',
  'name: storage',
  'description: Keeps data. Use when tables change.',
  '---',
  'Based on the **"Database"** section in `CLAUDE.md`:',
  '',
  '- **PostgreSQL**: partitioning',
  '',
].join('\n');
