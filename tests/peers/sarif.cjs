// Reads a SARIF log from stdin, and says which rules of the official schema (2.1.0) it breaks: [] for none.
const Ajv = require("ajv");
const path = require("node:path");

const package_ = path.dirname(require.resolve("@microsoft/jest-sarif/package.json"));
const schema = require(path.join(package_, "lib/schemas/sarif-2.1.0-rtm.5.json"));
const ajv = new Ajv({ allErrors: true, schemaId: "auto", logger: false, unknownFormats: "ignore" });
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
const log = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const fits = ajv.compile(schema);
const problems = fits(log) ? [] : fits.errors.map((error) => `${error.dataPath} ${error.message}`);
process.stdout.write(JSON.stringify(problems));
