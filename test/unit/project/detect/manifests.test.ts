/** Each kind of manifest: what it shows, in which section, and on which line. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shownBy } from './detectOf.ts';

interface Case {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly shown: readonly string[];
}

const cases: readonly Case[] = [
  {
    title: 'package.json of a server: the runtime is Node.js, the languages are the backend’s',
    files: {
      'package.json': `{
  "dependencies": {
    "@nestjs/core": "^11",
    "pg": "^8",
    "ioredis": "^5", "rxjs": "^7"
  },
  "devDependencies": {
    "typescript": "^5",
    "jest": "^30"
  }
}
`,
    },
    shown: [
      'backend TypeScript package.json:8',
      'backend Node.js package.json:3',
      'backend NestJS package.json:3',
      'database PostgreSQL package.json:4',
      'database Redis package.json:5',
      'other Jest package.json:9',
    ],
  },
  {
    title: 'package.json of a web page: its framework counts among the development dependencies too',
    files: {
      'package.json': `{
  "engines": { "node": ">=22" },
  "devDependencies": {
    "svelte": "5", "vite": "7",
    "tailwindcss": "4",
    "typescript": "5",
    "express": "5", "better-sqlite3": "12"
  }
}
`,
    },
    shown: [
      'frontend Svelte package.json:4',
      'frontend TypeScript package.json:6',
      'frontend Tailwind CSS package.json:5',
      'frontend Vite package.json:4',
    ],
  },
  {
    title:
      'package.json of a library: what it can be used with, and is tested with, is not what it is made of',
    files: {
      'package.json':
        '{ "dependencies": { "lodash": "4" }, "peerDependencies": { "next": "15", "pg": "8" },\n"optionalDependencies": { "redis": "5" }, "devDependencies": { "react": "19", "vue": "3" } }',
    },
    shown: ['backend JavaScript package.json:1'],
  },
  {
    title: 'package.json of developers’ tools beside a project of another language',
    files: {
      'package.json':
        '{ "engines": { "node": ">=22" }, "devDependencies": { "prettier": "3", "@types/node": "22" } }',
      'go.mod': 'module x\n',
    },
    shown: ['backend Go go.mod:1'],
  },
  {
    title: 'pyproject.toml: dependencies count, groups and extras do not declare a database',
    files: {
      'pyproject.toml': `[project]
name = "shop"
dependencies = [
    "fastapi[standard]>=0.115",
    "SQLAlchemy[asyncio]>=2",
    "asyncpg",
    # "pymongo",
]

[project.optional-dependencies]
mysql = ["pymysql"]

[dependency-groups]
dev = ["pytest>=8", "aiosqlite"]

[tool.uv]
package = false
`,
    },
    shown: [
      'backend Python pyproject.toml:1',
      'backend FastAPI pyproject.toml:4',
      'database PostgreSQL pyproject.toml:6',
      'database SQLAlchemy pyproject.toml:5',
      'other pytest pyproject.toml:14',
      'other uv pyproject.toml:16',
    ],
  },
  {
    title: 'pyproject.toml of Poetry; without a database SQLAlchemy is the backend’s',
    files: {
      'pyproject.toml':
        '[tool.poetry]\nname = "shop"\n\n[tool.poetry.dependencies]\npython = "^3.13"\ndjango = "^5"\nsqlalchemy = "2"\nredis = { version = "7", optional = true }\n\n[tool.poetry.group.dev.dependencies]\npsycopg = "3"\n',
    },
    shown: [
      'backend Python pyproject.toml:5',
      'backend Django pyproject.toml:6',
      'backend SQLAlchemy pyproject.toml:7',
      'other Poetry pyproject.toml:1',
    ],
  },
  {
    title: 'requirements.txt, and the one for tests',
    files: {
      'requirements.txt': '# web\nFlask==3.1 ; python_version > "3.9"\npsycopg2-binary>=2.9\n-r more.txt\n',
      'requirements-dev.txt': 'pytest\nmysqlclient\n',
    },
    shown: [
      'backend Python requirements.txt:1',
      'backend Flask requirements.txt:2',
      'database PostgreSQL requirements.txt:3',
      'other pytest requirements-dev.txt:1',
    ],
  },
  {
    title: 'go.mod: what is required directly',
    files: {
      'go.mod': `module example.org/shop

go 1.25

require (
	github.com/gin-gonic/gin v1.11.0
	github.com/jackc/pgx/v5 v5.7.0
	github.com/mattn/go-sqlite3 v1.14.0 // indirect
)

require github.com/redis/go-redis/v9 v9.0.0
`,
    },
    shown: [
      'backend Go go.mod:1',
      'backend Gin go.mod:6',
      'database PostgreSQL go.mod:7',
      'database Redis go.mod:11',
    ],
  },
  {
    title: 'Cargo.toml: features name the database; what the members inherit counts',
    files: {
      'Cargo.toml':
        '[workspace]\nmembers = ["api"]\n\n[workspace.dependencies]\nsqlx = { version = "0.8", features = ["postgres"] }\nmongodb = "3"\n',
      'api/Cargo.toml':
        '[package]\nname = "api"\n\n[dependencies]\naxum = "0.8"\nsqlx = { workspace = true }\n\n[dev-dependencies]\nrusqlite = "0.37"\n',
    },
    shown: [
      'backend Rust Cargo.toml:1',
      'backend axum api/Cargo.toml:5',
      'database PostgreSQL Cargo.toml:5',
      'database sqlx Cargo.toml:5',
    ],
  },
  {
    title: 'pom.xml: managed versions, test scope and test containers declare nothing',
    files: {
      'pom.xml': `<?xml version="1.0"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <parent>
    <groupId>org.springframework.boot</groupId>
    <artifactId>spring-boot-starter-parent</artifactId>
  </parent>
  <dependencyManagement><dependencies><dependency>
    <groupId>org.mongodb</groupId><artifactId>mongodb-driver-sync</artifactId>
  </dependency></dependencies></dependencyManagement>
  <dependencies>
    <!-- <dependency><groupId>redis.clients</groupId><artifactId>jedis</artifactId></dependency> -->
    <dependency>
      <groupId>org.postgresql</groupId>
      <artifactId>postgresql</artifactId>
      <scope>runtime</scope>
    </dependency>
    <dependency><groupId>com.h2database</groupId><artifactId>h2</artifactId></dependency>
    <dependency>
      <groupId>com.mysql</groupId><artifactId>mysql-connector-j</artifactId><scope>test</scope>
    </dependency>
    <dependency>
      <groupId>org.testcontainers</groupId><artifactId>postgresql</artifactId><scope>test</scope>
    </dependency>
  </dependencies>
</project>
`,
    },
    shown: [
      'backend Java pom.xml:2',
      'backend Spring Boot pom.xml:3',
      'database PostgreSQL pom.xml:12',
      'other Testcontainers pom.xml:21',
      'other Maven pom.xml:2',
    ],
  },
  {
    title: 'build.gradle.kts',
    files: {
      'build.gradle.kts': `plugins {
    kotlin("jvm") version "2.2.0"
    id("org.springframework.boot") version "3.5.0"
}

dependencies {
    implementation("org.springframework.boot:spring-boot-starter-data-mongodb")
    implementation(platform("software.amazon.awssdk:bom:2.0"))
    // implementation("redis.clients:jedis:5.0")
    runtimeOnly("org.postgresql:postgresql:42.7.0")
    testImplementation("com.h2database:h2:2.0")
    testImplementation("org.junit.jupiter:junit-jupiter:5.12.0")
}
`,
    },
    shown: [
      'backend Kotlin build.gradle.kts:2',
      'backend Spring Boot build.gradle.kts:3',
      'database MongoDB build.gradle.kts:7',
      'database PostgreSQL build.gradle.kts:10',
      'other JUnit build.gradle.kts:12',
      'other Gradle build.gradle.kts:2',
    ],
  },
  {
    title: 'an Android app: Kotlin is the frontend’s',
    files: {
      'app/build.gradle': "apply plugin: 'com.android.application'\napply plugin: 'kotlin-android'\n",
    },
    shown: [
      'frontend Android app/build.gradle:1',
      'frontend Kotlin app/build.gradle:2',
      'other Gradle app/build.gradle:1',
    ],
  },
  {
    title: '*.csproj; a test project declares nothing',
    files: {
      'src/Shop/Shop.csproj': `<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.EntityFrameworkCore.SqlServer" Version="9.0.0" />
    <PackageReference Include="Microsoft.EntityFrameworkCore" Version="9.0.0" />
  </ItemGroup>
</Project>
`,
      'src/Shop.Tests/Shop.Tests.csproj': `<Project Sdk="Microsoft.NET.Sdk">
  <ItemGroup>
    <PackageReference Include="Microsoft.NET.Test.Sdk" Version="17.0.0" />
    <PackageReference Include="xunit" Version="2.9.0" />
    <PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="9.0.0" />
  </ItemGroup>
</Project>
`,
    },
    shown: [
      'backend C# src/Shop/Shop.csproj:1',
      'backend .NET src/Shop/Shop.csproj:2',
      'backend ASP.NET Core src/Shop/Shop.csproj:1',
      'database SQL Server src/Shop/Shop.csproj:4',
      'database Entity Framework Core src/Shop/Shop.csproj:5',
      'other xUnit src/Shop.Tests/Shop.Tests.csproj:4',
    ],
  },
  {
    title: 'what .NET Aspire hosts and reaches',
    files: {
      'Shop.AppHost/Shop.AppHost.csproj': `<Project Sdk="Microsoft.NET.Sdk">
  <ItemGroup>
    <PackageReference Include="Aspire.Hosting.Redis" Version="9.0.0" />
    <PackageReference Include="Aspire.Hosting.RabbitMQ" Version="9.0.0" />
    <PackageReference Include="Aspire.Npgsql.EntityFrameworkCore.PostgreSQL" Version="9.0.0" />
  </ItemGroup>
</Project>
`,
    },
    shown: [
      'backend C# Shop.AppHost/Shop.AppHost.csproj:1',
      'backend .NET Shop.AppHost/Shop.AppHost.csproj:1',
      'backend RabbitMQ Shop.AppHost/Shop.AppHost.csproj:4',
      'database PostgreSQL Shop.AppHost/Shop.AppHost.csproj:5',
      'database Redis Shop.AppHost/Shop.AppHost.csproj:3',
      'database Entity Framework Core Shop.AppHost/Shop.AppHost.csproj:5',
    ],
  },
  {
    title: 'Gemfile, by groups',
    files: {
      Gemfile: `source "https://rubygems.org"
gem "rails", "~> 8.0"
gem "pg"
# gem "redis"
group :development, :test do
  gem "sqlite3"
  gem "rspec-rails"
end
gem "sidekiq"
gem "mysql2", group: :test
group :queue do
  gem "bunny", require: false
end
group :extra, optional: true do
  gem "mongo"
end
`,
    },
    shown: [
      'backend Ruby Gemfile:1',
      'backend Ruby on Rails Gemfile:2',
      'backend RabbitMQ Gemfile:12',
      'backend Sidekiq Gemfile:9',
      'database PostgreSQL Gemfile:3',
      'other RSpec Gemfile:7',
    ],
  },
  {
    title: 'composer.json with Laravel’s example of an environment, which has keys for every store',
    files: {
      'composer.json':
        '{\n  "require": {\n    "php": "^8.3",\n    "laravel/framework": "^12.0"\n  },\n  "require-dev": { "phpunit/phpunit": "^11" }\n}\n',
      '.env.example':
        'DB_CONNECTION=mysql\n# DB_HOST=127.0.0.1\nCACHE_STORE=database\nQUEUE_CONNECTION=redis\nMEMCACHED_HOST=127.0.0.1\nREDIS_HOST=127.0.0.1\n',
    },
    shown: [
      'backend PHP composer.json:3',
      'backend Laravel composer.json:4',
      'database MySQL .env.example:1',
      'database Redis .env.example:4',
      'other PHPUnit composer.json:6',
    ],
  },
  {
    title: 'Dockerfile: what the image that ships is made from',
    files: {
      Dockerfile:
        '# syntax=docker/dockerfile:1\nFROM node:24 AS build\nRUN npm ci\nFROM --platform=linux/amd64 nginx:1.29-alpine\n',
    },
    shown: ['deployment Docker Dockerfile:2', 'deployment nginx Dockerfile:4'],
  },
  {
    title: 'compose.yaml: services count, those behind a profile or for tests do not',
    files: {
      'compose.yaml': `services:
  db:
    image: docker.io/library/postgres:16-alpine
  cache:
    image: "\${REDIS_IMAGE:-redis:7}"
  search:
    image: opensearchproject/opensearch:2
    profiles: [search]
  db-test:
    image: mysql:8
  # queue:
  #   image: rabbitmq:4
`,
      'docker-compose.test.yml': 'services:\n  mongo:\n    image: mongo:8\n',
    },
    shown: [
      'deployment Docker Compose compose.yaml:1',
      'database PostgreSQL compose.yaml:3',
      'database Redis compose.yaml:5',
    ],
  },
  {
    title: 'workflows: the services of a job are its tests’',
    files: {
      '.github/workflows/ci.yml': `on: push
jobs:
  test:
    services:
      postgres:
        image: postgres:16
    steps:
      - uses: actions/checkout@v5
      - uses: google-github-actions/deploy-cloudrun@v2
`,
    },
    shown: [
      'deployment Cloud Run .github/workflows/ci.yml:9',
      'deployment GitHub Actions .github/workflows/ci.yml:2',
    ],
  },
  {
    title: 'Terraform: providers, resources and engines',
    files: {
      'infra/main.tf': `terraform {
  required_version = ">= 1.9"
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_db_instance" "main" {
  engine = "postgres"
}

# resource "aws_dynamodb_table" "old" {}
resource "aws_lambda_function" "api" {
}
`,
    },
    shown: [
      'deployment AWS infra/main.tf:5',
      'deployment AWS Lambda infra/main.tf:14',
      'deployment Terraform infra/main.tf:1',
      'database AWS RDS infra/main.tf:9',
      'database PostgreSQL infra/main.tf:10',
    ],
  },
  {
    title: 'Kubernetes: workloads with their images; other YAML is left alone',
    files: {
      'k8s/cache.yaml':
        'apiVersion: apps/v1\nkind: StatefulSet\nspec:\n  template:\n    spec:\n      containers:\n        - name: cache\n          image: redis:7\n',
      'k8s/values.yaml': 'image: postgres:16\n',
      'k8s/template.yaml': 'apiVersion: v1\nkind: {{ .Values.kind }}\n',
      'config/app.yaml': 'apiVersion: apps/v1\nkind: Deployment\n',
    },
    shown: ['deployment Kubernetes k8s/cache.yaml:2', 'database Redis k8s/cache.yaml:8'],
  },
  {
    title: '.env.example: addresses and keys; what is commented out is a suggestion',
    files: {
      '.env.example':
        'DATABASE_URL="postgresql+asyncpg://user:pass@localhost/db"\nexport REDIS_URL=\n# MONGODB_URI=mongodb://localhost\nPORT=3000\n',
    },
    shown: ['database PostgreSQL .env.example:1', 'database Redis .env.example:2'],
  },
  {
    title: 'schema.prisma',
    files: {
      'prisma/schema.prisma':
        'generator client {\n  provider = "prisma-client-js"\n}\n\ndatasource db {\n  provider = "mysql"\n}\n',
    },
    shown: ['database MySQL prisma/schema.prisma:6', 'database Prisma prisma/schema.prisma:5'],
  },
  {
    title: 'files that say something by being there',
    files: { 'vercel.json': '{}', '.gitlab-ci.yml': 'stages: []\n' },
    shown: ['deployment Vercel vercel.json:1', 'deployment GitLab CI .gitlab-ci.yml:1'],
  },
  {
    title: 'sub-projects count; tests, examples and other people’s code do not',
    files: {
      'apps/web/package.json': '{ "dependencies": { "next": "15", "react": "19" } }',
      'services/api/pyproject.toml': '[project]\nname = "api"\ndependencies = ["fastapi"]\n',
      'examples/vue/package.json': '{ "dependencies": { "vue": "3" } }',
      'tests/compose.yaml': 'services:\n  db:\n    image: mysql:8\n',
      'vendor/x/go.mod': 'module x\n',
      'node_modules/pg/package.json': '{ "dependencies": { "mongodb": "6" } }',
    },
    shown: [
      'frontend Next.js apps/web/package.json:1',
      'frontend React apps/web/package.json:1',
      'frontend JavaScript apps/web/package.json:1',
      'backend Python services/api/pyproject.toml:1',
      'backend FastAPI services/api/pyproject.toml:3',
    ],
  },
  {
    title: 'a tool for databases has drivers for all: none is its own',
    files: {
      'requirements.txt': 'psycopg2\npymysql\naiosqlite\noracledb\nredis\n',
      'compose.yaml': 'services:\n  db:\n    image: postgres:16\n',
    },
    shown: [
      'backend Python requirements.txt:1',
      'deployment Docker Compose compose.yaml:1',
      'database PostgreSQL compose.yaml:3',
      'database Redis requirements.txt:5',
    ],
  },
  {
    title: 'a service that speaks another one’s protocol is reached with that one’s driver',
    files: {
      'requirements.txt': 'redis\npymysql\n',
      'compose.yaml': 'services:\n  a:\n    image: valkey/valkey:8\n  b:\n    image: mariadb:11\n',
    },
    shown: [
      'backend Python requirements.txt:1',
      'deployment Docker Compose compose.yaml:1',
      'database MariaDB compose.yaml:5',
      'database Valkey compose.yaml:3',
    ],
  },
];

describe('what manifests show', () => {
  for (const { title, files, shown } of cases) {
    it(title, () => assert.deepEqual(shownBy(files), shown));
  }
});
