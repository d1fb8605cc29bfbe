using System.Globalization;
using KmsiConformance.Bench.Reference;

// What the reference costs. `load`: silent sign-ins per second beside a bare Kestrel endpoint that gives the same bytes,
// asked by the same client in the same run. `memory`: a million sign-ins, and what is left of them. `start`: how long it
// takes until the first answer. `tokens`: how many id_tokens an app validates per second.
//   dotnet run -c Release --project bench/KmsiConformance.Bench.Reference [-- load|memory|start|tokens [number]]
var what = args.ElementAtOrDefault(0) ?? "all";
var number = args.ElementAtOrDefault(1) is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : (int?)null;
var met = true;
if (what is "all" or "start") met &= await Start.MeasureAsync(rounds: number ?? 5);
if (what is "all" or "load") met &= await Load.MeasureAsync(rounds: number ?? 9);
if (what is "all" or "tokens") await Tokens.MeasureAsync(rounds: number ?? 9);
if (what is "all" or "memory") met &= await Memory.MeasureAsync(signIns: number ?? 1_000_000);
return met ? 0 : 1;
