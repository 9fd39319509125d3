/**
 * The packages that tell what a project is made of, by registry, as `catalogue/packages.ts` reads them. Kept by
 * hand: frameworks, what talks to a database, test runners; not the libraries that everybody has.
 */

export const npm = `
react: react react-dom
vue: vue
angular: @angular/core
angularjs: angular
svelte: svelte
solidjs: solid-js
preact: preact
qwik: @builder.io/qwik @qwik.dev/core
lit: lit lit-element lit-html
ember: ember-source
alpine.js: alpinejs
htmx: htmx.org
jquery: jquery
stencil: @stencil/core
next.js: next
nuxt: nuxt nuxt3
sveltekit: @sveltejs/kit
solidstart: @solidjs/start
remix: @remix-run/react @remix-run/node @remix-run/server-runtime
gatsby: gatsby
astro: astro
eleventy: @11ty/eleventy
vitepress: vitepress
vuepress: vuepress @vuepress/core
docusaurus: @docusaurus/core
umijs: umi
meteor: meteor-node-stubs
tanstack-start: @tanstack/react-start @tanstack/start
redux: redux react-redux
redux-toolkit: @reduxjs/toolkit
zustand: zustand
jotai: jotai
recoil: recoil
mobx: mobx mobx-react mobx-react-lite
xstate: xstate
pinia: pinia
vuex: vuex
ngrx: @ngrx/store
tanstack-query: @tanstack/react-query @tanstack/vue-query @tanstack/svelte-query react-query
tanstack-router: @tanstack/react-router
react-router: react-router react-router-dom
swr: swr
apollo-client: @apollo/client
relay: relay-runtime react-relay
urql: urql @urql/core
rxjs: rxjs
three.js: three
react-three-fiber: @react-three/fiber
d3.js: d3
phaser: phaser
pixijs: pixi.js
babylon.js: @babylonjs/core babylonjs
tailwind-css: tailwindcss @tailwindcss/vite @tailwindcss/postcss @nuxtjs/tailwindcss
bootstrap: bootstrap react-bootstrap
sass: sass node-sass sass-embedded
less: less
styled-components: styled-components
emotion: @emotion/react @emotion/styled
vanilla-extract: @vanilla-extract/css
unocss: unocss
bulma: bulma
mui: @mui/material @material-ui/core
angular-material: @angular/material
vuetify: vuetify
ant-design: antd
chakra-ui: @chakra-ui/react
mantine: @mantine/core
radix-ui: radix-ui @radix-ui/*
headless-ui: @headlessui/react @headlessui/vue
daisyui: daisyui
primeng: primeng
primevue: primevue
fluent-ui: @fluentui/react @fluentui/react-components
heroui: @heroui/react
quasar: quasar
vite: vite
webpack: webpack
rollup: rollup
parcel: parcel
rspack: @rspack/core @rspack/cli
storybook: storybook @storybook/react @storybook/react-vite @storybook/nextjs
react-native: react-native
expo: expo
ionic: @ionic/react @ionic/angular @ionic/vue @ionic/core
capacitor: @capacitor/core
cordova: cordova
nativescript: @nativescript/core
electron: electron
tauri: @tauri-apps/api @tauri-apps/cli
typescript: typescript
express: express
fastify: fastify
nestjs: @nestjs/core
koa: koa
hapi: @hapi/hapi
adonisjs: @adonisjs/core
hono: hono
elysia: elysia
nitro: nitropack nitro
sails.js: sails
loopback: @loopback/core
feathersjs: @feathersjs/feathers
moleculer: moleculer
trpc: @trpc/server
mcp: @modelcontextprotocol/sdk
apollo: @apollo/server apollo-server apollo-server-express
graphql: graphql
grpc: @grpc/grpc-js
socket.io: socket.io
websocket: ws
temporal: @temporalio/worker @temporalio/workflow
inngest: inngest
bullmq: bullmq
kafka: kafkajs @confluentinc/kafka-javascript node-rdkafka
rabbitmq: amqplib amqp-connection-manager
nats: nats
mqtt: mqtt
prisma: @prisma/client
drizzle: drizzle-orm
typeorm: typeorm
sequelize: sequelize sequelize-typescript
mikroorm: @mikro-orm/core
knex: knex
kysely: kysely
mongoose: mongoose
postgresql: pg postgres @mikro-orm/postgresql pg-promise @vercel/postgres
neon: @neondatabase/serverless
supabase: @supabase/supabase-js @supabase/ssr
mysql: mysql mysql2 @mikro-orm/mysql
planetscale: @planetscale/database
sqlite: sqlite3 better-sqlite3 sqlite expo-sqlite
libsql: @libsql/client
sql-server: mssql tedious
oracle: oracledb
mongodb: mongodb mongoose
redis: redis ioredis @redis/client
upstash: @upstash/redis
memcached: memcached memjs
cassandra: cassandra-driver
dynamodb: @aws-sdk/client-dynamodb @aws-sdk/lib-dynamodb dynamoose
neo4j: neo4j-driver
influxdb: @influxdata/influxdb-client
clickhouse: @clickhouse/client
duckdb: duckdb @duckdb/node-api
bigquery: @google-cloud/bigquery
snowflake: snowflake-sdk
firestore: @google-cloud/firestore
firebase: firebase firebase-admin
convex: convex
pocketbase: pocketbase
surrealdb: surrealdb surrealdb.js
elasticsearch: @elastic/elasticsearch
opensearch: @opensearch-project/opensearch
meilisearch: meilisearch
typesense: typesense
algolia: algoliasearch
pinecone: @pinecone-database/pinecone
qdrant: @qdrant/js-client-rest
weaviate: weaviate-client weaviate-ts-client
chroma: chromadb
lancedb: @lancedb/lancedb
sqs: @aws-sdk/client-sqs
google-pub-sub: @google-cloud/pubsub
aws-cdk: aws-cdk-lib aws-cdk
pulumi: @pulumi/pulumi
serverless-framework: serverless
sst: sst
cloudflare-workers: @cloudflare/workers-types wrangler
strapi: @strapi/strapi
payload-cms: payload
directus: directus @directus/sdk
sanity: sanity @sanity/client
contentful: contentful
ghost: ghost
langchain: langchain @langchain/core
langgraph: @langchain/langgraph
vercel-ai-sdk: ai
openai: openai
anthropic: @anthropic-ai/sdk
stripe: stripe @stripe/stripe-js
twilio: twilio
sendgrid: @sendgrid/mail
resend: resend
posthog: posthog-js posthog-node
sentry: @sentry/node @sentry/react @sentry/nextjs @sentry/browser @sentry/vue @sentry/angular @sentry/sveltekit
datadog: dd-trace
opentelemetry: @opentelemetry/sdk-node @opentelemetry/api
passport.js: passport
nextauth.js: next-auth @auth/core
better-auth: better-auth
clerk: @clerk/nextjs @clerk/clerk-react
auth0: @auth0/nextjs-auth0 @auth0/auth0-react auth0
jest: jest @jest/core
vitest: vitest
mocha: mocha
jasmine: jasmine jasmine-core
karma: karma
cypress: cypress
playwright: @playwright/test playwright
puppeteer: puppeteer
webdriverio: @wdio/cli webdriverio
testing-library: @testing-library/react @testing-library/vue @testing-library/svelte @testing-library/angular
nx: nx
turborepo: turbo
lerna: lerna
hardhat: hardhat
`;

