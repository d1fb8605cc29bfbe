namespace KmsiConformance.Sites.Pages;

/// <summary>
/// Marks a form whose page fills it from the fragment of its own address and submits it: what a script does in a
/// browser that runs scripts, said in a form that one without can follow.
/// </summary>
public static class FragmentRelay
{
    public const string Attribute = "data-kmsi-relay-fragment";
}
