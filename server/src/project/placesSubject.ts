import type { Declaration } from './declarations/declarations.ts';

/**
 * Whether a label stands under a heading, or behind another label, that asks something else of the parts of a project
 * than what they are made of: how they are tested, started, reviewed. `unless-declared`: there it counts where it
 * names technologies.
 */
export function otherSubjectOf(place: Declaration): 'always' | 'unless-declared' | undefined {
  let found: 'unless-declared' | undefined;
  for (let outer = place.parent; outer !== undefined; outer = outer.parent) {
    if (outer.template !== undefined) continue;
    if (otherSubject.test(outer.label)) return 'always';
    if (looseSubject.test(outer.label)) found = 'unless-declared';
  }
  return found;
}

/** Whether a heading is about what a project is made of as a whole, or where that is written down. */
export function isOfProject({ kind, label }: Declaration): boolean {
  return kind === 'heading' && ofProject.test(label);
}

const ofProject =
  /^(?:(?:our|the|this|system|software|technical|project|app|application|solution|code|high-level|overall|further|more|key|core|main) )*(?:architecture|structure|design|layout|components|documentation|docs|documents|references?|architektur|arquitectura|architektura)(?: (?:overview|summary|notes|at a glance|details|documentation|docs|guide))*$/iu;

const before =
  '(?:(?:our|the|common|known|useful|general|local|key|quick|unit|integration|e2e|manual|automated|running|writing|current|project|development|dev) )*';
const behind =
  '(?: (?:strategy|guidelines?|guide|approach|requirements?|rules?|standards?|polic(?:y|ies)|conventions?|checklists?|' +
  'practices|tips|instructions|notes|process|setup|stack|tools?|frameworks?|commands?|&|and))*(?: for [^]+)?';

const otherSubject = new RegExp(
  `^${before}(?:tests?|testing|test (?:commands?|structure|coverage)|lint(?:ing|ers?)?|format(?:ting)?|` +
    'lint(?:ing)? (?:and|&) format(?:ting)?|(?:code|coding) (?:rules?|style|standards?|conventions?|guidelines|quality|reviews?)|' +
    'naming|(?:pr|pull request) (?:reviews?|rules?|checklist)|reviews?|checklists?|gotchas?|pitfalls?|caveats?|(?:known )?issues|' +
    'troubleshooting|debugging|roles?|teams?|owners?|ownership|code ?owners|responsibilit(?:y|ies)|commits?|' +
    `commit (?:messages?|scopes?)|scopes?|commands?|scripts?|ports?|urls?|todos?|technical debt|tech debt|roadmap|open questions)${behind}$`,
  'iu',
);

const looseSubject = new RegExp(
  `^${before}(?:environments?|env|environment variables|env vars|secrets|config(?:uration)?|rules?|conventions?|` +
    `guidelines?|standards|best practices|patterns|notes|tips|security)${behind}$`,
  'iu',
);
