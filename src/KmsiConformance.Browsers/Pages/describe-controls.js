// Says what each control is on the page that is shown: { entry, element, text } or null; what is typed into it is left out. With
// outline, each is marked and named on the page for a picture. Returns { undecided } as find-controls.js does.
({ signs, controls, labels, outline, decided }, readPage) => {
    const parts = readPage(signs, decided);
    const undecided = parts.look(performance.now());
    if (undecided)
        return undecided;

    const { visible } = parts;
    const tag = element => {
        const shell = element.cloneNode(false);
        shell.removeAttribute('value');
        shell.removeAttribute('style');
        return shell.outerHTML.replace(/<\/[^>]*>$/, '');
    };
    // Outlines each find, and names it on its own line where nothing else stands, with a thread back to it.
    const mark = finds => {
        const layer = document.createElement('div');
        layer.style.cssText = 'position:absolute;left:0;top:0;width:0;height:0;z-index:2147483647;pointer-events:none';
        document.documentElement.append(layer);
        const origin = layer.getBoundingClientRect();
        const here = ({ left, top, right, bottom }, by = 0) => ({
            left: left - origin.left - by, top: top - origin.top - by, right: right - origin.left + by, bottom: bottom - origin.top + by,
        });
        const draw = ({ left, top, right, bottom }, style) => {
            const box = document.createElement('div');
            box.style.cssText = `position:absolute;box-sizing:border-box;left:${left}px;top:${top}px;${style}`;
            if (right !== undefined) box.style.width = `${right - left}px`;
            if (bottom !== undefined) box.style.height = `${bottom - top}px`;
            return layer.appendChild(box);
        };

        const names = new Map();
        finds.forEach((one, at) => {
            if (one) names.set(one.element, [...(names.get(one.element) ?? []), labels[at]]);
        });
        const outlines = new Map([...names.keys()].map(element => [element, here(element.getBoundingClientRect(), 3)]));
        const taken = [...document.querySelectorAll('input, button, select, img')].filter(visible)
            .map(element => ({ element, spot: here(element.getBoundingClientRect()) }));
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            if (texts.currentNode.data.trim() === '') continue;
            const range = document.createRange();
            range.selectNodeContents(texts.currentNode);
            taken.push(...[...range.getClientRects()].map(spot => ({ spot: here(spot) })));
        }
        for (const [element, spot] of outlines) {
            taken.push({ element, spot });
            draw(spot, 'border:2px solid #c2185b;border-radius:4px');
        }

        const overlaps = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        const wide = document.documentElement.clientWidth - 4;
        for (const [element, outline] of outlines) {
            const label = draw({ left: 0, top: 0 }, 'background:#c2185b;color:#fff;font:600 12px/16px system-ui,sans-serif;padding:0 5px;'
                + 'border-radius:4px;white-space:nowrap');
            label.textContent = names.get(element).join(', ');
            const { width, height } = label.getBoundingClientRect();
            const middle = (outline.top + outline.bottom - height) / 2;
            const isFree = spot => spot.left >= 2 && spot.right <= wide && spot.top >= 2
                && !taken.some(other => other.element !== element && overlaps(spot, other.spot));
            const at = (left, top) => ({ left, top, right: left + width, bottom: top + height });
            const spots = [];
            for (let left = outline.right + 6; left + width <= wide; left += 8) spots.push(at(left, middle));
            for (let left = outline.right - width - 6; left > outline.left; left -= 8) spots.push(at(left, middle));
            for (let left = outline.left - width - 6; left >= 2; left -= 8) spots.push(at(left, middle));
            for (let step = 0; step < 12; step++)
                spots.push(at(outline.left, outline.bottom + 2 + step * 18), at(outline.left, outline.top - height - 2 - step * 18));
            const spot = spots.find(isFree) ?? at(Math.max(2, Math.min(outline.left, wide - width)), outline.bottom);
            label.style.left = `${spot.left}px`;
            label.style.top = `${spot.top}px`;
            taken.push({ spot });
            if (spot.left > outline.right + 8 && spot.top === middle)
                draw({ left: outline.right, top: outline.bottom - 2, right: spot.left }, 'border-top:1px dashed #c2185b');
        }
    };

    const found = controls.map(selectors => {
        for (const entry of selectors) {
            const element = [...parts.all(entry)].find(visible);
            if (element)
                return { entry, element };
        }
        return null;
    });

    if (outline)
        mark(found);

    return found.map(one => one === null ? null : {
        entry: one.entry,
        element: tag(one.element),
        text: parts.nameOf(one.element),
    });
}
