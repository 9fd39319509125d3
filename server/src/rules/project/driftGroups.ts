import { isShownBy } from '../../catalogue/packages.ts';
import { rolesOf } from '../../catalogue/roles.ts';
import type { Technology } from '../../catalogue/types.ts';
import type { Detected, DetectedTechnology } from '../../project/detect/detect.ts';
import { relationalDatabases } from '../../project/detect/doubt.ts';
import type { DeclaredValue } from '../../project/factTypes.ts';

/** A declared value that the manifests contradict, and what they show in its stead. */
export interface Rival {
  readonly value: DeclaredValue;
  readonly shown: DetectedTechnology;
}

/**
 * The first declared value that the manifests clearly contradict: of a group of which a project has one, as a rule,
 * exactly one is declared and exactly one, another, is shown; and no manifest names the declared one in any way,
 * although one who used it would show it there.
 */
export function rivalOf(
  unmentioned: readonly DetectedTechnology[],
  shown: readonly DetectedTechnology[],
  declared: readonly DeclaredValue[],
  detected: Detected,
): Rival | undefined {
  for (const group of groups) {
    const [value, ...otherValues] = declared.filter(({ technology }) => isOf(group, technology));
    const [other, ...others] = shown.filter(({ technology }) => isOf(group, technology));
    // With several of either it is not clear which one stands for which.
    if (value?.technology === undefined || other === undefined || otherValues.length + others.length > 0)
      continue;
    if (!isCertain(other) || !unmentioned.includes(other)) continue;
    if (!wouldShow(value.technology, other, group, detected) || !group.isTold(other, detected)) continue;
    return { value, shown: other };
  }
  return undefined;
}

/** Whether something runs or is depended on, not only configured. */
export function isCertain({ kind }: DetectedTechnology): boolean {
  return kind === 'service' || kind === 'dependency';
}

/** Databases in a file: as often a tool for one task as the project's database, and part of many languages. */
export const embedded: ReadonlySet<string> = new Set([
  'sqlite',
  'duckdb',
  'lmdb',
  'leveldb',
  'rocksdb',
  'faiss',
  'lancedb',
  'chroma',
  'h2',
  'libsql',
]);

interface Group {
  readonly ids: ReadonlySet<string>;
  /** Whether the sign shows that the project itself stands on it. */
  readonly isTold: (shown: DetectedTechnology, detected: Detected) => boolean;
  /** Where the declared one would show: the registries of its drivers, or any infrastructure described as code. */
  readonly showsIn: 'packages' | 'infrastructure';
}

function wouldShow(
  { id, provider }: Technology,
  other: DetectedTechnology,
  group: Group,
  { seen, ecosystems }: Detected,
): boolean {
  if (seen.has(id) || embedded.has(id)) return false;
  // Where the one is started the other would be too, unless a cloud runs it.
  if (other.kind === 'service' && provider === undefined) return true;
  return group.showsIn === 'infrastructure' || [...ecosystems].some((one) => isShownBy(one, id));
}

function isOf({ ids }: Group, technology: Technology | undefined): boolean {
  return technology !== undefined && ids.has(technology.id);
}

/** Who keeps backups in a cloud need not run there: something has to run or keep data in it. */
function runsIn(cloud: DetectedTechnology, { technologies }: Detected): boolean {
  const services = [...technologies.deployment, ...technologies.database];
  return services.some(
    ({ technology, kind }) =>
      kind === 'service' &&
      technology.provider === cloud.technology.id &&
      (technology.kind === 'orchestrator' || rolesOf(technology).some((role) => runners.has(role))),
  );
}

const runners = new Set([
  'virtual-machines',
  'container-service',
  'serverless-functions',
  'web-app-hosting',
  'data-store',
]);

function packages(...ids: readonly string[]): Group {
  return { ids: new Set(ids), isTold: () => true, showsIn: 'packages' };
}

/** Of each group a project has one, as a rule. Those of one language only, so that the other would show. */
const groups: readonly Group[] = [
  packages(
    ...relationalDatabases,
    'mongodb',
    'couchdb',
    'couchbase',
    'ravendb',
    'surrealdb',
    'firestore',
    'dynamodb',
  ),
  packages('redis', 'valkey', 'memcached'),
  packages('elasticsearch', 'opensearch', 'solr', 'meilisearch', 'typesense'),
  packages('pinecone', 'qdrant', 'weaviate', 'milvus'),
  packages('react', 'vue', 'angular', 'svelte', 'solidjs'),
  packages('express', 'fastify', 'koa', 'hapi', 'adonisjs', 'hono', 'elysia', 'sails.js', 'feathersjs'),
  packages(
    'django',
    'fastapi',
    'flask',
    'litestar',
    'sanic',
    'tornado',
    'pyramid',
    'bottle',
    'falcon',
    'quart',
  ),
  packages('spring-boot', 'quarkus', 'micronaut', 'ktor', 'dropwizard', 'javalin'),
  packages('ruby-on-rails', 'sinatra', 'hanami'),
  packages('laravel', 'symfony', 'codeigniter', 'cakephp', 'yii', 'slim', 'laminas'),
  packages('gin', 'echo', 'fiber', 'chi', 'beego'),
  packages('axum', 'actix-web', 'rocket', 'warp'),
  {
    ids: new Set(['aws', 'azure', 'gcp', 'oracle-cloud', 'ibm-cloud', 'alibaba-cloud']),
    isTold: runsIn,
    showsIn: 'infrastructure',
  },
];

/** For the test that holds the groups to the registries. */
export function packageGroups(): readonly ReadonlySet<string>[] {
  return groups.filter(({ showsIn }) => showsIn === 'packages').map(({ ids }) => ids);
}
