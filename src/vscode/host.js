// @ts-check
'use strict';
const { spawn } = require('child_process');

/** @typedef {{type: string, id?: string, [field: string]: any}} Message as src/Tutorial/Serving/protocol.md lists them */

/** The protocol that this extension speaks. */
const PROTOCOL = 1;

/** How much of what the host says on standard error is kept as its last words. */
const LAST_WORDS = 4000;

/** A host process, and what was asked of it. Knows nothing of VS Code. */
class Host {
  /**
   * @param {string[]} command the program and its arguments
   * @param {string} folder where it runs
   * @param {{ message: (message: Message) => void, ended: (reason: string, words: string) => void }} listener
   *   takes the messages that belong to a running cell, and is told once when the host has ended by itself
   */
  constructor(command, folder, listener) {
    this.listener = listener;
    /** @type {Map<string, (answer: Message | undefined) => void>} */
    this.waiting = new Map();
    this.requests = 0;
    this.words = '';
    /** The beginning of a line whose end has not come yet. @type {string[]} */
    this.pieces = [];
    this.over = false;
    /** Why it has ended. */
    this.reason = '';
    this.process = spawn(command[0], command.slice(1), {
      cwd: folder,
      windowsHide: true,
      // Seen in the profile of the kernel: collecting beside a cell costs memory, and measuring code that runs once costs time.
      env: { ...process.env, DOTNET_gcConcurrent: '0', DOTNET_TieredPGO: '0' },
    });
    this.process.stdout.setEncoding('utf8').on('data', text => this.read(text));
    this.process.stderr.setEncoding('utf8').on('data', text => { this.words = (this.words + text).slice(-LAST_WORDS); });
    this.process.stdin.on('error', () => { /* it has ended, and 'close' says so */ });
    this.process.on('error', error => this.end(`it could not be started: ${error.message}`));
    this.process.on('close', (code, signal) => this.end(signal ? `it was ended by ${signal}` : `its exit code is ${code}`));
  }

  /** @param {string} type @param {object} [fields] */
  say(type, fields = {}) {
    if (!this.over) this.process.stdin.write(JSON.stringify({ type, ...fields }) + '\n');
  }

  /**
   * Asks for something; gives the message that ends it, or undefined when the host ends before.
   * @param {string} type @param {object} fields
   * @returns {Promise<Message | undefined>}
   */
  ask(type, fields) {
    if (this.over) return Promise.resolve(undefined);
    const id = `${++this.requests}`;
    return new Promise(resolve => {
      this.waiting.set(id, resolve);
      this.say(type, { ...fields, id });
    });
  }

  /** Ends the host, with the cell that runs in it. Nobody is told. */
  dispose() {
    this.listener = { message() { }, ended() { } };
    this.process.stdin.end();
    this.process.kill('SIGKILL');
    this.end('it was ended by the reader');
  }

  /** @param {string} chunk */
  read(chunk) {
    this.pieces.push(chunk);
    if (!chunk.includes('\n')) return; // a line of megabytes comes in many pieces, and is put together once
    const lines = this.pieces.join('').split('\n');
    this.pieces = [/** @type {string} */ (lines.pop())];
    for (const line of lines) this.take(line);
  }

  /** @param {string} line */
  take(line) {
    const message = parse(line);
    if (message === undefined) {
      this.listener.message({ type: 'stream', name: 'stdout', text: line + '\n' }); // written past the host
    } else if (message.type === 'ready') {
      if (message.protocol !== PROTOCOL) this.words = `The host speaks version ${message.protocol} of the protocol, the extension ${PROTOCOL}: install the extension again.`;
    } else if (message.type === 'problem') {
      console.error(message.message);
    } else if (ENDS.has(message.type)) {
      const resolve = this.waiting.get(message.id ?? '');
      this.waiting.delete(message.id ?? '');
      resolve?.(message);
    } else {
      this.listener.message(message);
    }
  }

  /** @param {string} reason */
  end(reason) {
    if (this.over) return;
    this.over = true;
    this.reason = reason;
    this.listener.ended(reason, this.words.trim());
    for (const resolve of this.waiting.values()) resolve(undefined);
    this.waiting.clear();
  }
}

/** The messages that end a request. */
const ENDS = new Set(['done', 'completions', 'description', 'overloads', 'diagnosis']);

/** @param {string} line @returns {Message | undefined} */
function parse(line) {
  try {
    const message = JSON.parse(line);
    return message !== null && typeof message === 'object' && typeof message.type === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}

module.exports = { Host, PROTOCOL };
