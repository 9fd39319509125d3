import type { Retyping } from '../parse/markdown.ts';
import type { Block } from '../parse/outline.ts';
import { outlineOf } from '../parse/outline.ts';
import { readBlock, type Statement } from '../project/declarations/block.ts';
import { namesTemplate } from '../project/declarations/declarations.ts';
import { readingOf } from '../requirements/references.ts';
import type { Finding } from '../rules/rule.ts';
import { shifted } from '../text/span.ts';
import type { AgentDocument } from './agentDocument.ts';
import type { ProjectFile } from './projectFile.ts';

/**
 * The findings of a project document's file after words were typed where they declare nothing, made from those
 * before: they have only moved. `undefined` where the words stand in a place that any rule looks at. Without
 * repairs, whose offsets are those of the text before. Whether a heading now repeats another one is found a moment
 * later, with everything else.
 */
export function carriedFindings(
  before: readonly Finding[],
  from: ProjectFile,
  to: ProjectFile,
): readonly Finding[] | undefined {
  if (from.bodyStart !== to.bodyStart) return undefined;
  const outline = outlineOf(to.body);
  const retyping = to.body.retypedFrom(from.body);
  if (retyping === undefined || !isSilent(retyping.before) || !isSilent(retyping.after)) return undefined;
  const { index, before: old, after } = retyping;
  if (old.kind === 'heading' && (after.kind !== 'heading' || after.level !== old.level)) return undefined;
  // A label alone on its line has its value in the block below, which no heading is.
  const above = after.kind === 'heading' ? undefined : outline[index - 1]?.block;
  if (above !== undefined && above.kind !== 'heading' && above.kind !== 'rule' && !isSilent(above))
    return undefined;
  for (let at = index - 1, level = 7; at >= 0 && level > 1; at--) {
    const { block } = outline[at]!;
    if (block.kind !== 'heading' || block.level >= level) continue;
    if (namesTemplate(block)) return undefined;
    level = block.level;
  }
  return moved(before, from.bodyStart, retyping);
}

/** The same of an agent, after words were typed in its prompt where they refer to nothing. */
export function carriedAgentFindings(
  before: readonly Finding[],
  from: AgentDocument,
  to: AgentDocument,
): readonly Finding[] | undefined {
  if (from.file.frontmatter !== to.file.frontmatter || from.bodyStart !== to.bodyStart) return undefined;
  const outline = outlineOf(to.body);
  const retyping = to.body.retypedFrom(from.body);
  if (retyping === undefined) return undefined;
  const { index, before: old, after } = retyping;
  if (!plain.test(old.text) || !plain.test(after.text) || asksFor(old) || asksFor(after)) return undefined;
  const above = outline[index - 1]?.block;
  // A list below that lead is one of references.
  if (above !== undefined && readingOf(above).opensLeadBullets) return undefined;
  return moved(before, from.bodyStart, retyping);
}

function asksFor(block: Block): boolean {
  const { references, opensLeadBullets } = readingOf(block);
  return references.length > 0 || opensLeadBullets;
}

/** The findings as they stand after the typing; `undefined` where one touches the block. */
function moved(
  before: readonly Finding[],
  bodyStart: number,
  { start: inBody, by, before: block, after }: Retyping,
): readonly Finding[] | undefined {
  if (mayIgnore(block) || mayIgnore(after)) return undefined;

  const start = bodyStart + inBody;
  const end = start + block.text.length;
  if (before.some(({ span }) => span.start < end && span.end > start)) return undefined;
  return before.map((finding) => {
    const kept = { ...finding };
    delete kept.fixes;
    return finding.span.start >= end ? { ...kept, span: shifted(finding.span, by) } : kept;
  });
}

/** A comment that silences rules is looked for in any text. */
function mayIgnore({ text }: Block): boolean {
  return text.includes('agent-tailor-ignore');
}

const silent = new WeakMap<Block, boolean>();

/** Whether nothing in the block is a label of the template, a placeholder, an import, or text that was wrongly decoded. */
function isSilent(block: Block): boolean {
  let known = silent.get(block);
  if (known === undefined) {
    known =
      block.kind !== 'other' &&
      block.kind !== 'rule' &&
      !loud.test(block.text) &&
      (block.kind === 'heading' ? !namesTemplate(block) : readBlock(block).statements.every(isOwnWords));
    silent.set(block, known);
  }
  return known;
}

/** A label of the project's own answers nothing: every place that is asked for is the template's. */
function isOwnWords({ name, children }: Statement): boolean {
  const isNamed = name?.template !== undefined || name?.loose !== undefined || name?.technology !== undefined;
  return !isNamed && children.every(isOwnWords);
}

const plain = /^[\t\n\r -~]+$/;
/** What is not plain, and what may be a placeholder. */
const loud = /[^\t\n\r -~]|[@[<{]|\.\.\.|\b(?:tbd|todo|to be (?:determined|defined|decided|filled in))\b/i;
