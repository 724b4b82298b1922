'use strict';
const test = require('node:test');
const assert = require('node:assert/strict');
const path = require('node:path');
const { Host } = require('../../src/vscode/host');

/** A host of fake-host.js, and what it tells. */
function start(t, command = [process.execPath, path.join(__dirname, 'fake-host.js')]) {
  const told = { messages: [], ended: [] };
  const host = new Host(command, __dirname, {
    message: message => told.messages.push(message),
    ended: (reason, words) => told.ended.push({ reason, words }),
  });
  t.after(() => host.dispose());
  return { host, told };
}
const done = `say({ type: 'done', id, status: 'ok', diagnostics: [], line: null });`;

test('a run gives its messages in order, and ends with done', async t => {
  const { host, told } = start(t);
  const result = await host.ask('run', { name: 'Cell In[1]', code: `for (let i = 0; i < 3; i++) say({ type: 'stream', id, name: 'stdout', text: i + ';' }); ${done}` });
  assert.equal(result.status, 'ok');
  assert.deepEqual(told.messages.map(m => m.text), ['0;', '1;', '2;']);
});

test('answers find their questions, in whatever order they come', async t => {
  const { host } = start(t);
  const answers = await Promise.all([host.ask('hover', { code: 'slow', position: 60 }), host.ask('hover', { code: 'fast', position: 0 })]);
  assert.deepEqual(answers.map(a => a.signature), ['slow', 'fast']);
});

test('a message that comes in pieces is one message', async t => {
  const { host, told } = start(t);
  await host.ask('run', { code: `const line = JSON.stringify({ type: 'stream', id, name: 'stdout', text: 'σ≥0' }) + '\\n';
    const bytes = Buffer.from(line); process.stdout.write(bytes.subarray(0, 50)); setTimeout(() => { process.stdout.write(bytes.subarray(50)); ${done} }, 30);` });
  assert.deepEqual(told.messages.map(m => m.text), ['σ≥0']);
});

test('a flood arrives whole', async t => {
  const { host, told } = start(t);
  await host.ask('run', { code: `for (let i = 0; i < 20000; i++) say({ type: 'stream', id, name: 'stdout', text: 'x'.repeat(100) }); ${done}` });
  assert.equal(told.messages.length, 20000);
});

test('what is no message is text of the cell', async t => {
  const { host, told } = start(t);
  await host.ask('run', { code: `process.stdout.write('printf was here\\n{"a":1}\\nnull\\n'); ${done}` });
  assert.deepEqual(told.messages.map(m => m.text), ['printf was here\n', '{"a":1}\n', 'null\n']);
});

test('a host that dies ends what was asked, tells why, and has last words', async t => {
  const { host, told } = start(t);
  const result = await host.ask('run', { code: `process.stderr.write('no memory left', () => process.exit(7));` });
  assert.equal(result, undefined);
  assert.deepEqual(told.ended, [{ reason: 'its exit code is 7', words: 'no memory left' }]);
  assert.equal(await host.ask('hover', { code: '', position: 0 }), undefined);
});

test('a host that is killed is told by the signal', { skip: process.platform === 'win32' }, async t => {
  const { host, told } = start(t);
  await host.ask('run', { code: `process.kill(process.pid, 'SIGKILL');` });
  assert.equal(told.ended[0].reason, 'it was ended by SIGKILL');
});

test('a host that is not there is told', async t => {
  const { host, told } = start(t, [path.join(__dirname, 'no-such-program')]);
  assert.equal(await host.ask('run', { code: '' }), undefined);
  assert.match(told.ended[0].reason, /could not be started: .*no-such-program/);
});

test('a host that stalls keeps nobody from ending it, and nobody is told', async t => {
  const { host, told } = start(t);
  const asked = host.ask('run', { code: `while (true);` });
  host.dispose();
  assert.equal(await asked, undefined);
  assert.deepEqual(told, { messages: [], ended: [] });
});

test('a host of another protocol says in its last words what to do', async t => {
  const { host } = start(t, [process.execPath, '-e', `console.log('{"type":"ready","protocol":99,"version":"9.0.0"}')`]);
  await host.ask('run', { code: '' });
  assert.match(host.words, /install the extension again/);
});
