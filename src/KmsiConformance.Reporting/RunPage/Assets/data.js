// Blocks of compressed data, each read when somebody looks at what is in it.
const arrived = new Promise(resolve => {
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', resolve, { once: true });
  else resolve();
});

async function readBlock(id) {
  const letters = atob(document.getElementById(id).textContent);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
  const content = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return JSON.parse(await new Response(content).text());
}

let facts;
let words;
const chunks = new Map();

// The words of all scenarios, for the search; read when it is first used.
async function readWords() {
  await arrived;
  words ??= await readBlock('words');
  return words;
}

async function readChunk(number) {
  await arrived;
  const details = await readBlock('details-' + number);
  chunks.set(number, details);
  return details;
}

const reading = new Map();

async function detailOf(index) {
  const number = Math.floor(index / facts.chunkSize);
  if (!reading.has(number)) reading.set(number, readChunk(number));
  return (await reading.get(number))[index % facts.chunkSize];
}

// The same at once, where its block was read already.
function knownDetailOf(index) {
  return chunks.get(Math.floor(index / facts.chunkSize))?.[index % facts.chunkSize];
}

function anchorOf(scenario) {
  return scenario.anchor ?? scenario.id;
}

function wordsOf(verdict) {
  return facts.verdicts.find(one => one.verdict === verdict);
}

function badge(verdict) {
  const { word, glyph } = wordsOf(verdict);
  return html('span', { class: 'badge ' + verdict }, html('span', { class: 'glyph', 'aria-hidden': 'true' }, glyph), ' ' + word);
}
