/**
 * What a YAML scalar is worth to Claude Code: the YAML 1.2 core schema. `yes`, `1_000` and dates are text; `017`,
 * `0x1F`, `1e3`, `.inf` and `+12` are numbers.
 */

/** The value of an unquoted scalar under its tag (`!!str` is given as `str`); an absent tag is `undefined`. */
export function plainValue(source: string, tag: string | undefined): string | number | boolean | null {
  if (source === '') return tag === '!' || tag === 'str' ? '' : null;
  if (tag === undefined) return constant(source, () => number(source) ?? source);
  if (tag === 'int' || tag === 'float') return number(source) ?? source;
  if (tag === 'null' || tag === 'bool') {
    const value = constant(source, () => source);
    return (value === null) === (tag === 'null') ? value : source;
  }
  return source;
}

function constant<T>(source: string, otherwise: () => T): T | boolean | null {
  switch (source) {
    case 'null':
    case 'Null':
    case 'NULL':
    case '~':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    default:
      return otherwise();
  }
}

const decimal = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;
const prefixed = /^0(?:x[0-9a-fA-F]{1,16}|o[0-7]{1,21})$/;
const special = /^[-+]?\.(?:inf|Inf|INF)$/;
const notANumber = /^\.(?:nan|NaN|NAN)$/;

function number(source: string): number | undefined {
  const first = source.charCodeAt(0);
  // Most values are words; a number begins with a digit, a sign or a dot.
  if (first > 57 || first < 43) return undefined;
  if (decimal.test(source)) return Number.parseFloat(source);
  if (prefixed.test(source)) return Number(source);
  if (special.test(source)) return source.startsWith('-') ? -Infinity : Infinity;
  return notANumber.test(source) ? Number.NaN : undefined;
}
