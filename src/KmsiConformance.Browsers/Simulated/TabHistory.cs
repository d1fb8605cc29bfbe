namespace KmsiConformance.Browsers.Simulated;

/// <summary>The pages of one tab, in the order in which it came to them. Pages that leave by themselves are none of them.</summary>
internal sealed class TabHistory
{
    private readonly List<Page> _pages = [];
    private int _shown = -1;

    /// <summary>The page before the one that is shown; null for none.</summary>
    public Page? Before => _shown > 0 ? _pages[_shown - 1] : null;

    /// <summary>Goes back to the page before.</summary>
    public void Back() => _shown--;

    /// <summary>A page has come. What lay ahead of the one before it is forgotten.</summary>
    /// <param name="inPlace">Whether it takes the place of the page that was shown.</param>
    public void Come(Page page, bool inPlace)
    {
        if (_shown >= 0 && ReferenceEquals(_pages[_shown], page)) return;
        if (inPlace && _shown >= 0)
        {
            _pages[_shown] = page;
            return;
        }

        _pages.RemoveRange(_shown + 1, _pages.Count - _shown - 1);
        _pages.Add(page);
        _shown++;
    }
}
