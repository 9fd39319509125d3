import type { LabelId, SectionId } from './templateSections.ts';

/** Other names of a section: other versions of the template, real projects, other languages. */
export function aliasesOfSection(id: SectionId): readonly string[] {
  return namesIn(ofSections[id]);
}

/** Other names of a label, from the same sources. */
export function aliasesOfLabel(id: LabelId): readonly string[] {
  return namesIn(ofLabels[id]);
}

const ofSections: Partial<Record<SectionId, string>> = {
  metadata: 'Metadata, Projektmetadaten, Metadane projektu, Métadonnées du projet, Metadatos del proyecto',
  description: `
    Description, Project Overview, Overview, Project Summary, About the Project, Projektbeschreibung,
    Opis projektu, Description du projet, Descripción del proyecto
  `,
  'domains-and-goals': `
    Business Domains and Goals, Business Domains and Project Goals, Domain and Goals, Domain and Goal, Domains and Goal, Goals and Domains,
    Domänen und Ziele, Fachdomänen und Ziele, Domeny i cele, Domaines et objectifs,
    Dominios y objetivos
  `,
  technologies: `
    Technology, Tech Stack, Stack, Technology Stack, Technical Stack, Our Stack, Project Stack,
    Project technologies, Core technologies, Key technologies, Core technology stack, Technologies used,
    Technologies and tools, Tools and technologies, Supported Stacks, Technologien, Technologie-Stack,
    Technologie, Technologie und Werkzeuge, Stos technologiczny, Technologies utilisées, Pile technologique,
    Stack technique, Tecnologías, Stack tecnológico, Tecnologias, Стек, Стек технологий, Технологии, 技术栈,
    技術スタック, 기술 스택
  `,
  agents: 'Agents, Agent Roles, Agenten und Rollen, Agenci i role, Agents et rôles, Agentes y roles',
  integrations: `
    Integrations, Integration and Dependencies, Integrations and external dependencies, External Integrations,
    External integrations and dependencies, Dependencies and Integrations, Third-party Integrations,
    External integration, External dependencies, External dependency, Integrationen, Integrationen und Abhängigkeiten, Integracje i zależności,
    Integracje, Intégrations et dépendances, Intégrations, Integraciones y dependencias, Integraciones
  `,
  'non-functional': `
    Nonfunctional Requirements, Non-functional Requirement, Non-functional, Functional and non-functional requirements, NFR, NFRs, Quality Requirements,
    Quality Attributes, Quality Requirement, Quality Attribute, Requirements, Nichtfunktionale Anforderungen, Nicht-funktionale Anforderungen,
    Wymagania niefunkcjonalne, Exigences non fonctionnelles, Requisitos no funcionales
  `,
  notes: `
    Special Note, Special guidelines, Special guidelines and constraints, Constraints and special guidelines,
    Special guidelines and project constraints, Besondere Hinweise, Uwagi specjalne,
    Remarques particulières, Notas especiales
  `,
  todo: 'TODO Management, TODO Configuration, Task Management Configuration',
  contact: 'Contact, Contacts, Project Owners, Contact and Project Owner, Contacts and Project Owners',
  history: 'Version History, Changelog',
  'command-mapping': 'Command to Agent Mapping, Command-Agent Mappings',
};

