// @ts-check
'use strict';

/** How long the reader pauses before what is written is looked at. */
const PAUSE = 400;

/** Marks what keeps cells from compiling: after a run, and while the reader types. */
class Squiggles {
  /** @param {import('vscode')} vscode */
  constructor(vscode) {
    this.vscode = vscode;
    this.collection = vscode.languages.createDiagnosticCollection('C# notebook');
    /** @type {Map<string, NodeJS.Timeout>} */
    this.pauses = new Map();
  }

  /** @param {import('vscode').NotebookCell} cell */
  clear(cell) {
    this.collection.delete(cell.document.uri);
  }

  /** @param {import('vscode').NotebookCell} cell @param {any[]} diagnostics as the host gives them */
  set(cell, diagnostics) {
    const { Range, Diagnostic, DiagnosticSeverity } = this.vscode;
    this.collection.set(cell.document.uri, diagnostics.map(d => {
      const range = new Range(d.line - 1, d.column - 1, d.endLine - 1, d.endColumn - 1);
      // An error between two characters is shown on the word before it.
      const shown = range.isEmpty ? cell.document.getWordRangeAtPosition(range.start) ?? range.with(range.start.translate(0, -Math.min(1, range.start.character))) : range;
      const diagnostic = new Diagnostic(shown, d.message, d.isError ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning);
      return Object.assign(diagnostic, { code: d.code, source: 'C#' });
    }));
  }

  /**
   * Looks at a cell after a pause in typing.
   * @param {import('vscode').NotebookCell} cell @param {import('./session').NotebookSession} session
   */
  look(cell, session) {
    const key = cell.document.uri.toString();
    clearTimeout(this.pauses.get(key));
    this.pauses.set(key, setTimeout(async () => {
      this.pauses.delete(key);
      const version = cell.document.version;
      const answer = await session.host?.ask('diagnose', {
        code: cell.document.getText(),
        name: 'cell',
        syntaxOnly: !session.knowsAllAbove(cell),
      });
      if (answer && cell.document.version === version) this.set(cell, answer.diagnostics);
    }, PAUSE));
  }

  dispose() {
    for (const pause of this.pauses.values()) clearTimeout(pause);
    this.collection.dispose();
  }
}

module.exports = { Squiggles };
