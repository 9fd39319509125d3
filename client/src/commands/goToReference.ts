/** Go to Reference: the line of the agent that reads a section. */
import { showLocation } from '../ranges.ts';
import type { Session } from '../session.ts';
import { requirementIn } from '../subject.ts';

/** @param target of the tree's menu: what an agent reads */
export async function goToReference(_session: Session, target: unknown): Promise<void> {
  const at = requirementIn(target)?.readers[0]?.at;
  if (at !== undefined) await showLocation(at);
}
