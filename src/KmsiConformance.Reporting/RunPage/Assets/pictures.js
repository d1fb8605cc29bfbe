// A picture stands once in the file, or beside it; it is given to the page when its scenario is opened.
function sourceOf(shot) {
  if (shot.address) return shot.address;
  const block = document.getElementById(shot.id);
  return block ? `data:${block.type};base64,${block.textContent}` : '';
}

function figureOf(shot) {
  if (shot.problem) return html('figure', {}, html('figcaption', {}, shot.caption + ' ', html('span', { class: 'problem' }, shot.problem)));
  const picture = html('img', { src: sourceOf(shot), alt: shot.caption, width: shot.width, height: shot.height, decoding: 'async' });
  const frame = button(picture, () => {
    const zoomed = frame.parentElement.classList.toggle('zoomed');
    frame.setAttribute('aria-expanded', String(zoomed));
  }, { class: 'frame', 'aria-expanded': 'false' });
  return html('figure', {}, frame, html('figcaption', {}, shot.caption));
}

function figures(shots) {
  return shots ? html('div', { class: 'shots' }, shots.map(figureOf)) : null;
}
