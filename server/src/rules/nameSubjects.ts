/** What the rules on names see of an agent: its own, and those that its frontmatter mentions. */
import type { Span } from '../text/span.ts';
import type { RelatedPlace } from './rule.ts';

/** An agent's own name among those of all others. */
export interface OwnNameSubject {
  readonly name: string;
  /** Its value; UTF-16 offsets in the file. */
  readonly span: Span;
  /** The file of the same folder that Claude Code takes instead of this one; absent where it takes this one. */
  readonly winner: OtherAgent | undefined;
  /** The agents of folders above that this one takes the place of, the nearest first. */
  readonly above: readonly OtherAgent[];
  /** The user's own agent that this one, a project's, takes the place of. */
  readonly users: OtherAgent | undefined;
  readonly hidesBuiltin: boolean;
  /** The agents of folders below that take the place of this one there. */
  readonly below: readonly OtherAgent[];
}

/** Another file with the same name. */
export interface OtherAgent {
  /** Its path below the agents folder. */
  readonly path: string;
  /** The folder of its project, as one would say it: from the folder of this agent's project where it lies below. */
  readonly folder: string;
  /** The name in it; line and character as in LSP. */
  readonly place: Omit<RelatedPlace, 'message'>;
}

/** What an agent's frontmatter names, as far as everything has been read that it could mean. */
export interface MentionsSubject {
  readonly agents: readonly MentionedName[];
  readonly skills: readonly MentionedName[];
  /** Names of servers, and of tools that begin with a server's prefix. */
  readonly servers: readonly MentionedName[];
  readonly hasAgent: (name: string) => boolean;
  /** For suggestions only. */
  readonly agentNames: () => readonly string[];
  readonly skillNames: ReadonlySet<string>;
  readonly knownServers: readonly KnownServer[];
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
