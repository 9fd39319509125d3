import type { BusinessDomain, Technology } from '../../catalogue/types.ts';
import type { Span } from '../../text/span.ts';

/**
 * What kind of values a place holds: names of technologies or domains, what a project is integrated with (technologies
 * or phrases), items of text (in which technologies may be named), or one text as a whole.
 */
export type ValueMode = 'technologies' | 'domains' | 'integrations' | 'text' | 'whole';

/** A value in a text; `span` in UTF-16 offsets from the text's start. */
export interface ReadValue {
  readonly text: string;
  readonly span: Span;
  readonly version?: string;
  readonly technology?: Technology;
  readonly domain?: BusinessDomain;
}

/** A labelled group inside a value: `Backend (Python, Go)`; spans from the start of the value's text. */
export interface ReadGroup {
  readonly label: string;
  readonly labelSpan: Span;
  readonly valueSpan: Span;
}

export interface ValueReading {
  /** `empty`: there is nothing at all, or nothing but what is struck out or negated. */
  readonly status: 'met' | 'partial' | 'unfilled' | 'none' | 'empty';
  /** The values in order, those of groups included. */
  readonly values: readonly ReadValue[];
  readonly groups: readonly ReadGroup[];
  /** Whether a name of the catalogue is declared, and not only mentioned in a sentence about something else. */
  readonly declares: boolean;
}