export const python = `
fastapi: fastapi
django: django
django-rest-framework: djangorestframework
flask: flask
litestar: litestar
sanic: sanic
tornado: tornado
pyramid: pyramid
bottle: bottle
falcon: falcon
scrapy: scrapy
streamlit: streamlit
gradio: gradio
dash: dash
uvicorn: uvicorn
gunicorn: gunicorn
celery: celery
dramatiq: dramatiq
airflow: apache-airflow
dagster: dagster
prefect: prefect
temporal: temporalio
dbt: dbt-core
spark: pyspark
mcp: mcp fastmcp
grpc: grpcio
graphql: strawberry-graphql graphene ariadne
kafka: kafka-python confluent-kafka aiokafka
rabbitmq: pika aio-pika
sqlalchemy: sqlalchemy flask-sqlalchemy
sqlmodel: sqlmodel
alembic: alembic
tortoise-orm: tortoise-orm
peewee: peewee
postgresql: psycopg psycopg2 psycopg2-binary psycopg-binary asyncpg pg8000
pgvector: pgvector
mysql: mysqlclient pymysql mysql-connector-python aiomysql asyncmy
mariadb: mariadb
sqlite: aiosqlite
sql-server: pymssql
oracle: oracledb cx-oracle
mongodb: pymongo motor beanie mongoengine
redis: redis aioredis django-redis
valkey: valkey
memcached: pymemcache pylibmc
cassandra: cassandra-driver
neo4j: neo4j neomodel
falkordb: falkordb
influxdb: influxdb influxdb-client
clickhouse: clickhouse-driver clickhouse-connect
duckdb: duckdb
snowflake: snowflake-connector-python
bigquery: google-cloud-bigquery
firestore: google-cloud-firestore
elasticsearch: elasticsearch
opensearch: opensearch-py
meilisearch: meilisearch
pinecone: pinecone pinecone-client
weaviate: weaviate-client
qdrant: qdrant-client
milvus: pymilvus
chroma: chromadb
lancedb: lancedb
faiss: faiss-cpu faiss-gpu
supabase: supabase
pandas: pandas
polars: polars
numpy: numpy
scipy: scipy
pytorch: torch
tensorflow: tensorflow
keras: keras
jax: jax
scikit-learn: scikit-learn
xgboost: xgboost
lightgbm: lightgbm
spacy: spacy
hugging-face: transformers
mlflow: mlflow
langchain: langchain langchain-core
langgraph: langgraph
llamaindex: llama-index llama-index-core
pydantic: pydantic
openai: openai
anthropic: anthropic
stripe: stripe
twilio: twilio
sendgrid: sendgrid
sentry: sentry-sdk
opentelemetry: opentelemetry-sdk opentelemetry-api
pulumi: pulumi
aws-cdk: aws-cdk-lib
pyqt: pyqt5 pyqt6
pyside: pyside6
wxpython: wxpython
kivy: kivy
pygame: pygame
jupyter: jupyter jupyterlab
pytest: pytest
hypothesis: hypothesis
tox: tox
robot-framework: robotframework
locust: locust
playwright: playwright pytest-playwright
selenium: selenium
`;

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
temporal: go.temporal.io/sdk
websocket: github.com/gorilla/websocket github.com/coder/websocket nhooyr.io/websocket
opentelemetry: go.opentelemetry.io/otel/sdk go.opentelemetry.io/otel
prometheus: github.com/prometheus/client_golang
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
quarkus: io.quarkus:*
micronaut: io.micronaut:*
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
kafka: org.springframework.kafka:spring-kafka org.apache.kafka:kafka-clients org.apache.kafka:kafka-streams io.quarkus:quarkus-messaging-kafka
rabbitmq: org.springframework.boot:spring-boot-starter-amqp com.rabbitmq:amqp-client
spark: org.apache.spark:*
flink: org.apache.flink:*
grpc: io.grpc:grpc-netty io.grpc:grpc-netty-shaded io.grpc:grpc-stub
graphql: org.springframework.boot:spring-boot-starter-graphql com.graphql-java:graphql-java
keycloak: org.keycloak:*
jetpack-compose: androidx.compose.ui:ui androidx.compose.material3:material3 androidx.compose:compose-bom
junit: org.junit.jupiter:* junit:junit org.junit:junit-bom
testng: org.testng:testng
mockito: org.mockito:*
spock: org.spockframework:*
testcontainers: org.testcontainers:*
`;

export const nuget = `
asp.net-core: microsoft.aspnetcore.app microsoft.aspnetcore.openapi swashbuckle.aspnetcore
blazor: microsoft.aspnetcore.components.webassembly microsoft.aspnetcore.components.web
signalr: microsoft.aspnetcore.signalr*
entity-framework-core: microsoft.entityframeworkcore microsoft.entityframeworkcore.*
entity-framework: entityframework
dapper: dapper
nhibernate: nhibernate
-: microsoft.entityframeworkcore.inmemory
sql-server: microsoft.entityframeworkcore.sqlserver microsoft.data.sqlclient system.data.sqlclient
postgresql: npgsql npgsql.entityframeworkcore.postgresql
mysql: pomelo.entityframeworkcore.mysql mysql.data mysqlconnector mysql.entityframeworkcore
sqlite: microsoft.entityframeworkcore.sqlite microsoft.data.sqlite
oracle: oracle.entityframeworkcore oracle.manageddataaccess.core
mongodb: mongodb.driver
redis: stackexchange.redis microsoft.extensions.caching.stackexchangeredis
cosmos-db: microsoft.azure.cosmos microsoft.entityframeworkcore.cosmos
ravendb: ravendb.client
elasticsearch: elastic.clients.elasticsearch nest
masstransit: masstransit masstransit.rabbitmq
nservicebus: nservicebus
rabbitmq: rabbitmq.client masstransit.rabbitmq
kafka: confluent.kafka
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
specflow: specflow
testcontainers: testcontainers testcontainers.*
`;

export const gems = `
ruby-on-rails: rails
sinatra: sinatra
hanami: hanami
jekyll: jekyll
sidekiq: sidekiq
puma: puma
hotwire: turbo-rails stimulus-rails hotwire-rails
graphql: graphql
postgresql: pg
mysql: mysql2 trilogy
sqlite: sqlite3
mongodb: mongoid mongo
redis: redis hiredis
memcached: dalli
elasticsearch: elasticsearch elasticsearch-rails searchkick
neo4j: activegraph
rabbitmq: bunny
kafka: ruby-kafka rdkafka karafka
tailwind-css: tailwindcss-rails
stripe: stripe
sentry: sentry-rails sentry-ruby
rspec: rspec rspec-rails
minitest: minitest
capybara: capybara
cucumber: cucumber cucumber-rails
`;

export const composer = `
laravel: laravel/framework laravel/laravel
livewire: livewire/livewire
symfony: symfony/framework-bundle symfony/symfony
codeigniter: codeigniter4/framework
cakephp: cakephp/cakephp
yii: yiisoft/yii2
slim: slim/slim
laminas: laminas/laminas-mvc
drupal: drupal/core drupal/core-recommended
wordpress: johnpbloch/wordpress roots/wordpress
typo3: typo3/cms-core
magento: magento/product-community-edition
shopware: shopware/core
doctrine: doctrine/orm doctrine/doctrine-bundle
inertia.js: inertiajs/inertia-laravel
mysql: ext-mysqli ext-pdo_mysql
postgresql: ext-pgsql ext-pdo_pgsql
sqlite: ext-sqlite3 ext-pdo_sqlite
mongodb: mongodb/mongodb mongodb/laravel-mongodb ext-mongodb
redis: predis/predis ext-redis
elasticsearch: elasticsearch/elasticsearch
rabbitmq: php-amqplib/php-amqplib
kafka: ext-rdkafka
stripe: stripe/stripe-php laravel/cashier
sentry: sentry/sentry-laravel sentry/sentry-symfony
phpunit: phpunit/phpunit
pest: pestphp/pest
`;
