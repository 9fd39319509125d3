import { duplicateSection } from './project/duplicateSection.ts';
import { emptySection } from './project/emptySection.ts';
import { importPunctuation } from './project/importPunctuation.ts';
import { linkAsText } from './project/linkAsText.ts';
import { misspeltName } from './project/misspeltName.ts';
import { placeholder } from './project/placeholder.ts';
import { ruleWithoutPaths } from './project/ruleWithoutPaths.ts';
import { size } from './project/size.ts';
import { unknownToAgents } from './project/unknownToAgents.ts';
import type { ProjectFileSubject } from './projectSubject.ts';
import type { Rule } from './rule.ts';
import { conflictMarker } from './text/conflictMarker.ts';
import { wrongDecoding } from './text/wrongDecoding.ts';

/** What is said of each file of a project document once, whichever projects it is part of. */
export const projectFileRules: readonly Rule<ProjectFileSubject>[] = [
  wrongDecoding,
  conflictMarker,
  linkAsText,
  importPunctuation,
  ruleWithoutPaths,
  size,
  duplicateSection,
  emptySection,
  placeholder,
  misspeltName,
  unknownToAgents,
];
