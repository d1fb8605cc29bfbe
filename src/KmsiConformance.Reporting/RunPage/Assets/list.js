// The list of scenarios: rows are made when they come into sight, bodies when they are opened.
const page = 100;
const rows = [];
let shown = [];
let drawn = 0;
const list = html('div', { id: 'list' });
const more = html('p', { class: 'more' });

function rowOf(index) {
  if (rows[index]) return rows[index];
  const scenario = facts.scenarios[index];
  const row = html('details', { class: 'scenario ' + scenario.verdict, id: anchorOf(scenario), 'data-verdict': scenario.verdict },
    html('summary', {}, badge(scenario.verdict),
      html('span', { class: 'name' }, html('span', { class: 'title' }, scenario.title), html('span', { class: 'id' }, scenario.id)),
      html('span', { class: 'took' }, scenario.known && html('span', { class: 'attempts' }, 'known'),
        scenario.attempts && html('span', { class: 'attempts' }, `${scenario.attempts} attempts`), scenario.took)));
  row.addEventListener('toggle', () => { if (row.open) drawBody(index); });
  rows[index] = row;
  return row;
}

async function drawBody(index) {
  const detail = await detailOf(index);
  drawKnownBody(index, detail);
}

function drawKnownBody(index, detail) {
  const row = rowOf(index);
  if (row.childElementCount === 1) row.append(cardBody(facts.scenarios[index], detail));
}

function heading(verdict) {
  const count = shown.filter(index => facts.scenarios[index].verdict === verdict).length;
  return html('h3', { class: 'group', id: 'verdict:' + verdict }, wordsOf(verdict).word + ' ', html('span', { class: 'count' }, count));
}

function drawUpTo(count) {
  const parts = [];
  for (const goal = Math.min(count, shown.length); drawn < goal; drawn++) {
    const verdict = facts.scenarios[shown[drawn]].verdict;
    if (drawn === 0 || facts.scenarios[shown[drawn - 1]].verdict !== verdict) parts.push(heading(verdict));
    parts.push(rowOf(shown[drawn]));
  }
  list.append(...parts);
  more.hidden = drawn >= shown.length;
  more.firstChild.textContent = `Show more of ${shown.length - drawn} further scenarios`;
}

function drawList(indices) {
  shown = indices;
  drawn = 0;
  list.replaceChildren();
  drawUpTo(page);
}

function startList() {
  more.append(button('', () => drawUpTo(drawn + page)));
  document.getElementById('scenarios').append(list, more);
  new IntersectionObserver(seen => { if (seen.some(one => one.isIntersecting) && !more.hidden) drawUpTo(drawn + page); },
    { rootMargin: '600px' }).observe(more);
}

// Opens a scenario that is among those shown, and gives its row.
async function open(index) {
  const place = shown.indexOf(index);
  if (place < 0) return null;
  drawUpTo(Math.max(drawn, place + 1));
  const row = rowOf(index);
  row.open = true;
  await drawBody(index);
  return row;
}
