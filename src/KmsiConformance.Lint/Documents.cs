namespace KmsiConformance.Lint;

/// <summary>The documents that rules rest on, named as in the requirement catalogue.</summary>
internal static class Documents
{
    public const string Kmsi2016 = "B2C keep me signed in, 2016-09-05";
    public const string KmsiAugust2018 = "B2C keep me signed in, 2018-08-27";
    public const string KmsiDecember2018 = "B2C keep me signed in, 2018-12-03";
    public const string Kmsi2018 = KmsiAugust2018 + "; " + KmsiDecember2018;
    public const string KmsiUntil2018 = Kmsi2016 + "; " + Kmsi2018;
    public const string Session2020 = "B2C session behavior, 2020-12-14";
    public const string All = KmsiUntil2018 + "; " + Session2020;
    public const string Session2021 = "B2C session behavior, 2021-03-04";
    public const string Session2023 = "B2C session behavior, 2023-11-20";
    public const string Providers2022 = "B2C session providers, 2022-02-03";
    public const string Framework2020 = "B2C trust framework policy reference, January 2020";
    public const string Schema = "Policy schema 0.3.0.0";
}
