// oidc-provider as it is shipped: its own pages for development, which let everybody in, and its own pages around a sign-out.
// Nothing of them is written here, so that what operates unknown pages can be tried on them.
import Provider from 'oidc-provider';

const port = Number(process.env.PORT);
const apps = JSON.parse(process.env.APPS);

const provider = new Provider(`http://localhost:${port}`, {
  clients: apps.map((app) => ({
    client_id: app.id,
    client_secret: app.secret,
    token_endpoint_auth_method: 'client_secret_post',
    redirect_uris: [`${app.origin}/signin-oidc`],
    post_logout_redirect_uris: [`${app.origin}/signed-out`],
  })),
  cookies: { keys: [process.env.COOKIE_KEY] },
});

provider.listen(port, '127.0.0.1');
