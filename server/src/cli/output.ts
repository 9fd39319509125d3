/** Ends the command with exit code 2; the message is for the person who typed it. */
export class CommandFailure extends Error {}

/** Writes all of `text`, also into a pipe whose reader is slow: resolves when it has been taken. */
export function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  // The stream tells of an error twice, and one that nobody hears ends the process: here the callback hears it.
  if (stream.listenerCount('error') === 0) stream.on('error', () => undefined);
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      // Whoever reads may stop reading (`| head`): that is no failure of ours.
      if (error == null || (error as NodeJS.ErrnoException).code === 'EPIPE') resolve();
      else reject(error);
    });
  });
}
