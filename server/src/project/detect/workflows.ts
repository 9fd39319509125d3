import type { ManifestReader, SignKind } from './detectTypes.ts';
import { itemsOf, keyAt, pairsOf, textOf, valueAt, YamlFile } from './yamlFile.ts';

/**
 * `.github/workflows/*.yml`: that there are some, and the actions that put something somewhere. Services of a job are
 * what its tests need, and declare nothing.
 */
export const readWorkflow: ManifestReader = ({ text }, report) => {
  const file = YamlFile.read(text, report);
  for (const root of file.maps) {
    const jobs = valueAt(root, 'jobs');
    const found = pairsOf(jobs);
    if (found.length === 0) continue;
    report.technology('github-actions', file.lineOf(keyAt(root, 'jobs')), 'production');
    for (const { value } of found) {
      for (const step of itemsOf(valueAt(value, 'steps'))) {
        const uses = valueAt(step, 'uses');
        const action = textOf(uses)?.split('@', 1)[0]?.toLowerCase();
        const known = actions.find(([name]) => action === name || action?.startsWith(`${name}/`) === true);
        if (known !== undefined) report.technology(known[1], file.lineOf(uses), 'production', known[2]);
      }
    }
  }
};

/** In lower case. Who signs in to a cloud may only fetch something there; who deploys to it runs something. */
const actions: readonly (readonly [string, string, SignKind])[] = [
  ['aws-actions/amazon-ecs-deploy-task-definition', 'ecs', 'service'],
  ['aws-actions/amazon-ecs-render-task-definition', 'ecs', 'service'],
  ['aws-actions/aws-lambda-deploy', 'aws-lambda', 'service'],
  ['aws-actions/amazon-ecr-login', 'amazon-ecr', 'service'],
  ['aws-actions/aws-cloudformation-github-deploy', 'cloudformation', 'configuration'],
  ['aws-actions/configure-aws-credentials', 'aws', 'configuration'],
  ['google-github-actions/deploy-cloudrun', 'cloud-run', 'service'],
  ['google-github-actions/deploy-cloud-functions', 'cloud-functions', 'service'],
  ['google-github-actions/get-gke-credentials', 'gke', 'service'],
  ['google-github-actions/deploy-appengine', 'app-engine', 'service'],
  ['google-github-actions/auth', 'gcp', 'configuration'],
  ['google-github-actions/setup-gcloud', 'gcp', 'configuration'],
  ['azure/webapps-deploy', 'azure-app-service', 'service'],
  ['azure/functions-action', 'azure-functions', 'service'],
  ['azure/static-web-apps-deploy', 'azure-static-web-apps', 'service'],
  ['azure/container-apps-deploy-action', 'azure-container-apps', 'service'],
  ['azure/aks-set-context', 'aks', 'service'],
  ['azure/login', 'azure', 'configuration'],
  ['digitalocean/action-doctl', 'digitalocean', 'configuration'],
  ['digitalocean/app_action', 'digitalocean', 'service'],
  ['akhileshns/heroku-deploy', 'heroku', 'service'],
  ['superfly/flyctl-actions', 'fly.io', 'service'],
  ['amondnet/vercel-action', 'vercel', 'service'],
  ['nwtgck/actions-netlify', 'netlify', 'service'],
  ['netlify/actions', 'netlify', 'service'],
  ['firebaseextended/action-hosting-deploy', 'firebase', 'service'],
  ['cloudflare/wrangler-action', 'cloudflare', 'service'],
  ['cloudflare/pages-action', 'cloudflare-pages', 'service'],
  ['hashicorp/setup-terraform', 'terraform', 'configuration'],
  ['opentofu/setup-opentofu', 'opentofu', 'configuration'],
  ['pulumi/actions', 'pulumi', 'configuration'],
  ['azure/setup-helm', 'helm', 'configuration'],
];
