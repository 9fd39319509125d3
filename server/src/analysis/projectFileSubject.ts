import { domainCovers, technologyCovers } from '../catalogue/relations.ts';
import { templateSectionOf } from '../catalogue/template.ts';
import { nothingDetected } from '../project/detect/detect.ts';
import { type ProjectFacts, readFacts } from '../project/facts.ts';
import type { DeclaredPlace, DeclaredValue } from '../project/factTypes.ts';
import type { VocabularyKey } from '../requirements/requirementTypes.ts';
import { unfilledPlaces } from '../rules/project/unfilledSection.ts';
import type { ProjectFileSubject, ProjectSubject } from '../rules/projectSubject.ts';
import { isBelow } from '../workspace/uris.ts';
import type { AgentDocument } from './agentDocument.ts';
import { knowledgeOf } from './knowledge.ts';
import type { Project } from './project.ts';
import type { ProjectFile } from './projectFile.ts';

/**
 * A file of project documents as the rules on single files see it; what only some of them ask for is found out
 * when they do.
 * @param projects the projects whose document it is part of
 * @param subjectOf what the completeness rules see of it in one of them
 */
export function projectFileSubject(
  file: ProjectFile,
  projects: readonly Project[],
  subjectOf: (project: Project) => ProjectSubject,
  agentsOf: (project: Project) => readonly AgentDocument[],
): ProjectFileSubject {
  const isLoaded = projects.every((project) => project.isLoaded);
  // Of most projects the file is the whole document: what has been resolved there need not be again.
  const whole = projects.find(({ sources }) => sources.length === 1 && sources[0] === file);
  const facts = once((): ProjectFacts => whole?.facts ?? readFacts([file]));
  const unanswered = once(
    () =>
      new Set<DeclaredPlace>(
        projects.flatMap((project) => unfilledPlaces(subjectOf(project)).map(({ place }) => place)),
      ),
  );
  const imported = once(() => {
    const files = projects.flatMap((project) => project.importedBy(file.uri));
    const byUri = new Map(files.map((one) => [one.file.uri, one]));
    return [...byUri].map(([uri, { file: other, path }]) => ({
      uri,
      file: other,
      get positions() {
        return other.positions;
      },
      path,
    }));
  });
  return {
    uri: file.uri,
    text: file.text,
    file,
    get positions() {
      return file.positions;
    },
    get facts() {
      return facts();
    },
    get imported() {
      return imported();
    },
    get detected() {
      const project = innermost(projects.filter(({ root }) => isBelow(file.uri, root)));
      return project === undefined ? nothingDetected : subjectOf(project).detected;
    },
    get unanswered() {
      return isLoaded ? unanswered() : undefined;
    },
    get readSections() {
      const places = projects.flatMap((project) => subjectOf(project).required.map(({ place }) => place));
      return new Set(places.flatMap((place) => (place === undefined ? [] : templateSectionOf(place).id)));
    },
    get documentLength() {
      return longestDocument(file, projects);
    },
    get isKnownToAgents() {
      return isLoaded ? knownTo(projects.flatMap(agentsOf)) : undefined;
    },
  };
}

function innermost(projects: readonly Project[]): Project | undefined {
  return projects.toSorted((a, b) => b.root.length - a.root.length)[0];
}

function longestDocument(file: ProjectFile, projects: readonly Project[]): number | undefined {
  const own = projects.filter((project) => project.mainFile?.uri === file.uri);
  if (own.length === 0) return undefined;
  return Math.max(...own.map(({ sources }) => sources.reduce((sum, source) => sum + source.text.length, 0)));
}

/** `undefined` where no agent knows anything: then there is nothing to compare with. */
function knownTo(agents: readonly AgentDocument[]): ((value: DeclaredValue) => boolean) | undefined {
  const { technologies, domains } = knowledgeOf(agents);
  const technologyItems = [...technologies.values()].map(({ item }) => item);
  const domainItems = [...domains.values()].map(({ item }) => item);
  if (technologyItems.length + domainItems.length === 0) return undefined;
  const sections = sectionsOf(
    agents.flatMap(({ requirements }) => requirements).flatMap((one) => one.vocabulary),
  );
  return ({ technology, domain }) => {
    if (technology !== undefined) {
      if (!technology.sections.some((section) => sections.has(section))) return true;
      return technologyItems.some(
        (item) =>
          technologyCovers(item, technology) !== undefined ||
          technologyCovers(technology, item) !== undefined,
      );
    }
    if (domain === undefined || domainItems.length === 0) return true;
    return domainItems.some((item) => domainCovers(item, domain) !== undefined);
  };
}

/** The sections of which the agents know anything; of the others nobody claims to. */
function sectionsOf(keys: readonly VocabularyKey[]): ReadonlySet<string> {
  return new Set(
    keys.flatMap(({ technologies, layer }) => [
      ...(layer === undefined ? [] : [layer]),
      ...technologies.flatMap(({ sections }) => sections),
    ]),
  );
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
