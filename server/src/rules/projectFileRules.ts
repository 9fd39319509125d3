import type { Rule } from './rule.ts';
import type { TextSubject } from './subjects.ts';
import { wrongDecoding } from './text/wrongDecoding.ts';

/** What is said of a project document's file for itself, whoever reads it. */
export const projectFileRules: readonly Rule<TextSubject>[] = [wrongDecoding];
