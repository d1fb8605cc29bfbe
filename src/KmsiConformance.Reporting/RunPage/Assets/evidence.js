// What was seen, line by line: all of it on demand, and of the deciding step the requests and cookies at once.
const told = new Set(['request', 'page', 'cookie-changed', 'cookie-withheld', 'cookie-refused', 'frame-blocked']);
const heldBack = new Set(['cookie-withheld', 'cookie-refused', 'frame-blocked']);

function eventRow([number, step, since, utc, type, text, ...where]) {
  return html('tr', { class: type === 'step-started' ? 'step' : heldBack.has(type) ? 'held-back' : null },
    html('td', {}, number), html('td', {}, [step, ...where].join(', ')), html('td', { title: utc }, since),
    html('td', {}, type), html('td', {}, text));
}

function eventTable(rows) {
  return table('events', ['#', 'Step', 'World time', 'Type', 'What was seen'], rows.map(eventRow));
}

function evidence(detail, name) {
  if (!detail.events) return null;
  const fold = html('details', { class: 'evidence' }, html('summary', {}, `Evidence: ${detail.events.length} events`));
  fold.addEventListener('toggle', () => {
    if (fold.open && fold.childElementCount === 1) fold.append(scrolling('scroll', `Events of ${name}`, eventTable(detail.events)));
  });
  return fold;
}

// A step that only looks asks for nothing: then what it looked at was brought about by the last one that did.
function stepEvidence(detail, name) {
  const all = (detail.events ?? []).filter(([, step, , , type]) => step <= detail.deciding && told.has(type));
  const last = all.at(-1)?.[1];
  const rows = all.filter(([, step]) => step === last);
  if (rows.length === 0) return null;
  const held = rows.filter(row => heldBack.has(row[4])).length;
  const of = `Requests and cookies of step ${last}`;
  return html('details', { class: 'evidence', open: rows.length <= 12 || held > 0 },
    html('summary', {}, of + (last === detail.deciding ? '' : ', the last before it that asked for anything'),
      held > 0 && html('span', { class: 'problem' }, ` (${plural(held, 'time')} something was withheld, refused or blocked)`)),
    scrolling('scroll', `${of} of ${name}`, eventTable(rows)));
}
