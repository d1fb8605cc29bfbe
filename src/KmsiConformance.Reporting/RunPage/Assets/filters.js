// What of the list is shown, and that the address says so: report.html#lifetime/one?verdict=FAILED&text=cookie
const kinds = ['area', 'requirement', 'cause'];
const chosen = { verdict: new Set(), area: '', requirement: '', cause: '', text: '' };
const controls = {};
let anchor = '';

function isPlain() {
  return chosen.verdict.size === 0 && chosen.text.trim() === '' && kinds.every(kind => chosen[kind] === '');
}

function fits(scenario, index, sought) {
  return (chosen.verdict.size === 0 || chosen.verdict.has(scenario.verdict))
    && (chosen.area === '' || scenario.area === chosen.area)
    && (chosen.requirement === '' || scenario.requirements.includes(chosen.requirement))
    && (chosen.cause === '' || (facts.causes[chosen.cause - 1]?.scenarios.includes(index) ?? false))
    && sought.every(word => words[index].includes(word));
}

async function apply() {
  const sought = chosen.text.toLowerCase().split(/\s+/).filter(Boolean);
  if (sought.length > 0 && !words) await readWords();
  const indices = [];
  facts.scenarios.forEach((scenario, index) => { if (fits(scenario, index, sought)) indices.push(index); });
  drawList(indices);
  controls.said.textContent = isPlain() ? '' : `${indices.length} of ${facts.scenarios.length} scenarios shown`;
  controls.clear.hidden = isPlain();
  for (const chip of controls.chips) chip.setAttribute('aria-pressed', String(chosen.verdict.has(chip.dataset.verdict)));
  for (const kind of kinds) controls[kind].value = chosen[kind];
  if (controls.text.value !== chosen.text) controls.text.value = chosen.text;
}

function fragment() {
  const query = new URLSearchParams();
  if (chosen.verdict.size > 0) query.set('verdict', [...chosen.verdict].join(','));
  for (const kind of [...kinds, 'text']) if (chosen[kind] !== '') query.set(kind, chosen[kind]);
  const said = query.toString();
  return (said || anchor) ? `#${anchor}${said ? '?' + said : ''}` : '';
}

// The address follows what is chosen, without a step in the history for each letter.
function choose(change) {
  Object.assign(chosen, change);
  history.replaceState(null, '', fragment() || location.pathname + location.search);
  return apply();
}

function clearFilters() {
  return choose({ verdict: new Set(), area: '', requirement: '', cause: '', text: '' });
}

function readAddress() {
  const [place, query = ''] = location.hash.slice(1).split(/\?(.*)/s);
  try { anchor = decodeURIComponent(place); } catch { anchor = place; }

  // A link to a place alone leaves what is chosen as it is.
  if (place !== '' && !location.hash.includes('?')) {
    history.replaceState(null, '', fragment());
    return;
  }
  const said = new URLSearchParams(query);
  chosen.verdict = new Set((said.get('verdict') ?? '').split(',').filter(Boolean));
  for (const kind of [...kinds, 'text']) chosen[kind] = said.get(kind) ?? '';
}

function selection(kind, label, all, options) {
  const made = html('select', { 'aria-label': label }, html('option', { value: '' }, all),
    options.map(([value, text]) => html('option', { value }, text)));
  made.addEventListener('change', () => choose({ [kind]: made.value }));
  controls[kind] = made;
  return made;
}

function chip({ verdict, word, glyph }) {
  const count = facts.scenarios.filter(scenario => scenario.verdict === verdict).length;
  if (count === 0) return null;
  const said = [html('span', { class: 'glyph', 'aria-hidden': 'true' }, glyph), ` ${word} `, html('b', {}, count)];
  return button(said, () => {
    const verdicts = new Set(chosen.verdict);
    if (!verdicts.delete(verdict)) verdicts.add(verdict);
    choose({ verdict: verdicts });
  }, { class: 'chip ' + verdict, 'data-verdict': verdict, 'aria-pressed': 'false' });
}

function startFilters() {
  controls.chips = facts.verdicts.map(chip).filter(Boolean);
  controls.said = html('p', { id: 'shown', role: 'status' });
  controls.text = html('input', {
    id: 'search', type: 'search', placeholder: 'Search  /', 'aria-label': 'Search scenarios by words', autocomplete: 'off',
  });
  controls.text.addEventListener('input', () => choose({ text: controls.text.value }));
  controls.text.addEventListener('focus', readWords, { once: true });
  controls.clear = button('Clear', clearFilters, { hidden: true, 'aria-label': 'Show all scenarios again' });
  const areas = [...new Set(facts.scenarios.map(scenario => scenario.area))].sort();
  document.getElementById('scenarios').append(html('div', { class: 'controls' },
    html('div', { class: 'chips', role: 'group', 'aria-label': 'Scenarios by verdict' }, controls.chips),
    html('div', { class: 'tools' },
      selection('area', 'Area', 'Every area', areas.map(area => [area, area])),
      selection('requirement', 'Requirement', 'Every requirement', facts.requirements.map(one => [one.id, `${one.id} ${one.area}`])),
      selection('cause', 'Cause', 'Every cause', facts.causes.map((cause, at) =>
        [at + 1, `Cause ${at + 1}: ${plural(cause.scenarios.length, 'scenario')}`])),
      controls.text, controls.clear,
      button('Close all', () => { for (const row of list.children) row.open = false; }),
      button('Print', printAll)),
    controls.said));
  if (facts.causes.length === 0) controls.cause.hidden = true;
}
