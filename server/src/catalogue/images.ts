/** Which technology a container image or an address is. */

/**
 * What an image runs, by its name without registry and tag (`docker.io/library/postgres:16`): PostgreSQL 16. An image
 * of an extension runs what it extends too (`pgvector/pgvector:pg17`).
 */
export function technologiesOfImage(image: string): readonly { id: string; version?: string }[] {
  const name = image.trim().toLowerCase();
  if (name === '' || name.includes('$') || name.length > longestImage) return [];
  const bare = name.split('@', 1)[0]!;
  const slash = bare.lastIndexOf('/');
  const colon = bare.indexOf(':', slash + 1);
  const path = colon < 0 ? bare : bare.slice(0, colon);
  const tag = colon < 0 ? '' : bare.slice(colon + 1);
  const id =
    images.get(path) ?? images.get(lastTwo(path)) ?? images.get(path.slice(path.lastIndexOf('/') + 1));
  const own = id ?? runtimes.get(path.replace(official, ''));
  if (own === undefined) return [];
  const version = versionOf(path, tag);
  const extended = extensions.get(own);
  if (extended === undefined) return [version === undefined ? { id: own } : { id: own, version }];
  const below = /(?:^|[-_])pg(\d+)/.exec(tag)?.[1] ?? (own === 'postgis' ? version : undefined);
  return [{ id: own }, below === undefined ? { id: extended } : { id: extended, version: below }];
}

/** The version of what an image runs, where its tag is that one's and not the distribution's. */
function versionOf(path: string, tag: string): string | undefined {
  if (distributions.test(path)) return undefined;
  // `2.13-2.8.1` is Scala's version and Kafka's, `0.40.0-kafka-3.7.0` Strimzi's and Kafka's.
  const behind = /(?:^|\/)kafka$/.test(path) ? /^\d+(?:\.\d+)+-(?:kafka-)?(\d+(?:\.\d+)+)/.exec(tag) : null;
  return (behind ?? /^v?(\d+(?:\.\d+)*)/.exec(tag))?.[1];
}

/** Images that are numbered as the distribution, the emulator or the broker is, not as the technology. */
const distributions = /(?:^|\/)(?:cp-[\w-]+|azure-sql-edge|dynamodb-local|eclipse-mosquitto|emqx|hivemq4)$/;

/** What stands before an official image's name. */
const official = /^(?:docker\.io\/)?library\/|^docker\.io\/|^mcr\.microsoft\.com\//;

/** `runtime/foo` and `aspnet` say little; `dotnet/aspnet` does. */
function lastTwo(path: string): string {
  return path.split('/').slice(-2).join('/');
}

/** Images that are a database with an extension in it. */
const extensions = new Map([
  ['pgvector', 'postgresql'],
  ['postgis', 'postgresql'],
  ['timescaledb', 'postgresql'],
]);

