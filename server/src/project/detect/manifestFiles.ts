import { readCargoToml } from './cargoToml.ts';
import { readComposerJson } from './composerJson.ts';
import { readChart, readCompose, readDockerfile, readKubernetes } from './containers.ts';
import { readProjectXml } from './csproj.ts';
import type { ManifestReader, Scope } from './detectTypes.ts';
import { readEnvExample } from './envExample.ts';
import { readGemfile } from './gemfile.ts';
import { readGoMod } from './goMod.ts';
import { readGradle } from './gradle.ts';
import { readPackageJson } from './packageJson.ts';
import { readPomXml } from './pomXml.ts';
import { readPrismaSchema } from './prismaSchema.ts';
import { readPipfile, readPyproject, readRequirements } from './pythonManifests.ts';
import { readTerraform } from './terraform.ts';
import { readWorkflow } from './workflows.ts';

/** What reads a manifest, and what its name says of all in it. */
export interface ManifestForm {
  readonly read: ManifestReader;
  readonly scope: Scope;
}

/** How a file is read as a manifest; `undefined` for what is none. `path` is relative to the project's folder. */
export function manifestForm(path: string): ManifestForm | undefined {
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  if (!mayBeManifest(name) || path.split('/').slice(0, -1).some(isAside)) return undefined;
  const read = exact.get(name) ?? shaped(name, path);
  if (read !== undefined) return { read, scope: scopeOfName(name) };
  const marker = markers.get(name) ?? markers.get(path);
  if (marker === undefined) return undefined;
  return {
    read: (_, report) => report.technology(marker, 0, 'production', 'configuration'),
    scope: 'production',
  };
}

/** Whether a file may be a manifest by its bare name alone: quick, for walks over whole workspaces. */
export function mayBeManifest(name: string): boolean {
  return (
    exact.has(name) ||
    markers.has(name) ||
    /\.(?:csproj|fsproj|tf|ya?ml)$/.test(name) ||
    /^(?:requirements[\w.-]*\.txt|Dockerfile(?:\.[\w-]+)?|[\w-]+\.[Dd]ockerfile|Containerfile)$/.test(name)
  );
}

/** Folders whose manifests say nothing of the project: other people's code, output, tests, examples. */
export function isAside(folder: string): boolean {
  return aside.has(folder.toLowerCase()) || (folder.startsWith('.') && !openHidden.has(folder));
}

const openHidden = new Set(['.github', '.circleci']);

const aside = new Set(
  (
    'node_modules vendor third_party third-party thirdparty external venv env site-packages dist build out target ' +
    'bin obj coverage test tests __tests__ __test__ testing test-utils spec specs fixtures __fixtures__ testdata ' +
    'test-data e2e integration-tests example examples sample samples demo demos docs doc documentation website ' +
    'benchmark benchmarks bench template templates boilerplate scaffold scaffolds starters cookbook cookbooks ' +
    'playground playgrounds tutorial tutorials snapshots __snapshots__ __mocks__ mocks stubs experiments archive ' +
    'archived legacy deprecated create-app tmp temp logs contrib'
  ).split(' '),
);

const exact = new Map<string, ManifestReader>([
  ['package.json', readPackageJson],
  ['pyproject.toml', readPyproject],
  ['Pipfile', readPipfile],
  ['go.mod', readGoMod],
  ['Cargo.toml', readCargoToml],
  ['pom.xml', readPomXml],
  ['build.gradle', readGradle],
  ['build.gradle.kts', readGradle],
  ['Gemfile', readGemfile],
  ['composer.json', readComposerJson],
  ['Chart.yaml', readChart],
  ['schema.prisma', readPrismaSchema],
  ...['.env.example', '.env.sample', '.env.template', '.env.dist', 'env.example'].map(
    (name): [string, ManifestReader] => [name, readEnvExample],
  ),
]);

/** Files that say by being there what is used. */
const markers = new Map([
  ['vercel.json', 'vercel'],
  ['netlify.toml', 'netlify'],
  ['fly.toml', 'fly.io'],
  ['render.yaml', 'render'],
  ['railway.json', 'railway'],
  ['railway.toml', 'railway'],
  ['wrangler.toml', 'cloudflare-workers'],
  ['wrangler.json', 'cloudflare-workers'],
  ['wrangler.jsonc', 'cloudflare-workers'],
  ['firebase.json', 'firebase'],
  ['serverless.yml', 'serverless-framework'],
  ['cdk.json', 'aws-cdk'],
  ['samconfig.toml', 'aws-sam'],
  ['Pulumi.yaml', 'pulumi'],
  ['skaffold.yaml', 'skaffold'],
  ['Jenkinsfile', 'jenkins'],
  ['.gitlab-ci.yml', 'gitlab-ci'],
  ['azure-pipelines.yml', 'azure-devops'],
  ['bitbucket-pipelines.yml', 'bitbucket-pipelines'],
  ['.travis.yml', 'travis-ci'],
  ['.circleci/config.yml', 'circleci'],
  ['turbo.json', 'turborepo'],
  ['nx.json', 'nx'],
  ['deno.json', 'deno'],
  ['deno.jsonc', 'deno'],
]);

function shaped(name: string, path: string): ManifestReader | undefined {
  if (/^requirements[\w.-]*\.txt$/.test(name)) return readRequirements;
  if (/^(?:Dockerfile(?:\.[\w-]+)?|[\w-]+\.[Dd]ockerfile|Containerfile)$/.test(name)) return readDockerfile;
  if (/\.(?:cs|fs)proj$/.test(name)) return readProjectXml;
  if (name.endsWith('.tf')) return readTerraform;
  if (!/\.ya?ml$/.test(name) || markers.has(name)) return undefined;
  if (/^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/.test(name)) return readCompose;
  if (/^(?:.*\/)?\.github\/workflows\/[^/]+$/.test(path))
    return path.startsWith('.github/') ? readWorkflow : undefined;
  const inFolder =
    /(?:^|\/)(?:k8s|kubernetes|kube|manifests|deploy|deployment|deployments|kustomize|overlays|base|argocd)\//;
  return inFolder.test(path) || name.startsWith('kustomization.') ? readKubernetes : undefined;
}

/** `docker-compose.test.yml`, `requirements-dev.txt`. */
function scopeOfName(name: string): Scope {
  if (!/^(?:docker|compose|requirements|containerfile)|dockerfile$/i.test(name)) return 'production';
  if (/(?:^|[._-])(?:tests?|testing|ci|e2e)(?:[._-]|$)/i.test(name)) return 'test';
  return /^requirements.*(?:dev|doc|lint|build|type)/i.test(name) ? 'development' : 'production';
}
