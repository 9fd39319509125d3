import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Finding, Severity } from '../rules/rule.ts';
import type { PositionMap } from '../text/lineIndex.ts';

/** What a client shows of a diagnostic beside its message. */
export interface DiagnosticAbilities {
  /** The folder of the rules' pages, to link to. */
  readonly docsUri?: string;
  /** Places elsewhere that belong to it. */
  readonly relatedInformation: boolean;
}

/** Findings as LSP diagnostics; `code` is the rule's id. */
export function toDiagnostics(
  findings: readonly Finding[],
  positions: PositionMap,
  abilities: DiagnosticAbilities,
): Diagnostic[] {
  return findings.map((finding) => toDiagnostic(finding, positions, abilities));
}

function toDiagnostic(
  finding: Finding,
  positions: PositionMap,
  { docsUri, relatedInformation }: DiagnosticAbilities,
): Diagnostic {
  const diagnostic: Diagnostic = {
    range: {
      start: positions.positionAt(finding.span.start),
      end: positions.positionAt(finding.span.end),
    },
    severity: severities[finding.severity],
    code: finding.rule,
    source: 'agent-tailor',
    message: finding.message,
  };
  if (docsUri !== undefined) diagnostic.codeDescription = { href: `${docsUri}/${finding.rule}.md` };
  if (finding.tag !== undefined) diagnostic.tags = [tags[finding.tag]];
  if (relatedInformation && finding.related !== undefined && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(({ uri, line, character, length, message }) => ({
      location: { uri, range: { start: { line, character }, end: { line, character: character + length } } },
      message,
    }));
  }
  return diagnostic;
}

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
} as const;
