import type { Ecosystem } from '../../catalogue/packages.ts';
import type { Technology, TechnologySection } from '../../catalogue/types.ts';

/** A manifest as it is read: its text, and where it lies. */
export interface Manifest {
  readonly uri: string;
  /** Relative to the project's folder, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The manifest that names this one (`-r web.txt`), where its own name does not say how it is to be read. */
  readonly includedBy?: string;
}

/** The manifests of a project by their paths, for those that take from one another. */
export interface ProjectManifests {
  at(path: string): Manifest | undefined;
}

/**
 * What a sign is about. `production`: what the project is made of or runs on; `development`: what only its
 * developers use; `test`: what only tests use; `optional`: what it can be used with.
 */
export type Scope = 'production' | 'development' | 'test' | 'optional';

/**
 * How certain a sign is: a service that is started says more than a library that could talk to one; the image that a
 * program runs in (`base`) counts only where nothing else tells its language.
 */
export type SignKind = 'service' | 'dependency' | 'configuration' | 'base';

/** One sign of a technology in one manifest. */
export interface Sign {
  readonly id: string;
  /** From 0. */
  readonly line: number;
  readonly scope: Scope;
  readonly kind: SignKind;
  readonly version?: string;
  /** Counts only where another manifest inherits this name from its workspace. */
  readonly ifInherited?: string;
}

/** A sign with the manifest that it stands in and what it is a sign of. */
export interface PlacedSign extends Sign {
  readonly manifest: Manifest;
  readonly technology: Technology;
}

/** A line, or how to find it: asked for only where there is something on it. */
export type Line = number | (() => number);

/** What a manifest says of a dependency beyond its name. */
export interface DependencyDetails {
  /** As written, with its range: `^19.1`. */
  readonly version?: string | undefined;
  /** Counts only where another manifest inherits this name from its workspace. */
  readonly ifInherited?: string | undefined;
}

/** What a reader tells of a manifest. Lines count from 0. */
export interface Report {
  /** `version` as written, with its range. */
  technology(id: string, line: number, scope?: Scope, kind?: SignKind, version?: string): void;
  /** A package by its registry name; one that the catalogue does not know says nothing. */
  dependency(ecosystem: Ecosystem, name: string, line: Line, scope: Scope, details?: DependencyDetails): void;
  /** A technology that a dependency stands for beyond its name. */
  uses(id: string, line: Line, scope: Scope, details?: DependencyDetails): void;
  /** A container image as written (`registry/postgres:16-alpine`). */
  image(image: string, line: number, scope?: Scope): void;
  /** What the manifest says of the project itself. */
  about(key: keyof About, text: unknown): void;
  /** The manifest takes this name from its workspace. */
  inherits(name: string): void;
  /** The manifest cannot be read; whatever it has said so far is dropped. */
  broken(reason: string): void;
}

/** Reads one kind of manifest; says what it finds, never throws for bad input that it can tell. */
export type ManifestReader = (manifest: Manifest, report: Report, project: ProjectManifests) => void;

/** What a project says of itself, in the manifest in its own folder. */
export interface About {
  readonly name?: string;
  readonly description?: string;
  readonly version?: string;
}

/** A technology that a project's manifests show. */
export interface DetectedTechnology {
  readonly technology: Technology;
  /** The section of the template that it belongs to in this project. */
  readonly section: DetectedSection;
  readonly version?: string;
  /** How certain the best sign is, and what it is about. */
  readonly kind: SignKind;
  readonly scope: Scope;
  /** The manifest that shows it best. */
  readonly uri: string;
  /** Relative to the project's folder. */
  readonly path: string;
  /** From 0. */
  readonly line: number;
}

export type DetectedSection = TechnologySection | 'other';

/** What a project's manifests show. */
export interface Detected {
  /** By section, the most telling first; one technology may belong to two. */
  readonly technologies: Readonly<Record<DetectedSection, readonly DetectedTechnology[]>>;
  /** The language that most manifests are for. */
  readonly primaryLanguage: DetectedTechnology | undefined;
  readonly about: About;
  /** Whatever any sign is of, those that declare nothing (tests, extras, doubtful ones) too. */
  readonly seen: ReadonlySet<string>;
  /** The registries whose packages some manifest names: what is in them would show. */
  readonly ecosystems: ReadonlySet<Ecosystem>;
  /** Of each manifest that could not be read, why. */
  readonly problems: readonly { readonly path: string; readonly reason: string }[];
}

/** Of a project without manifests. */
export const nothingDetected: Detected = {
  technologies: { frontend: [], backend: [], deployment: [], database: [], other: [] },
  primaryLanguage: undefined,
  about: {},
  seen: new Set(),
  ecosystems: new Set(),
  problems: [],
};
