import type { BusinessDomain } from './types.ts';

/** Business domains with what each brings into a project. */
export const domains: readonly BusinessDomain[] = [
  domain(
    'E-commerce',
    'PCI DSS, consumer and distance-selling law; catalogue, cart, checkout, orders, returns',
    {
      also: 'e-commerce platform, online shop, online shops, online store, webshop, online retail, internet shop, sklep internetowy, Onlinehandel, commerce électronique, comercio electrónico',
      whole: 'commerce, shop, shopping',
    },
  ),
  domain(
    'Marketplace',
    'seller onboarding, payouts, platform-to-business rules; listings, ratings, disputes',
    {
      also: 'online marketplace, two-sided marketplace, multi-vendor',
      part: 'e-commerce',
    },
  ),
  domain('Retail', 'consumer law, price labelling; point of sale, stock, loyalty programmes', {
    also: 'point of sale, POS systems, omnichannel retail, Einzelhandel, handel detaliczny, grocery',
  }),
  domain('Wholesale', 'contract prices, credit limits; B2B ordering, EDI, catalogues by customer', {
    also: 'B2B commerce, B2B e-commerce, B2B sales, Großhandel',
    part: 'e-commerce',
  }),
  domain('Fintech', 'PSD2, AML and KYC, SOX; ledgers, reconciliation, audit trails, fraud detection', {
    also: 'financial technology, financial services, financial systems, finance, finances, financial, Finanzwesen, Finanzdienstleistungen, finanse, usługi finansowe, services financiers, servicios financieros, finanzas',
  }),
  domain('Payments', 'PCI DSS, PSD2 and strong customer authentication; authorisation, settlement, refunds', {
    also: 'payment, payment processing, payment services, payment systems, online payments, B2B payments, digital payments, mobile payments, Zahlungsverkehr, Zahlungen, płatności, paiements, pagos',
    part: 'fintech',
  }),
  domain('Banking', 'capital rules, Basel III, DORA; accounts, transfers, core banking', {
    also: 'bank, digital banking, online banking, mobile banking, open banking, core banking, neobank, retail banking, Bankwesen, bankowość, banque, banca',
    part: 'fintech',
  }),
  domain('Lending', 'consumer credit rules, fair lending; scoring, origination, servicing, collections', {
    also: 'loans, loan origination, credit scoring, mortgages, microfinance, leasing, factoring, kredyty',
    part: 'fintech',
  }),
  domain('Trading', 'MiFID II, market abuse rules; order management, market data, risk limits', {
    also: 'stock trading, algorithmic trading, capital markets, brokerage, securities trading, asset management, wealth management, investment management, investments, investing, wealthtech, portfolio management',
    part: 'fintech',
  }),
  domain('Insurance', 'Solvency II, IDD; policies, underwriting, claims, actuarial models', {
    also: 'insurtech, insure tech, Versicherung, Versicherungen, ubezpieczenia, seguros, claims management',
    part: 'fintech',
  }),
  domain('Invoicing', 'tax and e-invoicing mandates, retention periods; invoices, dunning, numbering', {
    also: 'invoice management, invoice processing, e-invoicing, billing, billing systems, subscription billing, fakturowanie, Rechnungsstellung, facturation, facturación',
    part: 'fintech',
  }),
  domain('Accounting', 'GAAP, IFRS, retention periods; double-entry ledgers, closing, tax reports', {
    also: 'business accounting, bookkeeping, general ledger, tax software, Buchhaltung, księgowość, comptabilité, contabilidad',
    part: 'fintech',
  }),
  domain('Regtech', 'AML, sanctions lists, reporting duties; screening, evidence, regulatory reports', {
    also: 'regulatory technology, anti-money laundering, KYC, regulatory reporting, fraud detection',
    part: 'fintech',
  }),
  domain('Cryptocurrency', 'MiCA, travel rule, AML; wallets, custody, exchanges, smart contracts', {
    also: 'crypto, blockchain, Web3, DeFi, decentralized finance, NFT, NFTs, digital assets, digital currencies',
    part: 'fintech',
  }),
  domain('Healthcare', 'HIPAA, GDPR on health data, HL7 FHIR; records, appointments, consent, audit', {
    also: 'health, healthtech, medtech, medical, medicine, digital health, eHealth, hospitals, clinics, patient care, Gesundheitswesen, Medizin, ochrona zdrowia, medycyna, santé, salud, sanidad',
  }),
  domain('Telemedicine', 'licensing by place, consent, HIPAA; video visits, e-prescriptions, triage', {
    also: 'telehealth, remote patient monitoring',
    part: 'healthcare',
  }),
  domain('Medical devices', 'MDR, FDA 510(k), IEC 62304; traceability, risk files, validated releases', {
    also: 'medical software, software as a medical device, SaMD, wearables',
    part: 'healthcare',
  }),
  domain('Pharmaceuticals', 'GxP, 21 CFR Part 11; trials, batch records, pharmacovigilance', {
    also: 'pharma, pharmacy, clinical trials, drug discovery, life sciences, biotech, biotechnology, bioinformatics, genomics',
    part: 'healthcare',
  }),
  domain('Fitness and wellness', 'privacy of health data; activity tracking, plans, wearable integrations', {
    also: 'fitness, wellness, mental health',
    whole: 'nutrition',
    part: 'healthcare',
  }),
  domain('IoT', 'Cyber Resilience Act, device security; provisioning, telemetry, updates over the air', {
    also: 'Internet of Things, connected devices, IoT devices, IoT platform, edge computing, Internet der Dinge, Internet rzeczy, Internet des objets',
    whole: 'telemetry',
  }),
  domain('Industrial IoT', 'IEC 62443, functional safety; OPC UA, gateways, predictive maintenance', {
    also: 'IIoT, Industry 4.0, industrial automation, Industrie 4.0, przemysł 4.0, SCADA',
    whole: 'industrial',
    part: 'iot',
  }),
  domain('Smart home', 'Matter, privacy at home; hubs, automations, voice assistants', {
    also: 'home automation, smart building, smart buildings, smart homes',
    part: 'iot',
  }),
  domain('SaaS', 'SOC 2, data processing agreements; tenants, subscriptions, usage metering', {
    also: 'software as a service, B2B SaaS, SaaS platform, technology SaaS, SaaS products, multi-tenant SaaS',
  }),
  domain('Media', 'copyright, content rules; ingest, transcoding, publishing, recommendations', {
    also: 'media and entertainment, digital media, media streaming, broadcasting, news media, Medien, médias, medios',
    whole: 'news',
  }),
  domain('Streaming', 'licences by territory, DRM; encoding ladders, CDN delivery, playback metrics', {
    also: 'video streaming, video platform, audio streaming, music streaming, live streaming, OTT, video on demand, podcasts',
    part: 'media',
  }),
  domain('Publishing', 'copyright, ISBN and ONIX; manuscripts, editions, print and e-book export', {
    also: 'book publishing, digital publishing, content creation, author workflow management, journalism, Verlagswesen, wydawnictwa',
    whole: 'editorial',
    part: 'media',
  }),
  domain('Entertainment', 'age ratings, consumer law; ticketing, fan engagement, rights', {
    also: 'music industry, event management, ticketing, creative industries',
    whole: 'film, music, sport, sports',
    part: 'media',
  }),
  domain('Gaming', 'age ratings, loot-box rules; matchmaking, live operations, anti-cheat', {
    also: 'games, video games, game development, mobile games, esports, Spieleentwicklung, gry, jeux vidéo, videojuegos',
  }),
  domain('Gambling', 'gaming licences, responsible play, AML; wallets, odds, random-number certification', {
    also: 'iGaming, betting, sports betting, online casino, lottery',
    part: 'gaming',
  }),
  domain('Social networking', 'Digital Services Act, moderation duties; feeds, graphs, messaging, reports', {
    also: 'social network, social networks, social media, social platform, community platform, online communities',
    whole: 'dating',
  }),
  domain('Communication', 'e-privacy rules, retention; messaging, calls, presence, notifications', {
    also: 'team communication, team collaboration, collaboration tools, messaging platform, instant messaging, video conferencing, unified communications',
    whole: 'collaboration, chat, messaging',
  }),
  domain('EdTech', 'FERPA, COPPA, accessibility; courses, assessment, grading, LTI integrations', {
    also: 'education, educational technology, education technology, e-learning, online learning, learning management, LMS, learning platforms, schools, higher education, Bildung, edukacja, educación, training platform',
  }),
  domain('Government', 'accessibility law, public records, procurement rules; citizen services, case files', {
    also: 'govtech, e-government, public sector, public administration, public services, civic tech, Verwaltung, öffentliche Verwaltung, Behörden, administracja publiczna, secteur public, sector público, smart city, smart cities',
  }),
  domain(
    'Defense',
    'export control, classified information; mission systems, hardening, air-gapped operation',
    {
      also: 'defence, military, aerospace and defense, national security',
    },
  ),
  domain('Aerospace', 'DO-178C, traceability; flight software, simulation, telemetry', {
    also: 'aviation, satellites, Luftfahrt',
    whole: 'space',
  }),
  domain('Non-profit', 'donor privacy, charity law; donations, volunteers, campaigns', {
    also: 'NGO, NGOs, charity, charities, fundraising',
  }),
  domain('Manufacturing', 'ISO 9001, machine safety, traceability; MES, quality control, shop-floor data', {
    also: 'production industry, smart manufacturing, production planning, factories, Fertigung, Produktion, produkcja, industrie manufacturière, manufactura, fabricación',
    whole: 'MES',
  }),
  domain('Automotive', 'ISO 26262, UNECE R155/R156; diagnostics, updates over the air, AUTOSAR', {
    also: 'connected cars, electric vehicles, electromobility, autonomous driving, fleet management, motoryzacja, Automobil, Automobilindustrie',
    whole: 'cars, vehicles',
  }),
  domain('Logistics', 'customs, dangerous goods; shipments, routing, tracking, warehouse operations', {
    also: 'logistics and transportation, supply chain, supply chain management, warehouse management, warehousing, freight, delivery services, last-mile delivery, inventory management, Logistik, logistyka, logistique, logística',
    whole: 'shipping',
  }),
  domain('Transportation', 'passenger rights, safety rules; timetables, dispatch, ticketing, GTFS', {
    also: 'public transport, ride sharing, ride-hailing, railways, maritime, Mobilität, transport publiczny',
    whole: 'rail, transport, mobility',
    part: 'logistics',
  }),
  domain('Travel and hospitality', 'package-travel rules, PCI DSS; availability, booking, channel managers', {
    also: 'travel, hospitality, tourism, travel tech, booking, booking systems, hotels, hotel management, airlines, vacation rentals, reservations, turystyka, Reisen, Tourismus, tourisme, turismo',
  }),
  domain('Food and beverage', 'food safety, allergen labelling; menus, ordering, kitchens, delivery', {
    also: 'foodtech, food delivery, restaurants, restaurant, catering, gastronomy, gastronomia, Gastronomie',
    whole: 'food',
  }),
  domain('Real estate', 'tenancy and land-register law; listings, leases, valuations, facility tickets', {
    also: 'proptech, property management, property tech, Immobilien, nieruchomości, immobilier, bienes raíces, inmobiliaria',
    whole: 'housing',
  }),
  domain('Construction', 'building codes, BIM, site safety; plans, bids, progress, defects', {
    also: 'construction industry, contech, building information modeling, BIM, AEC, Bauwesen, budownictwo',
  }),
  domain('Energy', 'grid codes, metering law, NERC CIP; smart meters, forecasting, demand response', {
    also: 'energy and utilities, utilities, energy management, renewable energy, renewables, oil and gas, power grid, smart grid, cleantech, Energiewirtschaft, Energie, energetyka, energía',
  }),
  domain('Sustainability', 'CSRD, GHG Protocol; emission accounting, reporting, offsets', {
    also: 'climate tech, ESG, carbon accounting, circular economy',
    whole: 'environment, weather, environmental',
  }),
  domain('Agriculture', 'subsidy and pesticide rules; field data, sensors, satellite imagery, yield models', {
    also: 'agritech, agtech, farming, precision agriculture, smart farming, Landwirtschaft, rolnictwo, agricultura',
  }),
  domain(
    'Telecommunications',
    'lawful interception, number portability, e-privacy; provisioning, rating, billing',
    {
      also: 'telecom, telecoms, telco, telecommunication, Telekommunikation, telekomunikacja, telecomunicaciones',
    },
  ),
  domain('Cybersecurity', 'NIS2, ISO 27001; detection, response, vulnerability and identity management', {
    also: 'information security, security products, threat intelligence, identity management, Cybersicherheit, cyberbezpieczeństwo, cybersécurité, ciberseguridad',
    whole: 'security',
  }),
  domain('HR', 'labour and equal-treatment law, personal data; staff files, time sheets, payroll runs', {
    also: 'HR tech, human resources, human resource management, HRM, workforce management, talent management, Personalwesen, kadry, ressources humaines, recursos humanos',
    whole: 'payroll, people',
  }),
  domain('Recruiting', 'equal-treatment law, AI Act on selection; postings, applicants, interviews', {
    also: 'recruitment, hiring, applicant tracking, job board, job boards, talent acquisition, rekrutacja',
    part: 'hr',
  }),
  domain('Legal', 'privilege, retention, e-signature law; matters, documents, deadlines', {
    also: 'legaltech, law firms, contract management, e-signature, Rechtswesen, prawo, juridique',
    whole: 'law',
  }),
  domain('Marketing', 'consent and e-privacy law; campaigns, segments, attribution, landing pages', {
    also: 'martech, marketing automation, digital marketing, email marketing, advertising, adtech, campaign management, SEO, loyalty programs, public relations',
  }),
  domain('CRM', 'personal data, consent; contacts, pipelines, activities, service cases', {
    also: 'customer relationship management, customer management, sales automation, customer support, customer service, helpdesk, call center, contact center',
    whole: 'sales',
  }),
  domain('ERP', 'audit and tax rules, segregation of duties; procurement, stock, finance, planning', {
    also: 'enterprise resource planning, procurement, business management, MRP',
  }),
  domain('Project management', 'audit of changes, guest access; tasks, boards, schedules, time tracking', {
    also: 'task management, work management, issue tracking, time tracking, productivity tools, zarządzanie projektami, Projektmanagement, gestion de projet, gestión de proyectos',
    whole: 'productivity',
  }),
  domain(
    'Content management',
    'copyright, accessibility, retention; editing, workflow, versions, publishing',
    {
      also: 'content platform, content management systems, document management, knowledge management, enterprise content management, digital asset management, document processing, blogging',
    },
  ),
  domain('Data analytics', 'data governance, purpose limitation; pipelines, models, dashboards, lineage', {
    also: 'data analysis, business intelligence, analytics platform, business analytics, data platform, data science, Datenanalyse, analiza danych, analyse de données, análisis de datos',
    whole: 'analytics, BI, reporting, big data',
  }),
  domain(
    'Artificial intelligence',
    'AI Act, model documentation; training data, evaluation, inference, guardrails',
    {
      also: 'AI platform, AI/ML, AI and ML, machine learning, generative AI, conversational AI, chatbots, LLM applications, AI agents, computer vision, künstliche Intelligenz, sztuczna inteligencja, intelligence artificielle, inteligencia artificial',
      whole: 'AI, ML',
    },
  ),
  domain('Developer tools', 'licence compliance, supply-chain security; editors, build services, APIs', {
    also: 'devtools, developer tooling, developer experience, developer platform, software development tools, open source tools, programming tools, API platform',
    whole: 'DevOps',
  }),
  domain('Robotics', 'machine safety, functional safety; motion planning, perception, fleets', {
    also: 'robots, drones and robotics, Robotik, robotyka',
  }),
  domain('Embedded systems', 'functional safety, EMC; firmware, real-time constraints, hardware bring-up', {
    also: 'embedded, firmware, consumer electronics',
    whole: 'hardware, electronics',
  }),
  domain(
    'Scientific research',
    'data management plans, reproducibility; simulation, instruments, publications',
    {
      also: 'scientific computing, academic research, academia, engineering simulation, Forschung, badania naukowe, recherche scientifique, investigación científica',
      whole: 'science, research, simulation, engineering',
    },
  ),
  domain('Geospatial', 'INSPIRE, licence terms of map data; maps, projections, routing, imagery', {
    also: 'GIS, geographic information systems, earth observation, remote sensing, geodata',
    whole: 'mapping, maps, navigation',
  }),
  domain('Enterprise software', 'SSO, audit, retention, works councils; workflows, roles, integrations', {
    also: 'enterprise applications, enterprise systems, corporate software, business software, business applications, business process automation, business process management, BPM, workflow automation, legacy modernization, internal tools, back office',
    whole: 'enterprise',
  }),
  domain('Consulting', 'client confidentiality; engagements, time sheets, deliverables', {
    also: 'professional services, outsourcing',
    whole: 'agency, agencies',
  }),
  domain('Auctions', 'auction law, bid integrity; bidding, reserve prices, closing', {
    also: 'online auctions, auction platform',
    part: 'marketplace',
  }),
  domain('Beauty', 'cosmetics regulation, health data; appointments, treatments, ingredients', {
    also: 'beauty salons, beauty industry, skincare, hairdressing',
    whole: 'Beauty, cosmetics',
  }),
  domain('Fashion', 'textile labelling, returns; collections, sizes, look books', {
    also: 'apparel, luxury goods',
    part: 'retail',
  }),
];

interface DomainDetails {
  /** Synonyms, parted by `, `. */
  readonly also: string;
  /** Synonyms that are everyday words. */
  readonly whole?: string;
  readonly part?: string;
}

function domain(name: string, brings: string, details: DomainDetails): BusinessDomain {
  return {
    id: name.toLowerCase().replaceAll(' ', '-'),
    name,
    synonyms: details.also.split(', '),
    ...(details.whole === undefined ? {} : { wholeItems: details.whole.split(', ') }),
    ...(details.part === undefined ? {} : { partOf: details.part }),
    brings,
  };
}
