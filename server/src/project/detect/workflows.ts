import type { ManifestReader, SignKind } from './detectTypes.ts';
import { linesOf } from './textLines.ts';

/**
 * `.github/workflows/*.yml`, line by line: that there are some, and the actions that put something somewhere.
 * Services of a job are what its tests need, and declare nothing.
 */
export const readWorkflow: ManifestReader = ({ text }, report) => {
  const lines = linesOf(text);
  const jobs = lines.findIndex((line) => /^jobs\s*:/.test(line));
  if (jobs < 0) return;
  report.technology('github-actions', jobs, 'production');
  lines.forEach((line, number) => {
    const action = /^\s*(?:-\s+)?uses:\s*["']?([\w.-]+\/[\w./-]+)@/.exec(line.slice(0, 500))?.[1];
    if (action === undefined) return;
    const known = actions.find(([name]) => action === name || action.startsWith(`${name}/`));
    if (known !== undefined) report.technology(known[1], number, 'production', known[2]);
  });
};

const actions: readonly (readonly [string, string, SignKind])[] = [
  ['aws-actions/amazon-ecs-deploy-task-definition', 'ecs', 'service'],
  ['aws-actions/amazon-ecs-render-task-definition', 'ecs', 'service'],
  ['aws-actions/aws-lambda-deploy', 'aws-lambda', 'service'],
  ['google-github-actions/deploy-cloudrun', 'cloud-run', 'service'],
  ['google-github-actions/get-gke-credentials', 'gke', 'service'],
  ['google-github-actions/deploy-appengine', 'app-engine', 'service'],
  ['azure/webapps-deploy', 'azure-app-service', 'service'],
  ['Azure/webapps-deploy', 'azure-app-service', 'service'],
  ['azure/functions-action', 'azure-functions', 'service'],
  ['Azure/functions-action', 'azure-functions', 'service'],
  ['azure/aks-set-context', 'aks', 'service'],
  ['superfly/flyctl-actions', 'fly.io', 'service'],
  ['amondnet/vercel-action', 'vercel', 'service'],
  ['nwtgck/actions-netlify', 'netlify', 'service'],
  ['cloudflare/wrangler-action', 'cloudflare', 'service'],
  ['hashicorp/setup-terraform', 'terraform', 'configuration'],
  ['opentofu/setup-opentofu', 'opentofu', 'configuration'],
  ['azure/setup-helm', 'helm', 'configuration'],
];
