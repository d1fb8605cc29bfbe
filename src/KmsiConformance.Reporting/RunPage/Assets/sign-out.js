// Who was told of a sign-out, what they answered, and who is really out.
function fanRow(app) {
  const cells = [app.how, app.when, app.cookie, app.ended, app.answer];
  return html('tr', { class: app.then?.startsWith('in:') ? 'still' : null },
    html('th', { scope: 'row' }, app.app, !app.wasSignedIn && html('span', { class: 'source' }, 'was not signed in')),
    cells.map((cell, at) => html('td', { 'data-head': fanHeads[at + 1] }, cell ?? html('span', { class: 'dim' }, '–'))),
    html('td', { 'data-head': fanHeads[6] }, app.then ?? html('span', { class: 'dim' }, 'not visited again')));
}

const fanHeads = ['App', 'Told', 'When', 'Its session cookie', 'It ended', 'It answered', 'Really out?'];

function signOutFans(fans) {
  return (fans ?? []).map(fan => {
    const made = table('fan', fanHeads, fan.apps.map(fanRow));
    made.prepend(html('caption', {}, `Sign-out at ${fan.app}, step ${fan.step}, ${fan.since}`));
    return made;
  });
}
