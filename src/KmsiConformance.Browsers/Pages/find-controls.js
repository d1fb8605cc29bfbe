// Finds the controls of the page that is shown, and watches the page so that at-rest.js can tell a message that the
// submission brings from one that was there before. Each control is { selector, index, ticked } or null. Returns { undecided } with
// the parts of the page where somebody has to say first what they mean.
({ signs, controls, decided }, readPage) => {
    const parts = readPage(signs, decided);
    const undecided = parts.look(performance.now());
    if (undecided)
        return undecided;
    const { visible } = parts;
    const first = selectors => {
        for (const selector of selectors) {
            const found = [...parts.all(selector)];
            const index = found.findIndex(visible);
            if (index >= 0)
                return { selector: parts.selector(selector), index, ticked: (found[index].control ?? found[index]).checked === true };
        }
        return null;
    };

    const shown = new Set(signs.message.flatMap(selector => [...parts.all(selector)]).filter(visible));
    const touched = new Set();
    new MutationObserver(records => records.forEach(record => touched.add(record.target)))
        .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    window.__kmsiSubmission = {
        // News: was not there before, went away in between, or was written anew.
        isNews: message => {
            shown.forEach(element => { if (!visible(element)) shown.delete(element); });
            return message !== null && (!shown.has(message) || [...touched].some(node => message.contains(node)));
        },
    };

    return controls.map(first);
}
