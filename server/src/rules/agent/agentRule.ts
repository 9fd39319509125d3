import type { Rule } from '../rule.ts';
import type { AgentSubject } from '../subjects.ts';

/** A rule on agent files; what it reads decides when it runs again. */
export type AgentRule = Rule<AgentSubject> & { readonly reads: 'frontmatter' | 'body' };
