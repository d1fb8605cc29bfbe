// What failed, by cause, and how the areas stand.
function scenarioLinks(indices, most, all) {
  return [
    indices.slice(0, most).map(index => link(anchorOf(facts.scenarios[index]), facts.scenarios[index].title, { class: 'case' })),
    indices.length > most && link(all, `all ${indices.length}`, { class: 'case all' }),
  ];
}

function causeItem(cause, at) {
  const first = facts.requirements.find(one => one.id === cause.requirements[0]);
  const others = cause.requirements.slice(1);
  return html('li', { class: 'cause ' + cause.verdict },
    html('h3', {}, badge(cause.verdict), ' ', link(`?cause=${at + 1}`, plural(cause.scenarios.length, 'scenario')),
      cause.check && html('span', { class: 'check' }, 'judged by ', html('code', {}, cause.check))),
    html('dl', { class: 'judged' }, fact('Expected', cause.expected), fact('Actual', cause.actual)),
    first && html('p', { class: 'basis' }, link('requirement:' + first.id, first.id, { class: 'id' }), ` ${first.text}`,
      html('span', { class: 'source' }, first.source, others.length > 0 && [', and ',
        others.map((id, place) => [place > 0 && ', ', link('requirement:' + id, id)])])),
    html('p', { class: 'cases' }, scenarioLinks(cause.scenarios, 3, `?cause=${at + 1}`)));
}

function areaRow([area, counts], most) {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const parts = facts.verdicts.filter(one => counts.has(one.verdict)).map(one => ({ ...one, count: counts.get(one.verdict) }));
  const said = parts.map(part => `${part.count} ${part.word.toLowerCase()}`).join(', ');
  let x = 0;
  const width = 100 * total / most;
  const drawn = parts.map(part => {
    const rect = svg('rect', { class: 'part ' + part.verdict, x, y: 0, width: width * part.count / total, height: 10 });
    x += width * part.count / total;
    return rect;
  });
  return html('tr', {}, html('th', { scope: 'row' }, link('?area=' + encodeURIComponent(area), area)),
    html('td', {}, svg('svg', { viewBox: '0 0 100 10', preserveAspectRatio: 'none', role: 'img', 'aria-label': `${area}: ${said}` },
      svg('title', {}, said), drawn)),
    html('td', { class: 'number' }, total));
}

function areaChart() {
  const areas = new Map();
  for (const { area, verdict } of facts.scenarios) {
    if (!areas.has(area)) areas.set(area, new Map());
    areas.get(area).set(verdict, (areas.get(area).get(verdict) ?? 0) + 1);
  }
  const bad = counts => ['FAILED', 'FLAKY', 'ERROR'].reduce((sum, verdict) => sum + (counts.get(verdict) ?? 0), 0);
  const sorted = [...areas].sort((one, other) => bad(other[1]) - bad(one[1]) || one[0].localeCompare(other[0]));
  const most = Math.max(...sorted.map(([, counts]) => [...counts.values()].reduce((sum, count) => sum + count, 0)));
  const heads = ['Area', 'Verdicts', 'Scenarios'];
  const [red, green] = [sorted.filter(area => bad(area[1]) > 0), sorted.filter(area => bad(area[1]) === 0)];
  const chart = some => table('areas', heads, some.map(area => areaRow(area, most)));
  return html('div', { class: 'by-area' }, html('h2', {}, 'By area'),
    red.length > 0 && chart(red),
    green.length > 0 && (red.length === 0 ? chart(green) : html('details', {},
      html('summary', {}, `${plural(green.length, 'area')} without a failure`), chart(green))));
}

function startOverview() {
  if (facts.scenarios.length === 0) return;
  const most = 8;
  const items = facts.causes.map(causeItem);
  const causes = facts.causes.length === 0 ? null : html('div', { class: 'by-cause' },
    html('h2', {}, 'What failed, by cause ', html('span', { class: 'count' }, facts.causes.length)),
    html('ol', { class: 'causes' }, items.slice(0, most)),
    items.length > most && html('details', {}, html('summary', {}, `${items.length - most} further causes`),
      html('ol', { class: 'causes', start: most + 1 }, items.slice(most))));
  document.getElementById('overview').append(...[causes, areaChart()].filter(Boolean));
}
