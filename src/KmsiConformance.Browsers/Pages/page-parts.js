// Reads the parts of a page as a person meets them, and knows which of them means what once that was decided. Which it is, the
// harness decides; this only says what is there. The same is read for the simulated browser in Simulated/PartsOfPage.cs.
(signs, decided) => {
    const prefix = 'meaning:';
    const limit = 300;
    const most = 600;
    const sections = 'form, dialog, section, aside, footer, header, nav, [role=dialog], [role=alertdialog], [role=region]';
    const squeeze = text => (text ?? '').replace(/\s+/g, ' ').trim().slice(0, limit);
    const visible = element => element.getClientRects().length > 0
        && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const lower = (element, name) => (element.getAttribute(name) ?? '').trim().toLowerCase();

    const named = element => {
        const by = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(id => id !== '')
            .map(id => document.getElementById(id)?.textContent ?? '').join(' ').trim();
        return by || (element.getAttribute('aria-label') ?? '').trim();
    };
    const labelOf = element => [...(element.labels ?? [])].map(label => label.textContent).join(' ').trim();
    const fieldName = element => named(element) || labelOf(element) || element.getAttribute('placeholder') || element.title;
    const textOf = element => element.innerText ?? element.textContent;
    const buttonName = element => named(element)
        || (element.localName === 'input'
            ? element.getAttribute('value') || element.getAttribute('alt') || (element.type === 'submit' ? 'Submit' : '')
            : textOf(element).trim() || [...element.querySelectorAll('img[alt]')].map(image => image.alt).join(' '))
        || element.title;

    const selectorOf = element => {
        if (element.id && document.querySelectorAll(`[id="${CSS.escape(element.id)}"]`).length === 1)
            return `[id="${CSS.escape(element.id)}"]`;
        const steps = [];
        for (let at = element; at.parentElement; at = at.parentElement)
            steps.unshift(`:nth-child(${[...at.parentElement.children].indexOf(at) + 1})`);
        return [':root', ...steps].join(' > ');
    };

    // What stands around: names and classes of all that it is in, and the text of the nearest section.
    const within = element => {
        const names = [];
        for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
            names.push(at.id, at.getAttribute('class') ?? '', at.getAttribute('aria-label') ?? '');
        const section = element.closest(sections)
            ?? element.parentElement?.parentElement;
        return `${squeeze(names.join(' '))} | ${section && section !== document.body ? squeeze(section.textContent) : ''}`;
    };
    const marks = element => {
        const said = [];
        for (let [at, step] = [element, 0]; at && step < 3; [at, step] = [at.parentElement, step + 1]) {
            if (['body', 'form', 'main', 'html'].includes(at.localName)) break;
            said.push(at.getAttribute('role') ?? '', at.getAttribute('aria-live') ?? '', at.getAttribute('class') ?? '', at.id);
        }
        return squeeze(said.join(' '));
    };

    const roleOf = element => {
        const role = lower(element, 'role');
        if (role === 'button') return 'button';
        if (role === 'checkbox' || role === 'switch') return 'box';
        if (role === 'heading' || /^(h[1-3]|legend)$/.test(element.localName)) return 'heading';
        if (element.localName === 'button') return 'button';
        if (element.localName === 'a') return element.hasAttribute('href') ? 'link' : 'text';
        if (element.localName !== 'input') return 'text';
        switch (element.type) {
            case 'password': return 'password';
            case 'checkbox': return 'box';
            case 'submit': case 'button': case 'image': return 'button';
            case 'text': case 'email': case 'tel': case 'number': case 'search': case 'url': return 'text-field';
            default: return null;
        }
    };
    const inside = 'label, button, a, option, script, style, noscript, template, [role=button], h1, h2, h3, legend, [role=heading]';
    const hasOwnText = element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');

    const read = () => {
        const parts = [{ role: 'title', name: squeeze(document.title) }];
        const elements = [null];
        if (document.querySelector('meta[name="kmsi-page"][content="app"]')) return { parts, elements };
        const forms = [...document.forms];
        for (const element of document.body?.querySelectorAll('*') ?? []) {
            if (parts.length >= most) break;
            const role = roleOf(element);
            if (role === null || (role === 'text' && (!hasOwnText(element) || element.closest(inside)))) continue;

            // A box is often drawn by its label, and is itself not to be seen.
            const shown = visible(element) ? element : role === 'box' ? [...(element.labels ?? [])].find(visible) : null;
            if (!shown) continue;
            const isField = role === 'text-field' || role === 'password' || role === 'box';
            const isControl = isField || role === 'button';
            parts.push({
                role,
                name: squeeze(isField ? fieldName(element) : role === 'button' ? buttonName(element) : named(element) || textOf(element)),
                type: isControl ? element.type?.toLowerCase() ?? '' : '',
                autocomplete: isField ? lower(element, 'autocomplete') : '',
                field: isControl ? element.getAttribute('name') ?? '' : '',
                id: element.id,
                form: element.form ? forms.indexOf(element.form) : forms.indexOf(element.closest('form')),
                marks: marks(element),
                within: within(element),
                usable: !isField || !(element.disabled || element.readOnly),
                selector: selectorOf(shown),
            });
            elements.push(shown);
        }
        return { parts, elements };
    };

    // Two 32-bit sums: what is compared is whether anything is otherwise than when it was decided.
    const printOf = text => {
        let [a, b] = [0xdeadbeef, 0x41c6ce57];
        for (let at = 0; at < text.length; at++) {
            a = Math.imul(a ^ text.charCodeAt(at), 2654435761);
            b = Math.imul(b ^ text.charCodeAt(at), 1597334677);
        }
        return `${a >>> 0}-${b >>> 0}`;
    };

    let last = null;
    const meant = name => {
        const place = decided?.found[name];
        return last && place !== undefined ? place : null;
    };
    return {
        visible,

        // Reads the page where it may have changed. Returns what is to be decided; null where all that is there was decided.
        look: changed => {
            if (!signs.byMeaning || document.readyState === 'loading') return null;
            const now = performance.now();
            if (last === null || changed > last.at || now - last.at > 100) {
                const seen = read();
                last = { ...seen, at: now, print: printOf(JSON.stringify(seen.parts)) };
            }
            return last.print === decided?.print ? null
                : { undecided: true, parts: last.parts, print: last.print, document: performance.timeOrigin };
        },
        all: selector => {
            if (!selector.startsWith(prefix)) return document.querySelectorAll(selector);
            const place = meant(selector.slice(prefix.length));
            return place === null ? [] : [last.elements[place]];
        },
        nameOf: element => {
            const role = roleOf(element);
            return squeeze(role === 'button' ? buttonName(element)
                : role === 'text-field' || role === 'password' || role === 'box' ? fieldName(element) : textOf(element));
        },
        selector: selector => selector.startsWith(prefix) ? last.parts[meant(selector.slice(prefix.length))].selector : selector,
    };
}
