/** What the rules on names see of an agent: its own, and those that its frontmatter mentions. */
import type { Span } from '../text/span.ts';
import type { RelatedPlace } from './rule.ts';

/** An agent's own name among those of all others. */
export interface OwnNameSubject {
  readonly name: string;
  /** Its value; UTF-16 offsets in the file. */
  readonly span: Span;
  /** The file that Claude Code takes instead of this one; absent where it takes this one. */
  readonly winner: OtherAgent | undefined;
  /** The user's own agents that this one, a project's, takes the place of. */
  readonly hidden: readonly OtherAgent[];
  readonly hidesBuiltin: boolean;
}

/** Another file with the same name. */
export interface OtherAgent {
  /** Its path below the agents folder. */
  readonly path: string;
  /** The name in it; line and character as in LSP. */
  readonly place: Omit<RelatedPlace, 'message'>;
}

/** What an agent's frontmatter names, seen from a place all of whose surroundings have been read. */
export interface MentionsSubject {
  readonly agents: readonly MentionedName[];
  readonly skills: readonly MentionedName[];
  /** Names of servers, and of tools that begin with a server's prefix. */
  readonly servers: readonly MentionedName[];
  readonly hasAgent: (name: string) => boolean;
  /** For suggestions only. */
  readonly agentNames: () => readonly string[];
  /** `undefined` where others may come from somewhere that cannot be read. */
  readonly skillNames: ReadonlySet<string> | undefined;
  readonly serverNames: readonly KnownServer[] | undefined;
}

/** UTF-16 offsets in the agent's file. */
export interface MentionedName {
  readonly name: string;
  readonly span: Span;
}

export interface KnownServer {
  readonly name: string;
  /** What its tools' names begin with: `mcp__tracker`. */
  readonly toolPrefix: string;
}
