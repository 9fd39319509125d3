// What the extension host tells the harness about the tests: one JSON object a line.
/** An event of the run. `failed` in `end` counts files that could not be loaded too. */
export type ReportEvent =
  | { readonly event: 'start' }
  | { readonly event: 'pass'; readonly title: string; readonly milliseconds: number }
  | { readonly event: 'fail'; readonly title: string; readonly error: string }
  | { readonly event: 'skip'; readonly title: string }
  | {
      readonly event: 'end';
      readonly passed: number;
      readonly failed: number;
      readonly skipped: number;
    };

/** Delivers events in order. */
export interface Report {
  add(event: ReportEvent): void;
  /** Settles when everything has arrived. */
  flush(): Promise<void>;
}