/** The id of the database or queue that an address is of, by its scheme (`postgresql+asyncpg://…`). */
export function technologyOfAddress(address: string): string | undefined {
  const scheme = /^["'`]?([a-z][a-z0-9+.-]{1,30}):(?:\/\/|[a-z/.])/i.exec(address.trim())?.[1]?.toLowerCase();
  if (scheme === undefined) return undefined;
  if (scheme === 'jdbc') return technologyOfAddress(address.trim().replace(/^["'`]?jdbc:/i, ''));
  return schemes.get(scheme.split('+', 1)[0]!);
}

/** Every id named here, for the test that holds them to the catalogue. */
export function imageTargets(): Set<string> {
  return new Set([...images.values(), ...runtimes.values(), ...extensions.values(), ...schemes.values()]);
}

const longestImage = 300;

const images = table(`
postgresql: postgres postgresql postgresql-repmgr alloydb-omni
postgis: postgis
pgvector: pgvector pgvecto-rs vectorchord-postgres
timescaledb: timescaledb timescaledb-ha
pgbouncer: pgbouncer
supabase: supabase/postgres
mysql: mysql mysql-server
mariadb: mariadb
percona: percona percona-server
sql-server: mssql/server mssql-server azure-sql-edge mcr.microsoft.com/mssql/server mcr.microsoft.com/azure-sql-edge
oracle: oracle-xe oracle-free
cockroachdb: cockroach cockroachdb
yugabytedb: yugabyte
mongodb: mongo mongodb mongodb-community-server
redis: redis redis-stack redis-stack-server
valkey: valkey
keydb: keydb
dragonflydb: dragonfly
memcached: memcached
cassandra: cassandra
scylladb: scylla
couchdb: couchdb
couchbase: couchbase
neo4j: neo4j
falkordb: falkordb
arangodb: arangodb
influxdb: influxdb
questdb: questdb
clickhouse: clickhouse-server clickhouse
elasticsearch: elasticsearch
opensearch: opensearch
solr: solr
meilisearch: meilisearch
typesense: typesense
qdrant: qdrant
weaviate: weaviate
milvus: milvus
chroma: chromadb/chroma chroma
surrealdb: surrealdb
dynamodb: dynamodb-local
minio: minio
rabbitmq: rabbitmq
kafka: kafka cp-kafka kafka-native
redpanda: redpanda
nats: nats
activemq: activemq activemq-artemis activemq-classic
pulsar: pulsar
mqtt: eclipse-mosquitto emqx hivemq4
temporal: auto-setup temporalio/auto-setup
nginx: nginx nginx-unprivileged
traefik: traefik
caddy: caddy
haproxy: haproxy
envoy: envoy
kong: kong
keycloak: keycloak
vault: vault
prometheus: prometheus
grafana: grafana
loki: loki
jaeger: all-in-one jaegertracing/all-in-one jaeger
ollama: ollama
vllm: vllm-openai
airflow: airflow
mlflow: mlflow
apache-http-server: httpd
tomcat: tomcat
localstack: localstack localstack-pro
pocketbase: pocketbase
rqlite: rqlite
victoriametrics: victoria-metrics
opentelemetry: opentelemetry-collector opentelemetry-collector-contrib
alertmanager: alertmanager
kibana: kibana
logstash: logstash
fluentd: fluentd
fluent-bit: fluent-bit
zipkin: zipkin
grafana-tempo: tempo
apache-zookeeper: zookeeper cp-zookeeper
consul: consul
etcd: etcd
spark: spark
flink: flink
trino: trino
hasura: hasura/graphql-engine
directus: directus
strapi: strapi
wordpress: wordpress
ghost: ghost
n8n: n8n
metabase: metabase
apache-superset: superset
sonarqube: sonarqube
jenkins: jenkins
ferretdb: ferretdb
dolt: dolt-sql-server
tidb: tidb
apache-doris: doris
memgraph: memgraph memgraph-platform
vespa: vespa
marqo: marqo
immudb: immudb
nsq: nsq
apache-rocketmq: rocketmq
mailpit: mailpit
mailhog: mailhog
`);

/** What runs programs: only the official images, for everybody calls one of theirs `node` or `python`. */
const runtimes = table(`
node.js: node
bun: oven/bun
deno: denoland/deno
python: python
go: golang
java: openjdk eclipse-temurin amazoncorretto
ruby: ruby
php: php
elixir: elixir
asp.net-core: dotnet/aspnet
.net: dotnet/runtime
`);

const schemes = table(`
postgresql: postgres postgresql postgis
mysql: mysql mysql2
mariadb: mariadb
sqlite: sqlite sqlite3
sql-server: sqlserver mssql
oracle: oracle
mongodb: mongodb
redis: redis rediss
cockroachdb: cockroachdb
clickhouse: clickhouse
neo4j: neo4j bolt
rabbitmq: amqp amqps
nats: nats
libsql: libsql
`);

/** Lines of an id, a colon and names: from each name to its id. */
export function table(source: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of source.split('\n')) {
    const [id, names] = line.split(': ');
    for (const name of names?.split(' ') ?? []) found.set(name, id!);
  }
  return found;
}
