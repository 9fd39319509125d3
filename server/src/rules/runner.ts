/** Runs rules so that one that throws costs the others nothing. */
import type { Finding, Rule } from './rule.ts';

/**
 * What the rules find, in the order of the rules.
 * @param failed told of a rule that threw, by its id and the error; what it had found until then counts
 */
export function runRules<Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
  failed: (message: string) => void,
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    try {
      rule.check(subject, (finding) => {
        findings.push({ severity: rule.severity, ...finding, rule: rule.id });
      });
    } catch (error) {
      failed(`${rule.id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  return findings;
}
