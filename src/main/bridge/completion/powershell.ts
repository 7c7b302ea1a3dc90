import type { Spelling } from './spellings.ts';
import { listOf } from './spellings.ts';

/** For PowerShell 5.1 and later. */
export function powershellCompletion(spellings: readonly Spelling[]): string {
  const rows = spellings.map(
    ({ command, options }) =>
      `  ${quoted(command)} = @(${options.flatMap(({ flags }) => flags.map(quoted)).join(', ')})`,
  );
  const all = spellings.flatMap(({ options }) => options);
  const choices = all.flatMap(({ flags, choices: values }) =>
    values ? flags.map((flag) => `  ${quoted(flag)} = @(${values.map(quoted).join(', ')})`) : [],
  );
  const lists = spellings.flatMap(({ command, options, argument }) => {
    const own = options.flatMap((option) => {
      const list = listOf(option);
      return list === undefined ? [] : option.flags.map((flag) => [`${command} ${flag}`, list]);
    });
    const list = argument && listOf(argument);
    return list === undefined ? own : [...own, [command, list]];
  });
  return `# Completion of the azimuth command for PowerShell. Put this into $PROFILE:
#   azimuth completion powershell | Out-String | Invoke-Expression
$script:azimuthOptions = [ordered]@{
${rows.join('\n')}
}
$script:azimuthValues = @{
${[...new Set(choices)].join('\n')}
}
$script:azimuthLists = @{
${lists.map((pair) => `  ${pair.map(quoted).join(' = ')}`).join('\n')}
}
Register-ArgumentCompleter -Native -CommandName azimuth -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($wordToComplete -ne '') { $words = @($words | Select-Object -SkipLast 1) }
  $said = @()
  foreach ($word in $words) { if ($word.StartsWith('-')) { break }; $said += $word }
  $command = $said -join ' '
  $last = if ($words.Count -gt 0) { $words[-1] } else { '' }
  $asked = if ($last.StartsWith('-')) { "$command $last" } else { $command }
  if ($script:azimuthValues.ContainsKey($last)) { $list = $script:azimuthValues[$last] }
  elseif ($script:azimuthLists.ContainsKey($asked)) {
    $list = azimuth ($script:azimuthLists[$asked].Split(' ')) --query '[].name' -o tsv 2>$null
  }
  elseif ($script:azimuthOptions.Contains($command)) { $list = $script:azimuthOptions[$command] }
  else {
    $list = $script:azimuthOptions.Keys | Where-Object { ($said.Count -eq 0) -or $_.StartsWith("$command ") } |
      ForEach-Object { $_.Split(' ')[$said.Count] } | Select-Object -Unique
  }
  $list | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    $text = if ($_ -match '\\s') { "'" + $_.Replace("'", "''") + "'" } else { $_ }
    [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
  }
}
`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
