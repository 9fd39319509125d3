/** The packages that tell what a project is made of, of the compiled languages; see `catalogue/packageNames.ts`. */

export const goModules = `
gin: github.com/gin-gonic/gin
echo: github.com/labstack/echo*
fiber: github.com/gofiber/fiber*
chi: github.com/go-chi/chi*
beego: github.com/beego/beego*
go-kit: github.com/go-kit/kit
grpc: google.golang.org/grpc
graphql: github.com/99designs/gqlgen github.com/graphql-go/graphql
mcp: github.com/modelcontextprotocol/go-sdk github.com/mark3labs/mcp-go
gorm: gorm.io/gorm
sqlc: github.com/sqlc-dev/sqlc
postgresql: github.com/jackc/pgx* github.com/lib/pq gorm.io/driver/postgres
mysql: github.com/go-sql-driver/mysql gorm.io/driver/mysql
sqlite: github.com/mattn/go-sqlite3 modernc.org/sqlite gorm.io/driver/sqlite github.com/glebarez/sqlite
sql-server: github.com/microsoft/go-mssqldb github.com/denisenkom/go-mssqldb gorm.io/driver/sqlserver
mongodb: go.mongodb.org/mongo-driver*
redis: github.com/redis/go-redis* github.com/go-redis/redis* github.com/gomodule/redigo github.com/redis/rueidis
valkey: github.com/valkey-io/valkey-go
memcached: github.com/bradfitz/gomemcache
cassandra: github.com/gocql/gocql
neo4j: github.com/neo4j/neo4j-go-driver*
clickhouse: github.com/clickhouse/clickhouse-go*
influxdb: github.com/influxdata/influxdb-client-go*
dynamodb: github.com/aws/aws-sdk-go-v2/service/dynamodb
bigquery: cloud.google.com/go/bigquery
firestore: cloud.google.com/go/firestore
cloud-spanner: cloud.google.com/go/spanner
elasticsearch: github.com/elastic/go-elasticsearch* github.com/olivere/elastic*
opensearch: github.com/opensearch-project/opensearch-go*
meilisearch: github.com/meilisearch/meilisearch-go
qdrant: github.com/qdrant/go-client
rocksdb: github.com/linxgnu/grocksdb
kafka: github.com/segmentio/kafka-go github.com/ibm/sarama github.com/shopify/sarama github.com/confluentinc/confluent-kafka-go* github.com/twmb/franz-go
rabbitmq: github.com/rabbitmq/amqp091-go github.com/streadway/amqp
nats: github.com/nats-io/nats.go
mqtt: github.com/eclipse/paho.mqtt.golang
sqs: github.com/aws/aws-sdk-go-v2/service/sqs
s3: github.com/aws/aws-sdk-go-v2/service/s3
google-cloud-storage: cloud.google.com/go/storage
google-pub-sub: cloud.google.com/go/pubsub
minio: github.com/minio/minio-go*
temporal: go.temporal.io/sdk
websocket: github.com/gorilla/websocket github.com/coder/websocket nhooyr.io/websocket
opentelemetry: go.opentelemetry.io/otel/sdk go.opentelemetry.io/otel
sentry: github.com/getsentry/sentry-go
stripe: github.com/stripe/stripe-go*
testify: github.com/stretchr/testify
ginkgo: github.com/onsi/ginkgo*
`;

export const cargo = `
axum: axum
actix-web: actix-web
rocket: rocket
warp: warp
tokio: tokio
tonic: tonic
grpc: tonic
leptos: leptos
yew: yew
dioxus: dioxus
bevy: bevy
tauri: tauri
webassembly: wasm-bindgen
diesel: diesel diesel-async
sqlx: sqlx
seaorm: sea-orm
postgresql: tokio-postgres postgres deadpool-postgres
mysql: mysql mysql_async
sqlite: rusqlite
mongodb: mongodb
redis: redis fred deadpool-redis
rocksdb: rocksdb
lmdb: heed lmdb
duckdb: duckdb
surrealdb: surrealdb
s3: aws-sdk-s3
dynamodb: aws-sdk-dynamodb
clickhouse: clickhouse
elasticsearch: elasticsearch
qdrant: qdrant-client
lancedb: lancedb
meilisearch: meilisearch-sdk
kafka: rdkafka
rabbitmq: lapin
nats: async-nats
mcp: rmcp
graphql: async-graphql juniper
opentelemetry: opentelemetry
`;

