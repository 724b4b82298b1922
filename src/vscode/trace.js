// @ts-check
'use strict';

/**
 * VS Code makes a link to the cell's line of each line that is nothing but `Cell In[3], line 2`. The host's lines say more than that,
 * so the place goes to a line of its own.
 * @param {string[]} lines
 */
function withPlacesOnLinesOfTheirOwn(lines) {
  return lines.flatMap(text => text.split('\n')).flatMap(line => {
    const found = /^(\s*)(?:at )?(.*?)(?: in )?(Cell In\[\d+\], line \d+)(?:, column \d+)?(?:: )?(.*)$/.exec(line);
    if (!found) return [line];
    const [, indent, method, place, rest] = found;
    return [...(method ? [`${indent}at ${method} in`] : []), `${indent}${place}`, ...(rest ? [`${indent}${rest}`] : [])];
  }).join('\n');
}

module.exports = { withPlacesOnLinesOfTheirOwn };
