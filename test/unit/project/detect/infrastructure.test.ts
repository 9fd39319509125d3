/** Manifests as people write them, of containers, clusters, clouds and pipelines: what they show, in which section, in which version, on which line. */
import { describeManifests } from './describeManifests.ts';

describeManifests('manifests of containers, clusters, clouds and pipelines', [
  {
    title: 'Helm: the charts that a chart brings along',
    files: {
      'chart/Chart.yaml': `apiVersion: v2
name: shop
version: 0.1.0
dependencies:
  - name: postgresql
    version: 15.5.0
    repository: https://charts.bitnami.com/bitnami
    condition: postgresql.enabled
  - name: redis
    version: 19.0.0
    repository: https://charts.bitnami.com/bitnami
  - name: kube-prometheus-stack
    version: 65.0.0
    repository: https://prometheus-community.github.io/helm-charts
  - name: common
    version: 2.0.0
    repository: https://charts.bitnami.com/bitnami
`,
      'chart/templates/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
`,
      'chart/values.yaml': `image:
  repository: postgres
`,
    },
    shown: [
      'deployment Kubernetes chart/Chart.yaml:2',
      'deployment Grafana chart/Chart.yaml:12',
      'deployment Prometheus chart/Chart.yaml:12',
      'deployment Helm chart/Chart.yaml:2',
      'database PostgreSQL chart/Chart.yaml:5',
      'database Redis chart/Chart.yaml:9',
    ],
  },
  {
    title: 'Terraform: the providers that are required show the cloud',
    files: {
      'infra/versions.tf': `terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
    cloudflare = {
      source = "cloudflare/cloudflare"
    }
  }
}
`,
    },
    shown: [
      'deployment AWS infra/versions.tf:6',
      'deployment Cloudflare infra/versions.tf:10',
      'deployment Terraform infra/versions.tf:1',
    ],
  },
  {
    title: 'Terraform: modules of the registry',
    files: {
      'main.tf': `module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.0.0"
}

module "cluster" {
  source          = "terraform-aws-modules/eks/aws"
  cluster_name    = "shop"
  cluster_version = "1.31"
  node_groups = {
    main = { instance_types = ["t3.large"] }
  }
}

module "db" {
  source = "terraform-aws-modules/rds/aws"
  engine = "postgres"
  engine_version = "16.3"
}

module "own" {
  source = "./modules/own"
}
`,
    },
    shown: [
      'deployment EKS main.tf:7',
      'deployment AWS main.tf:2',
      'deployment Terraform main.tf:1',
      'database AWS RDS main.tf:16',
      'database PostgreSQL 16.3 main.tf:17',
    ],
  },
  {
    title: 'Terraform on Azure with AKS and Postgres',
    files: {
      'terraform/main.tf': `module "aks" {
  source  = "Azure/aks/azurerm"
}

resource "azurerm_postgresql_flexible_server" "db" {
  name    = "shop"
  version = "16"
}
/* resource "azurerm_cosmosdb_account" "old" {} */
resource "azurerm_redis_cache" "cache" {}
`,
    },
    shown: [
      'deployment AKS terraform/main.tf:2',
      'deployment Azure terraform/main.tf:2',
      'deployment Terraform terraform/main.tf:1',
      'database Azure Cache for Redis terraform/main.tf:10',
      'database Azure Database for PostgreSQL terraform/main.tf:5',
    ],
  },
  {
    title: 'Terraform on Google with Cloud SQL',
    files: {
      'terraform/main.tf': `provider "google" {
  project = var.project
}

resource "google_sql_database_instance" "main" {
  database_version = "POSTGRES_15"
  settings {
    tier = "db-f1-micro"
  }
}

resource "google_cloud_run_v2_service" "api" {
  name = "api"
  template {
    containers {
      image = "gcr.io/x/api"
      env {
        name  = "ENGINE"
        value = <<EOT
engine = "mysql"
}
EOT
      }
    }
  }
}
`,
    },
    shown: [
      'deployment GCP terraform/main.tf:1',
      'deployment Cloud Run terraform/main.tf:12',
      'deployment Terraform terraform/main.tf:1',
      'database Cloud SQL terraform/main.tf:5',
      'database PostgreSQL 15 terraform/main.tf:6',
    ],
  },
  {
    title: 'Terraform: Aurora, ElastiCache, SQS',
    files: {
      'db.tf': `resource "aws_rds_cluster" "main" {
  engine         = "aurora-postgresql"
  engine_version = "15.4"
}

resource "aws_elasticache_replication_group" "cache" {
  engine = "valkey"
}

resource "aws_sqs_queue" "jobs" {}

