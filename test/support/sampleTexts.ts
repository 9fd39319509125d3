/** A small adaptive agent: reads three parts of the project document. */
export const adaptiveAgent = `---
name: storage-engineer
description: Designs how data is stored. Use when tables or caches change.
---

# Storage engineer

Based on the **"Database"** section in \`CLAUDE.md\`:

- **PostgreSQL**: partitioning, JSONB
- **Redis**: caching, streams
- **MongoDB**: document modelling

Adaptation to **"Business domains"** from \`CLAUDE.md\`:

- **Fintech**: audit trails
- **Healthcare**: consent
`;

/** A project document in the template's form, without "Database" and with "Business domains" unfilled. */
export const incompleteDocument = `# Ledger

## 2. Domains and Goals

- **Business domains:** [fill in, e.g., E-commerce, Fintech]

## 3. Technologies

- **Backend – technologies and tools:** Node.js, NestJS

## 6. Non-functional Requirements

- **Performance:** p95 < 200 ms
`;
