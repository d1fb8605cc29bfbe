// A moment of the scenario, what happened there, and what every site held in the browser then.
function heldAt(drawing, x) {
  const held = new Map();
  for (const cookie of drawing.holdings) {
    if (cookie.x > x + 0.05 || (cookie.end !== undefined && cookie.end <= x + 0.05)) continue;
    if (!held.has(cookie.site)) held.set(cookie.site, []);
    const stored = cookie.words.filter(one => one.x <= x + 0.05).at(-1);
    held.get(cookie.site).push({ name: cookie.name, words: stored?.text ?? '' });
  }
  return held;
}

function heldRows(drawing, x) {
  const held = heldAt(drawing, x);
  const sites = [...new Set([...drawing.rows.slice(1, -1).map(row => row.name), ...held.keys()])];
  return sites.map(site => html('tr', {}, html('th', { scope: 'row' }, site),
    html('td', {}, held.has(site)
      ? html('ul', {}, held.get(site).map(cookie => html('li', {}, html('b', {}, cookie.name), ' ' + cookie.words)))
      : html('span', { class: 'dim' }, 'no cookie'))));
}

function happenedAt(drawing, x) {
  return drawing.rows.flatMap(row => row.marks.filter(mark => Math.abs(mark.x - x) < 0.1).map(mark => `${row.name}: ${mark.title}`));
}

function nearest(drawing, x) {
  let best = 0;
  drawing.stops.forEach((stop, at) => { if (Math.abs(stop.x - x) < Math.abs(drawing.stops[best].x - x)) best = at; });
  return best;
}

// Where the scenario failed; otherwise where the last thing happened before the browser was closed.
function interesting(drawing) {
  const marks = drawing.rows.flatMap(row => row.marks.map(mark => mark.x));
  return nearest(drawing, drawing.alarm?.x ?? Math.max(drawing.stops[0].x, ...marks));
}

function scrubber(drawing, picture, detail, name) {
  const last = drawing.stops.length - 1;
  const range = html('input', {
    type: 'range', min: 0, max: last, step: 1, value: interesting(drawing), 'aria-label': `Moment in ${name}`,
  });
  const when = html('span', { class: 'when' });
  const told = html('ul', { class: 'happened' });
  const body = html('tbody');
  const hovered = html('p', { class: 'hovered dim' });
  const show = () => {
    const stop = drawing.stops[range.value];
    const text = detail.steps[stop.step - 1]?.text;
    const words = `${stop.since}, ${stop.step > 0 ? `step ${stop.step}` : 'before the first step'}${text ? `: ${text}` : ''}`;
    range.setAttribute('aria-valuetext', words);
    when.replaceChildren(html('b', {}, stop.since), ` ${words.slice(stop.since.length + 2)}`,
      html('span', { class: 'dim' }, ` ${stop.utc}`));
    told.replaceChildren(...happenedAt(drawing, stop.x).map(one => html('li', {}, one)));
    body.replaceChildren(...heldRows(drawing, stop.x));
    for (const end of ['x1', 'x2']) picture.querySelector('.needle').setAttribute(end, stop.x);
  };
  range.addEventListener('input', show);
  picture.addEventListener('click', event => {
    const at = event.target.closest('[data-x]');
    if (!at) return;
    range.value = nearest(drawing, Number(at.dataset.x));
    show();
  });
  picture.addEventListener('mouseover', event => {
    const at = event.target.closest('[data-x]');
    if (at) hovered.textContent = at.querySelector('title').textContent;
  });
  picture.addEventListener('mouseout', () => { hovered.textContent = ''; });
  show();
  return html('div', { class: 'scrubber' },
    hovered, html('div', { class: 'moment' }, range, when), told,
    html('table', { class: 'held' }, html('caption', {}, 'Cookies in the browser at this moment'),
      html('thead', {}, html('tr', {}, html('th', { scope: 'col' }, 'Site'), html('th', { scope: 'col' }, 'Holds'))), body));
}

function timelineFigure(detail, name) {
  const drawing = detail.timeline;
  const picture = drawTimeline(drawing, `Timeline of ${name}`);
  let zoom = 1;
  const scale = by => () => {
    zoom = Math.min(8, Math.max(1, zoom * by));
    picture.style.width = `${zoom * 100}%`;
  };
  return html('figure', { class: 'timeline' },
    html('div', { class: 'zooming' },
      button('−', scale(0.5), { 'aria-label': `Narrower timeline of ${name}` }),
      button('+', scale(2), { 'aria-label': `Wider timeline of ${name}` })),
    scrolling('scroll', `Timeline of ${name}`, picture),
    html('figcaption', {}, legend(drawing)),
    drawing.stops.length > 1 && scrubber(drawing, picture, detail, name));
}
