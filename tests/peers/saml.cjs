// Reads { response, certificate, issuer, audience, acs, request } from stdin, and says what node-saml makes of the answer:
// { subject, session, displayName } or { refused }.
const { SAML, ValidateInResponseTo } = require("@node-saml/node-saml");

const asked = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const requests = new Map([[asked.request, new Date().toISOString()]]);
const saml = new SAML({
  callbackUrl: asked.acs,
  issuer: asked.audience,
  audience: asked.audience,
  idpIssuer: asked.issuer,
  idpCert: asked.certificate,
  entryPoint: asked.issuer,
  wantAssertionsSigned: true,
  wantAuthnResponseSigned: false,
  validateInResponseTo: ValidateInResponseTo.always,
  cacheProvider: {
    saveAsync: async () => null,
    getAsync: async (key) => requests.get(key) ?? null,
    removeAsync: async (key) => (requests.delete(key), key),
  },
});

saml
  .validatePostResponseAsync({ SAMLResponse: Buffer.from(asked.response, "utf8").toString("base64") })
  .then(({ profile }) => ({ subject: profile.nameID, session: profile.sessionIndex, displayName: profile.displayName }))
  .catch((refused) => ({ refused: refused.message }))
  .then((said) => process.stdout.write(JSON.stringify(said)));
