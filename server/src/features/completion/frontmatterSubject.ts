/** What completion in an agent's frontmatter has to know beyond the text. */
import type { NamedAgent } from '../../analysis/agentNames.ts';
import type { Surroundings } from '../../analysis/surroundings.ts';

export interface FrontmatterSubject {
  readonly text: string;
  /** The file's name without its ending: what the agent is probably going to be called. */
  readonly stem: string;
  /** VS Code itself completes part of this file; only the rest is offered. */
  readonly editorCompletes: boolean;
  readonly isPlugin: boolean;
  /** The client understands LSP's snippets. */
  readonly snippets: boolean;
  /** The agents that this one can name, itself left out. */
  readonly agents: readonly NamedAgent[];
  readonly surroundings: Surroundings;
}
