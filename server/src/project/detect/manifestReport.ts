import { technologyOfImage } from '../../catalogue/images.ts';
import { technologiesOfPackage } from '../../catalogue/packages.ts';
import type { Ecosystem } from '../../catalogue/packages.ts';
import type { Line, Report, Scope, Sign, SignKind } from './detectTypes.ts';

/** Collects what a reader says of one manifest. */
export class ManifestReport implements Report {
  readonly signs: Sign[] = [];
  readonly inherited = new Set<string>();
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
    this.#add({ id, line, scope: this.#scopeOf(scope), kind, ...(version === undefined ? {} : { version }) });
  }

  dependency(ecosystem: Ecosystem, name: string, line: Line, scope: Scope, ifInherited?: string): void {
    for (const id of technologiesOfPackage(ecosystem, name)) this.uses(id, line, scope, ifInherited);
  }

  uses(id: string, at: Line, scope: Scope, ifInherited?: string): void {
    const line = typeof at === 'number' ? at : at();
    const inherited = ifInherited === undefined ? {} : { ifInherited };
    this.#add({ id, line, scope: this.#scopeOf(scope), kind: 'dependency', ...inherited });
  }

  image(image: string, line: number, scope?: Scope): void {
    const known = technologyOfImage(image);
    if (known !== undefined) this.technology(known.id, line, scope, 'service', known.version);
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

/** No real manifest comes near; a made one shall not fill the memory. */
const mostSigns = 2000;
