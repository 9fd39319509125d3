import { normalizedName } from './names.ts';

/**
 * Whether a name of a business domain is also what any team does (`Project management`, `Machine learning`). A value
 * that consists of it names the domain; a heading that begins with it need not be about a domain.
 */
export function isActivity(domainName: string): boolean {
  made ??= new Set(activities.split(/,\s*/).map(normalizedName));
  return made.has(normalizedName(domainName));
}

/** All of them, for the test that holds them to the domains' names. */
export function activityNames(): string[] {
  return activities.split(/,\s*/);
}

let made: ReadonlySet<string> | undefined;

const activities = `communication, team communication, team collaboration, collaboration tools, messaging platform,
instant messaging, video conferencing, unified communications, project management, task management, work management,
issue tracking, time tracking, artificial intelligence, AI/ML, AI and ML, machine learning, generative AI,
conversational AI, AI agents, computer vision, data analytics, data analysis, business intelligence, business analytics,
data platform, data science, cybersecurity, information security, threat intelligence, identity management,
customer management, customer support, customer service, marketing, marketing automation, digital marketing,
email marketing, SEO, campaign management, public relations, fraud detection, regulatory reporting, KYC,
content management, content creation, document management, knowledge management, document processing, content platform,
developer tools, developer tooling, developer experience, API platform, legal, contract management,
workforce management, talent management, recruiting, recruitment, hiring, talent acquisition, billing,
invoice processing, sustainability, scientific computing, procurement, business management, inventory management,
supply chain management, production planning, business process automation, business process management,
workflow automation, legacy modernization, internal tools, publishing, edge computing, event management, consulting`;
