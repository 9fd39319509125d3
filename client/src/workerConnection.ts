import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type MessageTransports,
} from 'vscode-languageclient/browser';

/** As much of the DOM's worker as we use; the project is compiled without the DOM's types. */
declare class Worker {
  constructor(url: string);
  terminate(): void;
}

/** Starts the server as a web worker, each time anew. */
export class WorkerConnection {
  readonly #script: string;
  #worker: Worker | undefined;

  /** @param script the URL of the server's bundle */
  constructor(script: string) {
    this.#script = script;
  }

  /** Starts a worker in place of the one before: a worker outlives its connection. */
  connect(): MessageTransports {
    this.dispose();
    const worker = new Worker(this.#script);
    this.#worker = worker;
    // Not the worker itself: VS Code's own `Worker` makes objects that are no instances of it, for which the
    // library looks.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  }

  dispose(): void {
    this.#worker?.terminate();
  }
}
