import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  findTemplatePlace,
  isSamePlace,
  misspeltTemplatePlace,
  templatePlaceName,
  templatePlacesIn,
  templateSections,
} from '../../../server/src/catalogue/template.ts';

const frontend = 'Frontend – technologies and tools';
const backend = 'Backend – technologies and tools';
const deployment = 'Deployment – infrastructure and tools';

const labels: readonly [written: string, place: string | undefined][] = [
  [backend, backend],
  ['Backend â€“ technologies and tools', backend],
  ['backend - technologies and tools', backend],
  ['Backend — Technologies and Tools:', backend],
  ['**Backend – technologies and tools:**', backend],
  ['Backend', backend],
  ['Backend technologies (Node.js, Python, Java, .NET, etc.)', backend],
  ['Frontend technologies', frontend],
  ['🎨 Frontend', frontend],
  ['Infrastructure and deployment', deployment],
  ['Infrastructure & Deployment', deployment],
  ['Infrastructure', deployment],
  ['Database', 'Database'],
  ['Databases', 'Database'],
  ['Data storage', 'Database'],
  ['Databases and data storage systems', 'Database'],
  ['Datenbank', 'Database'],
  ['Baza danych', 'Database'],
  ['3. Technologies', 'Technologies'],
  ['3) Technologies', 'Technologies'],
  ['Section 3: Technologies', 'Technologies'],
  ['## 🚀 Tech Stack', 'Technologies'],
  ['Stack', 'Technologies'],
  ['Technologies section', 'Technologies'],
  ['technologies', 'Technologies'],
  ['Business domains', 'Business domains'],
  ['Project business domains', 'Business domains'],
  ['business_domain', 'Business domains'],
  ['Domeny biznesowe', 'Business domains'],
  ['Main project goals', 'Main project goals'],
  ['project_scale', 'project_scale'],
  ['Non-functional requirements (performance, security)', 'Non-functional Requirements'],
  ['6. Non-functional Requirements', 'Non-functional Requirements'],
  ['Integrations and external dependencies', 'Integrations and Dependencies'],
  ['TODO Management Configuration (Section 8)', 'TODO Management Configuration'],
  ['Project Goal', 'Main project goals'],
  ['Non-functional', 'Non-functional Requirements'],
  ['Non-functional requirement', 'Non-functional Requirements'],
  ['Special note', 'Special Notes'],
  ['Security requirement', 'Security'],
  ['External dependency', 'Integrations and Dependencies'],
  ['Integration', undefined],
  ['project-owner', undefined],
  ['Leistung', 'Performance'],
  ['Section 8', undefined],
  ['8', undefined],
  ['', undefined],
  ['Review guidelines', undefined],
  ['backend technologes', undefined],
];

void test('labels lead to their place in the template', () => {
  for (const [written, expected] of labels) {
    const place = findTemplatePlace(written);
    assert.equal(place === undefined ? undefined : templatePlaceName(place), expected, written);
  }
});

void test('a misspelt label is near its place, an unknown one near none', () => {
  const near = (label: string): string | undefined => {
    const place = misspeltTemplatePlace(label);
    return place === undefined ? undefined : templatePlaceName(place);
  };
  assert.equal(near('backend technologes'), backend);
  assert.equal(near('Databse'), 'Database');
  assert.equal(near('Bussiness domains'), 'Business domains');
  assert.equal(near('Review guidelines for pull requests'), undefined);
  assert.equal(near('Section 8'), undefined);
  // Names of their own, near as they are to "Hosting", "Scale", "Contact", "Description" and others.
  const others =
    'Testing, Routing, Listing, Posting, Employment, Style, Scope, Content, Contexts, Contracts, Apps, Branches, ' +
    'Updates, Product description, Stock, Objections, Series, Reporting, Staging, Story, Securities';
  for (const label of others.split(', ')) assert.equal(near(label), undefined, label);
});

void test('phrases of an agent cover the places that they name', () => {
  const phrases: readonly [phrase: string, ...places: string[]][] = [
    ['Business domains and compliance needs', 'Business domains'],
    ['Performance and scalability requirements', 'Performance', 'Scalability'],
    ['Technology stack and testing tools', 'Technologies'],
    ['Databases and data storage systems', 'Database'],
    ['Infrastructure and deployment tools (AWS, Azure, GCP, Docker, Kubernetes)', deployment],
    ['UI/UX requirements and design systems'],
    ['Frontend and backend technologies to deploy'],
    ['Stakeholder groups and communication needs'],
  ];
  for (const [phrase, ...expected] of phrases)
    assert.deepEqual(templatePlacesIn(phrase).map(templatePlaceName), expected, phrase);
});

void test('every section and label is found by its own name, except where metadata stands in for a label', () => {
  for (const section of templateSections) {
    assert.ok(isSamePlace(findTemplatePlace(section.title)!, { kind: 'section', section }), section.title);
    for (const label of section.labels) {
      const place = findTemplatePlace(label.label);
      const expected = label.id === 'business-domain' ? 'Business domains' : label.label;
      assert.equal(templatePlaceName(place!), expected);
      assert.equal(label.section, section.id);
    }
  }
});
