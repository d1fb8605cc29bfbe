// Reads a Dockerfile from stdin, and says what is wrong with it, line and sentence: [] for nothing.
const { DockerfileLanguageServiceFactory } = require("dockerfile-language-service");

const text = require("node:fs").readFileSync(0, "utf8");
const problems = DockerfileLanguageServiceFactory.createLanguageService().validate(text);
process.stdout.write(JSON.stringify(problems.map((problem) => `${problem.range.start.line + 1}: ${problem.message}`)));
