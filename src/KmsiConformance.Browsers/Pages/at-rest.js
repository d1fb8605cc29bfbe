// Waits in the page until it is at rest and returns what it shows. A navigation ends the evaluation with an error; the
// harness then asks the new document. Returns { waiting } with a reason when the limit passes first, and { undecided } with
// the parts of the page where somebody has to say first what they mean.
async ({ signs, submitted, quietMs, restlessMs, limitMs, decided }, readPage) => {
    const again = decided !== null && decided.document === performance.timeOrigin;
    const begun = again ? decided.begun : performance.now();
    const parts = readPage(signs, decided);
    const { visible } = parts;
    const first = selectors => {
        for (const selector of selectors)
            for (const element of parts.all(selector))
                if (visible(element))
                    return element;
        return null;
    };
    const textOf = element => element ? element.innerText.trim() : '';

    // A box is an input, or something drawn that says the same to those who cannot see it.
    const isTicked = box => box === null ? null : box.checked ?? box.getAttribute('aria-checked') === 'true';

    // What comes out of the browser's own store was asked of nobody.
    const isStored = () => {
        const [navigation] = performance.getEntriesByType('navigation');
        return navigation !== undefined && navigation.transferSize === 0 && navigation.decodedBodySize > 0;
    };

    let message = null;
    let changed = again ? decided.changed : begun;
    const watch = new MutationObserver(() => { changed = performance.now(); });
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

    const look = () => {
        const messages = signs.message.flatMap(selector => [...parts.all(selector)]);
        message = messages.find(element => visible(element) && textOf(element) !== '') ?? null;
        const error = first(signs.errorPage);
        const page = {
            url: location.href,
            title: document.title,
            asks: false,
            asksForUserName: first(signs.userName) !== null,
            asksForUserNameOnly: first(signs.password) === null && first(signs.userNameFirst) !== null,
            interrupt: signs.interrupts.find(interrupt => first(interrupt.page) !== null)?.name ?? null,
            offers: first(signs.keepMeSignedIn) !== null,
            isTicked: isTicked(first(signs.keepMeSignedIn)),
            isError: error !== null,
            isSignedOut: first(signs.signedOut) !== null,
            isSignedIn: first(signs.signedIn) !== null,
            signedInAs: textOf(first(signs.signedInAs)) || null,
            isStored: isStored(),
            message: message ? textOf(message) : error ? textOf(error) : null,
            leftFor: null,
            sameDocument: false,
            waiting: null,
        };
        page.asks = page.asksForUserNameOnly || first(signs.password) !== null;
        page.known = page.asks || page.interrupt !== null || page.isError || page.isSignedOut || message !== null
            || document.querySelector('meta[name="kmsi-page"][content="app"]') !== null;
        return page;
    };

    const whyRestless = page => {
        const now = performance.now();
        const quiet = now - changed >= quietMs;
        if (document.readyState !== 'complete' && !(page.known && document.readyState === 'interactive' && now - begun > restlessMs))
            return `the document is still ${document.readyState}`;

        const transit = signs.inTransit.find(selector => parts.all(selector).length > 0);
        if (transit) {
            // Where it goes no page can follow: to a native app, or to something that the browser refuses.
            const link = signs.leavesBy.flatMap(selector => [...parts.all(selector)])[0];
            if (quiet && link?.protocol && !/^https?:$/.test(link.protocol)) {
                page.leftFor = link.getAttribute('href');
                return null;
            }
            return `the page is on its way elsewhere (${transit} matches)`;
        }

        const submission = submitted ? window.__kmsiSubmission : undefined;
        if (submission) {
            page.sameDocument = true;
            if (submission.isNews(message))
                return null;
            return !page.asks && page.interrupt === null && quiet ? null : 'the submitted page shows neither a new message nor a new page';
        }

        return page.known || quiet || now - begun > restlessMs ? null : 'the page keeps changing';
    };

    try {
        for (;;) {
            const undecided = parts.look(changed);
            if (undecided)
                return { ...undecided, begun, changed };
            const page = look();
            page.waiting = whyRestless(page);
            if (page.waiting === null || performance.now() - begun > limitMs)
                return page;
            await new Promise(next => setTimeout(next, 10));
        }
    } finally {
        watch.disconnect();
    }
}
