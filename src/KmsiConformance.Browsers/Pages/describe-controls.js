// Says what each control is on the page that is shown: { entry, element, text } or null; what is typed into it is left out. With
// outline, each is marked and named on the page for a picture. Returns { undecided } as find-controls.js does.
({ signs, controls, labels, outline, decided }, readPage) => {
    const parts = readPage(signs, decided);
    const undecided = parts.look(performance.now());
    if (undecided)
        return undecided;

    const visible = element => element.getClientRects().length > 0
        && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const tag = element => {
        const shell = element.cloneNode(false);
        shell.removeAttribute('value');
        shell.removeAttribute('style');
        return shell.outerHTML.replace(/<\/[^>]*>$/, '');
    };
    const found = controls.map(selectors => {
        for (const entry of selectors) {
            const element = [...parts.all(entry)].find(visible);
            if (element)
                return { entry, element };
        }
        return null;
    });

    if (outline) {
        const layer = document.createElement('div');
        layer.style.cssText = 'position:absolute;left:0;top:0;width:0;height:0;z-index:2147483647;pointer-events:none';
        const taken = [];
        const overlaps = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        const draw = style => {
            const box = document.createElement('div');
            box.style.cssText = `position:absolute;box-sizing:border-box;${style}`;
            return layer.appendChild(box);
        };
        document.documentElement.append(layer);
        const origin = layer.getBoundingClientRect();
        const elements = new Map();
        found.forEach((one, at) => {
            if (one) elements.set(one.element, [...(elements.get(one.element) ?? []), labels[at]]);
        });
        for (const [element, names] of elements) {
            const place = element.getBoundingClientRect();
            const [left, top] = [place.left - origin.left, place.top - origin.top];
            draw(`left:${left - 3}px;top:${top - 3}px;width:${place.width + 6}px;height:${place.height + 6}px;border:2px solid #c2185b;border-radius:4px`);
            taken.push({ left: left - 3, top: top - 3, right: left + place.width + 3, bottom: top + place.height + 3 });
        }
        for (const [element, names] of elements) {
            const place = element.getBoundingClientRect();
            const [left, top] = [place.left - origin.left, place.top - origin.top];
            const label = draw('background:#c2185b;color:#fff;font:600 12px/16px system-ui,sans-serif;padding:1px 6px;border-radius:4px;white-space:nowrap');
            label.textContent = names.join(', ');
            const size = label.getBoundingClientRect();

            // Beside the element where there is room, else the nearest free place below or above.
            const wide = document.documentElement.clientWidth;
            const high = top + place.height / 2 - size.height / 2;
            const places = [[left + place.width + 8, high], [left - size.width - 8, high]];
            for (let step = 0; step < 12; step++)
                places.push([left, top + place.height + 5 + step * 20], [left, top - size.height - 5 - step * 20]);
            const free = places.map(([x, y]) => ({ left: x, top: y, right: x + size.width, bottom: y + size.height }))
                .find(spot => spot.left >= 2 && spot.right <= wide - 2 && spot.top >= 2 && !taken.some(other => overlaps(spot, other)))
                ?? { left: Math.max(2, left), top: Math.max(2, top), right: left + size.width, bottom: top + size.height };
            label.style.left = `${free.left}px`;
            label.style.top = `${free.top}px`;
            taken.push(free);
        }
    }

    return found.map(one => one === null ? null : {
        entry: one.entry,
        element: tag(one.element),
        text: parts.nameOf(one.element),
    });
}
