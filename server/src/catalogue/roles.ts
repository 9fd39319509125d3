import { invertedTableOf } from './idTables.ts';
import type { Technology, TechnologyKind } from './types.ts';

/**
 * What a technology is used for, finer than its kind: Prometheus gathers metrics, Jaeger traces, PagerDuty calls
 * somebody. Two of one role stand in each other's place; who declares the one has said nothing of another role. One
 * that has several goes only where all of them are taken. Never empty: a library or tool for which no role is known
 * has itself for one, so that nothing takes its place.
 */
export function rolesOf({ id, kind }: Technology): readonly string[] {
  return roles().get(id) ?? rolesByKind.get(kind) ?? (aloneByKind.has(kind) ? [id] : [kind]);
}

/** Every id that the table names, for the test that holds it to the catalogue. */
export function roleTargets(): Iterable<string> {
  return roles().keys();
}

/** Of these kinds some are in the same trade: one language, runtime or framework takes the place of another. */
const rolesByKind: ReadonlyMap<TechnologyKind, readonly string[]> = new Map([
  ...sameRole('stack', 'language', 'runtime', 'framework'),
  ...sameRole('data-store', 'database', 'cache', 'search', 'vector-store', 'warehouse'),
]);

/** These kinds hold everything that is no other kind. */
const aloneByKind: ReadonlySet<TechnologyKind> = new Set([
  'library',
  'tool',
  'service',
  'cloud-service',
  'api',
  'collaboration',
]);

function sameRole(role: string, ...kinds: readonly TechnologyKind[]): [TechnologyKind, string[]][] {
  return kinds.map((kind) => [kind, [role]]);
}

let made: ReadonlyMap<string, readonly string[]> | undefined;

function roles(): ReadonlyMap<string, readonly string[]> {
  return (made ??= invertedTableOf(table));
}

