// What stands below the line of a scenario when it is opened.
function mustHold(scenario) {
  const rows = scenario.requirements.map(id => facts.requirements.find(one => one.id === id) ?? { id });
  if (rows.length === 0) return null;
  return html('ul', { class: 'must-hold' }, rows.map(row => html('li', {},
    link('requirement:' + row.id, row.id, { class: 'id' }), row.level && html('span', { class: 'level' }, row.level), ' ',
    row.text, row.source && html('span', { class: 'source' }, row.source + (row.basis ? ` (${row.basis})` : '')))));
}

function decisive(detail, scenario) {
  const step = detail.steps[detail.deciding - 1];
  if (!step) return detail.reason ? html('p', { class: 'reason ' + scenario.verdict }, detail.reason) : null;
  return html('dl', { class: 'decisive ' + scenario.verdict },
    fact('Step', link(`${anchorOf(scenario)}:step-${detail.deciding}`, detail.deciding), ' ' + step.text,
      detail.place && html('span', { class: 'source' }, detail.place)),
    fact('Expected', step.expected), fact('Actual', step.actual),
    (step.diagnosis ?? []).map(sentence => fact('Seen in the browser', sentence)));
}

function about(detail) {
  const known = detail.known;
  const parts = [
    fact('Violates', detail.violates),
    detail.own ? fact('Beside the point',
      `what failed must hold whatever a scenario is about; the scenario's own steps: ${detail.own}`) : null,
    known ? fact(known.stillSeen ? 'Known' : 'Expected to fail', known.because) : null,
    fact('Policy in force', detail.policy),
  ].filter(Boolean);
  return parts.length > 0 ? html('dl', { class: 'about' }, parts) : null;
}

function attempts(detail) {
  return [
    (detail.again ?? []).map(again => html('p', { class: 'reason' }, `Run again, because ${again}.`)),
    detail.tries && html('ol', { class: 'tries' }, detail.tries.map(attempt => html('li', {},
      html('span', { class: attempt.verdict }, attempt.verdict), attempt.reason ? ': ' + attempt.reason : ''))),
    detail.tries && detail.shown && html('p', { class: 'reason' }, `What follows was seen in attempt ${detail.shown}.`),
  ];
}

async function copy(text, by) {
  const said = by.textContent;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = html('textarea', { class: 'unseen' });
    area.value = text;
    by.after(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  by.textContent = 'Copied';
  setTimeout(() => { by.textContent = said; }, 1500);
}

function actions(detail) {
  const command = button('Copy', () => copy(detail.command, command), { 'aria-label': 'Copy the command' });
  const markdown = detail.markdown && button('Copy as Markdown', () => copy(detail.markdown, markdown));
  return html('div', { class: 'actions' }, html('span', { class: 'dim' }, 'Run this again '),
    html('code', { class: 'command' }, detail.command), command, markdown);
}

function cardBody(scenario, detail) {
  const name = `“${scenario.title}”`;
  return html('div', { class: 'body' },
    attempts(detail), decisive(detail, scenario), mustHold(scenario), about(detail), actions(detail), source(detail),
    detail.timeline && timelineFigure(detail, name), signOutFans(detail.signOuts),
    detail.deciding && stepEvidence(detail, name), figures(detail.before), protocol(detail, anchorOf(scenario), name),
    evidence(detail, name));
}
