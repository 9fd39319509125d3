import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leadingDomain, vocabularyKey } from '../../../server/src/catalogue/keys.ts';

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
  ['Vanilla', 'javascript'],
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

void test('headings begin with a domain or do not', () => {
  const headings: readonly [heading: string, id: string | undefined][] = [
    ['FinTech Backend', 'fintech'],
    ['E-commerce High-Availability DevOps', 'e-commerce'],
    ['Healthcare Clinical Performance Optimization', 'healthcare'],
    ['Financial Services Regulatory DevOps', 'fintech'],
    ['🏥 Healthcare APIs', 'healthcare'],
    ['Security Testing', undefined],
    ['Communication', 'communication'],
    ['Backend for Fintech', undefined],
    ['Enterprise Integration Platforms', undefined],
  ];
  for (const [heading, id] of headings) assert.equal(leadingDomain(heading)?.id, id, heading);
});
