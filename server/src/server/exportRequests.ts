import type { ExportTarget } from '../analysis/exports.ts';
import type { LanguageService } from '../languageService.ts';
import { baseName, normalizedUri } from '../workspace/uris.ts';
import { handler } from './handle.ts';
import {
  type ExportParams,
  ExportRequest,
  type ExportResult,
  type UpdateExportParams,
  UpdateExportRequest,
  type UpdateExportResult,
} from './protocol.ts';
import type { Session } from './startServer.ts';

/** Answers what the client asks about agents that are exported, or that were. */
export function handleExportRequests({ connection, service, log }: Session): void {
  connection.onRequest(
    ExportRequest,
    handler<ExportParams, ExportResult | null>('export', log, null, async (params) => {
      await service.model.settled();
      const exported = service.exports.exported(normalizedUri(params.uri), exportTarget(params));
      if (exported === undefined) return null;
      const { text, noted, lines, tokens } = exported;
      return { text, noted, lines, tokens };
    }),
  );
  connection.onRequest<UpdateExportResult, never>(
    UpdateExportRequest,
    handler<UpdateExportParams, UpdateExportResult>('update', log, notExported, async ({ uri }) => {
      await service.model.settled();
      return updated(service, normalizedUri(uri));
    }),
  );
}

const notExported: UpdateExportResult = { obstacle: 'not-exported' };

function updated(service: LanguageService, uri: string): UpdateExportResult {
  const agent = service.model.agent(uri);
  const update = service.exports.update(uri);
  if (agent === undefined || update === undefined) return obstacleTo(service, uri);
  const sourceUri = service.exports.sourceOf(uri);
  return {
    text: update.text,
    conflicts: update.conflicts,
    edits: update.edits.map(({ span, newText }) => ({
      range: { start: agent.positions.positionAt(span.start), end: agent.positions.positionAt(span.end) },
      newText,
    })),
    ...(sourceUri === undefined ? {} : { sourceName: baseName(sourceUri) }),
    isChange: update.edits.length > 1 || update.conflicts > 0,
  };
}

function obstacleTo(service: LanguageService, uri: string): UpdateExportResult {
  const obstacle = service.exports.obstacle(uri);
  if (obstacle?.kind !== 'no-source') return { obstacle: obstacle?.kind ?? 'not-exported' };
  const { kind, sourceUri, candidates } = obstacle;
  return { obstacle: kind, sourceName: baseName(sourceUri), candidates: candidates.length };
}

/** Where an agent shall go, in the service's spelling. */
export function exportTarget({ targetUri, projectUri, name }: ExportParams): ExportTarget {
  return {
    uri: normalizedUri(targetUri),
    ...(projectUri === undefined ? {} : { projectUri: normalizedUri(projectUri) }),
    ...(name === undefined ? {} : { name }),
  };
}
