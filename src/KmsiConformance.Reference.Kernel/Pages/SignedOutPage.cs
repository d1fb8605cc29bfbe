using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.SignOut;

namespace KmsiConformance.Reference.Kernel.Pages;

/// <summary>What the user sees after a sign-out that names no place to go. Others are told all the same.</summary>
internal static class SignedOutPage
{
    public static string Render(Exchange exchange, IReadOnlyList<Notification> told) =>
        Layout.Render(exchange, "signed-out", "Signed out", Html.Of($"""
        <h1>You are signed out</h1>
        <p class="told">{NotifiedPeople.Sentence(told)}You can close this page. Applications that you used may still know you until their own sessions end.</p>
        {NotificationFrames.Render(exchange, told)}
        """), frames: exchange.Tenant.Rules.Notification.FrameSources);
}
