import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CommandFailure } from './output.ts';

/** Reads a command's options; an unknown or incomplete one is a `CommandFailure`. */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
): ReturnType<typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new CommandFailure(error instanceof Error ? error.message : String(error));
  }
}

/** One of the formats a command knows; the first is the default. */
export function readFormat<Format extends string>(
  given: string | undefined,
  known: readonly [Format, ...Format[]],
): Format {
  if (given === undefined) return known[0];
  const format = known.find((candidate) => candidate === given);
  if (format === undefined) throw new CommandFailure(`--format takes ${known.join(' or ')}, not "${given}"`);
  return format;
}
