// Requirement by requirement, by area; the areas in which one does not hold are open.
const grave = ['FAILED', 'FLAKY', 'ERROR'];

function requirementRow(row) {
  return html('tr', { id: 'requirement:' + row.id },
    html('th', { scope: 'row' }, html('span', { class: 'id' }, row.id), ' ', html('span', { class: 'level' }, row.level)),
    html('td', { class: 'says' }, row.text,
      html('span', { class: 'source' }, row.source + (grave.includes(row.verdict) && row.basis ? ` (${row.basis})` : ''))),
    html('td', {}, badge(row.verdict)),
    html('td', { class: 'links' }, row.scenarios.length === 0 ? html('span', { class: 'dim' }, 'none')
      : [row.scenarios.slice(0, 5).map(index => link(anchorOf(facts.scenarios[index]), facts.scenarios[index].id)),
        row.scenarios.length > 5 && link('?requirement=' + encodeURIComponent(row.id), `all ${row.scenarios.length}`)]));
}

function areaFold(area, rows) {
  const counts = facts.verdicts.map(one => ({ ...one, count: rows.filter(row => row.verdict === one.verdict).length }));
  const fold = html('details', { class: 'area' },
    html('summary', {}, html('h3', {}, area), html('span', { class: 'tally' }, counts.filter(one => one.count > 0).map(one =>
      html('span', { class: 'tally-part ' + one.verdict }, `${one.count} ${one.word.toLowerCase()}`)))));
  const draw = () => {
    if (fold.childElementCount === 1)
      fold.append(table('requirements', ['Requirement', 'What must hold', 'Verdict', 'Scenarios'], rows.map(requirementRow)));
  };
  fold.addEventListener('toggle', draw);
  fold.draw = draw;
  fold.holds = id => rows.some(row => row.id === id);
  if (rows.some(row => grave.includes(row.verdict))) {
    draw();
    fold.open = true;
  }
  return fold;
}

const folds = [];

function startRequirements() {
  for (const [area, rows] of Map.groupBy(facts.requirements, row => row.area)) folds.push(areaFold(area, rows));
  document.getElementById('requirements').append(...folds);
}

function openRequirement(id) {
  const fold = folds.find(one => one.holds(id));
  if (!fold) return null;
  fold.draw();
  fold.open = true;
  return document.getElementById('requirement:' + id);
}
