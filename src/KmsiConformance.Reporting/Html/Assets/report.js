// The report is complete without this script; it only hides, shows and unfolds.
(() => {
  'use strict';
  const chips = [...document.querySelectorAll('.chip')];
  const cards = [...document.querySelectorAll('.scenario')];
  const groups = [...document.querySelectorAll('.group')];
  const search = document.getElementById('search');
  const shown = document.getElementById('shown');
  const picked = new Set();
  const texts = new Map();

  // Titles, ids, requirements, steps and reasons are searched; the evidence list would match everything.
  const textOf = card => {
    if (!texts.has(card)) {
      const parts = card.querySelectorAll('.title, .id, .ids, .about, .reason, .what');
      texts.set(card, [...parts].map(part => part.textContent).join(' ').toLowerCase());
    }
    return texts.get(card);
  };

  const apply = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const card of cards) {
      const fits = picked.size === 0 || picked.has(card.dataset.verdict);
      card.hidden = !(fits && words.every(word => textOf(card).includes(word)));
    }
    for (const group of groups) group.hidden = !group.querySelector('.scenario:not([hidden])');
    for (const chip of chips) chip.setAttribute('aria-pressed', String(picked.has(chip.dataset.verdict)));
    const left = cards.filter(card => !card.hidden).length;
    shown.textContent = picked.size || words.length ? `${left} of ${cards.length} scenarios shown` : '';
  };

  const reveal = () => {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { /* not encoded: take it as it is */ }
    const goal = id && document.getElementById(id);
    if (!goal) return;
    const card = goal.closest('.scenario');
    if (card && card.hidden) { picked.clear(); search.value = ''; apply(); }
    for (let at = goal; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    goal.scrollIntoView();
  };

  for (const chip of chips) {
    chip.setAttribute('role', 'button');
    const toggle = event => {
      event.preventDefault();
      const verdict = chip.dataset.verdict;
      if (!picked.delete(verdict)) picked.add(verdict);
      apply();
    };
    chip.addEventListener('click', toggle);
    chip.addEventListener('keydown', event => { if (event.key === ' ') toggle(event); });
  }
  for (const button of document.querySelectorAll('[data-fold]')) {
    button.addEventListener('click', () => {
      for (const card of cards) if (!card.hidden) card.open = button.dataset.fold === 'open';
    });
  }
  for (const picture of document.querySelectorAll('figure img, .shot')) {
    picture.dataset.zoom = '';
    picture.addEventListener('click', () => picture.closest('figure').classList.toggle('zoomed'));
  }
  for (const tools of document.querySelectorAll('[data-needs-script]')) tools.hidden = false;
  search.addEventListener('input', apply);
  search.addEventListener('keydown', event => {
    if (event.key === 'Escape') { search.value = ''; apply(); }
  });

  let folded = [];
  addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll('details:not(.evidence):not([open])')].filter(fold => !fold.hidden);
    for (const fold of folded) fold.open = true;
  });
  addEventListener('afterprint', () => { for (const fold of folded) fold.open = false; });
  addEventListener('hashchange', reveal);
  apply();
  reveal();
})();
