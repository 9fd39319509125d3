/** A message with something to do about it. */

/**
 * Shows `message` with a button that runs `act`. Returns at once: a command has not to last until its message is
 * read.
 */
export function offer(
  show: (message: string, button: string) => Thenable<string | undefined>,
  message: string,
  button: string,
  act: () => unknown,
): void {
  void show(message, button).then((picked) => (picked === button ? act() : undefined));
}
