#!/usr/bin/env pwsh
#requires -Version 7.3
# The two commands of the README, for people who live in PowerShell:
#   ./run.ps1                        runs the suite against the reference endpoint
#   ./run.ps1 run --only 'cookie/*'  any kmsi command with its arguments; a '--' before them may stand or not
#   ./run.ps1 test                   runs the tests, with arguments of 'dotnet test'
# Paths are relative to where it is called, as everywhere. With KMSI_NO_BUILD=1 it takes what was built last.
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot

# As they were typed: PowerShell makes a list of 'html,junit', and two words of '-p:X=Y'. Called from another shell
# ('pwsh run.ps1 test -p:X=Y') it takes the colon away without a trace; 'pwsh -c "./run.ps1 test -p:X=Y"' does not.
$words = [System.Collections.Generic.List[string]]::new()
$isName = $false
foreach ($word in $args) {
    $text = $word -is [array] ? $word -join ',' : [string]$word
    if ($isName) { $words[-1] += $text } else { $words.Add($text) }
    $isName = $word -is [string] -and $text -match '^-\w+:$'
}

# From another shell, 'pwsh run.ps1 -- list' hands the '--' on; PowerShell itself drops it.
if ($words.Count -gt 0 -and $words[0] -eq '--') { $words.RemoveAt(0) }

$noBuild = @(if ($env:KMSI_NO_BUILD) { '--no-build' })
if ($words.Count -gt 0 -and $words[0] -eq 'test') {
    $command = @('test', (Join-Path $root 'KmsiConformance.sln')) + $noBuild + @($words | Select-Object -Skip 1)
}
else {
    if ($words.Count -eq 0) { $words.Add('run') }
    $command = @('run', '--project', (Join-Path $root 'src/KmsiConformance.Cli')) + $noBuild + @('--') + $words
}

# Quoted, so that none of them is taken for a pattern of files here: 'sign-out/*' names scenarios, wherever this is called.
$quoted = foreach ($word in $command) {
    "'" + [System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($word) + "'"
}
& ([scriptblock]::Create("& dotnet $quoted"))
exit $LASTEXITCODE
