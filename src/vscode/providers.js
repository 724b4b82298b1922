// @ts-check
'use strict';

/**
 * Completion, hover and signature help in cells. They come from the notebook's session, so they know the names of the cells that ran.
 * @param {import('vscode')} vscode
 * @param {(document: import('vscode').TextDocument) => import('./session').NotebookSession | undefined} sessionOf
 */
function registerProviders(vscode, sessionOf) {
  const cells = { language: 'csharp', notebookType: 'jupyter-notebook' };
  /** @param {string} type @param {import('vscode').TextDocument} document @param {import('vscode').Position} position */
  const ask = async (type, document, position) =>
    sessionOf(document)?.host?.ask(type, { code: document.getText(), position: document.offsetAt(position) });

  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(cells, {
      async provideCompletionItems(document, position) {
        const found = await ask('complete', document, position);
        if (!found) return undefined;
        const range = new vscode.Range(document.positionAt(found.start), document.positionAt(found.end));
        return found.items.map((/** @type {any} */ item, /** @type {number} */ i) => Object.assign(
          new vscode.CompletionItem(item.text, kindOf(vscode, item.kind)),
          { range, sortText: `${i}`.padStart(5, '0') }));
      },
    }, '.'),
    vscode.languages.registerHoverProvider(cells, {
      async provideHover(document, position) {
        const found = await ask('hover', document, position);
        if (!found?.signature || !document.getWordRangeAtPosition(position)) return undefined;
        return new vscode.Hover(new vscode.MarkdownString().appendCodeblock(found.signature, 'csharp').appendText(found.documentation));
      },
    }),
    vscode.languages.registerSignatureHelpProvider(cells, {
      async provideSignatureHelp(document, position) {
        const found = await ask('signatures', document, position);
        if (!found || found.items.length === 0) return undefined;
        const help = new vscode.SignatureHelp();
        help.signatures = found.items.map((/** @type {any} */ item) => Object.assign(new vscode.SignatureInformation(item.text, item.documentation), {
          parameters: item.parameters.map((/** @type {any} */ p) => new vscode.ParameterInformation(p.text, p.documentation)),
        }));
        [help.activeSignature, help.activeParameter] = [found.active, found.argument];
        return help;
      },
    }, '(', ','));
}

/** @param {import('vscode')} vscode @param {string} roslyn */
function kindOf({ CompletionItemKind: kinds }, roslyn) {
  /** @type {Record<string, import('vscode').CompletionItemKind>} */
  const others = {
    ExtensionMethod: kinds.Method, Local: kinds.Variable, Parameter: kinds.Variable, RangeVariable: kinds.Variable,
    Namespace: kinds.Module, Structure: kinds.Struct, Record: kinds.Class, RecordStruct: kinds.Struct, Delegate: kinds.Function,
  };
  return others[roslyn] ?? kinds[/** @type {keyof typeof kinds} */ (roslyn)] ?? kinds.Text;
}

module.exports = { registerProviders };
