import { normalizedName } from './names.ts';
import type { BusinessDomain } from './types.ts';

/**
 * Whether words that name a domain mean a line of business and nothing else: `FinTech`, `Healthcare`. `Health`, `Media`,
 * `Publishing` or `Utilities` may begin a heading that is about checks, queries, packages or helpers.
 */
export function isIndustryName(words: string): boolean {
  return industryNames.has(normalizedName(words));
}

/**
 * Whether a domain is also work that every business does: there is a heading on collaboration, machine learning or
 * support in agents for any industry.
 */
export function isWorkOfAnyBusiness({ id }: BusinessDomain): boolean {
  return work.has(id);
}

const industryNames: ReadonlySet<string> = new Set(
  `
  fintech, financial technology, financial services, financial systems, finance sector, banking, digital banking,
  online banking, retail banking, insurance, insurtech, cryptocurrency, healthcare, healthtech, medtech, digital health,
  e-health, telemedicine, telehealth, medical devices, pharma, pharmaceuticals, life sciences, biotech, biotechnology,
  e-commerce, e-commerce platform, e-commerce platforms, online retail, retail, wholesale, IoT, Internet of Things,
  IIoT, industrial IoT, Industry 4.0, smart home, SaaS, B2B SaaS, SaaS platform, SaaS platforms, SaaS products,
  technology SaaS, multi-tenant SaaS, edtech, educational technology, education technology, e-learning, higher education,
  education, govtech, government, public sector, public administration, e-government, manufacturing, smart manufacturing,
  automotive, aerospace, aviation, logistics, logistics and transportation, telecom, telecommunications, telco,
  real estate, proptech, agriculture, agritech, agtech, energy and utilities, oil and gas, cleantech,
  travel and hospitality, hospitality, tourism, gaming, video games, gambling, igaming, media and entertainment, martech,
  adtech, legaltech, HR tech, regtech, non-profit, foodtech, food and beverage, fashion
  `
    .split(',')
    .map(normalizedName),
);

const work: ReadonlySet<string> = new Set(
  `
  communication project-management content-management data-analytics artificial-intelligence developer-tools cybersecurity
  hr recruiting legal marketing crm erp accounting invoicing regtech scientific-research geospatial embedded-systems
  robotics enterprise-software consulting sustainability social-networking streaming
  `
    .trim()
    .split(/\s+/),
);
