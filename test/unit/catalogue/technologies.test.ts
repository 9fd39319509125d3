import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  findTechnology,
  spellingsOfTechnology,
  technologies,
  technologyById,
} from '../../../server/src/catalogue/lookup.ts';
import { normalizedName } from '../../../server/src/catalogue/names.ts';

/** What people write, and what they mean by it: a hundred everyday technologies of all sections. */
const everyday: readonly [id: string, ...names: string[]][] = [
  ['javascript', 'JavaScript', 'JS', 'ES6'],
  ['vanilla-js', 'Vanilla JS', 'Vanilla', 'plain JavaScript'],
  ['typescript', 'TypeScript', 'TS', 'Type Script'],
  ['node.js', 'Node.js', 'nodejs', 'node_js', 'Node JS', 'NODE.JS', 'node'],
  ['python', 'Python', 'py'],
  ['java', 'Java', 'JDK'],
  ['kotlin', 'Kotlin'],
  ['.net', '.NET', 'dotnet', 'dot net', '.NET Core', 'net core'],
  ['c-sharp', 'C#', 'csharp', 'C Sharp'],
  ['cpp', 'C++', 'cpp'],
  ['c', 'C'],
  ['f-sharp', 'F#'],
  ['go', 'Go', 'golang', 'Golang'],
  ['rust', 'Rust'],
  ['ruby', 'Ruby'],
  ['php', 'PHP'],
  ['swift', 'Swift'],
  ['dart', 'Dart'],
  ['scala', 'Scala'],
  ['elixir', 'Elixir'],
  ['r', 'R'],
  ['sql', 'SQL'],
  ['html', 'HTML', 'HTML5'],
  ['css', 'CSS', 'CSS3'],
  ['sass', 'Sass', 'SCSS'],
  ['react', 'React', 'React.js', 'reactjs'],
  ['vue', 'Vue', 'Vue.js', 'VueJS'],
  ['angular', 'Angular'],
  ['angularjs', 'AngularJS', 'Angular.js'],
  ['svelte', 'Svelte'],
  ['next.js', 'Next.js', 'NextJS', 'next js'],
  ['nuxt', 'Nuxt', 'Nuxt.js'],
  ['astro', 'Astro'],
  ['remix', 'Remix'],
  ['tailwind-css', 'Tailwind CSS', 'TailwindCSS', 'tailwind'],
  ['bootstrap', 'Bootstrap'],
  ['mui', 'MUI', 'Material UI', 'Material-UI'],
  ['shadcn-ui', 'shadcn/ui', 'shadcn'],
  ['redux', 'Redux'],
  ['zustand', 'Zustand'],
  ['tanstack-query', 'TanStack Query', 'React Query'],
  ['rxjs', 'RxJS'],
  ['vite', 'Vite'],
  ['webpack', 'webpack', 'Webpack'],
  ['react-native', 'React Native', 'react-native'],
  ['flutter', 'Flutter'],
  ['electron', 'Electron', 'Electron.js'],
  ['three.js', 'Three.js', 'threejs'],
  ['express', 'Express', 'Express.js', 'expressjs'],
  ['fastify', 'Fastify'],
  ['nestjs', 'NestJS', 'Nest.js', 'Nest'],
  ['fastapi', 'FastAPI', 'Fast API'],
  ['django', 'Django'],
  ['flask', 'Flask'],
  ['spring', 'Spring', 'Spring Framework'],
  ['spring-boot', 'Spring Boot', 'SpringBoot', 'spring-boot'],
  ['quarkus', 'Quarkus'],
  ['asp.net-core', 'ASP.NET Core', 'ASP.NET', 'aspnetcore'],
  ['ruby-on-rails', 'Ruby on Rails', 'Rails', 'RoR'],
  ['laravel', 'Laravel'],
  ['symfony', 'Symfony'],
  ['gin', 'Gin', 'gin-gonic'],
  ['axum', 'axum', 'Axum'],
  ['kafka', 'Kafka', 'Apache Kafka'],
  ['rabbitmq', 'RabbitMQ', 'Rabbit MQ'],
  ['celery', 'Celery'],
  ['graphql', 'GraphQL'],
  ['grpc', 'gRPC'],
  ['postgresql', 'PostgreSQL', 'Postgres', 'psql', 'pgsql', 'Postgre SQL', 'PG'],
  ['mysql', 'MySQL', 'My SQL'],
  ['mariadb', 'MariaDB'],
  ['sql-server', 'SQL Server', 'MSSQL', 'MS SQL', 'SQL_Server', 'Microsoft SQL Server'],
  ['oracle', 'Oracle', 'Oracle DB'],
  ['sqlite', 'SQLite', 'sqlite3'],
  ['mongodb', 'MongoDB', 'Mongo', 'Mongo DB'],
  ['redis', 'Redis', 'Redis Cache'],
  ['elasticsearch', 'Elasticsearch', 'Elastic Search', 'ElasticSearch', 'Elastic'],
  ['dynamodb', 'DynamoDB', 'AWS DynamoDB'],
  ['cassandra', 'Cassandra', 'Apache Cassandra'],
  ['clickhouse', 'ClickHouse'],
  ['pgvector', 'pgvector'],
  ['prisma', 'Prisma'],
  ['ruff', 'Ruff', 'ruff'],
  ['black', 'Black', 'black'],
  ['uv', 'uv', 'UV'],
  ['viem', 'viem'],
  ['electron-builder', 'electron-builder', 'Electron Builder'],
  ['next-intl', 'next-intl'],
  ['rsbuild', 'Rsbuild'],
  ['fastmcp', 'FastMCP'],
  ['wrangler', 'Wrangler'],
  ['tesseract', 'Tesseract', 'Tesseract OCR'],
  ['imagemagick', 'ImageMagick'],
  ['anthropic', 'Anthropic', 'Claude API'],
  ['dragonflydb', 'Dragonfly', 'DragonflyDB'],
  ['amazon-memorydb', 'MemoryDB', 'Amazon MemoryDB'],
  ['google-memorystore', 'Memorystore'],
  ['mern', 'MERN', 'MERN stack'],
  ['mean-stack', 'MEAN stack'],
  ['t3-stack', 'T3 Stack', 'T3 stack'],
  ['sqlalchemy', 'SQLAlchemy'],
  ['hibernate', 'Hibernate'],
  ['entity-framework-core', 'Entity Framework Core', 'EF Core', 'EFCore'],
  ['aws', 'AWS', 'Amazon Web Services'],
  ['azure', 'Azure', 'Microsoft Azure'],
  ['gcp', 'GCP', 'Google Cloud', 'Google Cloud Platform'],
  ['aws-rds', 'AWS RDS', 'AWS_RDS', 'RDS'],
  ['aws-lambda', 'AWS Lambda', 'Lambda'],
  ['s3', 'S3', 'Amazon S3'],
  ['vercel', 'Vercel'],
  ['docker', 'Docker', 'Dockerfile'],
  ['docker-compose', 'Docker Compose', 'Docker-Compose', 'docker-compose.yml'],
  ['kubernetes', 'Kubernetes', 'K8s', 'k8s'],
  ['helm', 'Helm', 'Helm Charts'],
  ['istio', 'Istio'],
  ['terraform', 'Terraform'],
  ['ansible', 'Ansible'],
  ['github-actions', 'GitHub Actions', 'GitHub_Actions', 'gh actions', 'GHA'],
  ['gitlab-ci', 'GitLab CI', 'GitLab_CI', 'GitLab CI/CD'],
  ['jenkins', 'Jenkins'],
  ['argo-cd', 'Argo CD', 'ArgoCD'],
  ['nginx', 'nginx', 'NGINX'],
  ['prometheus', 'Prometheus'],
  ['grafana', 'Grafana'],
  ['opentelemetry', 'OpenTelemetry', 'OTel'],
  ['datadog', 'Datadog'],
  ['new-relic', 'New Relic', 'new_relic'],
  ['jest', 'Jest'],
  ['pytest', 'pytest'],
  ['junit', 'JUnit', 'JUnit 5'],
  ['playwright', 'Playwright'],
  ['cypress', 'Cypress'],
  ['pytorch', 'PyTorch'],
  ['scikit-learn', 'scikit-learn', 'sklearn'],
  ['esp32', 'ESP32'],
  ['react-native', 'RN'],
  ['entity-framework', 'EF', 'Entity Framework'],
  ['next.js', 'Next'],
  ['google-pub-sub', 'Pub/Sub', 'Google Pub/Sub'],
  ['openshift', 'OCP', 'OpenShift'],
  ['room', 'Room'],
  ['core-data', 'Core Data', 'CoreData'],
  ['swiftdata', 'SwiftData'],
  ['retrofit', 'Retrofit'],
  ['hilt', 'Hilt', 'Dagger Hilt'],
  ['koin', 'Koin'],
  ['vue-router', 'Vue Router', 'vue-router'],
  ['yup', 'yup'],
  ['web3.js', 'web3.js'],
  ['ethers', 'ethers', 'ethers.js'],
  ['localstack', 'LocalStack'],
  ['knative', 'Knative'],
  ['tilt', 'Tilt'],
  ['aws-secrets-manager', 'Secrets Manager', 'AWS Secrets Manager'],
  ['aws-iam', 'IAM', 'AWS IAM'],
  ['aws-kms', 'KMS', 'AWS KMS'],
  ['aws-x-ray', 'X-Ray', 'AWS X-Ray'],
  ['amazon-lightsail', 'Lightsail', 'Amazon Lightsail'],
  ['hangfire', 'Hangfire'],
  ['serilog', 'Serilog'],
  ['automapper', 'AutoMapper'],
  ['httpx', 'httpx'],
  ['devise', 'Devise'],
  ['filament', 'Filament', 'Filament PHP'],
  ['nedb', 'NeDB'],
  ['element-plus', 'Element Plus'],
  ['lucide', 'Lucide', 'Lucide Icons'],
  ['pg-boss', 'pg-boss'],
  ['trigger.dev', 'Trigger.dev'],
  ['litedb', 'LiteDB'],
  ['tsx', 'tsx'],
];

