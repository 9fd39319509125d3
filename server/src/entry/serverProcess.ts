// The server as a process of its own. A file of a few lines, so that Node may keep the compiled form of the server (Node 22
// and later, in the system's temporary folder).
import { enableCompileCache } from 'node:module';

enableCompileCache?.();
void import('./server.ts');
