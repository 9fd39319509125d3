/** The four technology sections of the template; the catalogue ties every technology to one or more of them. */
export type TechnologySection = 'frontend' | 'backend' | 'database' | 'deployment';

/** What a technology is. For deployment, vocabulary is narrowed kind by kind (adapted profile, rule 4b). */
export type TechnologyKind =
  | 'language'
  | 'runtime'
  | 'framework'
  | 'library'
  | 'orm'
  | 'build-tool'
  | 'testing'
  | 'styling'
  | 'state'
  | 'mobile'
  | 'desktop'
  | 'embedded'
  | 'database'
  | 'cache'
  | 'search'
  | 'vector-store'
  | 'warehouse'
  | 'message-queue'
  | 'data-processing'
  | 'machine-learning'
  | 'api'
  | 'cms'
  | 'auth'
  | 'cloud'
  | 'cloud-service'
  | 'platform'
  | 'container'
  | 'orchestrator'
  | 'development-environment'
  | 'ci'
  | 'infrastructure-as-code'
  | 'configuration-management'
  | 'mesh'
  | 'web-server'
  | 'monitoring'
  | 'secrets'
  | 'registry'
  | 'operating-system'
  | 'collaboration'
  | 'service'
  | 'tool';

export interface Technology {
  /** Stable, lowercase, `a-z0-9` with `-` and `.`: `node.js`, `postgresql`, `c-sharp`. */
  readonly id: string;
  /** As people write it: `Node.js`, `PostgreSQL`, `C#`. */
  readonly name: string;
  readonly kind: TechnologyKind;
  /** Empty where it belongs in none of the template's four sections. The first one is where it is offered. */
  readonly sections: readonly TechnologySection[];
  /** Other spellings, without those that normalising gives (`catalogue/names.ts`). */
  readonly aliases?: readonly string[];
  /** Aliases that are English words too (`Compose`, `Vanilla`): they count as `isWord` names do. */
  readonly wordAliases?: readonly string[];
  /**
   * Ids of what it runs on or is a drop-in for, nearest first: NestJS → Node.js, MariaDB → MySQL. Who knows
   * only these knows something of it, not the thing itself.
   */
  readonly runsOn?: readonly string[];
  /** Id of the wider thing that it belongs to or is one of: pgvector → PostgreSQL, Istio → service mesh. */
  readonly partOf?: string;
  /** Id of the provider: AWS RDS → AWS. */
  readonly provider?: string;
  /** An English word too (Go, Express, Spring): its name counts only as a whole list item, with its capital. */
  readonly isWord?: boolean;
}

export interface BusinessDomain {
  readonly id: string;
  readonly name: string;
  readonly synonyms: readonly string[];
  /** Synonyms that are everyday words (`payroll`, `enterprise`): they count only as a whole list item. */
  readonly wholeItems?: readonly string[];
  /** Id of the wider domain: payments → fintech. */
  readonly partOf?: string;
  /** One line on what it brings: regulation, typical services. */
  readonly brings: string;
}

/** How large a project is, as the template's `project_scale` has it. */
export interface ProjectScale {
  readonly id: 'startup' | 'sme' | 'enterprise';
  readonly name: string;
  readonly synonyms: readonly string[];
}
