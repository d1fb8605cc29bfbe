using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;

namespace KmsiConformance.Reference.Kernel.Http;

#pragma warning disable MA0053 // Products derive from it, in rooms of their own.
/// <summary>The settings under which a request is answered. A product with custom policies has one of these for each.</summary>
/// <param name="PolicyId">Names it in addresses, codes and the log.</param>
/// <param name="Settings">How long sessions last, and who shares them.</param>
/// <param name="Lifetimes">How long tokens last.</param>
/// <param name="OffersBox">Whether its sign-in page has the keep-me-signed-in box.</param>
/// <param name="RemembersApps">Whether its sessions remember the applications that they signed in, which single sign-out needs.</param>
internal record LoginPolicy(string PolicyId, SessionSettings Settings, TokenLifetimes Lifetimes, bool OffersBox, bool RemembersApps);
