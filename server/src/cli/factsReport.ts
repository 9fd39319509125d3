import type { ProjectFile } from '../analysis/projectFile.ts';
import { templatePlaceName, templateSectionOf } from '../catalogue/template.ts';
import type { FactsByKind, LabelledFact } from '../project/factsByKind.ts';
import type { AnswerStatus, DeclaredPlace, DeclaredValue } from '../project/factTypes.ts';
import { slice } from '../text/span.ts';
import { pathOf } from './workspace.ts';

/** What a project document declares, for programs. Paths from where the command runs, lines from 1. */
export function factsJson(files: readonly ProjectFile[], facts: FactsByKind): string {
  return `${JSON.stringify(new Places(files).report(facts), null, 2)}\n`;
}

/** The same for people. */
export function factsText(files: readonly ProjectFile[], facts: FactsByKind): string {
  const report = new Places(files).report(facts);
  const { technologies, domains, goals, nonFunctional, integrations, metadata, answers } = report;
  const lines = [
    ...Object.entries(technologies).map(([section, values]) => row(section, values)),
    row('domains', domains),
    row('goals', goals),
    ...rowsByLabel(nonFunctional),
    ...rowsByLabel(integrations),
    ...Object.entries(metadata).map(([key, value]) => row(key, [value])),
  ].filter((line) => line !== undefined);
  const open = answers.filter(({ status }) => status === 'unfilled' || status === 'partial');
  lines.push(...open.map(({ label, status, path, line }) => `${label}: ${status} (${path}:${line})`));
  return lines.length === 0 ? 'nothing is declared\n' : `${lines.join('\n')}\n`;
}

interface FactsReport {
  readonly technologies: Readonly<Record<keyof FactsByKind['technologies'], readonly ValueReport[]>>;
  readonly domains: readonly ValueReport[];
  readonly goals: readonly ValueReport[];
  readonly nonFunctional: readonly LabelledReport[];
  readonly integrations: readonly LabelledReport[];
  readonly metadata: Readonly<Record<string, ValueReport>>;
  readonly answers: readonly AnswerReport[];
}

interface Place {
  readonly path: string;
  readonly line: number;
}

interface ValueReport extends Place {
  readonly text: string;
  /** Of the technology or domain; `null` where the catalogue knows none of that name. */
  readonly id: string | null;
  readonly version: string | null;
}

interface LabelledReport extends ValueReport {
  readonly label: string;
}

/** `label` as the template has it, `section` the title it has it under. */
interface AnswerReport extends Place {
  readonly label: string;
  readonly section: string;
  readonly status: AnswerStatus;
}

/** Turns offsets in the document's files into paths and lines. */
class Places {
  readonly #files: ReadonlyMap<string, ProjectFile>;

  constructor(files: readonly ProjectFile[]) {
    this.#files = new Map(files.map((file) => [file.uri, file]));
  }

  report(facts: FactsByKind): FactsReport {
    const all = (values: readonly DeclaredValue[]): ValueReport[] => values.map((one) => this.#value(one));
    const { frontend, backend, deployment, database, other } = facts.technologies;
    return {
      technologies: {
        frontend: all(frontend),
        backend: all(backend),
        deployment: all(deployment),
        database: all(database),
        other: all(other),
      },
      domains: all(facts.domains),
      goals: all(facts.goals),
      nonFunctional: facts.nonFunctional.flatMap((fact) => this.#labelled(fact)),
      integrations: facts.integrations.flatMap((fact) => this.#labelled(fact)),
      metadata: Object.fromEntries([...facts.metadata].map(([key, value]) => [key, this.#value(value)])),
      answers: facts.answers.flatMap(({ place, resolution }) => {
        const [best] = resolution.places;
        if (best === undefined) return [];
        return {
          label: templatePlaceName(place),
          section: templateSectionOf(place).title,
          status: resolution.status,
          ...this.#place(best.uri, best.labelSpan.start),
        };
      }),
    };
  }

  #value({ text, uri, span, version, technology, domain }: DeclaredValue): ValueReport {
    const id = technology?.id ?? domain?.id ?? null;
    return { text, id, version: version ?? null, ...this.#place(uri, span.start) };
  }

  #labelled({ place, values }: LabelledFact): LabelledReport[] {
    const { label } = place;
    if (values.length > 0) return values.map((value) => ({ label, ...this.#value(value) }));
    const at = this.#place(place.uri, place.valueSpan.start);
    return [{ label, text: this.#textOf(place), id: null, version: null, ...at }];
  }

  #textOf({ uri, valueSpan }: DeclaredPlace): string {
    const file = this.#files.get(uri);
    return file === undefined ? '' : slice(file.text, valueSpan).replace(/\s+/g, ' ').trim();
  }

  #place(uri: string, offset: number): Place {
    const line = this.#files.get(uri)?.positions.positionAt(offset).line ?? 0;
    return { path: pathOf(uri), line: line + 1 };
  }
}

function rowsByLabel(values: readonly LabelledReport[]): (string | undefined)[] {
  const byLabel = new Map<string, LabelledReport[]>();
  for (const value of values) {
    const known = byLabel.get(value.label);
    if (known === undefined) byLabel.set(value.label, [value]);
    else known.push(value);
  }
  return [...byLabel].map(([label, of]) => row(label, of));
}

function row(label: string, values: readonly ValueReport[]): string | undefined {
  if (values.length === 0) return undefined;
  const shown = values.map(
    ({ text, version, path, line }) => `${text}${version === null ? '' : ` ${version}`} (${path}:${line})`,
  );
  return `${label}: ${shown.join(', ')}`;
}
