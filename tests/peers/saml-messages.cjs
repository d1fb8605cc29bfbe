// A service that node-saml plays. Reads from stdin what to do: { do, issuer, acs, relayState, privateKey,
// idp: { issuer, certificate, signIn, signOut }, … }, and says what came of it, or { refused }.
const { SAML, ValidateInResponseTo } = require("@node-saml/node-saml");
const { parseDomFromString } = require("@node-saml/node-saml/lib/xml");
const { inflateRawSync } = require("node:zlib");

const asked = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const format = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
const saml = new SAML({
  issuer: asked.issuer,
  callbackUrl: asked.acs,
  idpIssuer: asked.idp.issuer,
  idpCert: asked.idp.certificate,
  entryPoint: asked.idp.signIn,
  logoutUrl: asked.idp.signOut,
  privateKey: asked.privateKey,
  signatureAlgorithm: "sha256",
  digestAlgorithm: "sha256",
  identifierFormat: format,
  forceAuthn: asked.forceAuthn,
  skipRequestCompression: asked.do === "sign-in-by-post",
  validateInResponseTo: ValidateInResponseTo.always,
  cacheProvider: {
    saveAsync: async () => null,
    getAsync: async (id) => (id === asked.request ? new Date().toISOString() : null),
    removeAsync: async (id) => id,
  },
});

const acts = {
  "sign-in-by-redirect": async () => ({ url: await saml.getAuthorizeUrlAsync(asked.relayState, undefined, {}) }),
  "sign-in-by-post": () => saml.getAuthorizeMessageAsync(asked.relayState, undefined, {}),
  "sign-out": async () => ({
    url: await saml.getLogoutUrlAsync(
      { nameID: asked.subject, nameIDFormat: format, sessionIndex: asked.session }, asked.relayState, {}),
  }),
  "answer-sign-out": async () => ({
    url: await saml.getLogoutResponseUrlAsync({ ID: asked.request }, asked.relayState, {}, asked.success),
  }),
  // A message in the query of an address: verified, then read. Requests to sign in are no business of a service, so that
  // node-saml has nothing but its verification for them.
  "read": async () => {
    const fields = Object.fromEntries(new URLSearchParams(asked.query));
    if (!fields.Signature) throw new Error("not signed");
    const xml = inflateRawSync(Buffer.from(fields.SAMLRequest ?? fields.SAMLResponse, "base64")).toString("utf8");
    const root = (await parseDomFromString(xml)).documentElement;
    const { profile } = root.localName === "AuthnRequest"
      ? await saml.hasValidSignatureForRedirect(fields, asked.query).then(() => ({ profile: null }))
      : await saml.validateRedirectAsync(fields, asked.query);
    const said = Object.fromEntries([...Array(root.attributes.length).keys()].map((at) => {
      const { name, value } = root.attributes.item(at);
      return [name, value];
    }));
    const issuer = root.getElementsByTagNameNS("urn:oasis:names:tc:SAML:2.0:assertion", "Issuer")[0].textContent;
    return { message: root.localName, issuer, said, subject: profile?.nameID, session: profile?.sessionIndex };
  },
};

Promise.resolve()
  .then(acts[asked.do])
  .catch((refused) => ({ refused: refused.message }))
  .then((said) => process.stdout.write(JSON.stringify(said)));
