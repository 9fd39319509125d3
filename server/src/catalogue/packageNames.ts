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
pinia: pinia @pinia/nuxt
vueuse: @vueuse/core @vueuse/nuxt
vue-i18n: vue-i18n @nuxtjs/i18n
nuxt-ui: @nuxt/ui
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
element-plus: element-plus
naive-ui: naive-ui
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
s3: @aws-sdk/client-s3
google-cloud-storage: @google-cloud/storage
azure-blob-storage: @azure/storage-blob
cosmos-db: @azure/cosmos
azure-service-bus: @azure/service-bus
minio: minio
vertex-ai: @google-cloud/vertexai
amazon-bedrock: @aws-sdk/client-bedrock-runtime
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
web3.js: web3
ethers: ethers
viem: viem
wagmi: wagmi
pg-boss: pg-boss
trigger.dev: @trigger.dev/sdk
mastra: @mastra/core
watermelondb: @nozbe/watermelondb
nativewind: nativewind
nedb: nedb @seald-io/nedb
lowdb: lowdb
rxdb: rxdb
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
arq: arq
rq: rq
huey: huey
taskiq: taskiq
quart: quart
django-ninja: django-ninja
django-channels: channels
litellm: litellm
crewai: crewai
pydantic-ai: pydantic-ai
haystack: haystack-ai
reflex: reflex
nicegui: nicegui
wagtail: wagtail
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
google-pub-sub: google-cloud-pubsub
google-cloud-storage: google-cloud-storage
google-secret-manager: google-cloud-secret-manager
google-cloud-tasks: google-cloud-tasks
vertex-ai: google-cloud-aiplatform
postgis: geoalchemy2
azure-blob-storage: azure-storage-blob
cosmos-db: azure-cosmos
azure-service-bus: azure-servicebus
minio: minio
clerk: clerk-backend-api clerk-sdk
vllm: vllm
ollama: ollama
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

export const gems = `
ruby-on-rails: rails
sinatra: sinatra
hanami: hanami
jekyll: jekyll
sidekiq: sidekiq
solid-queue: solid_queue
goodjob: good_job
devise: devise
activeadmin: activeadmin
kamal: kamal
puma: puma
hotwire: turbo-rails stimulus-rails hotwire-rails
graphql: graphql
postgresql: pg
mysql: mysql2 trilogy
sqlite: sqlite3
s3: aws-sdk-s3
mongodb: mongoid mongo
redis: redis hiredis
memcached: dalli
elasticsearch: elasticsearch elasticsearch-rails searchkick chewy
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
filament: filament/filament
laravel-octane: laravel/octane
laravel-horizon: laravel/horizon
api-platform: api-platform/core api-platform/symfony
statamic: statamic/cms
craft-cms: craftcms/cms
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

export const pub = `
flutter: flutter
riverpod: flutter_riverpod riverpod hooks_riverpod
bloc: flutter_bloc bloc hydrated_bloc
getx: get
dio: dio
freezed: freezed freezed_annotation
go-router: go_router
isar: isar isar_community
drift: drift
objectbox: objectbox
realm: realm
sqlite: sqflite sqlite3
firebase: firebase_core
firestore: cloud_firestore
supabase: supabase_flutter supabase
serverpod: serverpod
postgresql: postgres
mongodb: mongo_dart
graphql: graphql_flutter graphql
sentry: sentry_flutter sentry
stripe: flutter_stripe
`;

export const hex = `
phoenix: phoenix
phoenix-liveview: phoenix_live_view
ecto: ecto ecto_sql
ash-framework: ash
absinthe: absinthe
oban: oban
broadway: broadway
nerves: nerves
graphql: absinthe
postgresql: postgrex
mysql: myxql
sqlite: ecto_sqlite3 exqlite
sql-server: tds
mongodb: mongodb_driver
redis: redix
kafka: brod kaffe broadway_kafka
rabbitmq: amqp broadway_rabbitmq
tailwind-css: tailwind
credo: credo
dialyzer: dialyxir
stripe: stripity_stripe
sentry: sentry
`;
