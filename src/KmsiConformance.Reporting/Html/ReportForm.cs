namespace KmsiConformance.Reporting.Html;

/// <summary>Where the pictures of a report are.</summary>
public enum ReportForm
{
    /// <summary>In the report, which is then one file that can be sent about.</summary>
    File,

    /// <summary>Where they are in the run folder, which is then kept together with the report.</summary>
    Folder,
}