export const maven = `
spring-boot: org.springframework.boot:*
spring-webflux: org.springframework.boot:spring-boot-starter-webflux
spring-security: org.springframework.boot:spring-boot-starter-security
spring-data: org.springframework.boot:spring-boot-starter-data-jpa
spring-cloud: org.springframework.cloud:*
-: org.springframework.boot:spring-boot-starter-test org.springframework.boot:spring-boot-testcontainers org.springframework.boot:spring-boot-docker-compose
spring: org.springframework:spring-context org.springframework:spring-webmvc
quarkus: io.quarkus:* io.quarkus.platform:*
micronaut: io.micronaut:* io.micronaut.platform:* io.micronaut.data:*
jakarta-ee: jakarta.platform:jakarta.jakartaee-api
microprofile: org.eclipse.microprofile:microprofile
vert.x: io.vertx:vertx-core io.vertx:vertx-web
dropwizard: io.dropwizard:dropwizard-core
javalin: io.javalin:javalin
ktor: io.ktor:ktor-server-core io.ktor:ktor-server-netty io.ktor:ktor-server-core-jvm io.ktor:ktor-server-netty-jvm
akka: com.typesafe.akka:*
camel: org.apache.camel:camel-core org.apache.camel.springboot:*
thymeleaf: org.thymeleaf:thymeleaf org.springframework.boot:spring-boot-starter-thymeleaf
vaadin: com.vaadin:vaadin-core com.vaadin:vaadin-spring-boot-starter
javafx: org.openjfx:javafx-controls
hibernate: org.hibernate:hibernate-core org.hibernate.orm:hibernate-core io.quarkus:quarkus-hibernate-orm io.quarkus:quarkus-hibernate-orm-panache
mybatis: org.mybatis:mybatis org.mybatis.spring.boot:mybatis-spring-boot-starter
jooq: org.jooq:jooq org.springframework.boot:spring-boot-starter-jooq
exposed: org.jetbrains.exposed:exposed-core
flyway: org.flywaydb:*
liquibase: org.liquibase:liquibase-core
postgresql: org.postgresql:postgresql org.postgresql:r2dbc-postgresql io.quarkus:quarkus-jdbc-postgresql io.quarkus:quarkus-reactive-pg-client
mysql: com.mysql:mysql-connector-j mysql:mysql-connector-java io.quarkus:quarkus-jdbc-mysql
mariadb: org.mariadb.jdbc:mariadb-java-client io.quarkus:quarkus-jdbc-mariadb
oracle: com.oracle.database.jdbc:*
sql-server: com.microsoft.sqlserver:mssql-jdbc
h2: com.h2database:h2
sqlite: org.xerial:sqlite-jdbc
mongodb: org.mongodb:mongodb-driver-sync org.springframework.boot:spring-boot-starter-data-mongodb org.springframework.boot:spring-boot-starter-data-mongodb-reactive io.quarkus:quarkus-mongodb-client io.quarkus:quarkus-mongodb-panache
redis: org.springframework.boot:spring-boot-starter-data-redis org.springframework.boot:spring-boot-starter-data-redis-reactive redis.clients:jedis io.lettuce:lettuce-core org.redisson:* io.quarkus:quarkus-redis-client
elasticsearch: org.springframework.boot:spring-boot-starter-data-elasticsearch co.elastic.clients:elasticsearch-java
opensearch: org.opensearch.client:*
neo4j: org.springframework.boot:spring-boot-starter-data-neo4j org.neo4j.driver:neo4j-java-driver
cassandra: org.springframework.boot:spring-boot-starter-data-cassandra com.datastax.oss:java-driver-core
dynamodb: software.amazon.awssdk:dynamodb software.amazon.awssdk:dynamodb-enhanced
clickhouse: com.clickhouse:*
s3: software.amazon.awssdk:s3 com.amazonaws:aws-java-sdk-s3
sqs: software.amazon.awssdk:sqs
google-cloud-storage: com.google.cloud:google-cloud-storage
google-pub-sub: com.google.cloud:google-cloud-pubsub
kafka: org.springframework.kafka:spring-kafka org.apache.kafka:kafka-clients org.apache.kafka:kafka-streams io.quarkus:quarkus-messaging-kafka
rabbitmq: org.springframework.boot:spring-boot-starter-amqp com.rabbitmq:amqp-client
spark: org.apache.spark:*
flink: org.apache.flink:*
grpc: io.grpc:grpc-netty io.grpc:grpc-netty-shaded io.grpc:grpc-stub
graphql: org.springframework.boot:spring-boot-starter-graphql com.graphql-java:graphql-java
keycloak: org.keycloak:*
room: androidx.room:room-runtime androidx.room:room-ktx
retrofit: com.squareup.retrofit2:retrofit
hilt: com.google.dagger:hilt-android
koin: io.insert-koin:*
realm: io.realm.kotlin:library-base
jetpack-compose: androidx.compose.ui:ui androidx.compose.material3:material3 androidx.compose:compose-bom
junit: org.junit.jupiter:* junit:junit org.junit:junit-bom
testng: org.testng:testng
mockito: org.mockito:*
spock: org.spockframework:*
testcontainers: org.testcontainers:*
`;

