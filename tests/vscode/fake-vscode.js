// As much of VS Code as a session touches: outputs are kept in plain objects.
'use strict';
class Output { constructor(items, metadata) { Object.assign(this, { items, metadata }); } }

/** @param {{ answer?: string, choice?: string }} [reader] what the reader does when asked */
exports.fakeVSCode = (reader = {}) => {
  const shown = { errors: [], asked: [] };
  return {
    shown,
    NotebookCellKind: { Markup: 1, Code: 2 },
    NotebookCellOutput: Output,
    NotebookCellOutputItem: {
      text: (value, mime) => ({ mime, value }),
      json: (value, mime) => ({ mime, value }),
      stdout: value => ({ mime: 'stdout', value }),
      stderr: value => ({ mime: 'stderr', value }),
      error: value => ({ mime: 'error', value }),
    },
    ProgressLocation: { Notification: 15 },
    window: {
      showInputBox: async options => { shown.asked.push(options); return reader.answer; },
      showErrorMessage: async message => { shown.errors.push(message); return reader.choice; },
      withProgress: async (_, work) => work(),
    },
  };
};

/** A notebook of these cells, and a controller that writes down what becomes of each. */
exports.fakeNotebook = (folder, ...codes) => {
  const cells = codes.map((code, index) => ({ index, kind: 2, document: { getText: () => code }, outputs: [], state: 'idle' }));
  const notebook = { uri: { fsPath: `${folder}/a.ipynb` }, getCells: () => cells };
  const controller = {
    createNotebookCellExecution: cell => ({
      cell,
      set executionOrder(order) { cell.order = order; },
      start() { cell.state = 'running'; },
      end(success) { cell.state = success === undefined ? 'not run' : success ? 'well' : 'failed'; },
      async clearOutput() { cell.outputs = []; },
      async appendOutput(output) { cell.outputs.push(output); },
      async appendOutputItems(item, output) { output.items.push(item); },
      async replaceOutputItems(items, output) { output.items = items; },
    }),
  };
  return { notebook, cells, controller };
};
