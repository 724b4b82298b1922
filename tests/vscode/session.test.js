'use strict';
const test = require('node:test');
const assert = require('node:assert/strict');
const path = require('node:path');
const { NotebookSession } = require('../../src/vscode/session');
const { fakeVSCode, fakeNotebook } = require('./fake-vscode');

const command = [process.execPath, path.join(__dirname, 'fake-host.js')];
const done = (status, more = '') => `say({ type: 'done', id, status: '${status}', diagnostics: [], line: null${more} });`;

/** A notebook of cells whose code is what the host shall do. */
function open(t, codes, reader) {
  const vscode = fakeVSCode(reader);
  const marks = new Map();
  const squiggles = { clear: cell => marks.delete(cell), set: (cell, diagnostics) => marks.set(cell, diagnostics) };
  const { notebook, cells, controller } = fakeNotebook(__dirname, ...codes);
  const session = new NotebookSession(vscode, notebook, command, squiggles);
  t.after(() => session.dispose());
  return { session, cells, marks, vscode, run: (...which) => session.run(which.length ? which : cells, controller) };
}

test('cells run in order, are numbered, and show what the host says', async t => {
  const { cells, run } = open(t, [
    `say({ type: 'stream', id, name: 'stdout', text: 'a' }); say({ type: 'stream', id, name: 'stdout', text: 'b' }); say({ type: 'stream', id, name: 'stderr', text: 'c' }); ${done('ok')}`,
    `say({ type: 'result', id, data: { 'application/vnd.plotly.v1+json': { data: [] }, 'text/plain': 'A chart.' } }); ${done('ok')}`]);
  await run();
  assert.deepEqual(cells.map(c => [c.order, c.state]), [[1, 'well'], [2, 'well']]);
  assert.deepEqual(cells[0].outputs.map(o => o.items.map(i => i.mime + i.value)), [['stdouta', 'stdoutb'], ['stderrc']]);
  assert.deepEqual(cells[1].outputs[0].metadata, { outputType: 'execute_result', description: 'A chart.' });
  assert.deepEqual(cells[1].outputs[0].items.map(i => i.mime), ['application/vnd.plotly.v1+json', 'text/plain']);
});

test('after a cell that fails the others do not run, and the error is marked', async t => {
  const { cells, marks, run, session } = open(t, [
    done('compile').replace('[]', '[{ code: "CS0103" }]'), done('ok')]);
  await run();
  assert.deepEqual(cells.map(c => c.state), ['failed', 'not run']);
  assert.equal(marks.get(cells[0])[0].code, 'CS0103');
  assert.equal(session.knowsAllAbove(cells[1]), false);
});

test('a cell that succeeds is known to those below, until a restart', async t => {
  const { cells, run, session } = open(t, [done('ok'), done('ok')]);
  await run(cells[0]);
  assert.equal(session.knowsAllAbove(cells[1]), true);
  session.restart();
  assert.equal(session.knowsAllAbove(cells[1]), false);
  await run(cells[0]);
  assert.equal(cells[0].order, 1);
});

test('a display is updated wherever it is, and cleared output goes', async t => {
  const { cells, run } = open(t, [
    `say({ type: 'display', id, display: 'd', data: { 'text/plain': 'old' } }); ${done('ok')}`,
    `say({ type: 'update', id, display: 'd', data: { 'text/plain': 'new' } }); say({ type: 'stream', id, name: 'stdout', text: 'x' }); say({ type: 'clear', id, wait: true }); say({ type: 'stream', id, name: 'stdout', text: 'y' }); ${done('ok')}`]);
  await run();
  assert.equal(cells[0].outputs[0].items[0].value, 'new');
  assert.deepEqual(cells[1].outputs.flatMap(o => o.items.map(i => i.value)), ['y']);
});

for (const [answer, said] of [['Ada', 'got Ada'], [undefined, 'got null']])
  test(`a question is answered by the reader: ${answer}`, async t => {
    const { cells, run, vscode } = open(t, [`say({ type: 'ask', id, prompt: 'Name?', password: false }); setTimeout(() => { ${done('ok')} }, 200);`], { answer });
    await run();
    assert.equal(vscode.shown.asked[0].prompt, 'Name?');
    assert.equal(cells[0].outputs[0].items[0].value, said);
  });

test('the death of the host fails the cell with its last words, and the next run has a new host', async t => {
  const { cells, run, vscode } = open(t, [`process.stderr.write('Out of memory.', () => process.exit(7));`, done('ok')]);
  await run();
  assert.deepEqual(cells.map(c => c.state), ['failed', 'not run']);
  assert.match(cells[0].outputs[0].items[0].value.stack, /exit code is 7[^]*Out of memory/);
  assert.match(vscode.shown.errors[0], /a\.ipynb has ended[^]*Out of memory/);
  await run(cells[1]);
  assert.deepEqual([cells[1].state, cells[1].order], ['well', 1]);
});

test('an interrupt keeps the waiting cells from running', async t => {
  const { cells, run, session } = open(t, [`setTimeout(() => { ${done('stopped')} }, 200);`, done('ok')]);
  const all = run();
  const later = run(cells[1]);
  await new Promise(resolve => setTimeout(resolve, 50));
  session.interrupt();
  await Promise.all([all, later]);
  assert.deepEqual(cells.map(c => c.state), ['failed', 'not run']);
  assert.match(cells[0].outputs[0].items[0].value.message, /was interrupted/);
});

test('a restart ends a cell that never ends', async t => {
  const { cells, run, session } = open(t, ['while (true);', done('ok')]);
  const all = run();
  await new Promise(resolve => setTimeout(resolve, 100));
  session.restart();
  await all;
  assert.deepEqual(cells.map(c => c.state), ['failed', 'not run']);
  await run(cells[1]);
  assert.equal(cells[1].state, 'well');
});
