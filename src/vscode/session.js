// @ts-check
'use strict';
const path = require('path');
const { Host } = require('./host');
const { CellOutputs } = require('./outputs');

const STOPPED = 'The cell was interrupted. The names of earlier cells, and those that this one had reached, keep their values.';
const ANEW = 'All names are lost: run the notebook from the top.';
const LOST = `The cell cannot be stopped: it is in native code, or in a library that does not come back. Its host ends now. ${ANEW}`;

/** The cells of one notebook, run one after the other in a host of its own. */
class NotebookSession {
  /**
   * @param {import('vscode')} vscode
   * @param {import('vscode').NotebookDocument} notebook
   * @param {string[]} command what starts a host
   * @param {import('./diagnostics').Squiggles} squiggles
   */
  constructor(vscode, notebook, command, squiggles) {
    this.vscode = vscode;
    this.notebook = notebook;
    this.command = command;
    this.squiggles = squiggles;
    /** @type {Host | undefined} */
    this.host = undefined;
    /** @type {CellOutputs | undefined} */
    this.running = undefined;
    this.queue = Promise.resolve();
    /** Goes up when what waits shall not run any more. */
    this.generation = 0;
    this.reset();
  }

  reset() {
    this.order = 0;
    /** @type {Map<string, import('vscode').NotebookCellOutput>} */
    this.displays = new Map();
    /** The cells that ran in this session: their names are known. @type {Set<import('vscode').NotebookCell>} */
    this.ran = new Set();
  }

  /** Starts the host, if none is there. Worth doing early: it warms up while the reader reads. */
  start() {
    if (this.host && !this.host.over) return this.host;
    this.reset();
    const folder = path.dirname(this.notebook.uri.fsPath);
    return this.host = new Host(this.command, folder, {
      message: message => message.type === 'ask' ? this.ask(message) : this.running?.take(message),
      ended: (reason, words) => this.ended(reason, words),
    });
  }

  /**
   * Runs cells; the first that fails keeps those after it from running.
   * @param {import('vscode').NotebookCell[]} cells
   * @param {import('vscode').NotebookController} controller
   */
  run(cells, controller) {
    const waiting = cells.map(cell => controller.createNotebookCellExecution(cell)); // shown as waiting from now on
    const generation = this.generation;
    return this.queue = this.queue.then(async () => {
      let well = true;
      for (const execution of waiting) {
        if (well && generation === this.generation) well = await this.runOne(execution);
        else execution.end(undefined);
      }
    });
  }

  /** @param {import('vscode').NotebookCellExecution} execution */
  async runOne(execution) {
    const host = this.start();
    const cell = execution.cell;
    const code = cell.document.getText();
    execution.executionOrder = ++this.order;
    execution.start(Date.now());
    execution.clearOutput();
    this.squiggles.clear(cell);
    const outputs = this.running = new CellOutputs(this.vscode, execution, this.displays);
    const done = host.ask('run', { code, name: `Cell In[${this.order}]` });
    if (/^\s*#r\s+"nuget:/m.test(code)) this.tellRestoring(done, outputs);
    const result = await done;
    this.running = undefined;
    const status = result?.status;
    if (status === 'ok') this.ran.add(cell);
    if (status === 'compile') this.squiggles.set(cell, result?.diagnostics);
    if (status === 'stopped') outputs.error('Interrupted', STOPPED, []);
    if (status === 'lost') outputs.error('Interrupted', LOST, []);
    if (!result) outputs.error('The C# host has ended', [`The C# host has ended: ${host.reason}. ${ANEW}`, host.words.trim()].join('\n').trim(), []);
    execution.end(status === 'ok', Date.now());
    return status === 'ok';
  }

  /** Stops the cell that runs, and those that wait. */
  interrupt() {
    this.generation++;
    this.host?.say('interrupt');
  }

  /** Whether every cell above has run, so that a name that is unknown is a mistake. @param {import('vscode').NotebookCell} cell */
  knowsAllAbove(cell) {
    const above = this.notebook.getCells().slice(0, cell.index);
    return above.every(other => other.kind !== this.vscode.NotebookCellKind.Code || this.ran.has(other));
  }

  /** Begins anew: no cell has run. */
  restart() {
    this.dispose();
    this.start();
  }

  dispose() {
    this.generation++;
    this.host?.dispose();
    this.reset();
  }

  /** @param {import('./host').Message} question */
  async ask(question) {
    const host = this.host;
    const text = await this.vscode.window.showInputBox({ prompt: question.prompt || 'The cell waits for a line.', password: question.password, ignoreFocusOut: true });
    host?.say('input', { text: text ?? null });
  }

  /** @param {string} reason @param {string} words */
  async ended(reason, words) {
    const choice = await this.vscode.window.showErrorMessage(
      `The C# host of ${path.basename(this.notebook.uri.fsPath)} has ended: ${reason}. All names are lost.${words ? ` Its last words: ${words.split('\n')[0]}` : ''}`, 'Restart');
    if (choice === 'Restart') this.restart();
  }

  /** The first package of a machine's life takes a while, and looks like a standstill. @param {Promise<any>} done @param {CellOutputs} outputs */
  tellRestoring(done, outputs) {
    const timer = setTimeout(() => this.vscode.window.withProgress(
      { location: this.vscode.ProgressLocation.Notification, title: 'Fetching packages. The first time takes a while.' },
      async () => {
        let over = false;
        done.then(() => { over = true; });
        while (!over && outputs.isEmpty) await new Promise(resolve => setTimeout(resolve, 100));
      }), 1500);
    done.then(() => clearTimeout(timer));
  }
}

module.exports = { NotebookSession };
