/** Manifests as people write them, of .NET, Rust, Go, Ruby, PHP: what they show, in which section, in which version, on which line. */
import { describeManifests } from './describeManifests.ts';

describeManifests('manifests of .NET, Rust, Go, Ruby, PHP', [
  {
    title: 'a test project without the test SDK is one all the same',
    files: {
      'src/Api/Api.csproj': `<Project Sdk="Microsoft.NET.Sdk.Web">

  <PropertyGroup>
    <TargetFramework>net9.0</TargetFramework>
    <Nullable>enable</Nullable>
  </PropertyGroup>

  <ItemGroup>
    <PackageReference Include="Npgsql.EntityFrameworkCore.PostgreSQL" Version="9.0.2" />
    <PackageReference Include="Microsoft.EntityFrameworkCore.Design">
      <Version>9.0.1</Version>
    </PackageReference>
    <PackageReference Include="Serilog.AspNetCore" Version="9.0.0" />
  </ItemGroup>

</Project>
`,
      'Api.Tests/Api.Tests.csproj': `<Project Sdk="Microsoft.NET.Sdk">
  <ItemGroup>
    <PackageReference Include="xunit.v3" Version="1.0.0" />
    <PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="9.0.2" />
  </ItemGroup>
</Project>
`,
      'Api.IntegrationTests/Api.IntegrationTests.csproj': `<Project Sdk="Microsoft.NET.Sdk.Web">
  <ItemGroup>
    <PackageReference Include="MongoDB.Driver" />
  </ItemGroup>
</Project>
`,
    },
    shown: [
      'backend C# src/Api/Api.csproj:1',
      'backend .NET 9.0 src/Api/Api.csproj:4',
      'backend ASP.NET Core src/Api/Api.csproj:1',
      'backend Serilog src/Api/Api.csproj:13',
      'database PostgreSQL src/Api/Api.csproj:9',
      'database Entity Framework Core src/Api/Api.csproj:10',
      'other xUnit Api.Tests/Api.Tests.csproj:3',
    ],
  },
  {
    title: 'central package management and shared props',
    files: {
      'Directory.Packages.props':
        '<Project><ItemGroup><PackageVersion Include="MongoDB.Driver" Version="3.0.0" /></ItemGroup></Project>',
      'Directory.Build.props':
        '<Project><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup><ItemGroup><PackageReference Include="Serilog" /></ItemGroup></Project>',
      'src/Shop.Api/Shop.Api.csproj': `<Project Sdk="Microsoft.NET.Sdk.Web">
  <ItemGroup>
    <PackageReference Include="Dapper" />
    <PackageReference Include="Microsoft.Data.SqlClient" />
    <PackageReference Include="StackExchange.Redis" />
    <PackageReference Include="MassTransit.RabbitMQ" />
  </ItemGroup>
</Project>
`,
    },
    shown: [
      'backend C# src/Shop.Api/Shop.Api.csproj:1',
      'backend .NET src/Shop.Api/Shop.Api.csproj:1',
      'backend ASP.NET Core src/Shop.Api/Shop.Api.csproj:1',
      'backend MassTransit src/Shop.Api/Shop.Api.csproj:6',
      'backend RabbitMQ src/Shop.Api/Shop.Api.csproj:6',
      'backend Serilog Directory.Build.props:1',
      'database SQL Server src/Shop.Api/Shop.Api.csproj:4',
      'database Redis src/Shop.Api/Shop.Api.csproj:5',
      'database Dapper src/Shop.Api/Shop.Api.csproj:3',
    ],
  },
  {
    title: 'WPF in F#',
    files: {
      'App/App.fsproj': `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net9.0-windows</TargetFramework>
    <UseWPF>true</UseWPF>
  </PropertyGroup>
</Project>
`,
    },
    shown: [
      'frontend WPF App/App.fsproj:4',
      'frontend F# App/App.fsproj:1',
      'frontend .NET 9.0 App/App.fsproj:3',
    ],
  },
  {
    title: '.NET MAUI with SQLite',
    files: {
      'Mobile/Mobile.csproj': `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFrameworks>net9.0-android;net9.0-ios</TargetFrameworks>
    <UseMaui>true</UseMaui>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.Maui.Controls" Version="9.0.10" />
    <PackageReference Include="Microsoft.Data.Sqlite" Version="9.0.0" />
  </ItemGroup>
</Project>
`,
    },
    shown: [
      'frontend .NET MAUI 9.0.10 Mobile/Mobile.csproj:7',
      'frontend C# Mobile/Mobile.csproj:1',
      'frontend .NET 9.0 Mobile/Mobile.csproj:3',
      'database SQLite Mobile/Mobile.csproj:8',
    ],
  },
  {
    title: 'an old project of the .NET Framework',
    files: {
      'Shop/Shop.csproj': `<?xml version="1.0" encoding="utf-8"?>
<Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
  <PropertyGroup>
    <TargetFrameworkVersion>v4.8</TargetFrameworkVersion>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="EntityFramework">
      <Version>6.4.4</Version>
    </PackageReference>
  </ItemGroup>
</Project>
`,
    },
    shown: [
      'backend C# Shop/Shop.csproj:2',
      'backend .NET Shop/Shop.csproj:2',
      'backend Entity Framework 6.4.4 Shop/Shop.csproj:7',
    ],
  },
  {
    title: 'Cargo.toml: names in other places are no evidence',
    files: {
      'Cargo.toml': `[package]
name = "shop"
description = "a redis server"
edition = "2024"

[dependencies]
redis = "0.27"
axum = { version = "0.8", features = ["macros"] }
sqlx = { version = "0.8", features = ["postgres", "runtime-tokio"] }
tokio = { version = "1", features = ["full"] }

[dev-dependencies]
mongodb = "3"
`,
    },
    shown: [
      'backend Rust Cargo.toml:1',
      'backend axum 0.8 Cargo.toml:8',
      'backend Tokio 1 Cargo.toml:10',
      'database PostgreSQL Cargo.toml:9',
      'database Redis Cargo.toml:7',
      'database sqlx 0.8 Cargo.toml:9',
    ],
  },
  {
    title: 'Rust: tables of their own, targets and renamed crates',
    files: {
      'Cargo.toml': `[workspace]
members = ["crates/*"]
resolver = "2"

[workspace.package]
rust-version = "1.82"

[workspace.dependencies]
axum = "0.8"
`,
      'crates/api/Cargo.toml': `[package]
name = "api"

[dependencies.diesel]
version = "2.2"
features = ["mysql"]

[dependencies.pg]
package = "tokio-postgres"
version = "0.7"

[dependencies]
axum.workspace = true

[target.'cfg(unix)'.dependencies]
rdkafka = "0.37"
`,
    },
    shown: [
      'backend Rust 1.82 Cargo.toml:1',
      'backend axum 0.8 Cargo.toml:9',
      'backend Kafka crates/api/Cargo.toml:16',
      'database MySQL crates/api/Cargo.toml:6',
      'database PostgreSQL crates/api/Cargo.toml:8',
      'database Diesel 2.2 crates/api/Cargo.toml:4',
    ],
  },
  {
    title: 'a Tauri app',
    files: {
      'src-tauri/Cargo.toml': `[package]
name = "app"

[dependencies]
tauri = { version = "2" }
rusqlite = "0.32"
`,
      'package.json': `{
  "dependencies": {
    "react": "^18",
    "@tauri-apps/api": "^2"
  },
  "devDependencies": {
    "vite": "^6",
    "typescript": "^5",
    "@tauri-apps/cli": "^2"
  }
}
`,
    },
    shown: [
      'frontend Tauri src-tauri/Cargo.toml:5',
      'frontend React 18 package.json:3',
      'frontend TypeScript 5 package.json:8',
      'frontend Vite 6 package.json:7',
      'backend Rust src-tauri/Cargo.toml:1',
      'database SQLite src-tauri/Cargo.toml:6',
    ],
  },
  {
    title: 'a command line in Rust',
    files: {
      'Cargo.toml': `[package]
name = "rg"
rust-version = "1.80"

[dependencies]
clap = "4"
anyhow = "1"
`,
    },
    shown: ['backend Rust 1.80 Cargo.toml:1'],
  },
  {
    title: 'Go: a service with gRPC, Postgres and NATS',
    files: {
      'go.mod': `module github.com/acme/shop

go 1.23.4

toolchain go1.23.5

require (
	github.com/go-chi/chi/v5 v5.1.0
	github.com/jackc/pgx/v5 v5.7.2
	github.com/nats-io/nats.go v1.38.0
	google.golang.org/grpc v1.69.2
	github.com/stretchr/testify v1.10.0
)

require (
	github.com/lib/pq v1.10.9 // indirect
	go.mongodb.org/mongo-driver v1.17.1 // indirect
)
`,
    },
    shown: [
      'backend Go 1.23.4 go.mod:1',
      'backend Chi 5.1.0 go.mod:8',
      'backend NATS go.mod:10',
      'database PostgreSQL go.mod:9',
      'other gRPC go.mod:11',
      'other Testify 1.10.0 go.mod:12',
    ],
  },
  {
    title: 'Go: several modules',
    files: {
      'go.work': `go 1.23
`,
      'api/go.mod': `module x/api

go 1.23

require github.com/gin-gonic/gin v1.10.0
`,
      'worker/go.mod': `module x/worker

go 1.23

require (
	github.com/redis/go-redis/v9 v9.7.0
	github.com/segmentio/kafka-go v0.4.47
)
`,
    },
    shown: [
      'backend Go 1.23 api/go.mod:1',
      'backend Gin 1.10.0 api/go.mod:5',
      'backend Kafka worker/go.mod:7',
      'database Redis worker/go.mod:6',
    ],
  },
  {
    title: 'Rails 8 as people generate it',
    files: {
      Gemfile: `source "https://rubygems.org"

ruby "3.4.1"

gem "rails", "~> 8.0.1"
gem "propshaft"
gem "sqlite3", ">= 2.1"
gem "puma", ">= 5.0"
gem "turbo-rails"
gem "solid_queue"

group :development, :test do
  gem "debug", platforms: %i[ mri windows ]
end

group :test do
  gem "capybara"
  gem "selenium-webdriver"
end
`,
    },
    shown: [
      'frontend Hotwire Gemfile:9',
      'backend Ruby 3.4.1 Gemfile:3',
      'backend Ruby on Rails 8.0.1 Gemfile:5',
      'backend Puma Gemfile:8',
      'backend Solid Queue Gemfile:10',
      'database SQLite Gemfile:7',
      'other Capybara Gemfile:17',
    ],
  },
  {
    title: 'Sinatra with Sequel on MySQL',
    files: {
      Gemfile: `source 'https://rubygems.org'
gem 'sinatra', '~> 4.1'
gem 'mysql2'
gem 'redis', require: false
gem('rspec', group: :test)
`,
    },
    shown: [
      'backend Ruby Gemfile:1',
      'backend Sinatra 4.1 Gemfile:2',
      'database MySQL Gemfile:3',
      'database Redis Gemfile:4',
      'other RSpec Gemfile:5',
    ],
  },
  {
    title: 'Laravel with Vue and Inertia',
    files: {
      'composer.json': `{
  "require": {
    "php": "^8.2",
    "laravel/framework": "^11.31",
    "inertiajs/inertia-laravel": "^2.0",
    "laravel/sanctum": "^4.0"
  },
  "require-dev": {
    "pestphp/pest": "^3.7",
    "laravel/sail": "^1.26"
  }
}
`,
      'package.json': `{
  "private": true,
  "devDependencies": {
    "vue": "^3.5.12",
    "vite": "^6.0",
    "tailwindcss": "^3.4",
    "@inertiajs/vue3": "^2.0"
  }
}
`,
      '.env.example': `APP_NAME=Laravel

DB_CONNECTION=pgsql
DB_HOST=127.0.0.1

CACHE_STORE=redis
QUEUE_CONNECTION=database
SESSION_DRIVER=database
REDIS_HOST=127.0.0.1
`,
    },
    shown: [
      'frontend Vue 3.5.12 package.json:4',
      'frontend Tailwind CSS 3.4 package.json:6',
      'frontend Vite 6.0 package.json:5',
      'frontend Inertia.js 2.0 composer.json:5',
      'backend PHP 8.2 composer.json:3',
      'backend Laravel 11.31 composer.json:4',
      'database PostgreSQL .env.example:3',
      'database Redis .env.example:6',
      'other Pest 3.7 composer.json:9',
    ],
  },
  {
    title: 'Symfony with Doctrine and Messenger',
    files: {
      'composer.json': `{
  "require": {
    "php": ">=8.2",
    "ext-pdo_mysql": "*",
    "symfony/framework-bundle": "7.2.*",
    "doctrine/orm": "^3.3",
    "php-amqplib/php-amqplib": "^3.7"
  },
  "require-dev": {
    "phpunit/phpunit": "^11"
  }
}
`,
    },
    shown: [
      'backend PHP 8.2 composer.json:3',
      'backend Symfony 7.2 composer.json:5',
      'backend RabbitMQ composer.json:7',
      'database MySQL composer.json:4',
      'database Doctrine 3.3 composer.json:6',
      'other PHPUnit 11 composer.json:10',
    ],
  },
  {
    title: 'a WordPress site',
    files: {
      'composer.json': `{
  "require": {
    "php": ">=8.1",
    "roots/wordpress": "6.7"
  }
}
`,
      'docker-compose.yml': `services:
  wordpress:
    image: wordpress:6.7-php8.3
    ports: ["8080:80"]
  db:
    image: mariadb:11.4
`,
    },
    shown: [
      'backend PHP 8.1 composer.json:3',
      'backend WordPress 6.7 docker-compose.yml:3',
      'deployment Docker Compose docker-compose.yml:1',
      'database MariaDB 11.4 docker-compose.yml:6',
    ],
  },
  {
    title: 'Prisma names what its client reaches',
    files: {
      'package.json': `{
  "dependencies": {
    "@prisma/client": "6",
    "express": "5"
  }
}
`,
      'prisma/schema.prisma': `generator client {
  provider = "prisma-client-js"
}

datasource db {
  provider = "cockroachdb"
  url = env("DATABASE_URL")
}
`,
    },
    shown: [
      'backend JavaScript package.json:2',
      'backend Node.js package.json:4',
      'backend Express 5 package.json:4',
      'database CockroachDB prisma/schema.prisma:6',
      'database Prisma 6 package.json:3',
    ],
  },
  {
    title: 'an app in Flutter',
    files: {
      'pubspec.yaml': `name: shop
environment:
  sdk: '>=3.3.0 <4.0.0'
dependencies:
  flutter:
    sdk: flutter
  flutter_riverpod: ^2.5.0
  firebase_core: ^2.0.0
  cloud_firestore: ^4.0.0
  sqflite: ^2.0.0
dev_dependencies:
  drift: ^2.0.0
`,
    },
    shown: [
      'frontend Flutter pubspec.yaml:5',
      'frontend Riverpod 2.5.0 pubspec.yaml:7',
      'frontend Dart 3.3.0 pubspec.yaml:3',
      'deployment Firebase pubspec.yaml:8',
      'database Firestore pubspec.yaml:9',
      'database SQLite pubspec.yaml:10',
    ],
  },
  {
    title: 'a program in Dart without Flutter',
    files: { 'pubspec.yaml': 'name: tool\ndependencies:\n  postgres: ^3.0.0\n' },
    shown: ['backend Dart pubspec.yaml:1', 'database PostgreSQL pubspec.yaml:3'],
  },
  {
    title: 'a server in Elixir',
    files: {
      'mix.exs': `defmodule Shop.MixProject do
  def project do
    [app: :shop, elixir: "~> 1.16"]
  end
  defp deps do
    [
      {:phoenix, "~> 1.7.10"},
      {:phoenix_live_view, "~> 0.20"},
      {:ecto_sql, "~> 3.10"},
      {:postgrex, ">= 0.0.0"},
      # {:myxql, "~> 0.6"},
      {:redix, "~> 1.0", only: :test},
      {:oban, "~> 2.17"}
    ]
  end
end
`,
    },
    shown: [
      'frontend Phoenix LiveView 0.20 mix.exs:8',
      'backend Elixir 1.16 mix.exs:3',
      'backend Phoenix 1.7.10 mix.exs:7',
      'backend Oban 2.17 mix.exs:13',
      'database PostgreSQL mix.exs:10',
      'database Ecto mix.exs:9',
    ],
  },
  {
    title: 'imports of Deno, from JSR, npm and by address',
    files: {
      'deno.json': `{
  // what is used
  "imports": {
    "hono": "jsr:@hono/hono@^4",
    "pg": "npm:pg@8",
    "oak": "https://deno.land/x/oak@v12.6.1/mod.ts",
    "my": "https://deno.land/x/mysql@v2.12.1/mod.ts",
    "app/": "./app/",
  }
}
`,
    },
    shown: [
      'backend Deno deno.json:1',
      'backend Hono 4 deno.json:4',
      'backend Oak 12.6.1 deno.json:6',
      'database MySQL deno.json:7',
      'database PostgreSQL deno.json:5',
    ],
  },
  {
    title: 'modules of Nuxt',
    files: { 'package.json': '{ "dependencies": { "nuxt": "4", "@pinia/nuxt": "0.5", "@nuxt/ui": "3" } }' },
    shown: [
      'frontend Nuxt 4 package.json:1',
      'frontend JavaScript package.json:1',
      'frontend Pinia package.json:1',
      'frontend Nuxt UI 3 package.json:1',
    ],
  },
  {
    title: 'Kamal, and a file of another kind in its place',
    files: {
      'config/deploy.yml': 'service: shop\nimage: acme/shop\nservers:\n  - <%= ENV["HOST"] %>\n',
      'api/config/deploy.yml': 'stages: [\n',
    },
    shown: ['deployment Kamal config/deploy.yml:1'],
  },
]);
