// The drawing of one scenario: rows of marks, lanes of cookies, and a needle that the scrubber moves.
const markLine = 16;
const foot = 24;
const gutter = 168;
const leastZoom = 0.84;
const letterWidth = 6.2;

function title(text) {
  return svg('title', {}, text);
}

function tickParts(drawing, top, bottom) {
  return drawing.ticks.map(tick => {
    const line = svg('line', { class: 'tick', x1: tick.x, x2: tick.x, y1: top, y2: bottom + 5 });
    if (!tick.label) return line;
    const left = tick.x + 3 + tick.label.length * letterWidth > drawing.width;
    return [line, svg('g', { class: 'tick-label' }, svg('text',
      { x: tick.x + (left ? -3 : 3), y: bottom + 17, 'text-anchor': left ? 'end' : 'start' }, tick.label))];
  });
}

function alarmParts(drawing, top, bottom) {
  const alarm = drawing.alarm;
  if (!alarm) return null;
  const left = alarm.x > drawing.width - 70;
  return svg('g', { class: 'alarm' }, title(alarm.title),
    svg('line', { x1: alarm.x, x2: alarm.x, y1: top - 4, y2: bottom }),
    svg('text', { x: alarm.x + (left ? 4 : -4), y: top - 8, 'text-anchor': left ? 'end' : 'start' }, '✕ step ' + alarm.step));
}

function barParts(bar, lane) {
  const name = `bar ${bar.kind}${bar.ends ? '' : ' open'}${bar.notches.length > 12 ? ' dense' : ''}`;
  return svg('g', { class: name, 'data-x': bar.x }, title(bar.title),
    svg('rect', { x: bar.x, y: lane.y - 5, width: Math.max(0, bar.end - bar.x), height: 10, rx: 2 }),
    bar.ends && svg('line', { class: 'stop', x1: bar.end, x2: bar.end, y1: lane.y - 7, y2: lane.y + 7 }),
    bar.notches.map(notch => svg('line', { class: 'notch', x1: notch, x2: notch, y1: lane.y - 5, y2: lane.y + 5 })));
}

function laneParts(lane) {
  return [
    svg('g', { class: 'lane-name' }, title(lane.title), svg('text', { x: 10, y: lane.y + 4 }, lane.label)),
    lane.bars.map(bar => barParts(bar, lane)),
  ];
}

function markParts(mark) {
  return svg('g', { class: 'mark ' + mark.kind, transform: `translate(${mark.x} ${mark.y})`, 'data-x': mark.x },
    title(mark.title), shape(mark.kind));
}

function drawTimeline(drawing, name) {
  const top = drawing.rows[0].top;
  const bottom = drawing.height - foot;
  const lanes = drawing.rows.flatMap(row => row.lanes);
  const marks = drawing.rows.flatMap(row => row.marks);
  return svg('svg', {
    viewBox: `0 0 ${drawing.width} ${drawing.height}`, style: `min-width:${Math.round(drawing.width * leastZoom)}px`, role: 'img',
    'aria-label': `${name}. ${drawing.summary}`,
  },
  svg('rect', {
    class: 'after', x: drawing.runEnd + 8, y: top, width: Math.max(0, drawing.width - drawing.runEnd - 8), height: bottom - top,
  }, title('After the scenario: what the cookies promise')),
  drawing.rows.map(row => [
    svg('line', { class: 'rule', x1: 0, x2: drawing.width, y1: row.top, y2: row.top }),
    svg('g', { class: 'row-name' }, svg('text', { x: 0, y: row.top + markLine + 4 }, row.name)),
  ]),
  tickParts(drawing, top, bottom),
  svg('line', { class: 'axis', x1: gutter, x2: drawing.width, y1: bottom, y2: bottom }),
  drawing.jumps.map(jump =>
    svg('line', { class: 'jump', x1: jump.x + 1, x2: jump.end - 1, y1: bottom, y2: bottom }, title(jump.title))),
  alarmParts(drawing, top, bottom),
  lanes.map(laneParts),
  svg('line', { class: 'needle', y1: top - 2, y2: bottom }),
  marks.map(markParts));
}
