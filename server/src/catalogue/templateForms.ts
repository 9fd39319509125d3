import { findTechnology } from './lookup.ts';
import { normalizedName } from './names.ts';
import { findTemplatePlace, isSamePlace, templateNames, templateSections } from './template.ts';
import type { LabelId, SectionId, TemplatePlace } from './template.ts';
import type { Technology, TechnologyKind, TechnologySection } from './types.ts';

/** What a heading or label of a project document means. */
export interface DocumentPlace {
  readonly place: TemplatePlace;
  /** Named in words that mean other things too (`Server`, `UI & UX`): only what it holds can say that it is meant. */
  readonly isLoose: boolean;
  /** A technology in the name itself, and how it is written there: `Python Backend`. */
  readonly technology?: Technology;
  readonly technologyText?: string;
}

/**
 * The place of the template that a heading or label of a project document means, also in the words of real projects:
 * "Our Tech Stack", "Architecture & Tech Stack", "Backend & Database" (the technologies), "Server", "Python Backend".
 * Agents' references are not read so loosely.
 */
export function findDocumentPlace(label: string): DocumentPlace | undefined {
  const place = findTemplatePlace(label);
  if (place !== undefined) return { place, isLoose: false };
  if (label.length > longestLoose) return undefined;
  if (label.toLowerCase() === integration) return { place: sectionOf('integrations'), isLoose: true };
  const bare = withoutQualifiers(label);
  const named = looseNames().get(label.toLowerCase()) ?? placeNamed(bare);
  const loose = named ?? placeOfParts(bare) ?? placeBeforeRemark(bare);
  if (loose !== undefined) return { place: loose, isLoose: true };
  return placeBehindTechnology(bare);
}

const longestLoose = 80;

/** Of tests as often as with others. */
const integration = 'integration';

/**
 * Whether a label may mean a place at all: then one of the names for them, normalised, stands somewhere in it. Most
 * labels name nothing, and this is a small part of what it takes to find that out.
 */
export function mayMeanPlace(label: string): boolean {
  anyName ??= new RegExp(shortestNames().map(escaped).join('|'));
  return anyName.test(normalizedName(label));
}

let anyName: RegExp | undefined;

/** The names in which no other one stands. */
function shortestNames(): readonly string[] {
  const names = [...templateNames(), ...[...looseNames().keys(), integration].map(normalizedName)];
  const shortest: string[] = [];
  for (const name of names.sort((a, b) => a.length - b.length)) {
    if (!shortest.some((other) => name.includes(other))) shortest.push(name);
  }
  return shortest;
}

function escaped(name: string): string {
  return name.replace(/[$()*+./?[\\\]^{|}-]/g, String.raw`\$&`);
}

/** "Our", "key", "overview" and their like say nothing of what is meant. */
function withoutQualifiers(label: string): string {
  return label
    .replace(/\s*\([^()]*\)\s*$/, '')
    .replace(/[:：\s]+$/u, '')
    .replace(
      /^(?:(?:our|the|this|main|key|core|current|primary|overall|general|full|complete|enhanced|project['’]?s?|app(?:lication)?['’]?s?|product|system)\s+)+(?=\S)/i,
      '',
    )
    .replace(
      /(?:\s+(?:overview|summary|at a glance|used|in use|we use|choices|details|reference|information|layer|platform|plataforma))+$/i,
      '',
    );
}

function placeNamed(name: string): TemplatePlace | undefined {
  const place = findTemplatePlace(name);
  if (place !== undefined) return isOfNames(place) ? place : undefined;
  return looseNames().get(name.toLowerCase());
}

/** Places that hold names of technologies, domains or goals: what they hold tells whether they are meant. */
function isOfNames(place: TemplatePlace): boolean {
  if (place.kind === 'section') return place.section.id === 'technologies';
  return place.label.section === 'technologies' || place.label.section === 'domains-and-goals';
}

