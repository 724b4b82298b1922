// @ts-check
'use strict';
const vscode = require('vscode');
const { NotebookSession } = require('./session');
const { Squiggles } = require('./diagnostics');
const { registerProviders } = require('./providers');

/** The name by which C# notebooks ask for a kernel. */
const KERNEL = '.net-csharp';

/** @param {vscode.ExtensionContext} context */
function activate(context) {
  /** @type {string[]} */
  const command = require('./host.json').command; // written when the .vsix is made
  const squiggles = new Squiggles(vscode);
  /** @type {Map<vscode.NotebookDocument, NotebookSession>} */
  const sessions = new Map();

  /** @param {vscode.NotebookDocument} notebook */
  const sessionFor = notebook => {
    const session = sessions.get(notebook) ?? new NotebookSession(vscode, notebook, command, squiggles);
    sessions.set(notebook, session);
    return session;
  };
  /** @param {vscode.TextDocument} document */
  const cellOf = document => vscode.workspace.notebookDocuments.flatMap(n => n.getCells()).find(cell => cell.document === document);
  /** @param {vscode.NotebookDocument} notebook */
  const end = notebook => {
    sessions.get(notebook)?.dispose();
    sessions.delete(notebook);
    notebook.getCells().forEach(cell => squiggles.clear(cell));
  };

  const controller = vscode.notebooks.createNotebookController('csharp', 'jupyter-notebook', 'C# (this lesson)');
  controller.supportedLanguages = ['csharp'];
  controller.supportsExecutionOrder = true;
  controller.description = '.NET on this machine';
  controller.executeHandler = (cells, notebook) => sessionFor(notebook).run(cells, controller);
  controller.interruptHandler = notebook => sessions.get(notebook)?.interrupt();

  /** @param {vscode.NotebookDocument} notebook */
  const prefer = notebook => {
    if (notebook.notebookType === 'jupyter-notebook' && notebook.metadata?.metadata?.kernelspec?.name === KERNEL)
      controller.updateNotebookAffinity(notebook, vscode.NotebookControllerAffinity.Preferred);
  };
  vscode.workspace.notebookDocuments.forEach(prefer);

  context.subscriptions.push(
    controller,
    squiggles,
    registerProviders(vscode, document => {
      const cell = cellOf(document);
      return cell && sessions.get(cell.notebook);
    }),
    vscode.workspace.onDidOpenNotebookDocument(prefer),
    vscode.workspace.onDidCloseNotebookDocument(end),
    // Chosen: it warms up while the reader reads. Another kernel chosen: nothing of this one stays.
    controller.onDidChangeSelectedNotebooks(({ notebook, selected }) => selected ? void sessionFor(notebook).start() : end(notebook)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || document.languageId !== 'csharp') return;
      const cell = cellOf(document);
      const session = cell && sessions.get(cell.notebook);
      if (session) squiggles.look(cell, session);
    }),
    vscode.commands.registerCommand('linearToNeural.restart', () => {
      const notebook = vscode.window.activeNotebookEditor?.notebook;
      if (notebook && sessions.has(notebook)) sessionFor(notebook).restart();
    }),
    { dispose: () => [...sessions.keys()].forEach(end) });
}

module.exports = { activate };
