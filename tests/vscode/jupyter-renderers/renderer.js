// @ts-check
export const activate = () => ({
  /** @param {any} _ @param {HTMLElement} element */
  renderOutputItem(_, element) { element.textContent = 'Given to the other renderer.'; },
});