/** Several names joined: each a place of technologies, or what goes with one. */
function placeOfParts(name: string): TemplatePlace | undefined {
  // `packages/ui` is a path.
  if (/^\p{Ll}[^\s/]*\//u.test(name)) return undefined;
  const parts = name.split(/\s*(?:,|&|\/|\+|\s(?:and|und|et|y|e|i)\s)\s*/).filter((part) => part !== '');
  if (parts.length < 2 || parts.length > mostParts) return undefined;
  const places: TemplatePlace[] = [];
  for (const part of parts) {
    const place = placeNamed(withoutQualifiers(part));
    if (place !== undefined && isOfTechnologies(place)) places.push(place);
    else if (!companions.test(withoutQualifiers(part))) return undefined;
  }
  const [first, ...others] = places;
  if (first === undefined) return undefined;
  return others.every((other) => isSamePlace(first, other)) ? first : technologies();
}

/** `Tech Stack — no exceptions`; with a label of it behind the dash, that label. */
function placeBeforeRemark(name: string): TemplatePlace | undefined {
  const dash = /\s+[-\u2010-\u2015]\s+/.exec(name);
  if (dash === null) return undefined;
  const before = withoutQualifiers(name.slice(0, dash.index));
  const place = placeNamed(before) ?? placeOfParts(before);
  if (place?.kind !== 'section') return undefined;
  const behind = placeNamed(withoutQualifiers(name.slice(dash.index + dash[0].length)));
  return behind?.kind === 'label' && isOfTechnologies(behind) ? behind : place;
}

const mostParts = 4;
const companions =
  /^(?:architecture|tools?|tooling|librar(?:y|ies)|frameworks?|languages?|dependencies|ports?|startup order|apis?|orms?|cach(?:e|ing)|services?|versions?|patterns?|structure|build|runtime|environment|packages?|ux|conventions?|constraints?|standards?|commands?|rules)$/i;

function isOfTechnologies(place: TemplatePlace): boolean {
  return place.kind === 'section' || place.label.technologySection !== undefined;
}

function placeBehindTechnology(name: string): DocumentPlace | undefined {
  const words = name.split(/\s+/);
  const last = words.pop()!;
  if (words.length === 0 || words.length > mostWords || !plainNames.test(last)) return undefined;
  const technologyText = words.join(' ');
  const technology = findTechnology(technologyText);
  const place = findTemplatePlace(last);
  if (technology === undefined || place?.kind !== 'label') return undefined;
  const section = place.label.technologySection;
  if (section === undefined || !kindsBefore[section].has(technology.kind)) return undefined;
  return { place, isLoose: true, technology, technologyText };
}

/** Of a technology's name. */
const mostWords = 3;

const plainNames = /^(?:back-?end|front-?end|databases?|deployment|infrastructure|hosting|cloud)$/i;

const codeKinds: readonly TechnologyKind[] = [
  'language',
  'runtime',
  'framework',
  'library',
  'mobile',
  'desktop',
];
const kindsBefore: Readonly<Record<TechnologySection, ReadonlySet<TechnologyKind>>> = {
  frontend: new Set(codeKinds),
  backend: new Set(codeKinds),
  database: new Set<TechnologyKind>(['database', 'cache', 'search', 'vector-store', 'warehouse']),
  deployment: new Set<TechnologyKind>([
    'cloud',
    'cloud-service',
    'platform',
    'container',
    'orchestrator',
    'tool',
  ]),
};

function technologies(): TemplatePlace {
  return sectionOf('technologies');
}

function sectionOf(wanted: SectionId): TemplatePlace {
  const section = templateSections.find(({ id }) => id === wanted);
  if (section === undefined) throw new RangeError(`the template has no ${wanted}`);
  return { kind: 'section', section };
}

let loose: ReadonlyMap<string, TemplatePlace> | undefined;

function looseNames(): ReadonlyMap<string, TemplatePlace> {
  if (loose === undefined) {
    const places = new Map<string, TemplatePlace>();
    for (const section of templateSections) {
      for (const label of section.labels) {
        const names = looseNamesOf[label.id] ?? '';
        for (const name of names.split(', ')) if (name !== '') places.set(name, { kind: 'label', label });
      }
    }
    for (const name of looseNamesOfTechnologies.split(', ')) places.set(name, technologies());
    loose = places;
  }
  return loose;
}

const looseNamesOf: Partial<Record<LabelId, string>> = {
  frontend: 'client, client app, client-side, ui, ui layer, web app, web application, web client, web ui',
  backend: 'server, api server, backend api, backend service, backend services, api layer',
  deployment: 'infra, deploy, deploys, ci/cd, cloud infrastructure, devops & ci, hosting & ci',
  database:
    'data persistence, persistence layer, database and caching, database & caching, datastore, datastores',
  'business-domains': 'business context, domain context',
};

const looseNamesOfTechnologies =
  'tech, tech used, built with, built using, made with, development stack, dev stack, software stack, ' +
  'key dependencies, main dependencies, core dependencies, major dependencies, frameworks & libraries, frameworks and libraries, libraries & frameworks, libraries and frameworks, languages & frameworks, languages and frameworks, libraries & dependencies, libraries and dependencies, libraries & tools, libraries and tools';
