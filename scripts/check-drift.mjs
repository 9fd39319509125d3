// Fails where a generated file is not what its generator makes now.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './support/paths.mjs';

let failed = false;
for (const script of ['rule-docs.mjs', 'l10n.mjs', 'generate-catalogue.mjs']) {
  const { status } = spawnSync(process.execPath, [path.join(root, 'scripts', script), '--check'], {
    stdio: 'inherit',
  });
  if (status !== 0) failed = true;
}
console.log(failed ? '0 passed, 1 failed' : '1 passed, 0 failed');
process.exitCode = failed ? 1 : 0;
