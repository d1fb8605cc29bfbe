// Where the address points: a scenario, a step of it, a requirement, or the head of a verdict.
async function placeOf(id) {
  if (id.startsWith('requirement:')) return openRequirement(id.slice('requirement:'.length));
  const [of, , number] = id.split(/(:step-)(?=\d+$)/);
  const index = facts.scenarios.findIndex(scenario => anchorOf(scenario) === of);
  if (index < 0) return document.getElementById(id);
  if (!shown.includes(index)) await clearFilters();
  const row = await open(index);
  return number ? document.getElementById(id) : row;
}

async function follow() {
  readAddress();
  await apply();
  if (anchor === '') {
    if (!isPlain()) document.getElementById('scenarios').scrollIntoView();
    return;
  }
  const place = await placeOf(anchor);
  for (const mark of document.querySelectorAll('.there')) mark.classList.remove('there');
  place?.classList.add('there');
  place?.scrollIntoView();
  (place?.querySelector('summary') ?? place)?.focus?.({ preventScroll: true });
}

async function start() {
  facts = await readBlock('facts');
  startOverview();
  startFilters();
  startList();
  startRequirements();
  startKeyboard();
  startPaper();
  await follow();
  document.documentElement.dataset.drawn = '';
  performance.mark('drawn');
  addEventListener('hashchange', follow);
}

start();
