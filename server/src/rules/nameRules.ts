import { duplicateName } from './agent/duplicateName.ts';
import { shadows } from './agent/shadows.ts';
import { unknownAgent } from './agent/unknownAgent.ts';
import { unknownServer } from './agent/unknownServer.ts';
import { unknownSkill } from './agent/unknownSkill.ts';
import type { MentionsSubject, OwnNameSubject } from './nameSubjects.ts';
import type { Rule } from './rule.ts';

/** What is said of an agent's own name. */
export const ownNameRules: readonly Rule<OwnNameSubject>[] = [duplicateName, shadows];

/** What is said of the agents, skills and servers that an agent names. */
export const mentionRules: readonly Rule<MentionsSubject>[] = [unknownAgent, unknownSkill, unknownServer];
