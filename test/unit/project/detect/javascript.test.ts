/** Manifests as people write them, of JavaScript and TypeScript: what they show, in which section, in which version, on which line. */
import { describeManifests } from './describeManifests.ts';

describeManifests('manifests of JavaScript and TypeScript', [
  {
    title: 'Bun as package manager and runtime',
    files: {
      'package.json': `{
  "name": "x",
  "packageManager": "bun@1.2.4",
  "workspaces": [
    "apps/*"
  ],
  "devDependencies": {
    "turbo": "^2.5.0",
    "typescript": "^5.8.0"
  }
}
`,
      'bun.lock': '{}',
    },
    shown: [
      'backend TypeScript 5.8.0 package.json:9',
      'backend Bun 1.2.4 package.json:3',
      'other Turborepo 2.5.0 package.json:8',
    ],
  },
  {
    title: 'a server on Bun runs no Node.js',
    files: {
      'package.json': `{
  "dependencies": {
    "elysia": "^1.2.0"
  },
  "devDependencies": {
    "@types/bun": "latest",
    "typescript": "^5"
  }
}
`,
      'bun.lockb': '',
    },
    shown: [
      'backend TypeScript 5 package.json:7',
      'backend Bun package.json:6',
      'backend Elysia 1.2.0 package.json:3',
    ],
  },
  {
    title: 'Next.js with Prisma and Redis serves too',
    files: {
      'package.json': `{
  "scripts": {
    "dev": "next dev"
  },
  "dependencies": {
    "next": "^15.1.0",
    "react": "^19.0.0",
    "react-dom": "^19.0.0",
    "@prisma/client": "^6.2.0",
    "ioredis": "^5.4.0",
    "next-auth": "^4.24.0",
    "tailwindcss": "^4"
  },
  "devDependencies": {
    "prisma": "^6.2.0",
    "typescript": "^5.7.0"
  }
}
`,
      'prisma/schema.prisma': `datasource db {
  provider = "postgresql"
  url      = env("DATABASE_URL")
}
`,
    },
    shown: [
      'frontend Next.js 15.1.0 package.json:6',
      'frontend React 19.0.0 package.json:7',
      'frontend TypeScript 5.7.0 package.json:16',
      'frontend Tailwind CSS 4 package.json:12',
      'backend TypeScript 5.7.0 package.json:16',
      'backend Node.js package.json:6',
      'backend Next.js 15.1.0 package.json:6',
      'database PostgreSQL prisma/schema.prisma:2',
      'database Redis package.json:10',
      'database Prisma 6.2.0 package.json:9',
      'other NextAuth.js package.json:11',
    ],
  },
  {
    title: 'Next.js that only shows pages serves nothing',
    files: {
      'package.json': `{
  "dependencies": {
    "next": "15.1.0",
    "react": "19.0.0",
    "react-dom": "19.0.0"
  },
  "devDependencies": {
    "typescript": "5",
    "eslint": "9",
    "@types/node": "22"
  }
}
`,
    },
    shown: [
      'frontend Next.js 15.1.0 package.json:3',
      'frontend React 19.0.0 package.json:4',
      'frontend TypeScript 5 package.json:8',
    ],
  },
  {
    title: 'Next.js with Supabase from the browser',
    files: {
      'package.json': `{
  "dependencies": {
    "next": "^15",
    "react": "^19",
    "@supabase/supabase-js": "^2.45"
  },
  "devDependencies": {
    "typescript": "^5"
  }
}
`,
    },
    shown: [
      'frontend Next.js 15 package.json:3',
      'frontend React 19 package.json:4',
      'frontend TypeScript 5 package.json:8',
      'database Supabase package.json:5',
    ],
  },
  {
    title: 'a monorepo of a page and a server',
    files: {
      'package.json': `{
  "private": true,
  "workspaces": [
    "apps/*",
    "packages/*"
  ],
  "packageManager": "pnpm@9.15.0",
  "devDependencies": {
    "turbo": "^2",
    "typescript": "^5.7",
    "vitest": "^3"
  }
}
`,
      'pnpm-lock.yaml': `lockfileVersion: 9
`,
      'apps/web/package.json': `{
  "dependencies": {
    "react": "^19",
    "zustand": "^5"
  },
  "devDependencies": {
    "vite": "^6",
    "tailwindcss": "^4"
  }
}
`,
      'apps/api/package.json': `{
  "dependencies": {
    "@nestjs/core": "^11",
    "@nestjs/platform-fastify": "^11",
    "typeorm": "^0.3",
    "pg": "^8",
    "bullmq": "^5"
  }
}
`,
    },
    shown: [
      'frontend React 19 apps/web/package.json:3',
      'frontend TypeScript 5.7 package.json:10',
      'frontend Zustand 5 apps/web/package.json:4',
      'frontend Tailwind CSS 4 apps/web/package.json:8',
      'frontend Vite 6 apps/web/package.json:7',
      'backend TypeScript 5.7 package.json:10',
      'backend Node.js apps/api/package.json:3',
      'backend NestJS 11 apps/api/package.json:3',
      'backend BullMQ apps/api/package.json:7',
      'database PostgreSQL apps/api/package.json:6',
      'database TypeORM 0.3 apps/api/package.json:5',
      'other Vitest 3 package.json:11',
      'other Turborepo 2 package.json:9',
      'other pnpm 9.15.0 package.json:7',
    ],
  },
  {
    title: 'a Vue page with Pinia and a test runner',
    files: {
      'package.json': `{
  "dependencies": {
    "vue": "^3.5.0",
    "vue-router": "^4.5.0",
    "pinia": "^2.3.0"
  },
  "devDependencies": {
    "vite": "^6.0.0",
    "vitest": "^2.1.0",
    "cypress": "^13.0.0",
    "sass": "^1.80.0"
  }
}
`,
    },
    shown: [
      'frontend Vue 3.5.0 package.json:3',
      'frontend JavaScript package.json:2',
      'frontend Pinia 2.3.0 package.json:5',
      'frontend Sass 1.80.0 package.json:11',
      'frontend Vite 6.0.0 package.json:8',
      'other Cypress 13.0.0 package.json:10',
      'other Vitest 2.1.0 package.json:9',
    ],
  },
  {
    title: 'Angular with NgRx and Material',
    files: {
      'package.json': `{
  "dependencies": {
    "@angular/core": "^19.0.0",
    "@angular/material": "^19.0.0",
    "@ngrx/store": "^19.0.0",
    "rxjs": "~7.8.0"
  },
  "devDependencies": {
    "typescript": "~5.6.0",
    "karma": "~6.4.0",
    "jasmine-core": "~5.4.0"
  }
}
`,
    },
    shown: [
      'frontend Angular 19.0.0 package.json:3',
      'frontend TypeScript 5.6.0 package.json:9',
      'frontend NgRx 19.0.0 package.json:5',
      'frontend Angular Material 19.0.0 package.json:4',
      'frontend RxJS 7.8.0 package.json:6',
      'other Jasmine package.json:11',
      'other Karma 6.4.0 package.json:10',
    ],
  },
  {
    title: 'an Expo app',
    files: {
      'package.json': `{
  "main": "expo-router/entry",
  "dependencies": {
    "expo": "~52.0.0",
    "react": "18.3.1",
    "react-native": "0.76.5",
    "expo-sqlite": "~15.0.0",
    "@reduxjs/toolkit": "^2.5.0"
  },
  "devDependencies": {
    "typescript": "~5.3.3",
    "jest": "^29.2.1"
  }
}
`,
    },
    shown: [
      'frontend Expo 52.0.0 package.json:4',
      'frontend React Native 0.76.5 package.json:6',
      'frontend React 18.3.1 package.json:5',
      'frontend TypeScript 5.3.3 package.json:11',
      'frontend Redux Toolkit 2.5.0 package.json:8',
      'database SQLite package.json:7',
      'other Jest 29.2.1 package.json:12',
    ],
  },
  {
    title: 'a desktop program in Electron',
    files: {
      'package.json': `{
  "main": "out/main.js",
  "dependencies": {
    "better-sqlite3": "^11.0.0"
  },
  "devDependencies": {
    "electron": "^33.0.0",
    "svelte": "^5.0.0",
    "vite": "^6.0.0",
    "typescript": "^5.6.0"
  }
}
`,
    },
    shown: [
      'frontend Electron 33.0.0 package.json:7',
      'frontend Svelte 5.0.0 package.json:8',
      'frontend TypeScript 5.6.0 package.json:10',
      'frontend Vite 6.0.0 package.json:9',
      'database SQLite package.json:4',
    ],
  },
  {
    title: 'an extension of VS Code runs in Node.js',
    files: {
      'package.json': `{
  "engines": {
    "vscode": "^1.91.0"
  },
  "devDependencies": {
    "typescript": "^5",
    "@types/vscode": "1.91.0",
    "esbuild": "^0.24",
    "mocha": "^11"
  }
}
`,
    },
    shown: [
      'backend TypeScript 5 package.json:6',
      'backend Node.js package.json:3',
      'other Mocha 11 package.json:9',
    ],
  },
  {
    title: 'a command line in plain JavaScript',
    files: {
      'package.json': `{
  "name": "tool",
  "bin": {
    "tool": "cli.js"
  },
  "engines": {
    "node": ">=20.11"
  },
  "dependencies": {
    "commander": "^12"
  }
}
`,
    },
    shown: ['backend JavaScript package.json:9', 'backend Node.js 20.11 package.json:7'],
  },
  {
    title: 'Express with MongoDB, and what tests use',
    files: {
      'package.json': `{
  "dependencies": {
    "express": "^4.21.0",
    "mongoose": "^8.8.0"
  },
  "devDependencies": {
    "mongodb-memory-server": "^10",
    "better-sqlite3": "^11",
    "supertest": "^7",
    "jest": "^29"
  }
}
`,
    },
    shown: [
      'backend JavaScript package.json:2',
      'backend Node.js package.json:3',
      'backend Express 4.21.0 package.json:3',
      'database MongoDB package.json:4',
      'database Mongoose 8.8.0 package.json:4',
      'other Jest 29 package.json:10',
    ],
  },
  {
    title: 'versions: a choice of several is none',
    files: {
      'package.json': `{
  "engines": {
    "node": "^18 || ^20"
  },
  "dependencies": {
    "fastify": ">=5.0.0 <6",
    "next": "canary",
    "react": "workspace:*",
    "react-redux": "^9",
    "redux": "^5.0.1"
  }
}
`,
    },
    shown: [
      'frontend Next.js package.json:7',
      'frontend React package.json:8',
      'frontend JavaScript package.json:5',
      'frontend Redux 5.0.1 package.json:10',
      'backend JavaScript package.json:5',
      'backend Node.js package.json:3',
      'backend Fastify 5.0.0 package.json:6',
      'backend Next.js package.json:7',
    ],
  },
  {
    title: 'Deno with Fresh',
    files: {
      'deno.json': '{ "imports": { "$fresh/": "https://deno.land/x/fresh/" } }',
    },
    shown: ['frontend Fresh deno.json:1', 'backend Deno deno.json:1'],
  },
  {
    title: 'Cloudflare Workers with Hono and D1',
    files: {
      'package.json': `{
  "dependencies": {
    "hono": "^4.6.0",
    "drizzle-orm": "^0.36.0"
  },
  "devDependencies": {
    "wrangler": "^3.90.0",
    "@cloudflare/workers-types": "^4",
    "typescript": "^5"
  }
}
`,
      'wrangler.toml': `name = "x"
main = "src/index.ts"

[[d1_databases]]
binding = "DB"
`,
    },
    shown: [
      'backend TypeScript 5 package.json:9',
      'backend Hono 4.6.0 package.json:3',
      'deployment Cloudflare Workers wrangler.toml:1',
      'database Cloudflare D1 wrangler.toml:4',
      'database Drizzle 0.36.0 package.json:4',
    ],
  },
  {
    title: 'SvelteKit with Drizzle on SQLite',
    files: {
      'package.json': `{
  "dependencies": {
    "better-sqlite3": "^11",
    "drizzle-orm": "^0.38"
  },
  "devDependencies": {
    "@sveltejs/kit": "^2.9",
    "svelte": "^5",
    "vite": "^6",
    "typescript": "^5",
    "drizzle-kit": "^0.30"
  }
}
`,
    },
    shown: [
      'frontend Svelte 5 package.json:8',
      'frontend SvelteKit 2.9 package.json:7',
      'frontend TypeScript 5 package.json:10',
      'frontend Vite 6 package.json:9',
      'database SQLite package.json:3',
      'database Drizzle 0.38 package.json:4',
    ],
  },
  {
    title: 'Remix with Postgres and Stripe',
    files: {
      'package.json': `{
  "dependencies": {
    "@remix-run/node": "^2.15",
    "@remix-run/react": "^2.15",
    "react": "^18",
    "postgres": "^3.4",
    "stripe": "^17"
  },
  "devDependencies": {
    "typescript": "^5",
    "@remix-run/dev": "^2"
  }
}
`,
    },
    shown: [
      'frontend React 18 package.json:5',
      'frontend Remix 2.15 package.json:4',
      'frontend TypeScript 5 package.json:10',
      'backend TypeScript 5 package.json:10',
      'backend Node.js package.json:3',
      'backend Remix 2.15 package.json:4',
      'database PostgreSQL package.json:6',
      'other Stripe package.json:7',
    ],
  },
  {
    title: 'an Nx workspace with GraphQL',
    files: {
      'nx.json': '{}',
      'package.json': `{
  "dependencies": {
    "@apollo/server": "^4",
    "graphql": "^16",
    "@apollo/client": "^3",
    "react": "^18",
    "express": "^4"
  },
  "devDependencies": {
    "nx": "20.0.0",
    "typescript": "~5.6"
  }
}
`,
    },
    shown: [
      'frontend React 18 package.json:6',
      'frontend TypeScript 5.6 package.json:11',
      'frontend Apollo Client 3 package.json:5',
      'backend TypeScript 5.6 package.json:11',
      'backend Node.js package.json:7',
      'backend Express 4 package.json:7',
      'other Apollo package.json:3',
      'other GraphQL package.json:4',
      'other Nx nx.json:1',
    ],
  },
  {
    title: 'a file with a byte-order mark and CRLF',
    files: {
      'package.json':
        '\uFEFF{\r\n  "dependencies": {\r\n    "express": "^5.0.0",\r\n    "mysql2": "^3"\r\n  }\r\n}\r\n',
    },
    shown: [
      'backend JavaScript package.json:2',
      'backend Node.js package.json:3',
      'backend Express 5.0.0 package.json:3',
      'database MySQL package.json:4',
    ],
  },
]);
