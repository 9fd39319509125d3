import assert from 'node:assert/strict';
import { test } from 'node:test';
import { vocabularyKey } from '../../../server/src/catalogue/keys.ts';

/** Keys of vocabulary blocks, and what they name: technology ids, `domain:`, `scale:`, `layer:`, or nothing. */
const keys: readonly [key: string, ...named: string[]][] = [
  ['Node.js', 'node.js'],
  ['nodejs', 'node.js'],
  ['.NET', '.net'],
  ['dotnet', '.net'],
  ['go', 'go'],
  ['SQL_Server', 'sql-server'],
  ['Docker-Compose', 'docker-compose'],
  ['Service Mesh', 'service-mesh'],
  ['service_mesh', 'service-mesh'],
  ['AWS_RDS', 'aws-rds'],
  ['Java_EE', 'jakarta-ee'],
  ['GitLab_CI', 'gitlab-ci'],
  ['Vanilla', 'vanilla-js'],
  ['apache_spark', 'spark'],
  ['new_relic', 'new-relic'],
  ['chaos_monkey', 'chaos-monkey'],
  ['litmus', 'litmuschaos'],
  // Leading segments, the rest general words.
  ['aws_cloud_services', 'aws'],
  ['ESP32 Projects', 'esp32'],
  ['Node.js Ecosystem:', 'node.js'],
  ['**Node.js Ecosystem:**', 'node.js'],
  ['KiCad Projects', 'kicad'],
  ['Qt Projects', 'qt'],
  ['Eagle Projects', 'eagle'],
  ['OpenGL Projects', 'opengl'],
  ['Go Services', 'go'],
  ['Task Management', 'domain:project-management'],
  ['Altium Designer Projects', 'altium-designer'],
  // With a version.
  ['Angular 17+', 'angular'],
  ['React 18', 'react'],
  ['PostgreSQL 16', 'postgresql'],
  ['PostgreSQL 16 Administration', 'postgresql'],
  ['Python 3.12', 'python'],
  ['Python3', 'python'],
  ['Python 2/3', 'python'],
  ['Vue3', 'vue'],
  ['PHP 8', 'php'],
  ['Go 1.22', 'go'],
  ['Java 21 LTS', 'java'],
  ['Spring 6', 'spring'],
  ['render 2'],
  ['IoT 2'],
  ['Phase 2'],
  ['D3', 'd3.js'],
  ['EC2', 'ec2'],
  // Slashes.
  ['React/Vue/Angular', 'react', 'vue', 'angular'],
  ['Node.js/Python', 'node.js', 'python'],
  ['Media/Streaming', 'domain:media', 'domain:streaming'],
  ['Docker and Kubernetes', 'docker', 'kubernetes'],
  // Domains and scales.
  ['financial_services', 'domain:fintech'],
  ['FinTech', 'domain:fintech'],
  ['technology_saas', 'domain:saas'],
  ['E-commerce', 'domain:e-commerce'],
  ['E-commerce Backend', 'domain:e-commerce'],
  ['manufacturing', 'domain:manufacturing'],
  ['Enterprise', 'domain:enterprise-software', 'scale:enterprise'],
  ['startup_governance', 'scale:startup'],
  ['sme_governance', 'scale:sme'],
  ['enterprise_governance', 'scale:enterprise'],
  // Layers.
  ['Backend_Testing', 'layer:backend'],
  ['Frontend_Security', 'layer:frontend'],
  ['Infrastructure_Testing', 'layer:deployment'],
  ['database_performance', 'layer:database'],
  ['Frontend Technologies', 'layer:frontend'],
  ['Infrastructure', 'layer:deployment'],
  ['Databases', 'layer:database'],
  // Concepts, attributes and groups.
  ...`
    Relational_Databases, NoSQL_Databases, Cloud_Data_Services, Big_Data_Technologies, Cloud_Native, Open_Source,
    Business_Process, Integration, Orchestration, cloud_platforms, containerization, operational_risk,
    supply_chain_risk, cybersecurity_risk_appetite, growth_governance, data_governance, security_governance,
    corporate_governance, innovation_governance, microservices, web_applications, mobile_applications, frameworks,
    patterns, ecosystem, styling, state, bundlers, focus, tools, Native API Projects, Python Scientific Stack,
    Engineering Projects, User Experience, API Gateway, Infrastructure as Code, Redis Sentinel Failover Drills,
    Reporting and Analytics, Linear Algebra, render, effect, rest, reason
  `
    .split(',')
    .map((key): [string] => [key.trim()]),
  [''],
];

void test('keys of real agents name what an expert would say', () => {
  for (const [key, ...expected] of keys) {
    const found = vocabularyKey(key);
    const named =
      found === undefined
        ? []
        : [
            ...found.technologies.map(({ id }) => id),
            ...found.domains.map(({ id }) => `domain:${id}`),
            ...(found.scale === undefined ? [] : [`scale:${found.scale}`]),
            ...(found.layer === undefined ? [] : [`layer:${found.layer}`]),
          ];
    assert.deepEqual(named, expected, key);
  }
});