export const nuget = `
hangfire: hangfire hangfire.core hangfire.aspnetcore
serilog: serilog serilog.aspnetcore
automapper: automapper
fluentvalidation: fluentvalidation fluentvalidation.aspnetcore
asp.net-core: microsoft.aspnetcore.app microsoft.aspnetcore.openapi swashbuckle.aspnetcore
blazor: microsoft.aspnetcore.components.webassembly microsoft.aspnetcore.components.web
signalr: microsoft.aspnetcore.signalr*
entity-framework-core: microsoft.entityframeworkcore microsoft.entityframeworkcore.* aspire.npgsql.entityframeworkcore.* aspire.microsoft.entityframeworkcore.*
entity-framework: entityframework
dapper: dapper
nhibernate: nhibernate
-: microsoft.entityframeworkcore.inmemory
sql-server: microsoft.entityframeworkcore.sqlserver microsoft.data.sqlclient system.data.sqlclient aspire.hosting.sqlserver aspire.microsoft.data.sqlclient aspire.microsoft.entityframeworkcore.sqlserver
postgresql: npgsql npgsql.entityframeworkcore.postgresql aspire.hosting.postgresql aspire.npgsql aspire.npgsql.entityframeworkcore.postgresql
mysql: pomelo.entityframeworkcore.mysql mysql.data mysqlconnector mysql.entityframeworkcore aspire.hosting.mysql aspire.mysqlconnector
sqlite: microsoft.entityframeworkcore.sqlite microsoft.data.sqlite
oracle: oracle.entityframeworkcore oracle.manageddataaccess.core
mongodb: mongodb.driver aspire.hosting.mongodb aspire.mongodb.driver
redis: stackexchange.redis microsoft.extensions.caching.stackexchangeredis aspire.hosting.redis aspire.stackexchange.redis*
cosmos-db: microsoft.azure.cosmos microsoft.entityframeworkcore.cosmos
ravendb: ravendb.client
elasticsearch: elastic.clients.elasticsearch nest
masstransit: masstransit masstransit.rabbitmq
nservicebus: nservicebus
rabbitmq: rabbitmq.client masstransit.rabbitmq aspire.hosting.rabbitmq aspire.rabbitmq.client
kafka: confluent.kafka aspire.hosting.kafka aspire.confluent.kafka
azure-service-bus: azure.messaging.servicebus
azure-functions: microsoft.azure.functions.worker microsoft.net.sdk.functions
grpc: grpc.aspnetcore
graphql: hotchocolate.aspnetcore graphql
mediatr: mediatr
orleans: microsoft.orleans.server
maui: microsoft.maui.controls
avalonia: avalonia
opentelemetry: opentelemetry.extensions.hosting
mcp: modelcontextprotocol
xunit: xunit xunit.v3
nunit: nunit
mstest: mstest mstest.testframework
specflow: specflow reqnroll
moq: moq
nsubstitute: nsubstitute
fluentassertions: fluentassertions
litedb: litedb
dynamodb: awssdk.dynamodbv2
sqs: awssdk.sqs
s3: awssdk.s3
google-cloud-storage: google.cloud.storage.v1
google-pub-sub: google.cloud.pubsub.v1
azure-blob-storage: azure.storage.blobs
hot-chocolate: hotchocolate.aspnetcore
mudblazor: mudblazor
.net-aspire: aspire.hosting.apphost
qdrant: qdrant.client
openai: openai azure.ai.openai
semantic-kernel: microsoft.semantickernel
testcontainers: testcontainers testcontainers.*
`;
