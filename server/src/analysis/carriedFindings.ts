import type { Block } from '../parse/outline.ts';
import { outlineOf } from '../parse/outline.ts';
import { readBlock, type Statement } from '../project/declarationsBlock.ts';
import { namesTemplate } from '../project/declarations.ts';
import type { Finding } from '../rules/rule.ts';
import { shifted } from '../text/span.ts';
import type { ProjectFile } from './projectFile.ts';

/**
 * The findings of a project document's file after words were typed where they declare nothing, made from those
 * before: they have only moved. `undefined` where the words stand in a place that any rule looks at. Without
 * repairs, whose offsets are those of the text before.
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
  const { index, by, before: old, after } = retyping;
  if (old.kind === 'heading' && (after.kind !== 'heading' || after.level !== old.level)) return undefined;
  const above = outline[index - 1]?.block;
  // A label alone on its line has its value in the block below.
  if (above !== undefined && above.kind !== 'heading' && above.kind !== 'rule' && !isSilent(above))
    return undefined;
  for (let at = index - 1, level = 7; at >= 0 && level > 1; at--) {
    const { block } = outline[at]!;
    if (block.kind !== 'heading' || block.level >= level) continue;
    if (namesTemplate(block)) return undefined;
    level = block.level;
  }
  const start = from.bodyStart + retyping.start;
  const end = start + retyping.before.text.length;
  if (before.some(({ span }) => span.start < end && span.end > start)) return undefined;
  return before.map((finding) => {
    const moved = { ...finding };
    delete moved.fixes;
    return finding.span.start >= end ? { ...moved, span: shifted(finding.span, by) } : moved;
  });
}

const silent = new WeakMap<Block, boolean>();

/** Whether nothing in the block is a label of the template, a placeholder, an import, or text that was wrongly decoded. */
function isSilent(block: Block): boolean {
  let known = silent.get(block);
  if (known === undefined) {
    known =
      block.kind !== 'other' &&
      block.kind !== 'rule' &&
      plain.test(block.text) &&
      !placeholder.test(block.text) &&
      (block.kind === 'heading' ? !namesTemplate(block) : readBlock(block).statements.every(isOwnWords));
    silent.set(block, known);
  }
  return known;
}

/** A label of the project's own answers nothing: every place that is asked for is the template's. */
function isOwnWords({ name, children }: Statement): boolean {
  return name?.template === undefined && name?.technology === undefined && children.every(isOwnWords);
}

const plain = /^[\t\n\r -~]+$/;
const placeholder = /[@[<{]|\.\.\.|\b(?:tbd|todo)\b/i;
