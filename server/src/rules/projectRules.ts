import { drift } from './project/drift.ts';
import { missingSection } from './project/missingSection.ts';
import { noDocument } from './project/noDocument.ts';
import { unfilledSection } from './project/unfilledSection.ts';
import { unknownSection } from './project/unknownSection.ts';
import type { ProjectSubject, ReferencesSubject } from './projectSubject.ts';
import type { Rule } from './rule.ts';

/** What is said of a project document's completeness. */
export const projectRules: readonly Rule<ProjectSubject>[] = [missingSection, unfilledSection];

/** What is said of a project document beside its manifests, whether or not an agent reads it. */
export const driftRules: readonly Rule<ProjectSubject>[] = [drift];

/** What is said of an agent's references to its project document. */
export const referenceRules: readonly Rule<ReferencesSubject>[] = [noDocument, unknownSection];
