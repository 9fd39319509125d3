// One bundle for both hosts: most of it is the same, and each would otherwise ship a copy. The browser's host loads it as
// the extension; on the desktop `extensionNode.ts` is the extension, and loads this once it is needed.
import type { LazyPart } from '../activation.ts';

export { activate, deactivate } from './extensionBrowser.ts';

export function loadForNode(): Promise<LazyPart> {
  return import('./sessionNode.ts');
}
