import { aliasesOfLabel, aliasesOfSection } from './templateAliases.ts';
import type { TechnologyKind, TechnologySection } from './types.ts';

/** A section of the template, in its order. */
export interface TemplateSection {
  readonly id: SectionId;
  readonly title: string;
  /** As the template numbers it; documents number differently or not at all. */
  readonly number: number;
  readonly aliases: readonly string[];
  readonly labels: readonly TemplateLabel[];
  /** The metadata key that stands in where the section is not answered. */
  readonly metadataKey?: string;
}

/** A bullet's label in the template. */
export interface TemplateLabel {
  readonly id: LabelId;
  /** As the template writes it. */
  readonly label: string;
  readonly aliases: readonly string[];
  readonly section: SectionId;
  readonly technologySection?: TechnologySection;
  readonly holds: 'technologies' | 'domains' | 'scale' | 'text';
  /** The only kind of technology that is asked for. */
  readonly kind?: TechnologyKind;
  /** The answers that the template knows, where it knows them all. */
  readonly choices?: readonly string[];
  /** What stands in its place until somebody fills it in. */
  readonly placeholder: string;
  /** The metadata key that stands in where the label is not answered; of a metadata label, its own key. */
  readonly metadataKey?: string;
}

export type SectionId =
  | 'metadata'
  | 'description'
  | 'domains-and-goals'
  | 'technologies'
  | 'agents'
  | 'integrations'
  | 'non-functional'
  | 'notes'
  | 'todo'
  | 'contact'
  | 'history'
  | 'command-mapping';

export type LabelId =
  | 'project-name'
  | 'project-description'
  | 'project-version'
  | 'framework-version'
  | 'last-updated'
  | 'primary-language'
  | 'business-domain'
  | 'project-scale'
  | 'development-stage'
  | 'business-domains'
  | 'main-goals'
  | 'frontend'
  | 'backend'
  | 'deployment'
  | 'database'
  | 'other-technologies'
  | 'external-apis'
  | 'services'
  | 'other-dependencies'
  | 'performance'
  | 'security'
  | 'scalability'
  | 'availability'
  | 'constraints'
  | 'coding-style'
  | 'agent-guidelines';

/** The template's sections with their labels, in the template's order. */
export const templateSections: readonly TemplateSection[] = [
  section('metadata', 0, 'Project Metadata', [
    metadata('project-name', 'project_name', '[project name, e.g., "order-service"]'),
    metadata(
      'project-description',
      'project_description',
      '[brief description, e.g., "Order service of a shop"]',
    ),
    metadata('project-version', 'project_version', '[current version, e.g., "1.0.0"]'),
    metadata('framework-version', 'framework_version', '[framework version, e.g., "2.0.0"]'),
    metadata('last-updated', 'last_updated', '[date, e.g., "2026-01-31"]'),
    {
      ...metadata(
        'primary-language',
        'primary_language',
        '[main language, e.g., typescript, python, java]',
        'technologies',
      ),
      kind: 'language',
    },
    metadata('business-domain', 'business_domain', '[domain, e.g., fintech, healthcare, saas]', 'domains'),
    metadata('project-scale', 'project_scale', '[scale: startup, sme, enterprise]', 'scale'),
    {
      ...metadata(
        'development-stage',
        'development_stage',
        '[stage: concept, mvp, development, production, maintenance]',
      ),
      choices: ['concept', 'mvp', 'development', 'production', 'maintenance'],
    },
  ]),
  section('description', 1, 'Project Description'),
  section('domains-and-goals', 2, 'Domains and Goals', [
    {
      ...text(
        'business-domains',
        'Business domains',
        'domains-and-goals',
        '[fill in, e.g., e-commerce, logistics]',
      ),
      holds: 'domains',
      metadataKey: 'business_domain',
    },
    text(
      'main-goals',
      'Main project goals',
      'domains-and-goals',
      '[fill in, e.g., faster checkout, fewer returns]',
    ),
  ]),
  {
    ...section('technologies', 3, 'Technologies', [
      technologies('frontend', 'Frontend – technologies and tools', '[fill in, e.g., React, TypeScript]'),
      {
        ...technologies('backend', 'Backend – technologies and tools', '[fill in, e.g., Node.js, NestJS]'),
        metadataKey: 'primary_language',
      },
      technologies(
        'deployment',
        'Deployment – infrastructure and tools',
        '[fill in, e.g., Docker, Kubernetes, AWS]',
      ),
      technologies('database', 'Database', '[fill in, e.g., PostgreSQL, Redis]'),
      {
        ...text('other-technologies', 'Other', 'technologies', '[fill in, e.g., Kafka, OpenTelemetry]'),
        holds: 'technologies',
      },
    ]),
    metadataKey: 'primary_language',
  },
  section('agents', 4, 'Agents and Roles'),
  section('integrations', 5, 'Integrations and Dependencies', [
    text(
      'external-apis',
      'External APIs',
      'integrations',
      '[fill in, e.g., Stripe, a carrier’s tracking API]',
    ),
    text('services', 'Services', 'integrations', '[fill in, e.g., e-mail delivery, single sign-on]'),
    text(
      'other-dependencies',
      'Other dependencies',
      'integrations',
      '[fill in, e.g., a shared component library]',
    ),
  ]),
  section('non-functional', 6, 'Non-functional Requirements', [
    text('performance', 'Performance', 'non-functional', '[fill in, e.g., 95 % of requests under 200 ms]'),
    text('security', 'Security', 'non-functional', '[fill in, e.g., OAuth 2.0, encryption at rest]'),
    text('scalability', 'Scalability', 'non-functional', '[fill in, e.g., ten times today’s load]'),
    text('availability', 'Availability', 'non-functional', '[fill in, e.g., 99.9 % a month]'),
  ]),
  section('notes', 7, 'Special Notes', [
    text('constraints', 'Technological constraints', 'notes', '[fill in, e.g., open-source components only]'),
    text('coding-style', 'Coding style preferences', 'notes', '[fill in, e.g., small pure functions]'),
    text('agent-guidelines', 'Special guidelines for agents', 'notes', '[fill in, e.g., answer in English]'),
  ]),
  section('todo', 8, 'TODO Management Configuration'),
  section('contact', 9, 'Contact and Project Owners'),
  section('history', 10, 'Change History'),
  section('command-mapping', 11, 'Command-Agent Mapping'),
];

function section(
  id: SectionId,
  number: number,
  title: string,
  labels: readonly TemplateLabel[] = [],
): TemplateSection {
  return { id, title, number, aliases: aliasesOfSection(id), labels };
}

function metadata(
  id: LabelId,
  key: string,
  placeholder: string,
  holds: TemplateLabel['holds'] = 'text',
): TemplateLabel {
  return { ...text(id, key, 'metadata', placeholder), holds, metadataKey: key };
}

function technologies(id: LabelId & TechnologySection, label: string, placeholder: string): TemplateLabel {
  return { ...text(id, label, 'technologies', placeholder), technologySection: id, holds: 'technologies' };
}

function text(id: LabelId, label: string, section: SectionId, placeholder: string): TemplateLabel {
  return { id, label, aliases: aliasesOfLabel(id), section, holds: 'text', placeholder };
}
