// j and k go from scenario to scenario, / to the search; Escape leaves it, or closes what is open.
function isTyping(target) {
  return target.closest('input:not([type=range]), textarea, select') !== null;
}

function step(by) {
  const at = shown.findIndex(index => rows[index]?.contains(document.activeElement));
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by;
  if (next < 0 || next >= shown.length) return;
  drawUpTo(Math.max(drawn, next + 1));
  const summary = rowOf(shown[next]).firstElementChild;
  summary.focus({ preventScroll: true });
  summary.scrollIntoView({ block: 'nearest' });
}

function escape(target) {
  if (target === controls.text) {
    if (chosen.text !== '') choose({ text: '' });
    else target.blur();
    return;
  }
  const row = target.closest('.scenario[open]');
  if (!row) return;
  row.open = false;
  row.firstElementChild.focus();
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  '/': () => controls.text.focus(),
};

function startKeyboard() {
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') escape(event.target);
    else if (!isTyping(event.target) && keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
}
