// Reads a CTRF report from stdin, and says what the reference implementation of the format finds wrong with it: [] for nothing.
const { validate } = require("ctrf");

const report = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const { valid, errors } = validate(report);
process.stdout.write(JSON.stringify(valid ? [] : errors.map((error) => `${error.path} ${error.message}`)));
