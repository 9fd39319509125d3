// One bundle for both hosts: most of it is the same, and each would otherwise ship a copy.
declare const WorkerGlobalScope: unknown;

void (typeof WorkerGlobalScope === 'undefined' ? import('./serverNode.ts') : import('./serverBrowser.ts'));
