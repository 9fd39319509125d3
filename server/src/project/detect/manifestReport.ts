import { technologiesOfImage } from '../../catalogue/images.ts';
import { technologyById } from '../../catalogue/lookup.ts';
import { technologiesOfPackage } from '../../catalogue/packages.ts';
import type { Ecosystem } from '../../catalogue/packages.ts';
import type { About, DependencyDetails, Line, Report, Scope, Sign, SignKind } from './detectTypes.ts';
import { versionNumber } from './versions.ts';

/** Collects what a reader says of one manifest. */
export class ManifestReport implements Report {
  readonly signs: Sign[] = [];
  readonly inherited = new Set<string>();
  readonly ecosystems = new Set<Ecosystem>();
  readonly said: { -readonly [key in keyof About]: string } = {};
  problem: string | undefined;
  readonly #defaultScope: Scope;

  /** @param everything what the manifest's name says of all in it (`requirements-dev.txt`) */
  constructor(everything: Scope) {
    this.#defaultScope = everything;
  }

  technology(
    id: string,
    line: number,
    scope?: Scope,
    kind: SignKind = 'configuration',
    version?: string,
  ): void {
    const number = versionNumber(version);
    this.#add({
      id,
      line,
      scope: this.#scopeOf(scope),
      kind,
      ...(number === undefined ? {} : { version: number }),
    });
  }

  dependency(
    ecosystem: Ecosystem,
    name: string,
    line: Line,
    scope: Scope,
    details: DependencyDetails = {},
  ): void {
    this.ecosystems.add(ecosystem);
    for (const { id, isItself } of technologiesOfPackage(ecosystem, name)) {
      // The version of a driver is not that of the database behind it.
      const { version, ...others } = details;
      this.uses(id, line, scope, isItself ? { version, ...others } : others);
    }
  }

  uses(id: string, at: Line, scope: Scope, { version, ifInherited }: DependencyDetails = {}): void {
    const line = typeof at === 'number' ? at : at();
    const number = versionNumber(version);
    this.#add({
      id,
      line,
      scope: this.#scopeOf(scope),
      kind: 'dependency',
      ...(number === undefined ? {} : { version: number }),
      ...(ifInherited === undefined ? {} : { ifInherited }),
    });
  }

  image(image: string, line: number, scope?: Scope): void {
    for (const { id, version } of technologiesOfImage(image)) {
      const kind = technologyById(id)?.kind;
      const isBase = kind === 'language' || kind === 'runtime' || kind === 'framework';
      this.technology(id, line, scope, isBase ? 'base' : 'service', version);
    }
  }

  about(key: keyof About, text: unknown): void {
    if (typeof text !== 'string') return;
    const line = text.replace(/\s+/g, ' ').trim();
    if (line !== '' && line.length <= longestText && line !== '0.0.0') this.said[key] = line;
  }

  inherits(name: string): void {
    this.inherited.add(name);
  }

  broken(reason: string): void {
    this.signs.length = 0;
    this.problem = reason;
  }

  #scopeOf(scope: Scope | undefined): Scope {
    return this.#defaultScope === 'production' ? (scope ?? 'production') : this.#defaultScope;
  }

  #add(sign: Sign): void {
    if (this.signs.length < mostSigns) this.signs.push(sign);
  }
}

/** More is no line of a list. */
const longestText = 300;

/** No real manifest comes near; a made one shall not fill the memory. */
const mostSigns = 2000;
