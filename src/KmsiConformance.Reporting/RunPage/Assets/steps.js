// The test protocol: each step with what was expected and seen, and its pictures.
const long = 40;

function judged(step) {
  if (step.expected === undefined && step.actual === undefined) return null;
  return html('dl', { class: 'judged' }, fact('Expected', step.expected), fact('Actual', step.actual),
    (step.diagnosis ?? []).map(sentence => fact('Seen in the browser', sentence)));
}

function stepRow(step, number, anchor) {
  return html('tr', { id: `${anchor}:step-${number}`, class: step.verdict },
    html('td', { class: 'number' }, number),
    html('td', { class: 'what' },
      step.device && html('span', { class: 'device' }, step.device), step.tab && html('span', { class: 'device' }, 'tab ' + step.tab),
      html('span', { class: 'text' }, step.text), judged(step),
      step.check && step.verdict !== 'PASSED' && html('span', { class: 'check' }, 'Judged by ', html('code', {}, step.check),
        step.line ? `, line ${step.line} of the scenario` : ''),
      figures(step.shots)),
    html('td', { class: 'verdict' }, badge(step.verdict)),
    html('td', { class: 'when' }, step.since && html('b', {}, step.since), step.utc && html('span', {}, step.utc)));
}

function protocol(detail, anchor, name) {
  if (detail.steps.length === 0) return null;
  const rows = table('steps', ['#', 'Step', 'Verdict', 'World time'], detail.steps.map((step, at) => stepRow(step, at + 1, anchor)));
  return detail.steps.length > long ? scrolling('protocol long', `Steps of ${name}`, rows) : html('div', { class: 'protocol' }, rows);
}

// The lines of the deciding step: its first one, and those below that stand further in.
function linesOfStep(kept) {
  const depth = line => line.search(/[^ ]/);
  const first = kept.marked - kept.from;
  const rest = kept.lines.slice(first + 1);
  const end = rest.findIndex(line => line.trim() !== '' && depth(line) <= depth(kept.lines[first]));
  return { first, last: first + (end < 0 ? rest.length : end) };
}

// The scenario's own lines, those of the deciding step marked.
function source(detail) {
  const kept = detail.source;
  if (!kept) return null;
  const { first, last } = linesOfStep(kept);
  const rows = kept.lines.map((line, at) => html('li', { value: kept.from + at, class: at >= first && at <= last ? 'marked' : null },
    html('code', {}, line === '' ? ' ' : line), at === first && html('span', { class: 'unseen' }, ' (the step that decided)')));
  const lines = scrolling('scroll', `Lines of ${kept.file}`, html('ol', {}, rows));
  const fold = html('details', { class: 'source-lines evidence', open: true },
    html('summary', {}, `${kept.file}, line ${kept.marked}`), lines);
  fold.addEventListener('toggle', () => { lines.scrollTop = rows[first].offsetTop - lines.offsetTop - 120; });
  return fold;
}
