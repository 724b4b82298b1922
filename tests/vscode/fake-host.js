// A host that does what it is told: `run` carries a program for it, in its code. Started by host.test.js as a process of its own.
'use strict';
const lines = require('readline').createInterface({ input: process.stdin });
const say = message => process.stdout.write(JSON.stringify(message) + '\n');
say({ type: 'ready', protocol: 1, version: '1.0.0' });
lines.on('line', line => {
  const request = JSON.parse(line);
  // eslint-disable-next-line no-new-func
  if (request.type === 'run') new Function('say', 'id', 'process', request.code)(say, request.id, process);
  if (request.type === 'hover') setTimeout(() => say({ type: 'description', id: request.id, signature: request.code, documentation: '' }), request.position);
  if (request.type === 'input') say({ type: 'stream', id: '1', name: 'stdout', text: `got ${request.text}` });
});
