// The page of 'kmsi serve' for people. Everything on it comes from the control interface; text is only ever set as text.
(function () {
  'use strict';
  const EVERY = 2000, SHOWN = 25, KEY = 'kmsi-control-token';
  const $ = id => document.getElementById(id);
  let token = fromAddress() || sessionStorage.getItem(KEY) || '';
  let status = null, users = [], drawnPolicies = '', drawnUsers = '';

  function fromAddress() {
    const given = new URLSearchParams(location.hash.slice(1)).get('token');
    if (given) {
      sessionStorage.setItem(KEY, given);
      history.replaceState(null, '', location.pathname);
    }
    return given;
  }

  async function call(method, path, body) {
    const answer = await fetch(path, {
      method,
      headers: Object.assign({ Authorization: 'Bearer ' + token }, body === undefined ? {} : { 'Content-Type': 'application/json' }),
      body: body === undefined ? undefined : JSON.stringify(body)
    });
    const json = await answer.json();
    if (!answer.ok) throw Object.assign(new Error(json.message), { status: answer.status });
    return json;
  }

  function tell(text, alarm) {
    $('notice').textContent = text;
    $('notice').classList.toggle('alarm', !!alarm);
    $('notice').hidden = !text;
  }

  function element(name, text, attributes) {
    const made = Object.assign(document.createElement(name), attributes || {});
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function rows(id, list, cells, none) {
    $(id).replaceChildren(...list.map(item => {
      const row = document.createElement('tr');
      row.append(...cells(item, row));
      return row;
    }));
    if (none) $(none).hidden = list.length > 0;
  }

  const cell = (text, kind) => element('td', text === null || text === undefined ? '–' : text, kind ? { className: kind } : {});
  // Cells of what a site without a protocol does not have: apps, policies, a second factor.
  const ofApps = (text, kind) => Object.assign(cell(text, 'of-apps ' + (kind || '')), { hidden: !!status.site });
  const time = text => text.slice(0, 19).replace('T', ' ');

  function length(seconds) {
    const parts = [[86400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']].map(([unit, name]) => {
      const whole = Math.floor(seconds / unit);
      seconds -= whole * unit;
      return whole ? whole + ' ' + name : '';
    }).filter(Boolean);
    return parts.slice(0, 2).join(' ') || '0 s';
  }

  function drawClock() {
    $('now').textContent = time(status.clock.utcNow) + ' UTC';
    $('ahead').textContent = status.clock.movedBySeconds ? length(status.clock.movedBySeconds) + ' ahead of real time' : 'real time';
  }

  function drawSite() {
    if (drawnPolicies) return;
    drawnPolicies = status.site.settings;
    for (const part of document.querySelectorAll('.of-apps')) part.hidden = true;
    for (const part of document.querySelectorAll('.of-site')) part.hidden = false;
    for (const part of document.querySelectorAll('[data-site]')) part.textContent = part.dataset.site;
    $('settings').textContent = sentence(status.site.settings) + box(status.site);
    $('apps').replaceChildren(
      links('Pages that need a sign-in', status.site.areas.map(area => ['Open ' + area.name, area.address])),
      links('Pages for everybody', [['Home page', status.site.home], ['Sign-in page', status.site.signIn]]));
  }

  const sentence = text => text[0].toUpperCase() + text.slice(1);
  const box = settings => settings.offersKeepMeSignedIn ? '; the page has the box' : '; the page has no box';

  function links(title, list) {
    const place = document.createElement('div'), items = document.createElement('ul');
    for (const [text, address] of list) {
      const item = document.createElement('li');
      item.append(element('a', text, { href: address, target: '_blank', rel: 'noopener' }));
      items.append(item);
    }
    place.append(element('h3', title), items);
    return place;
  }

  function drawPolicies() {
    if (status.site) return drawSite();
    const names = status.policies.map(policy => policy.policyId).join();
    if (names !== drawnPolicies) {
      drawnPolicies = names;
      $('policy').replaceChildren(...status.policies.map(policy => element('option', policy.policyId, { value: policy.policyId })));
      drawApps();
    }
  }

  function drawApps() {
    const policy = status.policies.find(p => p.policyId === $('policy').value) || status.policies[0];
    $('settings').textContent = policy.settings + box(policy)
      + (policy.notPlayed.length ? '. Not played: ' + policy.notPlayed.join('; ') : '');
    $('apps').replaceChildren(...status.apps.map(app => {
      const under = { policy: policy.policyId };
      const link = (text, path, query) => [text, app.origin + path + '?' + new URLSearchParams(query)];
      return links(app.name, [
        link('Open ' + app.name, '/', under),
        link('Open ' + app.name + ', prompt=none', '/', Object.assign({ prompt: 'none' }, under)),
        link('Open ' + app.name + ', prompt=login', '/', Object.assign({ prompt: 'login' }, under)),
        link('Open ' + app.name + ', max_age=60', '/', Object.assign({ max_age: '60' }, under)),
        link('Sign out of ' + app.name, '/sign-out', {}),
        link('Sign out of ' + app.name + ' without a hint', '/sign-out', { hint: 'none' })]);
    }));
  }

  function drawUsers() {
    const wanted = $('find').value.trim().toLowerCase(), shown = $('reveal').checked;
    const drawn = JSON.stringify([users.length, users.length && users[users.length - 1].userName, users.length && users[0].oneTimeCode, wanted, shown]);
    if (drawn === drawnUsers) return;
    drawnUsers = drawn;
    const found = users.filter(user => (user.userName + ' ' + user.displayName + ' ' + user.email).toLowerCase().includes(wanted));
    rows('users', found.slice(0, SHOWN), user => [cell(user.userName), cell(user.displayName), cell(shown ? user.password : '••••••••', 'secret'), ofApps(shown ? user.oneTimeCode : '••••••', 'secret')]);
    $('users-more').textContent = found.length > SHOWN ? 'The first ' + SHOWN + ' of ' + found.length + '.' : found.length ? '' : 'Nobody is called that.';
  }

  function drawSessions(list) {
    const now = Date.parse(status.clock.utcNow);
    rows('sessions', list.slice(0, 100), (session, row) => {
      row.className = session.expired ? 'over' : '';
      const left = Math.round((Date.parse(session.expiresAt) - now) / 1000);
      return [cell(session.user), ofApps(session.sharedBy), cell(session.kept ? 'ticked' : 'no'), cell(time(session.signedInAt)),
        cell(time(session.expiresAt) + (session.expired ? ' (over)' : ' (in ' + length(left) + ')'))];
    }, 'sessions-none');
  }

  function drawLog(list) {
    rows('log', list.slice().reverse(), entry => [cell(time(entry.at)), cell(entry.user), ofApps(entry.app), ofApps(entry.policy),
      cell(entry.outcome + (entry.keepMeSignedIn ? ', box ticked' : '') + (entry.code ? ', ' + entry.code : ''))], 'log-none');
  }

  async function refresh() {
    if (!token) return ask('');
    try {
      const [now, people, sessions, log] = await Promise.all([
        call('GET', '/status'), call('GET', '/users'), call('GET', '/sessions'), call('GET', '/log/sign-ins?last=50')]);
      status = now;
      users = people.users;
      $('facts').textContent = status.login + ', profile ' + status.profile + (status.fault ? ', with the fault ' + status.fault : '');
      $('ask').hidden = true;
      $('all').hidden = false;
      drawClock();
      drawPolicies();
      drawUsers();
      drawSessions(sessions.sessions);
      drawLog(log.signIns);
    } catch (problem) {
      if (problem.status === 401) ask('That token is not the one of this service. It is another one at each start.');
      else tell(problem.status ? problem.message : 'The service does not answer. Is it still running?', true);
    }
  }

  function ask(why) {
    token = '';
    sessionStorage.removeItem(KEY);
    $('all').hidden = true;
    $('ask').hidden = false;
    if (why) tell(why, true);
  }

  async function act(doing, done) {
    try {
      tell(done(await doing()), false);
    } catch (problem) {
      tell(problem.status ? problem.message : 'The service does not answer. Is it still running?', true);
    }
    await refresh();
  }

  const move = by => act(() => call('POST', '/clock/move', status.site ? { by } : { by, policy: $('policy').value }), clock => 'The clock shows ' + time(clock.utcNow) + ' UTC now.');

  $('moves').addEventListener('click', event => { if (event.target.dataset.by) move(event.target.dataset.by); });
  $('move').addEventListener('submit', event => { event.preventDefault(); move($('by').value); });
  $('reset').addEventListener('click', () => act(() => call('POST', '/reset', {}), () => 'Everything is as it was at the start.'));
  $('policy').addEventListener('change', drawApps);
  $('find').addEventListener('input', drawUsers);
  $('reveal').addEventListener('change', drawUsers);
  $('ask').addEventListener('submit', event => {
    event.preventDefault();
    token = $('token').value.trim();
    $('token').value = '';
    sessionStorage.setItem(KEY, token);
    tell('', false);
    refresh();
  });

  refresh();
  setInterval(() => { if (token && !document.hidden) refresh(); }, EVERY);
})();