data "aws_ami" "ubuntu" {
  owners = ["099720109477"]
}
`,
    },
    shown: [
      'backend SQS db.tf:10',
      'deployment AWS db.tf:1',
      'deployment Terraform db.tf:1',
      'database Amazon Aurora db.tf:1',
      'database PostgreSQL 15.4 db.tf:2',
      'database ElastiCache db.tf:6',
      'database Valkey db.tf:7',
    ],
  },
  {
    title: 'Kubernetes: objects at the top and in infra',
    files: {
      'deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  template:
    spec:
      containers:
        - name: api
          image: ghcr.io/acme/api:1
`,
      'infra/api.yaml': `apiVersion: apps/v1
kind: Deployment
spec:
  template:
    spec:
      initContainers:
        - image: postgres:16
      containers:
        - image: redis:7.4-alpine
---
apiVersion: v1
kind: Service
metadata: {name: api}
`,
      'infra/values.yaml': `image: mysql
`,
    },
    shown: ['deployment Kubernetes deployment.yaml:2', 'database Redis 7.4 infra/api.yaml:9'],
  },
  {
    title: 'a kustomization without a kind',
    files: {
      'kustomization.yaml': `resources:
  - deployment.yaml
  - https://example.org/x.yaml
`,
    },
    shown: ['deployment Kubernetes kustomization.yaml:1', 'deployment Kustomize kustomization.yaml:1'],
  },
  {
    title: 'Flux and an operator’s database',
    files: {
      'clusters/prod/db.yaml': `apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata:
  name: db
spec:
  instances: 3
`,
      'clusters/prod/release.yaml': `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
spec:
  chart:
    spec:
      chart: redis
`,
    },
    shown: [
      'deployment Kubernetes clusters/prod/db.yaml:2',
      'deployment Flux CD clusters/prod/release.yaml:2',
      'deployment Helm clusters/prod/release.yaml:2',
      'database PostgreSQL clusters/prod/db.yaml:2',
      'database Redis clusters/prod/release.yaml:6',
    ],
  },
  {
    title: 'Argo CD and Istio',
    files: {
      'argocd/app.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop
`,
      'k8s/route.yaml': `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: shop
`,
    },
    shown: [
      'deployment Kubernetes argocd/app.yaml:2',
      'deployment Argo CD argocd/app.yaml:2',
      'deployment Istio k8s/route.yaml:2',
    ],
  },
  {
    title: 'Dockerfile: arguments and stages by name',
    files: {
      Dockerfile: `ARG BASE=postgres:16
FROM \${BASE} AS base
RUN echo
FROM node:24 AS build
FROM base AS final
COPY --from=build /a /a
`,
    },
    shown: ['deployment Docker Dockerfile:2', 'database PostgreSQL 16 Dockerfile:2'],
  },
  {
    title: 'Dockerfile: the image tells the language where nothing else does',
    files: {
      Dockerfile: `FROM python:3.13-slim
COPY . .
CMD ["python", "main.py"]
`,
    },
    shown: ['backend Python 3.13 Dockerfile:1', 'deployment Docker Dockerfile:1'],
  },
  {
    title: 'Dockerfile of a Go service that ends in nothing',
    files: {
      'go.mod': `module x

go 1.24
`,
      Dockerfile: `FROM golang:1.24 AS build
RUN go build
FROM scratch
COPY --from=build /x /x
`,
    },
    shown: ['backend Go 1.24 go.mod:1', 'deployment Docker Dockerfile:1'],
  },
  {
    title: 'compose files that include others',
    files: {
      'compose.yaml': `include:
  - infra/stores.yaml
services:
  api:
    build: .
`,
      'infra/stores.yaml': `services:
  db:
    image: pgvector/pgvector:pg17
`,
    },
    shown: [
      'deployment Docker Compose compose.yaml:3',
      'database PostgreSQL 17 infra/stores.yaml:3',
      'database pgvector infra/stores.yaml:3',
    ],
  },
  {
    title: 'compose: anchors, builds, and services behind profiles',
    files: {
      'docker-compose.yml': `x-common: &common
  restart: always
services:
  api:
    <<: *common
    build: .
  db:
    <<: *common
    image: \${DB_IMAGE:-timescale/timescaledb:2.17.2-pg16}
  mq:
    image: rabbitmq:4-management
  tools:
    image: mongo:8
    profiles: ["tools"]
`,
    },
    shown: [
      'backend RabbitMQ 4 docker-compose.yml:11',
      'deployment Docker Compose docker-compose.yml:3',
      'database PostgreSQL 16 docker-compose.yml:9',
      'database TimescaleDB docker-compose.yml:9',
    ],
  },
  {
    title: 'a service that speaks PostgreSQL’s protocol, with its driver',
    files: {
      'compose.yaml': `services:
  db:
    image: cockroachdb/cockroach:v24.3.0
`,
      'package.json': `{
  "dependencies": {
    "pg": "8",
    "fastify": "5"
  }
}
`,
    },
    shown: [
      'backend JavaScript package.json:2',
      'backend Node.js package.json:4',
      'backend Fastify 5 package.json:4',
      'deployment Docker Compose compose.yaml:1',
      'database CockroachDB 24.3.0 compose.yaml:3',
    ],
  },
  {
    title: 'RDS with a driver: the driver says which engine',
    files: {
      'main.tf': `resource "aws_db_instance" "x" {
  engine = var.engine
}
`,
      'package.json': `{
  "dependencies": {
    "pg": "8",
    "fastify": "5"
  }
}
`,
    },
    shown: [
      'backend JavaScript package.json:2',
      'backend Node.js package.json:4',
      'backend Fastify 5 package.json:4',
      'deployment AWS main.tf:1',
      'deployment Terraform main.tf:1',
      'database AWS RDS main.tf:1',
      'database PostgreSQL package.json:3',
    ],
  },
  {
    title: 'workflows: who signs in to a cloud, and what they deploy',
    files: {
      '.github/workflows/deploy.yml': `name: deploy
on:
  push:
    branches: [main]
permissions: { id-token: write }
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - name: Sign in
        uses: aws-actions/configure-aws-credentials@v4
        with:
          role-to-assume: x
      - uses: "aws-actions/amazon-ecs-deploy-task-definition@v2"
`,
      '.github/workflows/test.yml': `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    services:
      pg: { image: postgres:16 }
    steps:
      - run: npm test
`,
    },
    shown: [
      'deployment AWS .github/workflows/deploy.yml:12',
      'deployment ECS .github/workflows/deploy.yml:15',
      'deployment GitHub Actions .github/workflows/deploy.yml:6',
    ],
  },
  {
    title: '.env.example of a service on two stores',
    files: {
      '.env.example': `# the database
DATABASE_URL=postgres://user:pass@localhost:5432/shop
REDIS_URL="redis://localhost:6379/0"
AMQP_URL=amqp://localhost
STRIPE_KEY=
`,
    },
    shown: [
      'backend RabbitMQ .env.example:4',
      'database PostgreSQL .env.example:2',
      'database Redis .env.example:3',
      'other Stripe .env.example:5',
    ],
  },
  {
    title: 'other pipelines',
    files: {
      '.gitlab-ci.yml': `stages: [test]
`,
      Jenkinsfile: `pipeline {}
`,
      '.circleci/config.yml': `version: 2.1
`,
    },
    shown: [
      'deployment GitLab CI .gitlab-ci.yml:1',
      'deployment Jenkins Jenkinsfile:1',
      'deployment CircleCI .circleci/config.yml:1',
    ],
  },
  {
    title: 'files of platforms',
    files: {
      'fly.toml': `app = "x"
`,
      'render.yaml': `services: []
`,
      'firebase.json': '{}',
      'serverless.yml': `service: x
`,
    },
    shown: [
      'deployment Firebase firebase.json:1',
      'deployment Fly.io fly.toml:1',
      'deployment Render render.yaml:1',
      'deployment Serverless Framework serverless.yml:1',
    ],
  },
  {
    title: 'the Serverless Framework: the cloud, the runtimes of the functions, the resources',
    files: {
      'serverless.yml': `service: x
frameworkVersion: '3'
provider:
  name: aws
  runtime: python3.12
  region: \${opt:region, 'eu-west-1'}
functions:
  hello:
    handler: a.b
resources:
  Resources:
    Orders:
      Type: AWS::DynamoDB::Table
      Properties:
        TableName: !Sub '\${AWS::StackName}-orders'
`,
    },
    shown: [
      'backend Python 3.12 serverless.yml:5',
      'deployment AWS serverless.yml:4',
      'deployment AWS Lambda serverless.yml:4',
      'deployment Serverless Framework serverless.yml:1',
      'database DynamoDB serverless.yml:13',
    ],
  },
  {
    title: 'SAM, with a database, and a template that is none of a cloud',
    files: {
      'template.yaml': `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: nodejs20.x
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: !GetAtt Bucket.Arn
  Db:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
`,
      'mail/template.yaml': `subject: Hello
body: |
  {{ name }}: [
`,
    },
    shown: [
      'backend Node.js 20 template.yaml:5',
      'deployment AWS template.yaml:8',
      'deployment AWS Lambda template.yaml:8',
      'deployment AWS SAM template.yaml:2',
      'database AWS RDS template.yaml:12',
      'database PostgreSQL template.yaml:14',
    ],
  },
  {
    title: 'Workers with bindings in JSON with comments',
    files: {
      'wrangler.jsonc': `{
  // the worker
  "name": "x",
  "kv_namespaces": [{ "binding": "CACHE", "id": "1" }],
  "r2_buckets": [],
}
`,
    },
    shown: [
      'deployment Cloudflare KV wrangler.jsonc:4',
      'deployment Cloudflare R2 wrangler.jsonc:5',
      'deployment Cloudflare Workers wrangler.jsonc:1',
    ],
  },
]);
