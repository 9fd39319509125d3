/** A section's new name, tried on copies of the document and of the agents that ask for it. */
import { AgentDocument } from '../../analysis/agentDocument.ts';
import type { Project } from '../../analysis/project.ts';
import { ProjectFile } from '../../analysis/projectFile.ts';
import type { DeclaredPlace } from '../../project/factTypes.ts';
import { type ProjectFacts, readFacts } from '../../project/facts.ts';
import type { Requirement } from '../../requirements/requirementTypes.ts';
import type { Span } from '../../text/span.ts';
import { applyEdits } from '../../text/textEdit.ts';
import type { SectionMentions } from './sectionMentions.ts';

/** A reference that would not lead to the section any more. */
export interface LostReference {
  readonly agent: AgentDocument;
  readonly span: Span;
}

/** The agents' first references that would be lost with the new name, one of each agent. */
export function lostReferences(
  place: DeclaredPlace,
  label: Span,
  newText: string,
  mentions: readonly SectionMentions[],
): LostReference[] {
  const renamedFacts = new Map<Project, ProjectFacts>();
  const factsOf = (project: Project): ProjectFacts => {
    let facts = renamedFacts.get(project);
    if (facts === undefined)
      renamedFacts.set(project, (facts = factsWithLabel(project, place, label, newText)));
    return facts;
  };
  return mentions.flatMap(({ agent, project, spans }) => {
    const facts = factsOf(project);
    const edits = spans.map((span) => ({ span, newText }));
    const renamed = new AgentDocument(agent.uri, applyEdits(agent.text, edits));
    let moved = 0;
    for (const span of spans) {
      const start = span.start + moved - renamed.bodyStart;
      moved += newText.length - (span.end - span.start);
      const asked = renamed.requirements.find((one) => asksAt(one, start));
      if (asked === undefined || !leadsTo(facts, asked, place)) return [{ agent, span }];
    }
    return [];
  });
}

function asksAt({ labelSpan, alsoAt }: Requirement, start: number): boolean {
  return [labelSpan, ...alsoAt].some((span) => span.start <= start && start < span.end);
}

/** The section keeps its beginning, for it is its own words that change. */
function leadsTo(facts: ProjectFacts, { label, place }: Requirement, section: DeclaredPlace): boolean {
  if (label === null) return false;
  const { places } = place === undefined ? facts.resolve(label) : facts.resolvePlace(place);
  return places.some(
    ({ uri, labelSpan }) => uri === section.uri && labelSpan.start === section.labelSpan.start,
  );
}

function factsWithLabel(
  { facts }: Project,
  { uri }: DeclaredPlace,
  span: Span,
  newText: string,
): ProjectFacts {
  const swapped = new Map(
    facts.sources.map((source) => {
      if (source.uri !== uri || !(source instanceof ProjectFile)) return [source, source];
      return [source, new ProjectFile(uri, applyEdits(source.text, [{ span, newText }]))];
    }),
  );
  return readFacts(
    facts.sources.map((source) => swapped.get(source)!),
    facts.nearestFirst.map((source) => swapped.get(source)!),
  );
}
