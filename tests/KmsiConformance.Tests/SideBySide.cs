using NUnit.Framework;

// Fixtures run side by side; the tests of one after the other. Most wait for browsers and clocks, so a few more than there are cores
// keep the machine busy. A fixture that counts what the process holds, or moves what all share, is [NonParallelizable] and runs alone.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(3)]
