import { tableOf } from './idTables.ts';

/**
 * What comes with a technology although that does not run on it: whoever declares iOS has not said that there is no
 * Swift. The first id is the declared one. What is built on it brings the same (Next.js → React → HTML).
 */
export const companions: ReadonlyMap<string, readonly string[]> = tableOf(`
react: html css
vue: html css
angular: html css
angularjs: html css
svelte: html css
solidjs: html css
preact: html css
qwik: html css
web-components: html css
ember: html css
backbone: html css
alpine.js: html css
htmx: html css javascript
jquery: html css
hotwire: html css javascript
astro: html css
eleventy: html css
hugo: html css
jekyll: html css
blazor: html css
livewire: html css
inertia.js: html css javascript
thymeleaf: html css
jsf: html css
pwa: html css javascript
html: css
css: html
tailwind-css: html
bootstrap: html
ios: swift objective-c
macos: swift objective-c
cocoa: objective-c swift
swiftui: uikit
android: kotlin java
.net: c-sharp
qt: cpp
unity: c-sharp
unreal-engine: cpp
godot: gdscript
ros: cpp python
arduino: cpp c
esp32: cpp c
stm32: c cpp
nrf52: c cpp
avr: c
freertos: c
zephyr: c
linux: bash
entity-framework: entity-framework-core
postgresql: sql pl-pgsql
mysql: sql
sql-server: sql t-sql
oracle: sql pl-sql
sqlite: sql
db2: sql
cockroachdb: sql
yugabytedb: sql
tidb: sql
h2: sql
firebird: sql
sap-hana: sql
teradata: sql
duckdb: sql
clickhouse: sql
snowflake: sql
bigquery: sql
redshift: sql
databricks: sql spark
trino: sql
azure-synapse: sql t-sql
aws-rds: sql
amazon-aurora: sql
cloud-sql: sql
cloud-spanner: sql
neo4j: cypher
ethereum: solidity
solana: rust
salesforce: apex
sap: abap
`);

/**
 * Whose protocol a database or broker speaks: it is reached with that one's drivers, so a driver alone contradicts
 * neither. What runs on another one (TimescaleDB on PostgreSQL) speaks its protocol without standing here.
 */
export const protocols: ReadonlyMap<string, readonly string[]> = tableOf(`
cockroachdb: postgresql
yugabytedb: postgresql cassandra
amazon-aurora: postgresql mysql
aws-rds: postgresql mysql mariadb sql-server oracle db2
redshift: postgresql
questdb: postgresql influxdb
cratedb: postgresql
cloud-spanner: postgresql
cloud-sql: postgresql mysql sql-server
alloydb: postgresql
greenplum: postgresql
materialize: postgresql
xata: postgresql
aiven: postgresql mysql redis kafka opensearch clickhouse cassandra valkey
percona: postgresql mongodb
mysql: mariadb
mariadb: mysql
tidb: mysql
planetscale: postgresql
singlestore: mysql
oceanbase: mysql oracle
starrocks: mysql
apache-doris: mysql
dolt: mysql
azure-synapse: sql-server
documentdb: mongodb
cosmos-db: mongodb cassandra postgresql
ferretdb: mongodb postgresql
amazon-keyspaces: cassandra
datastax: cassandra
elasticache: redis memcached valkey
amazon-memorydb: valkey
google-memorystore: memcached valkey
dragonflydb: memcached
upstash: kafka
vercel-kv: redis
risingwave: postgresql
apache-ignite: redis
elasticsearch: opensearch
opensearch: elasticsearch
memgraph: neo4j
amazon-neptune: neo4j
falkordb: redis
victoriametrics: influxdb
minio: s3
cloudflare-r2: s3
ceph: s3
azure-event-hubs: kafka
pulsar: kafka
amazon-mq: rabbitmq activemq
azure-service-bus: amqp
rabbitmq: amqp mqtt
activemq: amqp jms mqtt
`);

/** Of related ids, all: for the test that holds them to the catalogue. */
export function relationTargets(): Set<string> {
  const ids = [companions, protocols].flatMap((table) => [...table].flatMap(([id, of]) => [id, ...of]));
  return new Set(ids);
}
