import { Console } from 'node:console';
import {
  AbstractMessageWriter,
  type Connection,
  createConnection,
  type Message,
  type MessageWriter,
  type PublishDiagnosticsParams,
  ProposedFeatures,
  StreamMessageReader,
} from 'vscode-languageserver/node';

/** A connection over the process's own standard input and output; the process ends with its input. */
export function createStdioConnection(): Connection {
  // Standard output belongs to the protocol, whatever a library may have to say.
  globalThis.console = new Console(process.stderr);
  const reader = new StreamMessageReader(process.stdin);
  const connection = createConnection(ProposedFeatures.all, reader, new WholeMessageWriter(process.stdout));
  // "exit" is the library's business; a client may also go without a word.
  let isShutDown = false;
  connection.onShutdown(() => void (isShutDown = true));
  const leave = (): void => process.exit(isShutDown ? 0 : 1);
  process.stdin.once('end', leave).once('close', leave);
  return connection;
}

/** Diagnostics that are published again, with a new version of their document, are not written out anew. */
const written = new WeakMap<object, string>();

function contentOf(message: Message): string {
  if (!isPublishing(message)) return JSON.stringify(message);
  const { params, ...head } = message;
  const { diagnostics, ...others } = params;
  let text = written.get(diagnostics);
  if (text === undefined) written.set(diagnostics, (text = JSON.stringify(diagnostics)));
  const open = (object: object): string => JSON.stringify(object).slice(0, -1);
  return `${open(head)},"params":${open(others)},"diagnostics":${text}}}`;
}

function isPublishing(message: Message): message is Message & { readonly params: PublishDiagnosticsParams } {
  return 'method' in message && message.method === 'textDocument/publishDiagnostics';
}

/**
 * Writes a message in one piece. The library's own writer takes two, header and content, and the second only when the
 * first has gone: its reader is woken twice for one answer.
 */
class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #output: NodeJS.WriteStream;
  #failures = 0;

  constructor(output: NodeJS.WriteStream) {
    super();
    this.#output = output;
    output.on('error', (error) => this.fireError(error));
    output.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const content = contentOf(message);
    const whole = `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
    return new Promise((resolve, reject) => {
      this.#output.write(whole, (error) => {
        if (error === undefined || error === null) return resolve();
        this.#failures++;
        this.fireError(error, message, this.#failures);
        reject(error);
      });
    });
  }

  end(): void {
    this.#output.end();
  }
}
