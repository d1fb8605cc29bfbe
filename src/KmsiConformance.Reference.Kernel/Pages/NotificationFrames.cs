using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.SignOut;

namespace KmsiConformance.Reference.Kernel.Pages;

/// <summary>
/// The hidden frames in which the browser tells others of a sign-out, side by side, and the script that goes on once all
/// of them have loaded. One that hangs, fails or must not be framed holds nothing up for longer than <see cref="Patience"/>.
/// </summary>
internal static class NotificationFrames
{
    /// <summary>The longest time that the page waits for its frames.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>What the content policy must allow. Whoever is told may send the frame on, so that no list of hosts would do.</summary>
    public const string Sources = "https:";

    /// <summary>The frames; they may run scripts and keep cookies, but never take over the whole window.</summary>
    public static Html Render(Exchange exchange, IReadOnlyList<Notification> notifications)
    {
        var frames = Html.Of($"");
        foreach (var notification in notifications)
        {
            frames.AppendFormatted(Html.Of($"""
                <iframe src="{exchange.Tenant.Relay.AddressFor(exchange, notification)}" data-loads="{(notification.Form is null ? "1" : "2")}" title="Sign-out of {notification.Addressee}" sandbox="allow-same-origin allow-scripts allow-forms"></iframe>
                """));
        }

        return Html.Of($"""<div hidden id="notifications">{frames}</div>""");
    }

    /// <summary>
    /// Goes on when all frames have loaded, or after the longest time. Stands before the frames, so that none loads unseen;
    /// load events do not rise, but they can be caught on their way down.
    /// </summary>
    public static Html Script(Exchange exchange, string next, int frames) => Html.Of($$"""
        <script nonce="{{exchange.Nonce}}">
        (() => {
          const next = {{Html.Script(next)}};
          const loads = new Map();
          let left = {{Html.Script(frames)}};
          const go = () => { if (left >= 0) { left = -1; window.location.replace(next); } };
          if (left === 0) { go(); return; }
          document.addEventListener('load', event => {
            const frame = event.target;
            if (frame.localName !== 'iframe') return;
            const seen = (loads.get(frame) ?? 0) + 1;
            loads.set(frame, seen);
            if (seen === Number(frame.dataset.loads) && --left === 0) go();
          }, true);
          setTimeout(go, {{Html.Script((int)Patience.TotalMilliseconds)}});
        })();
        </script>
        """);
}
