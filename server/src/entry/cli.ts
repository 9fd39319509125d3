// What npm installs as `agent-tailor`. A file of a few lines, so that Node may keep the compiled form of all the rest (Node
// 22 and later, in the system's temporary folder).
import { enableCompileCache } from 'node:module';
import { expectShortRun } from '../cli/lengthOfRun.ts';

const [, , command, ...args] = process.argv;
// Other commands do more with fewer files. First of all, for compiled forms are kept by the flags that they were made with.
if (command === 'check') expectShortRun();
enableCompileCache?.();
void (command === 'lsp' && args.includes('--stdio') ? import('./server.ts') : import('../cli/main.ts'));
