// oidc-provider, the certified OpenID provider for Node, with accounts, a sign-in page that has a box, and two apps.
// Everything that differs from one instance to the next comes from the environment; see scenarios/targets/oidc-provider.yaml.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

// Nobody stores a page with a form, or frames it.
const OF_PAGES = { 'content-type': 'text/html', 'cache-control': 'no-store', 'content-security-policy': "frame-ancestors 'none'" };

const port = Number(process.env.PORT);
const issuer = `http://localhost:${port}`;
const apps = JSON.parse(process.env.APPS);
const passwords = JSON.parse(process.env.PASSWORDS);

const provider = new Provider(issuer, {
  clients: apps.map((app) => ({
    client_id: app.id,
    client_secret: app.secret,
    token_endpoint_auth_method: 'client_secret_post',
    redirect_uris: [`${app.origin}/signin-oidc`],
    post_logout_redirect_uris: [`${app.origin}/signed-out`],
    ...(app.backChannel && { backchannel_logout_uri: app.backChannel, backchannel_logout_session_required: true }),
  })),
  findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  loadExistingGrant,
  interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
  features: {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: {
      // The forms are the product's; its own pages around them load a font from elsewhere.
      logoutSource: (ctx, form) => {
        ctx.type = 'html';
        ctx.body = page('Sign out?', `${form}<button type="submit" form="op.logoutForm" value="yes" name="logout">Yes, sign me out</button>
          <button type="submit" form="op.logoutForm">No, stay signed in</button>`);
      },
      postLogoutSuccessSource: (ctx) => {
        ctx.type = 'html';
        ctx.body = page('Signed out', '<p data-page="signed-out">You are signed out.</p>');
      },
    },
  },
  // By itself it refuses to call addresses of this machine, where all apps of a conformance run are.
  fetch: (address, { dispatcher, ...options }) => fetch(address, options),
  cookies: { keys: [process.env.COOKIE_KEY] },
  renderError: (ctx, out) => {
    ctx.type = 'html';
    ctx.body = page('Error', `<p class="error">${escape(out.error)}: ${escape(out.error_description ?? '')}</p>`);
  },
});

provider.on('backchannel.error', (ctx, error, client) => console.error(`${client.clientId} could not be told: ${error.message}`));

const callback = provider.callback();
createServer(async (request, response) => {
  const path = new URL(request.url, issuer).pathname;
  const step = /^\/interaction\/[\w-]+(\/(login|confirm|abort))?$/.exec(path);
  try {
    if (step) await interact(request, response, step[2]);
    else callback(request, response);
  } catch (broken) {
    console.error(broken.message);
    // What the package refuses, such as an interaction that this browser did not begin, has a status of its own.
    response.writeHead(broken.statusCode ?? 500, { 'content-type': 'text/html' }).end(page('Error', `<p class="error">${escape(broken.message)}</p>`));
  }
}).listen(port, '127.0.0.1');

// The apps are the owner's own: their users are not asked whether they may sign in there, nor again when a grant is over,
// which ends before a session that was used.
async function loadExistingGrant(ctx) {
  const known = ctx.oidc.result?.consent?.grantId ?? ctx.oidc.session.grantIdFor(ctx.oidc.client.clientId);
  const found = known && await ctx.oidc.provider.Grant.find(known);
  if (found) return found;
  const grant = new ctx.oidc.provider.Grant({ accountId: ctx.oidc.session.accountId, clientId: ctx.oidc.client.clientId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

async function interact(request, response, step) {
  const { uid, prompt, params, session, grantId } = await provider.interactionDetails(request, response);
  if (request.method === 'GET') {
    response.writeHead(200, OF_PAGES);
    return response.end(prompt.name === 'login' ? signIn(uid) : consent(uid, params.client_id));
  }

  const form = new URLSearchParams((await request.toArray()).join(''));
  if (step === 'login') {
    const [user, password] = [form.get('login'), form.get('password')];
    if (!Object.hasOwn(passwords, user) || passwords[user] !== password) {
      response.writeHead(200, OF_PAGES);
      return response.end(signIn(uid, 'Wrong user name or password.'));
    }
    const result = { login: { accountId: user, remember: form.get('remember') === 'yes' } };
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }
  if (step === 'abort') {
    return provider.interactionFinished(request, response, { error: 'access_denied' }, { mergeWithLastSubmission: false });
  }

  const grant = grantId
    ? await provider.Grant.find(grantId)
    : new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
}

function signIn(uid, error) {
  return page('Sign in', `<form method="post" action="/interaction/${uid}/login">
    ${error ? `<p class="message">${escape(error)}</p>` : ''}
    <label>User name <input name="login" autocomplete="username" required></label>
    <label>Password <input type="password" name="password" autocomplete="current-password" required></label>
    <label><input type="checkbox" name="remember" value="yes"> Stay signed in</label>
    <button type="submit">Sign in</button></form>`);
}

function consent(uid, client) {
  return page('Authorize', `<form method="post" action="/interaction/${uid}/confirm" data-step="consent">
    <p>${escape(client)} asks for access.</p><button type="submit" autofocus>Continue</button></form>
    <form method="post" action="/interaction/${uid}/abort"><button type="submit">Cancel</button></form>`);
}

function page(title, body) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${body}</html>`;
}

function escape(text) {
  return String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
