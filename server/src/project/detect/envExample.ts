import { technologyOfAddress } from '../../catalogue/images.ts';
import type { ManifestReader } from './detectTypes.ts';
import { linesOf } from './textLines.ts';

/**
 * `.env.example`: the databases that addresses and keys name, and the services that keys are for. What is commented out
 * is a suggestion.
 */
export const readEnvExample: ManifestReader = ({ text }, report) => {
  const lines = linesOf(text);
  // Laravel's own example has the keys of all stores; which one is used stands in the values.
  const byValue = lines.some((line) => line.startsWith('DB_CONNECTION='));
  lines.forEach((line, number) => {
    const pair = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=\s*(.*)$/.exec(line.slice(0, 2000));
    if (pair === null) return;
    const [, key, value] = pair as unknown as [string, string, string];
    const id = technologyOfAddress(value) ?? (byValue ? storeOf(key, value) : keyed(key)) ?? serviceOf(key);
    if (id !== undefined) report.technology(id, number, 'production', 'configuration');
  });
};

const keys: readonly (readonly [RegExp, string])[] = [
  [/^(?:POSTGRES|POSTGRESQL|PG)_?(?:HOST|URL|URI|DB|DATABASE|USER|PASSWORD)$/, 'postgresql'],
  [/^MYSQL_(?:HOST|URL|URI|DB|DATABASE|USER|PASSWORD|ROOT_PASSWORD)$/, 'mysql'],
  [/^MONGO(?:DB)?_(?:HOST|URL|URI|DB|DATABASE)$/, 'mongodb'],
  [/^REDIS_(?:HOST|URL|URI)$/, 'redis'],
  [/^NEO4J_(?:HOST|URL|URI)$/, 'neo4j'],
  [/^CLICKHOUSE_(?:HOST|URL|URI)$/, 'clickhouse'],
  [/^(?:ELASTICSEARCH|ELASTIC)_(?:HOSTS?|URL|URI)$/, 'elasticsearch'],
  [/^(?:RABBITMQ|AMQP)_(?:HOST|URL|URI)$/, 'rabbitmq'],
  [/^(?:NEXT_PUBLIC_|VITE_|PUBLIC_)?SUPABASE_URL$/, 'supabase'],
];

function keyed(key: string): string | undefined {
  return keys.find(([pattern]) => pattern.test(key))?.[1];
}

/** What a secret is for: `STRIPE_SECRET_KEY`, `SENTRY_DSN`, `NEXT_PUBLIC_POSTHOG_KEY`. */
function serviceOf(key: string): string | undefined {
  const words = key.replace(forPages, '').split('_');
  return words.length > 1 && secrets.has(words.at(-1)!) ? services.get(words[0]!) : undefined;
}

/** What builders of web pages want before a key that pages may see. */
const forPages = /^(?:NEXT_PUBLIC|NUXT_PUBLIC|NUXT|VITE|PUBLIC|REACT_APP|EXPO_PUBLIC)_/;

const secrets = new Set(['KEY', 'TOKEN', 'SECRET', 'DSN', 'SID']);

/** By the first word of their keys. */
const services = new Map([
  ['STRIPE', 'stripe'],
  ['SENTRY', 'sentry'],
  ['OPENAI', 'openai'],
  ['ANTHROPIC', 'anthropic'],
  ['GEMINI', 'google-gemini'],
  ['TWILIO', 'twilio'],
  ['SENDGRID', 'sendgrid'],
  ['RESEND', 'resend'],
  ['MAILGUN', 'mailgun'],
  ['POSTHOG', 'posthog'],
  ['CLERK', 'clerk'],
  ['AUTH0', 'auth0'],
  ['PAYPAL', 'paypal'],
  ['BRAINTREE', 'braintree'],
  ['ADYEN', 'adyen'],
  ['PLAID', 'plaid'],
  ['MAPBOX', 'mapbox'],
  ['CLOUDINARY', 'cloudinary'],
  ['HUBSPOT', 'hubspot'],
  ['LAUNCHDARKLY', 'launchdarkly'],
]);

function storeOf(key: string, value: string): string | undefined {
  if (!/(?:_CONNECTION|_DRIVER|_STORE)$/.test(key)) return undefined;
  return stores.get(
    value
      .trim()
      .replace(/^["']|["']$/g, '')
      .toLowerCase(),
  );
}

const stores = new Map([
  ['pgsql', 'postgresql'],
  ['mysql', 'mysql'],
  ['mariadb', 'mariadb'],
  ['sqlite', 'sqlite'],
  ['sqlsrv', 'sql-server'],
  ['mongodb', 'mongodb'],
  ['redis', 'redis'],
  ['memcached', 'memcached'],
]);
