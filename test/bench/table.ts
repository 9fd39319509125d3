/** One line of the table. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The empty server's figure, and how many times it ours is. */
  readonly floor?: number;
  readonly ratio?: number;
  readonly aim?: { readonly ratio: number } | { readonly most: number };
}

/** Prints the figures, each with ✓ or ✗ where there is an aim. */
export function printTable(figures: readonly Figure[]): void {
  const rows = [['', 'ours', 'empty server', 'ratio', 'aim', ''], ...figures.map(row)];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)));
  for (const cells of rows) {
    const [name, ...rest] = cells.map((cell, i) =>
      i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!),
    );
    console.log([name, ...rest].join('  ').trimEnd());
  }
}

/** Whether an aim is met; `undefined` where there is none. */
export function isMet({ value, ratio, aim }: Figure): boolean | undefined {
  if (aim === undefined) return undefined;
  return 'most' in aim ? value <= aim.most : ratio !== undefined && ratio <= aim.ratio;
}

function row(figure: Figure): string[] {
  const { name, value, unit, floor, ratio, aim } = figure;
  const met = isMet(figure);
  return [
    name,
    amount(value, unit),
    floor === undefined ? '' : amount(floor, unit),
    ratio === undefined ? '' : `${ratio.toFixed(2)}×`,
    aim === undefined ? '' : 'most' in aim ? `≤ ${aim.most} ${unit}` : `≤ ${aim.ratio}×`,
    met === undefined ? '' : met ? '✓' : '✗',
  ];
}

function amount(value: number, unit: string): string {
  return `${value.toFixed(value < 10 ? 3 : value < 100 ? 1 : 0)} ${unit}`;
}
