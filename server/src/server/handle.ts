import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/**
 * The one wrapper of every handler: an error is logged and answered with `fallback`, a request that was
 * cancelled is answered as cancelled, and neither keeps the server from the next message.
 */
export function handler<Params, Result>(
  name: string,
  log: (message: string) => void,
  fallback: Result,
  run: (params: Params, token: CancellationToken) => Result | Promise<Result>,
): (params: Params, token?: CancellationToken) => Promise<Result | ResponseError<never>> {
  return async (params, token) => {
    // A request without parameters hands over the token alone.
    const asked = token ?? (params as CancellationToken);
    if (asked.isCancellationRequested) return cancelled();
    try {
      const result = await run(params, asked);
      return asked.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      log(`${name}: ${describe(error)}`);
      return fallback;
    }
  };
}

/** The same for notifications, which nobody answers: runs at once, on the same turn. */
export function listener<Params>(
  name: string,
  log: (message: string) => void,
  run: (params: Params) => void,
): (params: Params) => void {
  return (params) => {
    try {
      run(params);
    } catch (error) {
      log(`${name}: ${describe(error)}`);
    }
  };
}

function cancelled(): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled');
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
