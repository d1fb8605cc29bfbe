// The shapes of marks, drawn around the origin, at most 7 units in each direction.
const path = (d, name) => () => svg('path', { d, class: name });
const circle = (r, name) => () => svg('circle', { r, class: name });
const square = name => () => svg('rect', { x: -4.5, y: -4.5, width: 9, height: 9, class: name });

const shapes = {
  Silent: [circle(5)],
  Prompt: [path('M0-6 6 0 0 6-6 0Z', 'hollow')],
  SignedIn: [path('M0-6.5 6.5 0 0 6.5-6.5 0Z')],
  AppSession: [circle(4, 'hollow')],
  Rejected: [circle(5.5, 'hollow'), path('M-2.2-2.2 2.2 2.2M2.2-2.2-2.2 2.2', 'stroke')],
  Error: [path('M0-6.5 6 5H-6Z')],
  Unknown: [square('hollow')],
  Credentials: [path('M-5-4.5H5L0 5.5Z')],
  SignOut: [path('M-5-5V5M-3 0H5M2-3 5 0 2 3', 'stroke')],
  Notified: [path('M-6-4.5H6V4.5H-6ZM-6-4.5 0 1 6-4.5', 'hollow')],
  ProviderAsked: [path('M-5.5 0H4.5M1-3.5 4.5 0 1 3.5', 'stroke')],
  Answered: [path('M-5 0-1.5 4 5.5-4.5', 'stroke')],
  ClockMove: [path('M-5-4.5 0 0-5 4.5ZM0-4.5 5 0 0 4.5Z')],
  Quit: [square()],
  Crash: [path('M-4.5-4.5 4.5 4.5M4.5-4.5-4.5 4.5', 'stroke')],
  HarnessFault: [path('M-1.5-6.5H1.5L1 2H-1ZM-1.5 4H1.5V6.5H-1.5Z')],
};

const bars = { Persistent: 'Persistent cookie, until its expiry', Session: 'Session cookie', Process: 'Browser process' };

function shape(kind) {
  return (shapes[kind] ?? shapes.Unknown).map(draw => draw());
}

function legend(drawing) {
  return html('ul', { class: 'legend', 'aria-label': 'Legend' },
    drawing.markKinds.map(kind => html('li', {},
      svg('svg', { viewBox: '-8 -8 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
        svg('g', { class: 'mark ' + kind }, shape(kind))),
      facts.legend[kind])),
    drawing.barKinds.map(kind => html('li', {},
      svg('svg', { viewBox: '0 0 28 16', width: 28, height: 16, 'aria-hidden': 'true' },
        svg('g', { class: 'bar ' + kind }, svg('rect', { x: 1, y: 3, width: 26, height: 10, rx: 2 }))),
      bars[kind])));
}
