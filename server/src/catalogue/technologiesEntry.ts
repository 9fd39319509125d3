import type { Technology, TechnologyKind, TechnologySection } from './types.ts';

/** What an entry says beyond its name, kind and sections; lists are parted by `, `. */
export interface EntryDetails {
  /** Where the name in lower case with hyphens is not the id. */
  readonly id?: string;
  readonly also?: string;
  /** Aliases that are English words too. */
  readonly words?: string;
  readonly on?: string;
  readonly part?: string;
  readonly by?: string;
  readonly isWord?: true;
}

/** One technology of the hand-kept catalogue, in a form that keeps its tables short. Sections are parted by a space. */
export function entry(
  name: string,
  kind: TechnologyKind,
  sections: SectionList,
  details: EntryDetails = {},
): Technology {
  return {
    id: details.id ?? name.toLowerCase().replaceAll(' ', '-'),
    name,
    kind,
    sections: sections === '' ? [] : (sections.split(' ') as TechnologySection[]),
    ...(details.also === undefined ? {} : { aliases: details.also.split(', ') }),
    ...(details.words === undefined ? {} : { wordAliases: details.words.split(', ') }),
    ...(details.on === undefined ? {} : { runsOn: details.on.split(', ') }),
    ...(details.part === undefined ? {} : { partOf: details.part }),
    ...(details.by === undefined ? {} : { provider: details.by }),
    ...(details.isWord === undefined ? {} : { isWord: details.isWord }),
  };
}

type SectionList =
  | ''
  | TechnologySection
  | `${TechnologySection} ${TechnologySection}`
  | `${TechnologySection} ${TechnologySection} ${TechnologySection}`;
