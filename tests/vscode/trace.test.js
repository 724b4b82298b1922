'use strict';
const test = require('node:test');
const assert = require('node:assert/strict');
const { withPlacesOnLinesOfTheirOwn: place } = require('../../src/vscode/trace');

/** What VS Code takes for a place in a cell, and makes a link of: the whole line is lost but for this. */
const link = /^\s*Cell In\[\d+\], line \d+$/m;

for (const [name, given, wanted] of [
  ['a line of a cell', ['   at Cell In[3], line 2'], '   Cell In[3], line 2'],
  ['a method of a cell', ['   at Sigmoid(Double z) in Cell In[3], line 12'], '   at Sigmoid(Double z) in\n   Cell In[3], line 12'],
  ['a compile error', ["Cell In[1], line 2, column 9: error CS0103: The name 'aa' does not exist\n    var b = aa;\n            ^"],
    "Cell In[1], line 2\nerror CS0103: The name 'aa' does not exist\n    var b = aa;\n            ^"],
]) test(`${name} has its place on a line of its own`, () => {
  assert.equal(place(given), wanted);
  assert.match(place(given), link);
});

test('what has no place stays as it is', () => assert.equal(place(['System.Exception: so', '   at System.Linq.First()']), 'System.Exception: so\n   at System.Linq.First()'));
