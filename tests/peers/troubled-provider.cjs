// An OpenID provider whose tokens, codes, cookies and fields all say "planted", and that gets into the trouble that TROUBLE names at
// the second sign-in: after the look that comes before a run.
const { createServer } = require('node:http');
const { generateKeyPairSync, createSign } = require('node:crypto');

const { PORT: port, PASSWORD: password, SECRET: secret, TROUBLE: trouble = '' } = process.env;
const issuer = `http://localhost:${port}`;
const keys = [0, 1].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
const nonces = new Map();
let signIns = 0;

const isOver = kind => trouble === kind && signIns > 1;
const text = part => Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');

function idToken(nonce) {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, sub: 'alice', aud: 'shop', nonce, iat: now, exp: now + 3600, sid: 'planted-sid' };
  const signed = `${text({ alg: 'RS256', kid: 'one' })}.${text(claims)}`;
  const key = keys[isOver('wrong-signature') ? 1 : 0].privateKey;
  return `${signed}.${createSign('sha256').update(signed).sign(key).toString('base64url')}`;
}

function die(words) {
  console.error(`${words} with ${password} at https://db.invalid/?sig=planted-address`);
  process.exit(7);
}

if (trouble === 'start') die('cannot start');

createServer(async (request, response) => {
  const url = new URL(request.url, issuer);
  const asked = name => url.searchParams.get(name);
  const body = new URLSearchParams(request.method === 'POST' ? (await request.toArray()).join('') : '');
  const json = (code, what) => {
    response.writeHead(code, { 'content-type': 'application/json' });
    response.end(JSON.stringify(what));
  };
  const go = to => {
    response.writeHead(302, { location: to });
    response.end();
  };
  const back = (name, value) => go(`${asked('redirect_uri')}?${name}=${value}&state=${encodeURIComponent(asked('state'))}`);
  const answer = () => {
    if (isOver('error-answer')) {
      const words = `the nonce ${asked('nonce')} of ${password} is gone`;
      return back('error=server_error&error_description', encodeURIComponent(words));
    }
    const code = 'planted-code-' + nonces.size;
    nonces.set(code, asked('nonce'));
    back('code', code);
  };
  const page = more => {
    const to = `/login?${url.searchParams.toString().replaceAll('&', '&amp;')}&amp;csrf_token=planted-csrf`;
    response.setHeader('content-type', 'text/html');
    response.end(`<html><body>${more}<form method="post" action="${to}">
      <input name="csrf" type="hidden" value="planted-csrf"><input id="username" name="u"><input id="password" name="p" type="password">
      <input id="remember" name="r" type="checkbox"><button id="sign-in">Sign in</button></form></body></html>`);
  };
  const session = (value, more) => response.setHeader('set-cookie', `op-session=${value}; Path=/; ${more}`);

  switch (url.pathname) {
    case '/.well-known/openid-configuration':
      return json(200, {
        issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks`,
        end_session_endpoint: `${issuer}/bye`,
      });
    case '/jwks':
      return json(200, { keys: [{ ...keys[0].publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] });
    case '/authorize':
      if (!asked('redirect_uri')?.includes('.localhost')) {
        response.statusCode = 400;
        return response.end('no');
      }
      if (request.headers.cookie?.includes('op-session=planted-cookie') && asked('prompt') !== 'login') return answer();
      return asked('prompt') === 'none' ? back('error', 'login_required') : page('');
    case '/login':
      if (body.get('p') !== password) return page(`<p id="error">Wrong: ${trouble === 'repeats' ? body.get('p') : 'password'}</p>`);
      signIns++;
      if (isOver('deaf')) return;
      if (isOver('exit')) die('out of memory');
      session('planted-cookie', 'HttpOnly' + (body.get('r') ? '; Max-Age=1209600' : ''));
      return answer();
    case '/token':
      if (isOver('deaf-tokens')) return;
      if (isOver('no-tokens')) {
        const address = `${issuer}/token?code=planted-code-9&key=planted-address`;
        return json(500, { error: 'server_error', error_description: `code ${body.get('code')} secret ${secret} at ${address}` });
      }
      return json(200, {
        access_token: 'planted-access', refresh_token: 'planted-refresh', id_token: idToken(nonces.get(body.get('code'))),
        token_type: 'Bearer', expires_in: 3600,
      });
    case '/bye':
      session('', 'Max-Age=0');
      return asked('post_logout_redirect_uri')
        ? go(`${asked('post_logout_redirect_uri')}?state=${asked('state') ?? ''}`)
        : response.end('<body data-page="signed-out">bye</body>');
    case '/hook':
      response.statusCode = 500;
      return response.end(`no ${(await request.toArray().catch(() => [])).join('')} ${password}`);
    default:
      response.setHeader('date', new Date().toUTCString());
      return response.end('here');
  }
}).listen(port, '127.0.0.1');
