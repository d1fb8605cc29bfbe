// Reads objects of Kubernetes from stdin, as a list in JSON, and says what does not fit the schema of the API: [] for nothing.
// The compiled schemas say nothing of members that they do not know; here these are those that they never looked at.
const documents = JSON.parse(require("node:fs").readFileSync(0, "utf8"));

function watched(value, path, unseen) {
  if (value === null || typeof value !== "object") return value;
  const below = {};
  for (const key of Object.keys(value)) below[key] = watched(value[key], `${path}/${key}`, unseen);
  if (Array.isArray(value)) return Object.values(below);
  for (const key of Object.keys(value)) unseen.add(`${path}/${key}`);
  return new Proxy(below, {
    get(target, key) {
      unseen.delete(`${path}/${String(key)}`);
      return target[key];
    },
  });
}

const problems = [];
for (const document of documents) {
  const name = `${document.kind} ${document.metadata?.name}`;
  const unseen = new Set();
  try {
    const { [document.kind]: Kind } = require(`kubernetes-models/${document.apiVersion}/${document.kind}`);
    const model = new Kind(document);
    for (const key of Object.keys(model)) model[key] = watched(model[key], `/${key}`, unseen);
    model.validate();
  } catch (problem) {
    problems.push(`${name}: ${problem.message}`);
  }
  problems.push(...[...unseen].map((path) => `${name}: ${path} is unknown`));
}
process.stdout.write(JSON.stringify(problems));