const table = `
markup: html mdx jsx
stylesheets: css
templates: handlebars ejs haml nunjucks pug mustache liquid freemarker smarty blade twig thymeleaf marko
shading-language: hlsl glsl wgsl shaderlab
query-language: sql t-sql pl-sql pl-pgsql cypher sparql hiveql kusto xquery lookml
shell: bash powershell nushell tcsh elvish batchfile
smart-contracts: solidity vyper move cairo motoko noir
blockchain: ethereum hyperledger-fabric solana
hardware-description: vhdl verilog bluespec
assembly: assembly
webassembly: webassembly assemblyscript
game-scripting: gdscript unrealscript luau
schema-language: cap-n-proto flatbuffers typespec json-schema
configuration-language: hcl kcl jsonnet dhall bitbake
policy: open-policy-agent
gpu-computing: cuda opencl
parallel-computing: mpi openmp
progressive-web-app: pwa
web-components: web-components
interactivity: htmx jquery hotwire stimulus turbo alpine.js livewire inertia.js
site-generator: docusaurus vitepress vuepress docsify mkdocs fumadocs mintlify read-the-docs hugo jekyll hexo eleventy
dashboard-app: streamlit gradio dash shiny
reactive-streams: rxjs
routing: react-router tanstack-router vue-router
client-state: redux redux-toolkit zustand jotai recoil mobx xstate pinia vuex ngrx
server-state: tanstack-query swr apollo-client relay urql
forms: react-hook-form formik
validation: zod pydantic joi yup valibot arktype typebox superstruct
http-client: axios httpx retrofit
utilities: lodash
css-framework: tailwind-css bootstrap unocss bulma
css-preprocessor: sass less stylus postcss
scoped-styles: css-modules css-in-js styled-components emotion vanilla-extract
components: bootstrap mui angular-material vuetify ant-design chakra-ui mantine radix-ui shadcn-ui headless-ui daisyui primeng primevue fluent-ui heroui ark-ui ariakit-ui base-ui reka-ui element-plus
design-system: material-design
icons: lucide ant-design-icons bootstrap-icons feather-icons font-awesome heroicons hugeicons ionicons material-design-icons phosphor-icons radix-icons react-icons tabler
animation: framer-motion gsap
charts: d3.js chart.js echarts recharts highcharts plotly
plotting: matplotlib plotly
maps: leaflet maplibre openlayers
graphics-api: opengl vulkan directx metal webgl webgpu
graphics-3d: three.js react-three-fiber babylon.js
graphics-2d: pixijs p5.js
game-engine: unity unreal-engine godot bevy monogame phaser pygame ren-py
multimedia: sdl sfml
rich-text: tiptap lexical-editor
code-editor: codemirror monaco-editor
translations: i18next
bundler: vite webpack rollup esbuild parcel rspack turbopack rolldown
transpiler: swc babel
task-runner: gulp grunt
mobile-web: ionic capacitor cordova
mobile-persistence: room core-data swiftdata grdb
dependency-injection: hilt koin
remote-calls: trpc
real-time: signalr supabase-realtime
service-integration: dapr wcf com camel mulesoft biztalk spring-integration
workflow-engine: camunda temporal n8n inngest step-functions trigger.dev
scraping: scrapy
background-jobs: celery dramatiq sidekiq bullmq hangfire pg-boss arq
mediator: mediatr
object-mapping: automapper
logging-library: serilog
async-runtime: tokio
rpc-library: tonic
kafka-client: kafkajs
application-server: uvicorn uwsgi gunicorn tomcat wildfly weblogic websphere glassfish jetty kestrel puma
process-manager: pm2 systemd
web-server: nginx apache-http-server caddy traefik haproxy iis envoy
api-gateway: kong apigee tyk krakend apisix gravitee aws-api-gateway
caching-proxy: varnish
data-frames: pandas polars dask
numerics: numpy scipy eigen
distributed-computing: dask ray
computer-vision: opencv
notebooks: jupyter
deep-learning: pytorch tensorflow keras jax
classical-learning: scikit-learn xgboost lightgbm
language-models: hugging-face spacy
llm-framework: langchain langgraph llamaindex vercel-ai-sdk
model-serving: ollama vllm llama.cpp onnx
experiment-tracking: mlflow weights-and-biases
machine-learning-platform: kubeflow amazon-sagemaker vertex-ai
model-provider: amazon-bedrock azure-openai cohere-ai deepseek groq mistral-ai perplexity-ai
speech-and-vision: amazon-comprehend amazon-polly amazon-rekognition amazon-transcribe google-cloud-speech google-cloud-translation google-cloud-vision google-dialogflow
big-data: spark flink beam storm hadoop hive dataflow amazon-emr google-dataproc
pipelines: airflow dagster prefect azure-data-factory aws-glue
data-integration: nifi airbyte fivetran apideck nango tray.ai
change-capture: debezium
transformation: dbt
microcontroller: arduino esp32 stm32 nrf52 avr raspberry-pi
real-time-system: freertos zephyr
embedded-build: platformio yocto
robotics: ros
programmable-logic: fpga
smart-contract-tools: hardhat foundry
database-driver: psycopg asyncpg node-postgres ioredis jdbc ado.net pgx
migrations: flyway liquibase alembic
connection-pool: pgbouncer
database-console: mongo-express
embedded-store: indexeddb
serverless-functions: aws-lambda azure-functions cloud-functions cloudflare-workers vercel-functions supabase-functions
virtual-machines: ec2 compute-engine amazon-lightsail
container-service: ecs aws-fargate aws-app-runner azure-container-apps cloud-run knative
web-app-hosting: elastic-beanstalk azure-app-service app-engine cloudflare-pages azure-static-web-apps aws-amplify-hosting
object-storage: s3 cloudflare-r2 azure-blob-storage google-cloud-storage minio ceph supabase-storage azure-storage
archive-storage: amazon-s3-glacier
block-storage: amazon-ebs amazon-efs
content-delivery: cloudfront fastly akamai
dns: route-53 google-cloud-dns
container-manager: portainer
tunnel: ngrok
kubernetes-packaging: helm kustomize
development-loop: skaffold tilt dev-containers
coordination: apache-zookeeper
continuous-delivery: argo-cd flux-cd spinnaker
cluster-workflows: argo-workflows
release: semantic-release fastlane
coverage-reports: codecov coveralls
browser-farm: browserstack
machine-images: packer
metrics: prometheus zabbix nagios cloudwatch azure-monitor datadog new-relic dynatrace appdynamics signoz
dashboards: grafana kibana datadog new-relic dynatrace
logs: loki elk-stack splunk graylog kibana cloudwatch azure-monitor datadog new-relic google-cloud-logging papertrail signoz
log-shipping: logstash fluentd fluent-bit
tracing: jaeger zipkin grafana-tempo honeycomb datadog new-relic dynatrace appdynamics aws-x-ray signoz
telemetry: opentelemetry
error-tracking: sentry rollbar bugsnag honeybadger
on-call: pagerduty opsgenie
alerting: alertmanager cloudwatch azure-monitor datadog new-relic
status-page: statuspage
uptime: pingdom uptime-kuma healthchecks.io
profiling: blackfire scout-apm appsignal
chaos: chaos-monkey chaos-toolkit chaos-mesh gremlin litmuschaos
keys: aws-kms google-cloud-kms
access-management: aws-iam
`;
