/** Which of the eight colours that Claude Code shows agents in another one comes nearest to. */

/** By hue, in degrees. */
const hues: readonly (readonly [color: string, hue: number])[] = [
  ['red', 0],
  ['orange', 30],
  ['yellow', 55],
  ['green', 105],
  ['green', 150],
  ['cyan', 182],
  ['blue', 222],
  ['purple', 275],
  ['pink', 325],
  ['red', 360],
];

const named: Readonly<Record<string, string>> = {
  red: 'crimson maroon scarlet ruby brick',
  blue: 'navy azure cobalt sapphire',
  green: 'lime emerald mint olive jade forest sage',
  yellow: 'gold golden amber lemon',
  purple: 'violet indigo lavender plum mauve lilac',
  orange: 'brown copper bronze peach apricot rust',
  pink: 'magenta fuchsia rose salmon coral',
  cyan: 'teal turquoise aqua sky aquamarine',
};

const byName: ReadonlyMap<string, string> = new Map(
  Object.entries(named).flatMap(([color, names]) =>
    [color, ...names.split(' ')].map((name) => [name, color] as const),
  ),
);

/**
 * Of a code (`#38a169`) the colour of the nearest hue, of a name (`teal`, `dark-blue`) the one that it is a shade of;
 * `undefined` for greys and for what is no colour.
 */
export function nearestColor(value: string): string | undefined {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value.trim())?.[1];
  if (digits !== undefined) return ofCode(digits);
  const words = value.toLowerCase().split(/[^a-z]+/);
  return words.flatMap((word) => byName.get(word) ?? []).at(-1);
}

function ofCode(digits: string): string | undefined {
  const full = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits;
  const parts = full.match(/../g) ?? [];
  const [red = 0, green = 0, blue = 0] = parts.map((part) => Number.parseInt(part, 16));
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (range < 24) return undefined;
  const sixth =
    most === red
      ? (green - blue) / range
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  const hue = (sixth * 60 + 360) % 360;
  return hues.toSorted((a, b) => Math.abs(a[1] - hue) - Math.abs(b[1] - hue))[0]?.[0];
}
