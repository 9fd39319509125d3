/** What a declared value rules out, and what it says nothing of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adaptAgent } from '../../../server/src/adapt/adaptAgent.ts';
import { agentOf, checkProfile, factsOf } from '../../support/profiles.ts';

/** A label, what is declared under it, and the agent's entries, those that go behind `-`. */
const cases: readonly (readonly [label: string, declared: string, entries: string])[] = [
  // Roles of deployment.
  ['Deployment', 'Prometheus', 'Prometheus, Grafana, Jaeger, Fluentd, PagerDuty, Statuspage, -Nagios'],
  ['Deployment', 'GitHub Actions', 'GitHub Actions, Argo CD, -Jenkins, -GitLab CI'],
  ['Deployment', 'Terraform', 'Terraform, Ansible, -Pulumi, -CloudFormation'],
  ['Deployment', 'Kubernetes', 'Kubernetes, Docker, Helm, -Nomad, AWS'],
  ['Deployment', 'AWS', 'AWS, AWS_Lambda, EKS, -Azure, -Azure_Functions, -AKS, Azure DevOps, Docker'],
  ['Deployment', 'AWS Lambda', 'AWS, AWS_Lambda, EC2, -Azure, -GCP, -Azure_Functions, -Azure Key Vault'],
  ['Deployment', 'Vercel, AWS ECS', 'AWS, -Azure, -GCP, Docker, Terraform'],
  ['Deployment', 'EKS', 'AWS, EKS, -AKS, -Azure, Docker'],
  // A bucket says where files lie, not where the product runs.
  ['Deployment', 'S3', 'AWS, S3, Azure, GCP, -Azure Blob Storage'],
  ['Deployment', 'Azure, EC2', 'Azure, EC2, AWS_Lambda, -Cloud Run, Docker'],
  // Of frontends.
  [
    'Frontend',
    'React',
    'React, -Vue, -Angular, -Flutter, -React Native, -Qt, HTML, CSS, JavaScript, TypeScript',
  ],
  ['Frontend', 'React, Vite', 'React, -Vue, Redux, Tailwind CSS, Sass, Vite, -webpack, Jest, D3.js'],
  ['Frontend', 'React, Tailwind CSS', 'React, Tailwind CSS, Bootstrap, -UnoCSS, Sass, Redux'],
  ['Frontend', 'Angular', 'Angular, -React, -Vanilla, JavaScript, HTML5/CSS3'],
  ['Frontend', 'Vanilla JS', 'Vanilla, -React, JavaScript'],
  ['Frontend', 'iOS', 'iOS, Swift, -Android, -Kotlin, -Flutter'],
  ['Frontend', 'Android', 'Android, Kotlin, -Swift, -iOS'],
  ['Frontend', 'React Native', 'React, React Native, -Flutter, -Vue'],
  // Of backends.
  ['Backend', 'Node.js', 'Node.js, -Python, -Java, JavaScript, TypeScript, Kafka, RabbitMQ, Redis, GraphQL'],
  ['Backend', 'Node.js, Kafka', 'Node.js, Kafka, -RabbitMQ'],
  ['Backend', 'Python, FastAPI, Kafka', 'Python, FastAPI, -Django, Spark, Kafka'],
  ['Backend', 'Python', 'Python, FastAPI, Django, -Express, -Spring Boot'],
  ['Backend', 'Python, Express', 'Python, FastAPI, Express, -Koa, -Spring Boot'],
  ['Backend', '.NET 8', '.NET, C#, -Java, -Python'],
  ['Backend', 'Java', 'Java, Spring Boot, -Kotlin, -.NET'],
  ['Backend', 'SQLAlchemy, Celery', 'Python, FastAPI, -Node.js, -Express, -Java, -.NET, Kafka'],
  ['Backend', 'Prisma', 'Node.js, NestJS, -Python, -Java'],
  ['Backend', 'pytest', 'Python, Node.js, Java'],
  ['Frontend', 'RxJS', 'React, Angular, Vue, JavaScript'],
  // Of databases.
  ['Database', 'PostgreSQL', 'PostgreSQL, SQL, -MySQL, -MongoDB, -Elasticsearch, Prisma, Flyway'],
  ['Database', 'SQL Server, Entity Framework', 'SQL Server, Entity Framework Core, -Dapper, -MySQL'],
  ['Database', 'PostgreSQL', 'PostgreSQL, -Redis, Spark, Airflow, dbt, Kafka, -Snowflake'],
  // Of domains.
  ['Business domains', 'fintech', 'Fintech, Payments, Banking, -Healthcare'],
  ['Business domains', 'B2B payments', 'Fintech, Payments, -Banking, -Healthcare'],
  // Of a label of the project's own.
  ['Testing tools', 'Vitest, Playwright', 'Vitest, Playwright, ESLint'],
  ['Languages', 'TypeScript, Go', 'TypeScript, Go, -Python, React, Redis'],
  ['Quality tools', 'none', '-Jest, -Playwright, -ESLint'],
];

for (const [label, declared, entries] of cases) {
  void test(`${label}: ${declared} (${entries})`, () => {
    const words = entries.split(', ');
    const bullets = words.map((word) => `- **${word.replace(/^-/, '')}**: x\n`).join('');
    const agent = agentOf(
      `---\nname: a\ndescription: b\n---\nBased on the **"${label}"** section in \`CLAUDE.md\`:\n\n${bullets}\nEnd.\n`,
    );
    const isDomain = label === 'Business domains';
    const facts = factsOf(`${isDomain ? '' : '## Technologies\n\n'}- **${label}:** ${declared}\n`);
    const profile = adaptAgent(agent, facts);
    checkProfile(agent, facts, profile, label);
    const [requirement] = profile.requirements;
    const found = requirement!.vocabulary.map(({ key, applies }) => (applies ? key.key : `-${key.key}`));
    assert.equal(found.join(', '), entries);
  });
}
