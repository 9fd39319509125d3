/** Runs rules so that one that throws costs the others nothing. */
import type { Finding, Report, Rule } from './rule.ts';

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
  let rule: Rule<Subject>;
  // One for all rules: most of them find nothing, thousands of times.
  const report: Report = (finding) => {
    findings.push({ severity: rule.severity, ...finding, rule: rule.id });
  };
  for (rule of rules) {
    try {
      rule.check(subject, report);
    } catch (error) {
      failed(`${rule.id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  return findings;
}
