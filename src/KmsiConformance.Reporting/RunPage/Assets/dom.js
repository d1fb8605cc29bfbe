// All that is shown is made here: data becomes text or the value of an attribute, never markup.
const SVG = 'http://www.w3.org/2000/svg';

function fill(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.flat(Infinity).filter(child => child !== undefined && child !== null && child !== false));
  return made;
}

function html(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function link(fragment, text, attributes = {}) {
  return html('a', { href: '#' + fragment, ...attributes }, text);
}

function button(text, act, attributes = {}) {
  const made = html('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', act);
  return made;
}

// A term and what is said of it; nothing where there is nothing to say.
function fact(term, ...said) {
  return said.every(part => part === undefined || part === null) ? null
    : html('div', {}, html('dt', {}, term), html('dd', {}, ...said));
}

// A table that scrolls by itself where it is wider than its place.
function table(name, heads, rows, attributes = {}) {
  return html('table', { ...attributes, class: name },
    html('thead', {}, html('tr', {}, heads.map(head => html('th', { scope: 'col' }, head)))),
    html('tbody', {}, rows));
}

function scrolling(name, label, content) {
  return html('div', { class: name, tabindex: 0, role: 'region', 'aria-label': label }, content);
}

function plural(count, one, many = one + 's') {
  return `${count} ${count === 1 ? one : many}`;
}
