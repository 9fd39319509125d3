// Stands in for `node:assert/strict` in the web extension host, with the part of it that the suites use.
const assert = Object.assign(ok, {
  ok,
  equal,
  strictEqual: equal,
  notEqual,
  deepEqual,
  deepStrictEqual: deepEqual,
  match,
  doesNotMatch,
  fail,
  rejects,
});

export default assert;
export { ok, equal, equal as strictEqual, notEqual, deepEqual, deepEqual as deepStrictEqual };
export { match, doesNotMatch, fail, rejects };

function ok(value: unknown, message = 'The value is not truthy'): asserts value {
  if (!value) fail(message);
}

function equal(actual: unknown, expected: unknown, message?: string): void {
  if (!Object.is(actual, expected)) fail(message ?? `${show(actual)} is not ${show(expected)}`);
}

function notEqual(actual: unknown, expected: unknown, message?: string): void {
  if (Object.is(actual, expected)) fail(message ?? `Both are ${show(actual)}`);
}

function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  if (!isSame(actual, expected)) fail(message ?? `${show(actual)} is not ${show(expected)}`);
}

function match(text: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(text)) fail(message ?? `${show(text)} does not match ${pattern}`);
}

function doesNotMatch(text: string, pattern: RegExp, message?: string): void {
  if (pattern.test(text)) fail(message ?? `${show(text)} matches ${pattern}`);
}

function fail(message = 'Failed'): never {
  throw Object.assign(new Error(message), { name: 'AssertionError' });
}

async function rejects(promise: Promise<unknown>, message = 'The promise was not rejected'): Promise<void> {
  const rejected = await promise.then(
    () => false,
    () => true,
  );
  ok(rejected, message);
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const [aKeys, bKeys] = [Object.keys(a), Object.keys(b)];
  const [aValues, bValues] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return (
    aKeys.length === bKeys.length &&
    aKeys.every((key) => Object.hasOwn(b, key) && isSame(aValues[key], bValues[key]))
  );
}

function show(value: unknown): string {
  return JSON.stringify(value, undefined, 2) ?? 'undefined';
}
