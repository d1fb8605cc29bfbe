using KmsiConformance.Browsers;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Worlds;

/// <content>Pages that only tell something and wait for a button.</content>
public sealed partial class World
{
    private const string Continue = "continue";

    // A page that comes again although its button was pressed is not gone on from for ever.
    private const int MostNotices = 3;

    // Nobody decides anything there, so whoever sees it goes on, whatever the step is about.
    private async Task<PageShown> PastNoticesAsync(PageSnapshot page, PageShown shown, CancellationToken cancellation)
    {
        if (page.Interrupt != PageKinds.Notice)
        {
            _inUse.Tab.Notices = 0;
            return shown;
        }

        return _inUse.Tab.Notices++ < MostNotices
            ? await AnswerAsync(PageKinds.Notice, Continue, cancellation, unasked: true) ?? shown
            : shown;
    }
}
