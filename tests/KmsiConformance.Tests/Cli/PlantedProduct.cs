namespace KmsiConformance.Tests.Cli;

/// <summary>
/// An OpenID provider of a few lines of Node whose tokens, codes, cookies and fields all say <c>planted</c>, and that gets into trouble at
/// the second sign-in, after the look that comes before a run.
/// </summary>
internal static class PlantedProduct
{
    /// <summary>The password of alice, as the environment of a run has it.</summary>
    public const string Password = "planted-pass+7 &Qx";

    /// <summary>The secret of the apps there.</summary>
    public const string ClientSecret = "planted-secret-7Qx";

    /// <summary>The product. <c>TROUBLE</c> says which.</summary>
    public const string Server = """
        const { createServer } = require('node:http');
        const { generateKeyPairSync, createSign } = require('node:crypto');
        const keys = [0, 1].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
        const { PORT: port, PASSWORD: password, SECRET: secret, TROUBLE: trouble = '' } = process.env;
        const issuer = `http://localhost:${port}`;
        const text = part => Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
        const nonces = new Map();
        let signIns = 0;
        const isOver = kind => trouble === kind && signIns > 1;
        function idToken(nonce) {
          const now = Math.floor(Date.now() / 1000);
          const head = `${text({ alg: 'RS256', kid: 'one' })}.${text({ iss: issuer, sub: 'alice', aud: 'shop', nonce, iat: now, exp: now + 3600, sid: 'planted-sid' })}`;
          return `${head}.${createSign('sha256').update(head).sign(keys[isOver('wrong-signature') ? 1 : 0].privateKey).toString('base64url')}`;
        }
        if (trouble === 'start') { console.error(`cannot start with ${password}: https://db.invalid/?sig=planted-address`); process.exit(7); }
        createServer(async (request, response) => {
          const url = new URL(request.url, issuer);
          const body = new URLSearchParams(request.method === 'POST' ? (await request.toArray()).join('') : '');
          const json = (code, what) => { response.writeHead(code, { 'content-type': 'application/json' }); response.end(JSON.stringify(what)); };
          const go = to => { response.writeHead(302, { location: to }); response.end(); };
          const back = (name, value) => go(`${url.searchParams.get('redirect_uri')}?${name}=${value}&state=${encodeURIComponent(url.searchParams.get('state'))}`);
          const answer = () => {
            if (isOver('error-answer')) return back('error=server_error&error_description', encodeURIComponent(`the nonce ${url.searchParams.get('nonce')} of ${password} is gone`));
            const code = 'planted-code-' + nonces.size;
            nonces.set(code, url.searchParams.get('nonce'));
            back('code', code);
          };
          const page = more => {
            response.setHeader('content-type', 'text/html');
            response.end(`<html><body>${more}<form method="post" action="/login?${url.searchParams.toString().replaceAll('&', '&amp;')}&amp;csrf_token=planted-csrf">
              <input name="csrf" type="hidden" value="planted-csrf"><input id="username" name="u"><input id="password" name="p" type="password">
              <input id="remember" name="r" type="checkbox"><button id="sign-in">Sign in</button></form></body></html>`);
          };
          switch (url.pathname) {
            case '/.well-known/openid-configuration':
              return json(200, { issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks`, end_session_endpoint: `${issuer}/bye` });
            case '/jwks': return json(200, { keys: [{ ...keys[0].publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] });
            case '/authorize':
              if (!url.searchParams.get('redirect_uri')?.includes('.localhost')) { response.statusCode = 400; return response.end('no'); }
              if (request.headers.cookie?.includes('op-session=planted-cookie') && url.searchParams.get('prompt') !== 'login') return answer();
              return url.searchParams.get('prompt') === 'none' ? back('error', 'login_required') : page('');
            case '/login':
              if (body.get('p') !== password) return page(`<p id="error">Wrong: ${trouble === 'repeats' ? body.get('p') : 'password'}</p>`);
              signIns++;
              if (isOver('deaf')) return;
              if (isOver('exit')) { console.log(`out of memory with ${password} at https://db.invalid/?sig=planted-address`); process.exit(7); }
              response.setHeader('set-cookie', 'op-session=planted-cookie; Path=/; HttpOnly' + (body.get('r') ? '; Max-Age=1209600' : ''));
              return answer();
            case '/token':
              if (isOver('deaf-tokens')) return;
              if (isOver('no-tokens')) return json(500, { error: 'server_error', error_description: `code ${body.get('code')} secret ${secret} at ${issuer}/token?code=planted-code-9&key=planted-address` });
              return json(200, { access_token: 'planted-access', refresh_token: 'planted-refresh', id_token: idToken(nonces.get(body.get('code'))), token_type: 'Bearer', expires_in: 3600 });
            case '/bye':
              response.setHeader('set-cookie', 'op-session=; Path=/; Max-Age=0');
              return url.searchParams.get('post_logout_redirect_uri') ? go(`${url.searchParams.get('post_logout_redirect_uri')}?state=${url.searchParams.get('state') ?? ''}`) : response.end('<body data-page="signed-out">bye</body>');
            case '/hook': response.statusCode = 500; return response.end(`no ${(await request.toArray().catch(() => [])).join('')} ${password}`);
            default: response.setHeader('date', new Date().toUTCString()); return response.end('here');
          }
        }).listen(port, '127.0.0.1');
        """;

    /// <summary>A target file in which nothing is wrong, but what <c>TROUBLE</c> says.</summary>
    public const string Target = """
        profile: oidc
        recipe: oidc
        protocol: openid-connect
        kind: process
        discovery: http://localhost:{port:login}/.well-known/openid-configuration
        policy:
          session: 14 days
          keep-alive: 14 days
          expiry: absolute
          scope: tenant
          keep-me-signed-in: offered
          from: the product's own documentation
        apps:
          groceries: { client-id: shop, client-secret: "env:TEST_SECRET", origin: "https://groceries.localhost:{port:apps}" }
          pharmacy: { client-id: shop, client-secret: "env:TEST_SECRET", origin: "https://pharmacy.localhost:{port:apps}" }
        users:
          alice: { name: alice@example.com, password: "env:TEST_PASSWORD" }
        clock: none
        absent:
          session-state: it has none
        start:
          command: [node, product.cjs]
          environment: { PORT: "{port:login}", PASSWORD: "{password:alice}", SECRET: "{client-secret:groceries}", TROUBLE: "none" }
          ready: http://localhost:{port:login}/
        """;
}
