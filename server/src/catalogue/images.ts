/** Which technology a container image, an address or a cloud resource is. */

/** The id of what an image runs, by its name without registry and tag (`docker.io/library/postgres:16`). */
export function technologyOfImage(image: string): { id: string; version?: string } | undefined {
  const name = image.trim().toLowerCase();
  if (name === '' || name.includes('$') || name.length > longestImage) return undefined;
  const bare = name.split('@', 1)[0]!;
  const slash = bare.lastIndexOf('/');
  const colon = bare.indexOf(':', slash + 1);
  const path = colon < 0 ? bare : bare.slice(0, colon);
  const id = images.get(path.slice(path.lastIndexOf('/') + 1)) ?? images.get(path);
  if (id === undefined) return undefined;
  const version = colon < 0 ? undefined : /^v?(\d+(?:\.\d+)*)/.exec(bare.slice(colon + 1))?.[1];
  return version === undefined ? { id } : { id, version };
}

/** The id of the database or queue that an address is of, by its scheme (`postgresql+asyncpg://…`). */
export function technologyOfAddress(address: string): string | undefined {
  const scheme = /^["'`]?([a-z][a-z0-9+.-]{1,30}):(?:\/\/|[a-z/.])/i.exec(address.trim())?.[1]?.toLowerCase();
  if (scheme === undefined) return undefined;
  if (scheme === 'jdbc') return technologyOfAddress(address.trim().replace(/^["'`]?jdbc:/i, ''));
  return schemes.get(scheme.split('+', 1)[0]!);
}

/** The id of what a Terraform resource is, by its whole type; its provider's cloud aside. */
export function technologyOfResource(type: string): string | undefined {
  return resources.get(type);
}

/** The cloud or service that a Terraform provider is for. */
export function technologyOfProvider(name: string): string | undefined {
  return providers.get(name);
}

/** Every id named here, for the test that holds them to the catalogue. */
export function imageTargets(): Set<string> {
  return new Set([...images.values(), ...schemes.values(), ...providers.values(), ...resources.values()]);
}

const longestImage = 300;

const images = table(`
postgresql: postgres postgresql postgresql-repmgr alloydb-omni
postgis: postgis
pgvector: pgvector
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
mqtt: eclipse-mosquitto
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

const providers = table(`
aws: aws awscc
azure: azurerm azuread azapi
gcp: google google-beta
digitalocean: digitalocean
hetzner: hcloud
ovhcloud: ovh
linode: linode
vultr: vultr
scaleway: scaleway
ibm-cloud: ibm
oracle-cloud: oci
alibaba-cloud: alicloud
openstack: openstack
cloudflare: cloudflare
vercel: vercel
kubernetes: kubernetes
helm: helm
datadog: datadog
mongodb-atlas: mongodbatlas
`);

const resources = table(`
eks: aws_eks_cluster
ecs: aws_ecs_cluster aws_ecs_service
aws-lambda: aws_lambda_function
aws-app-runner: aws_apprunner_service
elastic-beanstalk: aws_elastic_beanstalk_environment
ec2: aws_instance
s3: aws_s3_bucket
cloudfront: aws_cloudfront_distribution
aws-api-gateway: aws_api_gateway_rest_api aws_apigatewayv2_api
dynamodb: aws_dynamodb_table
redshift: aws_redshift_cluster
opensearch: aws_opensearch_domain
documentdb: aws_docdb_cluster
amazon-neptune: aws_neptune_cluster
amazon-msk: aws_msk_cluster
sqs: aws_sqs_queue
sns: aws_sns_topic
kinesis: aws_kinesis_stream
step-functions: aws_sfn_state_machine
gke: google_container_cluster
cloud-run: google_cloud_run_service google_cloud_run_v2_service
cloud-functions: google_cloudfunctions_function google_cloudfunctions2_function
google-pub-sub: google_pubsub_topic
cloud-sql: google_sql_database_instance
cloud-spanner: google_spanner_instance
bigquery: google_bigquery_dataset
firestore: google_firestore_database
google-cloud-storage: google_storage_bucket
aks: azurerm_kubernetes_cluster
azure-container-apps: azurerm_container_app
azure-app-service: azurerm_linux_web_app azurerm_windows_web_app azurerm_app_service
azure-functions: azurerm_linux_function_app azurerm_windows_function_app
azure-sql: azurerm_mssql_database azurerm_mssql_server
azure-database-for-postgresql: azurerm_postgresql_flexible_server azurerm_postgresql_server
azure-database-for-mysql: azurerm_mysql_flexible_server
cosmos-db: azurerm_cosmosdb_account
azure-cache-for-redis: azurerm_redis_cache
azure-service-bus: azurerm_servicebus_namespace
azure-event-hubs: azurerm_eventhub_namespace
`);

function table(source: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of source.split('\n')) {
    const [id, names] = line.split(': ');
    for (const name of names?.split(' ') ?? []) found.set(name, id!);
  }
  return found;
}
