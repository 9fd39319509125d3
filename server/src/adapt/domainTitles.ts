import { isActivity } from '../catalogue/domainActivities.ts';
import { isIndustryName, isWorkOfAnyBusiness } from '../catalogue/industries.ts';
import { domainsIn } from '../catalogue/lookup.ts';
import { normalizedName } from '../catalogue/names.ts';
import type { BusinessDomain } from '../catalogue/types.ts';

/** A heading that opens with a domain's name. */
export interface DomainTitle {
  /** What it opens with; several in `Healthcare and Fintech`. */
  readonly opensWith: readonly BusinessDomain[];
  /** All that it names. */
  readonly names: readonly BusinessDomain[];
  /** How sure it is that it is about a line of business. */
  readonly sense: 'industry' | 'maybe' | 'work';
  /** What follows the names, normalised: `backend`. */
  readonly tail: string;
}

/**
 * `FinTech Backend`, `Healthcare Clinical Performance Optimization`, `Retail / Fintech`. Not the domains' everyday words
 * (`Security`), and "Enterprise" is no domain of business here.
 * @param title a heading's words
 */
export function domainTitle(title: string): DomainTitle | undefined {
  const text = title.replace(/^[^\p{L}\p{N}]+/u, '').replace(/^\d+(?:\.\d+)*[.):]?\s+[*_`"']*/, '');
  const hits = domainsIn(text).filter(({ item, span }) => counts(item, text.slice(span.start, span.end)));
  let end = 0;
  let opening = 0;
  for (const { span } of hits) {
    if (opening === 0 ? span.start !== 0 : !isJoint(text.slice(end, span.start))) break;
    end = span.end;
    opening++;
  }
  const first = hits[0];
  if (opening === 0 || first === undefined) return undefined;
  const words = text.slice(first.span.start, first.span.end);
  return {
    opensWith: hits.slice(0, opening).map(({ item }) => item),
    names: hits.map(({ item }) => item),
    sense: isIndustryName(words)
      ? 'industry'
      : isActivity(words) || isWorkOfAnyBusiness(first.item)
        ? 'work'
        : 'maybe',
    tail: normalizedName(text.slice(end).replace(/[^\p{L}\p{N}]+$/u, '')),
  };
}

/** Whether a heading says that those below it are sorted by domain: `Strategies by Domain`, `Industry Specializations`. */
export function sortsByDomain(title: string): boolean {
  return (
    /(?<!\p{L})(?:domains?|industr(?:y|ies)|sectors?|verticals?|branchen?|branż[ay]?|fachdomänen?|secteurs?|sectores|domeny|domaines?)(?!\p{L})/iu.test(
      title,
    ) &&
    !/domain[- ](?:driven|models?|modell?ing|events?|logic|layers?|names?|entit|services?|objects?)/i.test(
      title,
    )
  );
}

function counts(domain: BusinessDomain, words: string): boolean {
  if (normalizedName(domain.name).startsWith('enterprise')) return false;
  const name = normalizedName(words);
  return !(domain.wholeItems ?? []).some((word) => normalizedName(word) === name);
}

function isJoint(between: string): boolean {
  return /^\s*(?:[/&+,]|(?:and|or|und|oder|et|y|i|oraz)(?=\s))\s*$/i.test(between);
}
