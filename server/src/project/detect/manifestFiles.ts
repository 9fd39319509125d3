import { readCargoToml } from './cargoToml.ts';
import { readComposerJson } from './composerJson.ts';
import { composeIncludes, readCompose } from './compose.ts';
import { readProjectXml } from './csproj.ts';
import { readDenoJson } from './denoJson.ts';
import type { Manifest, ManifestReader, Scope } from './detectTypes.ts';
import { readDockerfile } from './dockerfile.ts';
import { readEnvExample } from './envExample.ts';
import { readGemfile } from './gemfile.ts';
import { readGoMod } from './goMod.ts';
import { readGradle } from './gradle.ts';
import { readGradleCatalog } from './gradleCatalog.ts';
import { readChart, readKubernetes } from './kubernetes.ts';
import { readKamal } from './kamal.ts';
import { readMixExs } from './mixExs.ts';
import { readPackageJson } from './packageJson.ts';
import { nameOfFile } from './paths.ts';
import { readPomXml } from './pomXml.ts';
import { readPrismaSchema } from './prismaSchema.ts';
import { readPubspec } from './pubspec.ts';
import { readPipfile, readPyproject, readRequirements, requirementsIncludes } from './pythonManifests.ts';
import { readCloudFormation, readServerless } from './serverless.ts';
import { readTerraform } from './terraform.ts';
import { readWorkflow } from './workflows.ts';
import { readWrangler } from './wrangler.ts';

/** What reads a manifest, and what its name says of all in it. */
export interface ManifestForm {
  readonly read: ManifestReader;
  readonly scope: Scope;
  /** The paths of the files that it takes from: they are read as it is, whatever their names. */
  readonly includes?: (manifest: Manifest) => readonly string[];
  /** It says what it says by being there; its text may be anything. */
  readonly isMarker?: true;
}

/** How a file is read as a manifest; `undefined` for what is none. `path` is relative to the project's folder. */
export function manifestForm(path: string): ManifestForm | undefined {
  const name = nameOfFile(path);
  if (!mayBeManifest(name) || path.split('/').slice(0, -1).some(isAside)) return undefined;
  const marker = markers.get(name) ?? markers.get(path);
  if (marker !== undefined) {
    const scope = developerMarkers.has(name) ? 'development' : 'production';
    return { read: (_, report) => report.technology(marker, 0, scope), scope, isMarker: true };
  }
  const read = exact.get(name) ?? shaped(name, path);
  if (read === undefined) return undefined;
  const includes = including.get(read);
  return { read, scope: scopeOfName(path), ...(includes === undefined ? {} : { includes }) };
}

/** How a file is read that another manifest includes: as that one, but for what its own name says. */
export function includedForm(path: string, by: ManifestForm): ManifestForm {
  const own = scopeOfName(path.replace(/[^/]*$/, (name) => `requirements-${name}`));
  return { ...by, scope: own === 'production' ? by.scope : own };
}

/** Whether a file may be a manifest by its bare name alone: quick, for walks over whole workspaces. */
export function mayBeManifest(name: string): boolean {
  return (
    exact.has(name) ||
    markers.has(name) ||
    /\.(?:csproj|fsproj|tf|ya?ml|gradle|gradle\.kts|versions\.toml)$/.test(name) ||
    requirementNames.test(name) ||
    dockerfileNames.test(name)
  );
}

/** The names that are manifests whatever their folder, for the test that holds clients' watching to them. */
export function manifestNames(): string[] {
  return [...exact.keys(), ...markers.keys()];
}

/** Also those that lie in a folder `requirements`. */
const requirementNames =
  /^(?:(?:[\w.-]+[-_])?requirements[\w.-]*\.(?:txt|in)|(?:base|common|core|main|prod|production|app|web|api|worker|server|dev|develop|development|local|test|tests|testing|ci|docs?|lint|build)\.(?:txt|in))$/;

