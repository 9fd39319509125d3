import type { TemplateLabel, TemplateSection } from '../catalogue/template.ts';
import type { TechnologyKind } from '../catalogue/types.ts';
import type { Declaration } from './declarations/declarations.ts';
import { isOfProject, otherSubjectOf } from './placesSubject.ts';
import { isWrittenAsName } from './values/untied.ts';

/**
 * Whether a place that has a name of the template is what the template means by it. Its names are everyday words:
 * `## Frontend` over commands, `**Storage**: every timestamp is …`, a file called `database`, a row for the agent
 * `security`, `## APIs` about the runtime's own. Those answer nothing, and what they mention is not declared.
 */
export function isMeant(place: Declaration): boolean {
  const { template } = place;
  if (template === undefined) return true;
  if (place.context.isDenied === true) return false;
  if (place.isLoose && !(place.declares || isOfText(place))) return false;
  if (template.kind === 'section') return sectionIsMeant(place, template.section);
  const { label } = template;
  if (label.section === 'metadata') return metadataIsMeant(place, label);
  if (isInside(place, label.section)) return true;
  if (label.holds === 'technologies' || label.holds === 'domains') return valuesAreMeant(place, label);
  if (namesCode(place)) return false;
  return label.section === 'integrations' ? integrationIsMeant(place, label) : true;
}

/**
 * Whether a place stands where a project speaks of itself as a whole: at the top, under its title, under a heading of
 * the template; not deep in something about another subject.
 */
export function isAtHome(place: Declaration): boolean {
  for (let outer = place.parent; outer !== undefined; outer = outer.parent) {
    const isTitle = outer.kind === 'heading' && outer.level === 1;
    if (!isTitle && outer.template === undefined) return false;
  }
  return true;
}

/** Whether all that it stands under is the project, its architecture or documents. */
function isUnderArchitecture(place: Declaration): boolean {
  for (let outer = place.parent; outer !== undefined; outer = outer.parent) {
    const isTitle = outer.kind === 'heading' && outer.level === 1;
    if (!isTitle && outer.template === undefined && !isOfProject(outer)) return false;
  }
  return true;
}

function sectionIsMeant(place: Declaration, { title, id }: TemplateSection): boolean {
  if (id === 'technologies' && !holdsItsKind(place, title))
    return /tech/i.test(place.label) && place.values.length > 0;
  // "Integration" may be that of tests.
  if (id === 'integrations' && place.isLoose)
    return place.kind === 'heading' && isAtHome(place) && namesService(place);
  if (place.kind === 'heading') return true;
  if (namesCode(place) || place.doubt !== undefined) return false;
  // One word alone (`**Requirements**: …`) may be about anything.
  return id === 'technologies' || place.label.includes(' ') || isAtHome(place);
}

/** A key of the metadata is no everyday word; its other names count only where the project speaks of itself. */
function metadataIsMeant(place: Declaration, label: TemplateLabel): boolean {
  if (place.kind === 'metadata' || isInside(place, 'metadata')) return true;
  if (place.label === label.label) return true;
  return isAtHome(place) && !namesCode(place) && place.doubt === undefined;
}

function valuesAreMeant(place: Declaration, label: TemplateLabel): boolean {
  if (isStyleRule(place) || isScope(place)) return false;
  const subject = place.kind === 'heading' ? undefined : otherSubjectOf(place);
  if (subject !== undefined) return subject === 'unless-declared' && place.declares;
  // "Other" says of itself nothing of what.
  const isAnything = label.id === 'other-technologies' && !/\s/.test(place.label);
  if (isAnything || namesCode(place) || place.doubt !== undefined) return place.declares;
  return holdsItsKind(place, label.label);
}

/**
 * What only has a name in common with a place for technologies or domains is that place only where it declares such
 * values, says where they stand, waits for them, or has the very name.
 */
function holdsItsKind(place: Declaration, ownName: string): boolean {
  if (!isAnswered(place) || place.declares) return true;
  if (place.label.toLowerCase() === ownName.toLowerCase() && isAnswer(place)) return true;
  const isPointer = place.pointsElsewhere && (isAtHome(place) || isUnderArchitecture(place));
  return isPointer || holdsOwnName(place);
}

/** "Database" is the template's own name, but over instructions, or before a port, it is about something else. */
function isAnswer(place: Declaration): boolean {
  const { kind, template, values } = place;
  const section = template?.kind === 'label' ? template.label.technologySection : undefined;
  if (section === undefined || values.length > 0 || place.pointsElsewhere) return true;
  return kind === 'heading' ? place.speaksOf(section) : place.hasWords;
}

function isAnswered({ status }: Declaration): boolean {
  return status === 'met' || status === 'partial';
}

/** `**Backend**: FooFramework`: unknown, but written as a name of something. */
function holdsOwnName(place: Declaration): boolean {
  if (place.kind === 'heading' || place.isLoose || !isAtHome(place)) return false;
  const { ownValues } = place;
  return ownValues.length > 0 && ownValues.every(({ text }) => isWrittenAsName(text));
}

/** Goals need no catalogue: where the project speaks of itself, any text is one. */
function isOfText(place: Declaration): boolean {
  return place.context.mode === 'text' && isAtHome(place);
}

/** `## Code Style` / `- Frontend: TypeScript required`: a rule for the code. */
function isStyleRule(place: Declaration): boolean {
  for (let outer = place.parent; outer !== undefined; outer = outer.parent) {
    if (outer.template?.kind === 'label' && outer.template.label.id === 'coding-style') return true;
  }
  return false;
}

/** One label several times in one list says for what the lines are: `Frontend: …`, `Frontend: …`. */
function isScope(place: Declaration): boolean {
  if (place.kind === 'heading' || place.parent === undefined || !isAnswered(place)) return false;
  const twins = place.parent.children.filter(
    ({ label, kind }) => label === place.label && kind === place.kind,
  );
  return twins.length > 1 && twins.some((twin) => isAnswered(twin) && !twin.declares);
}

function integrationIsMeant(place: Declaration, label: TemplateLabel): boolean {
  if (!isAnswered(place)) return isAtHome(place);
  if (place.label.toLowerCase() === label.label.toLowerCase() && place.kind === 'heading') return true;
  if (label.id === 'external-apis' && /^APIs?$/i.test(place.label)) return namesService(place);
  return label.id === 'other-dependencies' ? place.declares : place.values.length > 0;
}

function namesService({ values }: Declaration): boolean {
  return values.some(({ technology }) => technology !== undefined && serviceKinds.has(technology.kind));
}

/** What a project talks to and does not run itself. */
const serviceKinds: ReadonlySet<TechnologyKind> = new Set<TechnologyKind>([
  'service',
  'auth',
  'cloud',
  'cloud-service',
  'collaboration',
  'monitoring',
  'platform',
]);

/** `database/`, `` `security` ``, `[Version History](history.md)`: a file, a name in the code, a way to elsewhere. */
function namesCode({ doubt, label, kind }: Declaration): boolean {
  return kind !== 'heading' && (doubt === 'code' || /[/\\]$|^[./~]/.test(label));
}

function isInside(place: Declaration, section: TemplateSection['id']): boolean {
  return place.context.within === section;
}
