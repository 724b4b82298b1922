// @ts-check
'use strict';
const { withPlacesOnLinesOfTheirOwn } = require('./trace');

/**
 * What a running cell shows. VS Code saves an output by its metadata's outputType, so that the file says what the headless run says.
 */
class CellOutputs {
  /**
   * @param {import('vscode')} vscode
   * @param {import('vscode').NotebookCellExecution} execution
   * @param {Map<string, import('vscode').NotebookCellOutput>} displays the notebook's displays, by the name of their place
   */
  constructor(vscode, execution, displays) {
    this.vscode = vscode;
    this.execution = execution;
    this.displays = displays;
    /** @type {import('vscode').NotebookCellOutput | undefined} */
    this.text = undefined;
    this.stream = '';
    this.isClearedByNext = false;
    this.isEmpty = true;
  }

  /** @param {import('./host').Message} message */
  take(message) {
    this.isEmpty = false;
    if (this.isClearedByNext) this.clear();
    switch (message.type) {
      case 'stream': return this.write(message.name, message.text);
      case 'display': return this.show(message, 'display_data');
      case 'result': return this.show(message, 'execute_result');
      case 'update': return this.update(message);
      case 'clear': return message.wait ? void (this.isClearedByNext = true) : this.clear();
      case 'error': return this.error(message.name, message.message, message.trace);
    }
  }

  /** @param {string} name @param {string} message @param {string[]} trace */
  error(name, message, trace) {
    const { NotebookCellOutput, NotebookCellOutputItem } = this.vscode;
    const stack = withPlacesOnLinesOfTheirOwn(trace.length > 0 ? trace : [message]);
    this.append(new NotebookCellOutput([NotebookCellOutputItem.error({ name, message, stack })], { outputType: 'error' }));
  }

  /** @param {string} stream @param {string} text */
  write(stream, text) {
    const { NotebookCellOutput, NotebookCellOutputItem } = this.vscode;
    const item = stream === 'stderr' ? NotebookCellOutputItem.stderr(text) : NotebookCellOutputItem.stdout(text);
    if (this.text && this.stream === stream) return void done(this.execution.appendOutputItems(item, this.text));
    const output = new NotebookCellOutput([item], { outputType: 'stream' });
    this.append(output);
    [this.text, this.stream] = [output, stream];
  }

  /** @param {import('./host').Message} message @param {string} outputType */
  show(message, outputType) {
    const output = new this.vscode.NotebookCellOutput(this.items(message.data), { outputType, ...words(message.data) });
    if (message.display) this.displays.set(message.display, output);
    this.append(output);
  }

  /** @param {import('./host').Message} message */
  update(message) {
    const output = this.displays.get(message.display);
    if (output) done(this.execution.replaceOutputItems(this.items(message.data), output));
  }

  clear() {
    this.isClearedByNext = false;
    this.text = undefined;
    done(this.execution.clearOutput());
  }

  /** @param {import('vscode').NotebookCellOutput} output */
  append(output) {
    this.text = undefined;
    done(this.execution.appendOutput(output));
  }

  /** @param {Record<string, any>} bundle */
  items(bundle) {
    const { NotebookCellOutputItem } = this.vscode;
    return Object.entries(bundle).map(([mime, value]) =>
      typeof value === 'string' && !mime.endsWith('json') ? NotebookCellOutputItem.text(value, mime) : NotebookCellOutputItem.json(value, mime));
  }
}

/** The sentence beside a picture, which the renderer says when it cannot draw. @param {Record<string, any>} bundle */
function words(bundle) {
  return Object.keys(bundle).length > 1 && typeof bundle['text/plain'] === 'string' ? { description: bundle['text/plain'] } : {};
}

/** An output of a cell that was removed meanwhile cannot be changed any more, and nobody misses it. @param {Thenable<void>} change */
function done(change) {
  change.then(undefined, () => { });
}

module.exports = { CellOutputs };
