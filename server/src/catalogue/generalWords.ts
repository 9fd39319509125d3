import { normalizedName } from './names.ts';

/**
 * Words that add nothing to the name before them in a vocabulary key: `aws_cloud_services` is AWS,
 * `ESP32 Projects` is ESP32, `startup_governance` is the startup scale. The list is closed: a key that goes on
 * with any other word (`Redis_Sentinel_Failover_Drills`) is a concept of its own and never dropped.
 */
export function isGeneralWord(word: string): boolean {
  return generalWords.has(normalizedName(word));
}

/** Whether a word is the version of what stands before it: `17+`, `3.12`, `v5.x`, `LTS`. */
export function isVersion(word: string): boolean {
  return /^(?:v?\d{1,4}(?:\.\d+){0,3}(?:\.x)?\+?|\d+\.x|lts)$/i.test(word);
}

/**
 * Whether a word says no more than that work is done with the thing before it, so that even a name that is an
 * English word is meant as a name: `Go Services`, `Eagle Projects`.
 */
export function isGroundWord(word: string): boolean {
  return groundWords.has(normalizedName(word));
}

/** Whether a key in lower case is an everyday word before it is the name of a technology: `render:`, `effect:`. */
export function isEverydayKey(key: string): boolean {
  return key === key.toLowerCase() && everydayKeys.has(key);
}

/**
 * Whether a name is a verb or an adverb with which instructions begin: `Go through the layers`, `Make it work`,
 * `React to input`, `Just run it`.
 */
export function beginsInstructions(name: string): boolean {
  return instructionWords.has(name.toLowerCase());
}

/** Of these, what is no noun at all: `Go for simplicity`, `Just for local runs`, but `Vault for secrets`. */
export function isOnlyVerb(name: string): boolean {
  return onlyVerbs.has(name.toLowerCase());
}

/** Whether a word says in what form a technology is there: `Prisma models`, `Go scripts`, `React components`. */
export function isFormOfUse(word: string): boolean {
  return formsOfUse.has(normalizedName(word)) || isGeneralWord(word);
}

const instructionWords: ReadonlySet<string> = wordsOf(`
  assemble beam boost bootstrap bull chef compose dart dash drone echo effect express fresh ghost go harbor just lean
  less make mix move nest parcel play puppet react relay remix render resend rest rocket rust salt segment shell slim
  solid spark spring square stencil storm swing unleash vault warp zoom
`);

const onlyVerbs: ReadonlySet<string> = wordsOf(
  'fresh go just lean less make move nest play render rest slim solid',
);

const formsOfUse: ReadonlySet<string> = wordsOf(`
  binary binaries bundler bundles bucket buckets cache caches caching channels classes cli clis commands compiler
  compose config configs consumer consumers containers contracts controllers cron daemon daemons dashboard dashboards
  drivers extension files functions gateway gateways grammar handlers helpers hooks images instance instances jobs
  lambdas linting maps middleware migration migrations models module modules monolith monorepo orm package packages
  plugin plugins policies primitives procedures processes providers proxy queries queue queues registry release
  releases repository resolvers routes routing runner runners schema schemas scripting scripts sdk serializers settings
  site state storage store stores styles styling tasks templates threads topics types typing validation views wrapper
  workers workspace workspaces
`);

const everydayKeys: ReadonlySet<string> = wordsOf(`
  assembly blade boost bruno bundler cadence clarity cocoa com composer confluent crystal d dash discourse drone effect
  emotion exposed flux foundry fresh gin hack hypothesis just karma lean less linear liquid make metal mix
  move mustache notion oak pact paddle play pony reason relay render rest scheme segment shell solid square storm swing
  turbo v warp zoom
`);

const groundWords: ReadonlySet<string> = wordsOf(`
  api apis app application applications apps backend backends code development ecosystem ecosystems framework
  frameworks language libraries library microservices programming project projects server servers service services
  stack testing toolchain tooling
`);

const generalWords: ReadonlySet<string> = wordsOf(`
  adaptation adaptations administration advanced and api apis app application applications apps architecture
  architectures backend backends based build builds capabilities capability center client clients cloud cluster
  clusters code component components computing configuration configurations considerations containers core custom
  data database databases db deployment deployments design desktop development devops domain domains ecosystem
  ecosystems engine engineering environment environments expertise features focus for framework frameworks frontend
  frontends full fullstack governance hosting implementation implementations in industry infrastructure integration
  integrations language languages libraries library management microservices migration migrations mobile modern
  native optimization optimizations patterns performance pipeline pipelines platform platforms practices product
  products programming project projects requirements runtime sector security server servers service services setup
  skills software solution solutions specialization specializations specific stack stacks standards strategies
  strategy suite support system systems tech technologies technology testing tests the tool toolchain toolkit
  tooling tools ui usage version versions web with workflow workflows workloads
`);

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