const dockerfileNames = /^(?:Dockerfile(?:\.[\w-]+)?|[\w-]+\.[Dd]ockerfile|Containerfile)$/;

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
  ['Directory.Build.props', readProjectXml],
  ['schema.prisma', readPrismaSchema],
  ['pubspec.yaml', readPubspec],
  ['mix.exs', readMixExs],
  ['deno.json', readDenoJson],
  ['deno.jsonc', readDenoJson],
  ['serverless.yml', readServerless],
  ['serverless.yaml', readServerless],
  ['template.yaml', readCloudFormation],
  ['template.yml', readCloudFormation],
  ...['wrangler.toml', 'wrangler.json', 'wrangler.jsonc'].map((name): [string, ManifestReader] => [
    name,
    readWrangler,
  ]),
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
  ['firebase.json', 'firebase'],
  ['cdk.json', 'aws-cdk'],
  ['samconfig.toml', 'aws-sam'],
  ['Pulumi.yaml', 'pulumi'],
  ['skaffold.yaml', 'skaffold'],
  ['Jenkinsfile', 'jenkins'],
  ['.gitlab-ci.yml', 'gitlab-ci'],
  ['azure-pipelines.yml', 'azure-devops'],
  ['cloudbuild.yaml', 'google-cloud-build'],
  ['buildspec.yml', 'aws-codepipeline'],
  ['appspec.yml', 'codedeploy'],
  ['.drone.yml', 'drone-ci'],
  ['.woodpecker.yml', 'woodpecker-ci'],
  ['.buildkite/pipeline.yml', 'buildkite'],
  ['bitbucket-pipelines.yml', 'bitbucket-pipelines'],
  ['.travis.yml', 'travis-ci'],
  ['.circleci/config.yml', 'circleci'],
  ['turbo.json', 'turborepo'],
  ['nx.json', 'nx'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['uv.lock', 'uv'],
  ['poetry.lock', 'poetry'],
  ['helmfile.yaml', 'helmfile'],
  ['Tiltfile', 'tilt'],
  ['Vagrantfile', 'vagrant'],
  ['Caddyfile', 'caddy'],
  ['ansible.cfg', 'ansible'],
  ['terragrunt.hcl', 'terragrunt'],
]);

/** Of these, those that only developers have to do with. */
const developerMarkers = new Set([
  'pnpm-lock.yaml',
  'yarn.lock',
  'uv.lock',
  'poetry.lock',
  'Tiltfile',
  'Vagrantfile',
]);

const including: ReadonlyMap<ManifestReader, NonNullable<ManifestForm['includes']>> = new Map([
  [readRequirements, requirementsIncludes],
  [readCompose, composeIncludes],
]);

function shaped(name: string, path: string): ManifestReader | undefined {
  if (requirementNames.test(name))
    return name.includes('requirements') || /(?:^|\/)(?:requirements|reqs)\/[^/]+$/.test(path)
      ? readRequirements
      : undefined;
  if (dockerfileNames.test(name)) return readDockerfile;
  if (/\.(?:cs|fs)proj$/.test(name)) return readProjectXml;
  if (name.endsWith('.tf')) return readTerraform;
  if (/\.gradle(?:\.kts)?$/.test(name)) return /^(?:settings|init)\./.test(name) ? undefined : readGradle;
  if (name.endsWith('.versions.toml'))
    return /(?:^|\/)gradle\/[^/]+$/.test(path) ? readGradleCatalog : undefined;
  if (!/\.ya?ml$/.test(name)) return undefined;
  if (/^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/.test(name)) return readCompose;
  if (/^(?:.*\/)?\.github\/workflows\/[^/]+$/.test(path))
    return path.startsWith('.github/') ? readWorkflow : undefined;
  if (/(?:^|\/)config\/deploy\.yml$/.test(path)) return readKamal;
  if (name === 'requirements.yaml') return readChart;
  const isWorkload = workloadNames.test(name) || name.startsWith('kustomization.');
  return isWorkload || workloadFolders.test(path) ? readKubernetes : undefined;
}

/** Folders in which the objects of a cluster lie. */
const workloadFolders =
  /(?:^|\/)(?:\.?k8s|kubernetes|kube|manifests|deploy|deployment|deployments|kustomize|overlays|base|argocd|gitops|clusters?|infra|infrastructure|ops|devops)\//;

/** Files that are named after them (`api-deployment.yaml`). */
const workloadNames =
  /^(?:[\w.-]*[._-])?(?:deployment|deploy|statefulset|daemonset|cronjob|ingress|service|svc|pod|k8s|kubernetes)\.ya?ml$/;

/** `docker-compose.test.yml`, `requirements-dev.txt`, `requirements/dev.txt`. */
function scopeOfName(path: string): Scope {
  const name = nameOfFile(path);
  const isRequirements = requirementNames.test(name);
  if (!isRequirements && !/^(?:docker|compose|containerfile)|dockerfile$/i.test(name)) return 'production';
  if (/(?:^|[._-])(?:tests?|testing|ci|e2e)(?:[._-]|$)/i.test(name)) return 'test';
  return isRequirements &&
    /(?:^|[._-])(?:dev|local|doc|lint|build|type|tool)/i.test(name.replace('requirements', ''))
    ? 'development'
    : 'production';
}
