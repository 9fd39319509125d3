/**
 * What a YAML scalar is worth to Claude Code: the YAML 1.2 core schema. `yes`, `1_000` and dates are text; `017`,
 * `0x1F`, `1e3`, `.inf` and `+12` are numbers.
 */

/** The value of an unquoted scalar under its tag (`!!str` is given as `str`); an absent tag is `undefined`. */
export function plainValue(source: string, tag: string | undefined): string | number | boolean | null {
  if (tag === undefined) return constant(source, () => number(source) ?? source);
  if (tag === 'int' || tag === 'float') return number(source) ?? source;
  if (tag === 'null' || tag === 'bool') {
    const value = constant(source, () => source);
    return (value === null) === (tag === 'null') ? value : source;
  }
  return source;
}

/** What is not written is worth nothing, or the empty text. */
export function emptyValue(tag: string | undefined): '' | null {
  return tag === '!' || tag === 'str' ? '' : null;
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
const prefixed = /^([-+]?)(0x[0-9a-fA-F]+|0o[0-7]+)$/;
const special = /^[-+]?\.(?:inf|Inf|INF)$/;
const notANumber = /^\.(?:nan|NaN|NAN)$/;

function number(source: string): number | undefined {
  const first = source.charCodeAt(0);
  // Most values are words; a number begins with a digit, a sign or a dot.
  if (first > 57 || first < 43) return undefined;
  if (decimal.test(source)) return Number.parseFloat(source);
  const whole = prefixed.exec(source);
  if (whole?.[2] !== undefined) return wholeNumber(whole[2], whole[1] === '-');
  if (special.test(source)) return source.startsWith('-') ? -Infinity : Infinity;
  return notANumber.test(source) ? Number.NaN : undefined;
}

/** A hexadecimal or octal number of at most 64 bits. */
function wholeNumber(written: string, isNegative: boolean): number | undefined {
  const value = BigInt(written);
  if (value >> 64n !== 0n) return undefined;
  return isNegative ? -Number(value) : Number(value);
}
