#!/usr/bin/env pwsh
# The two commands of the README, for people who live in PowerShell:
#   ./run.ps1                      runs the suite against the reference endpoint
#   ./run.ps1 run --only 'cookie/*'  any kmsi command with its arguments
#   ./run.ps1 test                 runs the tests
# Paths are relative to where it is called, as everywhere.
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
if ($args.Count -gt 0 -and $args[0] -eq 'test') {
    $rest = @($args | Select-Object -Skip 1)
    dotnet test (Join-Path $root 'KmsiConformance.sln') @rest
}
else {
    $kmsi = @(if ($args.Count -eq 0) { 'run' } else { $args })
    dotnet run --project (Join-Path $root 'src/KmsiConformance.Cli') -- @kmsi
}
exit $LASTEXITCODE
