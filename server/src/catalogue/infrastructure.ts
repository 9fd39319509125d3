/** Which technology a part of an infrastructure described as code is. */
import { table } from './images.ts';

/** The id of what a Terraform resource is, by its whole type; its provider's cloud aside. */
export function technologyOfResource(type: string): string | undefined {
  return resources.get(type);
}

/** The id of what a resource of CloudFormation is, by its whole type (`AWS::SQS::Queue`). */
export function technologyOfCloudFormation(type: string): string | undefined {
  return cloudFormation.get(type.replace(/^AWS::/, ''));
}

/** The cloud or service that a Terraform provider is for, by its name. */
export function technologyOfProvider(name: string): string | undefined {
  return providers.get(name);
}

/** What a module of the registry makes, by its source (`terraform-aws-modules/eks/aws`), and whose provider it uses. */
export function technologiesOfModule(source: string): readonly string[] {
  const address = /^(?:registry\.terraform\.io\/)?([\w-]+)\/([\w-]+)\/([\w-]+)(?:\/\/(.+))?$/.exec(source);
  if (address === null) return [];
  const [, , name, provider, part] = address as unknown as [
    string,
    string,
    string,
    string,
    string | undefined,
  ];
  const known = [modules.get(`${name}/${provider}`), part === undefined ? undefined : engineNamed(part)];
  return [...known, providers.get(provider)].filter((id) => id !== undefined);
}

/** The database engine that a word of a cloud's own names (`aurora-postgresql`, `POSTGRES_15`). */
export function engineNamed(word: string): string | undefined {
  const name = word.toLowerCase();
  return engines.find(([part]) => name.includes(part))?.[1];
}

/** Every id named here, for the test that holds them to the catalogue. */
export function infrastructureTargets(): Set<string> {
  const named = [providers, resources, modules, cloudFormation].flatMap((one) => [...one.values()]);
  return new Set([...named, ...engines.map(([, id]) => id)]);
}

const engines: readonly (readonly [string, string])[] = [
  ['postgres', 'postgresql'],
  ['mysql', 'mysql'],
  ['mariadb', 'mariadb'],
  ['sqlserver', 'sql-server'],
  ['oracle', 'oracle'],
  ['valkey', 'valkey'],
  ['redis', 'redis'],
  ['memcached', 'memcached'],
];

const modules = table(`
eks: eks/aws
ecs: ecs/aws
aws-rds: rds/aws
amazon-aurora: rds-aurora/aws
aws-lambda: lambda/aws
s3: s3-bucket/aws
ec2: ec2-instance/aws
dynamodb: dynamodb-table/aws
elasticache: elasticache/aws
amazon-msk: msk-kafka-cluster/aws
sqs: sqs/aws
sns: sns/aws
cloudfront: cloudfront/aws
aws-api-gateway: apigateway-v2/aws
eventbridge: eventbridge/aws
redshift: redshift/aws
opensearch: opensearch/aws
amazon-ecr: ecr/aws
aks: aks/azurerm
azure-database-for-postgresql: postgresql/azurerm
azure-sql: sql-database/azurerm
gke: kubernetes-engine/google
cloud-sql: sql-db/google
cloud-run: cloud-run/google
google-cloud-storage: cloud-storage/google
google-pub-sub: pubsub/google
bigquery: bigquery/google
google-memorystore: memorystore/google
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
docker: docker
snowflake: snowflake
new-relic: newrelic
pagerduty: pagerduty
sentry: sentry
auth0: auth0
okta: okta
vault: vault
consul: consul
nomad: nomad
heroku: heroku
netlify: netlify
supabase: supabase
neon: neon
planetscale: planetscale
confluent: confluent
fly.io: fly
render: render
grafana: grafana
opsgenie: opsgenie
launchdarkly: launchdarkly
aiven: aiven
`);

/** Types without the `AWS::` before each. */
const cloudFormation = table(`
aws-lambda: Serverless::Function Lambda::Function
dynamodb: DynamoDB::Table DynamoDB::GlobalTable Serverless::SimpleTable
s3: S3::Bucket
sqs: SQS::Queue
sns: SNS::Topic
kinesis: Kinesis::Stream
eventbridge: Events::Rule Events::EventBus
step-functions: StepFunctions::StateMachine Serverless::StateMachine
aws-api-gateway: ApiGateway::RestApi ApiGatewayV2::Api Serverless::Api Serverless::HttpApi
aws-rds: RDS::DBInstance RDS::DBCluster
elasticache: ElastiCache::CacheCluster ElastiCache::ReplicationGroup ElastiCache::ServerlessCache
documentdb: DocDB::DBCluster
opensearch: OpenSearchService::Domain
redshift: Redshift::Cluster
ecs: ECS::Cluster ECS::Service
eks: EKS::Cluster
ec2: EC2::Instance
cloudfront: CloudFront::Distribution
amazon-cognito: Cognito::UserPool
amazon-msk: MSK::Cluster
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
aws-rds: aws_db_instance aws_rds_cluster
documentdb: aws_docdb_cluster
elasticache: aws_elasticache_cluster aws_elasticache_replication_group aws_elasticache_serverless_cache
amazon-memorydb: aws_memorydb_cluster
amazon-mq: aws_mq_broker
eventbridge: aws_cloudwatch_event_rule
aws-fargate: aws_eks_fargate_profile
amazon-cognito: aws_cognito_user_pool
amazon-ecr: aws_ecr_repository
amazon-timestream: aws_timestreamwrite_database
amazon-keyspaces: aws_keyspaces_table
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
alloydb: google_alloydb_cluster
google-memorystore: google_redis_instance google_memcache_instance
bigtable: google_bigtable_instance
compute-engine: google_compute_instance
app-engine: google_app_engine_application
google-artifact-registry: google_artifact_registry_repository
dataflow: google_dataflow_job
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
azure-virtual-machines: azurerm_linux_virtual_machine azurerm_windows_virtual_machine
azure-blob-storage: azurerm_storage_container
azure-container-registry: azurerm_container_registry
azure-service-bus: azurerm_servicebus_namespace
azure-event-hubs: azurerm_eventhub_namespace
`);