const ofLabels: Partial<Record<LabelId, string>> = {
  'project-name': 'Projektname, Nazwa projektu',
  'last-updated': 'Last update, Updated',
  'primary-language': `
    Main language, Programming language, Primary programming language, Programmiersprache,
    Język programowania, Langage principal, Lenguaje principal
  `,
  'project-scale': 'Scale, Project size',
  'development-stage': 'Project stage, Stage',
  'business-domains': `
    Business domain, Domains, Domain, Project business domains, Project domains, Application domain,
    Industry, Industries, Business area, Business areas, Branche, Branchen, Fachdomäne, Fachdomänen,
    Geschäftsdomänen, Geschäftsfelder, Domeny biznesowe, Domena biznesowa, Branża, Domaines métier,
    Domaine métier, Secteur d’activité, Dominios de negocio, Dominio de negocio, Sector
  `,
  'main-goals': `
    Project goals, Project goal, Goals, Main goals, Main project goal, Main goal, Business goal, Project objective, Goals and success criteria, Business goals, Objectives,
    Project objectives, Projektziele, Ziele, Hauptziele des Projekts, Cele projektu, Główne cele projektu,
    Cele, Objectifs du projet, Objectifs, Objetivos del proyecto, Objetivos
  `,
  frontend: `
    Frontend, Front-end, Frontend technologies, Frontend stack, Frontend tech stack, Frontend technology,
    Frontend technologies and frameworks, Frontend framework, Frontend frameworks, Client side,
    Web frontend, Frontend-Technologien, Frontend – Technologien und Werkzeuge,
    Frontend – technologie i narzędzia, Technologies frontend, Frontend – technologies et outils,
    Tecnologías frontend, Frontend – tecnologías y herramientas, 前端, フロントエンド, 프론트엔드
  `,
  backend: `
    Backend, Back-end, Backend technologies, Backend stack, Backend tech stack, Backend technology,
    Backend technologies and frameworks, Backend technologies and API frameworks, Backend framework,
    Backend frameworks, Server side, Server-side technologies, Backend-Technologien,
    Backend – Technologien und Werkzeuge, Backend – technologie i narzędzia, Technologies backend,
    Backend – technologies et outils, Tecnologías backend, Backend – tecnologías y herramientas, 后端, バックエンド,
    백엔드
  `,
  deployment: `
    Infrastructure and deployment, Deployment and infrastructure, Infrastructure and deployment tools,
    Infrastructure & DevOps, DevOps and infrastructure, Deployment, Deployment technologies,
    Deployment stack, Infrastructure, Infrastructure stack, DevOps, Hosting, Cloud,
    Cloud and infrastructure, Hosting and deployment, Infrastruktur, Infrastruktur und Deployment,
    Deployment – Infrastruktur und Werkzeuge, Wdrożenie – infrastruktura i narzędzia,
    Infrastruktura i wdrożenie, Infrastruktura, Wdrożenie, Déploiement, Infrastructure et déploiement,
    Déploiement – infrastructure et outils, Infraestructura y despliegue, Infraestructura, Despliegue, 部署,
    デプロイ
  `,
  database: `
    Databases, Data storage, Data stores, Data store, Database stack, Database systems, Database technologies,
    Database technology, Database and ORM, Database and storage, Databases and storage,
    Databases and data storage, Databases and data storage systems,
    Database technologies and data storage systems, Database – technologies and tools, Storage, Persistence,
    Data layer, DB, Datenbank, Datenbanken, Datenhaltung, Baza danych, Bazy danych, Base de données,
    Bases de données, Base de datos, Bases de datos, Banco de dados, База данных, 数据库, データベース, 데이터베이스
  `,
  'other-technologies': `
    Other technologies, Other technology, Other tools, Additional technologies, Sonstiges, Inne, Autres, Otros
  `,
  'external-apis': `
    External API, Third-party APIs, APIs, Externe APIs, Zewnętrzne API, API externes, APIs externas
  `,
  services:
    'External services, External service, Third-party services, Dienste, Externe Dienste, Usługi, Servicios',
  'other-dependencies': `
    Dependencies, Other dependency, Further dependencies, Weitere Abhängigkeiten, Inne zależności, Autres dépendances,
    Otras dependencias
  `,
  performance: `
    Performance requirements, Performance requirement, Performance targets, Performance constraints, Performance goals, Leistung,
    Performanz, Wydajność, Performances, Rendimiento
  `,
  security: `
    Security requirements, Security requirement, Security and compliance, Security and compliance requirements, Sicherheit,
    Bezpieczeństwo, Sécurité, Seguridad
  `,
  scalability:
    'Scalability requirements, Scalability requirement, Scaling, Skalierbarkeit, Skalowalność, Scalabilité, Escalabilidad',
  availability: `
    Availability requirements, Availability requirement, Reliability, Reliability requirements, Verfügbarkeit, Dostępność,
    Disponibilité, Disponibilidad
  `,
  constraints: 'Technological constraint, Technical constraints, Technical constraint, Constraints',
  'coding-style': 'Coding style preference, Coding style, Code style',
  'agent-guidelines': 'Special guideline for agents, Guidelines for agents',
};

function namesIn(list: string | undefined): readonly string[] {
  return list === undefined ? [] : list.split(',').map((name) => name.trim());
}
