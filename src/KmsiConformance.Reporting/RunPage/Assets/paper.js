// On paper: the summary, all requirements, and what failed, opened. A printer does not wait, so what failed is read beforehand.
const mostOnPaper = 300;
let before = null;

function failed() {
  return facts.scenarios.flatMap((scenario, index) => grave.includes(scenario.verdict) ? [index] : []).slice(0, mostOnPaper);
}

async function readFailed() {
  for (const index of failed()) await detailOf(index);
}

function layOut() {
  if (before) return;
  before = { shown, drawn, open: rows.filter(row => row?.open), folds: folds.filter(fold => fold.open) };
  for (const fold of folds) {
    fold.draw();
    fold.open = true;
  }
  drawList(failed());
  drawUpTo(shown.length);
  for (const index of shown) {
    const detail = knownDetailOf(index);
    if (!detail) continue;
    drawKnownBody(index, detail);
    rowOf(index).open = true;
  }
}

function putBack() {
  if (!before) return;
  for (const index of shown) rowOf(index).open = before.open.includes(rowOf(index));
  for (const fold of folds) fold.open = before.folds.includes(fold);
  const count = before.drawn;
  drawList(before.shown);
  drawUpTo(count);
  before = null;
}

async function printAll() {
  await readFailed();
  print();
}

function startPaper() {
  addEventListener('beforeprint', layOut);
  addEventListener('afterprint', putBack);
  const idle = globalThis.requestIdleCallback ?? (act => setTimeout(act, 200));
  arrived.then(() => idle(readFailed));
}
