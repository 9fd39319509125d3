import type { Rule } from './rule.ts';
import type { AgentSubject } from './subjects.ts';
import { skipped } from './agent/skipped.ts';
import { unknownKey } from './agent/unknownKey.ts';
import { wrongDecoding } from './text/wrongDecoding.ts';

/** A rule on agent files; what it reads decides when it runs again. */
export type AgentRule = Rule<AgentSubject> & { readonly reads: 'frontmatter' | 'body' };

/** Every rule on agent files. */
export const agentRules: readonly AgentRule[] = [skipped, unknownKey, wrongDecoding];
