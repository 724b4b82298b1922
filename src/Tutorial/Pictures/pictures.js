// Draws each figure that stands in the page as JSON, and leaves its pictures there as addresses that hold them.
// The browser prints the page once it has loaded, and it has loaded once the document of its inner frame is closed: when all is drawn.
// The paper stays transparent and the words grey, so that a picture can stand on a light page and on a dark one.
(async () => {
  "use strict";
  const size = { width: 560, widthOfPanels: 720, height: 520 };
  const frame = document.body.appendChild(document.createElement("iframe"));
  frame.contentDocument.open();

  // Sixteen steps for each colour are enough for the eye, and make the file a third smaller.
  async function withFewerColours(address) {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const picture = context.getImageData(0, 0, canvas.width, canvas.height);
    for (let i = 0; i < picture.data.length; i++) picture.data[i] = Math.round(picture.data[i] / 17) * 17;
    for (let i = 0; i < picture.data.length; i += 4) if (picture.data[i + 3] === 0) picture.data.fill(0, i, i + 4);
    context.putImageData(picture, 0, 0);
    return canvas.toDataURL("image/png");
  }

  function put(name, address) {
    const place = document.createElement("pre");
    place.dataset.picture = name;
    place.textContent = address;
    document.body.append(place);
  }

  async function draw(name, figure) {
    const plot = document.body.appendChild(document.createElement("div"));
    const height = figure.layout.height ?? size.height;
    const width = figure.layout.meta?.wide ? size.widthOfPanels : size.width;
    await Plotly.newPlot(plot, figure.data, { ...figure.layout, width, height }, { staticPlot: true });
    put(`${name}.svg`, await Plotly.toImage(plot, { format: "svg", width, height }));
    put(`${name}.png`, await withFewerColours(await Plotly.toImage(plot, { format: "png", width, height, scale: 1.25 })));
    Plotly.purge(plot); // a browser has few contexts for pictures in space
    plot.remove();
  }

  for (const { id, textContent } of document.querySelectorAll("script[type='application/json']"))
    await draw(id, JSON.parse(textContent)).catch(error => put(`${id}.problem`, `data:text/plain,${encodeURIComponent(error)}`));
  frame.contentDocument.close();
})();