void test('everyday technologies are found by the names and abbreviations that people use', () => {
  assert.ok(everyday.length >= 100);
  for (const [id, ...names] of everyday)
    for (const name of names) assert.equal(findTechnology(name)?.id, id, `${name} is ${id}`);
});

void test('no two technologies share an id', () => {
  const ids = technologies().map((technology) => technology.id);
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  );
  assert.deepEqual(
    ids.filter((id) => !/^[a-z0-9.+-]+$/.test(id)),
    [],
  );
});

void test('relations point at technologies that exist', () => {
  for (const technology of technologies())
    for (const id of [...(technology.runsOn ?? []), technology.partOf, technology.provider])
      if (id !== undefined) assert.ok(technologyById(id), `${technology.id} → ${id}`);
});

void test('nothing runs on itself, on no way round', () => {
  for (const technology of technologies()) {
    const seen = new Set<string>();
    const waiting = [
      ...(technology.runsOn ?? []),
      ...(technology.partOf === undefined ? [] : [technology.partOf]),
    ];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      assert.notEqual(id, technology.id);
      if (seen.has(id)) continue;
      seen.add(id);
      const there = technologyById(id);
      waiting.push(...(there?.runsOn ?? []), ...(there?.partOf === undefined ? [] : [there.partOf]));
    }
  }
});

void test('no name is claimed by two technologies', () => {
  const claims = new Map<string, string>();
  for (const technology of technologies())
    for (const { text } of spellingsOfTechnology(technology)) {
      const name = normalizedName(text);
      const before = claims.get(name) ?? technology.id;
      assert.equal(before, technology.id, `${text} is claimed by ${before} and ${technology.id}`);
      claims.set(name, technology.id);
    }
});

void test('the catalogue covers every section and has the size that was promised', () => {
  assert.ok(technologies().length >= 1100, String(technologies.length));
  for (const section of ['frontend', 'backend', 'database', 'deployment'] as const)
    assert.ok(technologies().filter(({ sections }) => sections[0] === section).length >= 60, section);
});
