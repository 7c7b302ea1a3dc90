import type { Option } from '../options.ts';
import type { Spelling } from './spellings.ts';
import { namesPrinted } from './spellings.ts';

/** For bash 3.2 and later. A list is one word a line, because the name of a subscription may have blanks. */
export function bashCompletion(spellings: readonly Spelling[]): string {
  return `# Completion of the azimuth command for bash. Put this into ~/.bashrc:  source <(azimuth completion bash)
_azimuth_options() {
  case "$1" in
${spellings.map(optionCase).join('\n')}
  esac
}

_azimuth_values() {
  case "$1" in
${valueCases(spellings)}
  *) return 1 ;;
  esac
}

_azimuth() {
  local current="\${COMP_WORDS[COMP_CWORD]}" said='' word candidate list at
  for ((at = 1; at < COMP_CWORD; at += 1)); do
    word="\${COMP_WORDS[at]}"
    [[ $word == -* ]] && break
    said="$said\${said:+ }$word"
  done
  if ! list="$(_azimuth_values "$said \${COMP_WORDS[COMP_CWORD - 1]}")"; then
    list="$(_azimuth_options "$said")"
    [ -n "$list" ] || list="$(_azimuth_next "$said")"
  fi
  COMPREPLY=()
  while IFS= read -r candidate; do
    [[ -n $candidate && $candidate == "\${current//\\\\/}"* ]] && COMPREPLY+=("$(printf '%q' "$candidate")")
  done <<<"$list"
}

_azimuth_next() {
  case "$1" in
${groupCases(spellings)}
  esac
}

complete -F _azimuth azimuth
`;
}

/** The options of a command, after the names that may stand right behind it. */
function optionCase({ command, options, argument }: Spelling): string {
  const names = argument && namesPrinted(argument);
  const flags = `printf '%s\\n' ${options.flatMap((option) => option.flags).join(' ')}`;
  return `  '${command}') ${names === undefined ? '' : `${names}; `}${flags} ;;`;
}

/** What may follow each option that takes one of a few values. What all commands have stands there once. */
function valueCases(spellings: readonly Spelling[]): string {
  const isGlobal = (option: Option): boolean =>
    spellings.every(({ options }) => options.includes(option));
  const cases = spellings.flatMap(({ command, options }) =>
    options.flatMap((option) => {
      const printed = valuesPrinted(option);
      if (printed === undefined) return [];
      const said = isGlobal(option) ? '*' : `'${command}'`;
      return [`  ${option.flags.map((flag) => `${said}' ${flag}'`).join(' | ')}) ${printed} ;;`];
    }),
  );
  return [...new Set(cases)].join('\n');
}

function valuesPrinted(option: Option): string | undefined {
  if (option.choices) return `printf '%s\\n' ${option.choices.join(' ')}`;
  return namesPrinted(option);
}

/** The words that may follow the beginning of a command. */
function groupCases(spellings: readonly Spelling[]): string {
  const following = Map.groupBy(
    spellings.flatMap(({ command }) => {
      const words = command.split(' ');
      return words.map((word, at) => ({ said: words.slice(0, at).join(' '), word }));
    }),
    ({ said }) => said,
  );
  return [...following]
    .map(([said, words]) => {
      const next = [...new Set(words.map(({ word }) => word))];
      return `  '${said}') printf '%s\\n' ${next.join(' ')} ;;`;
    })
    .join('\n');
}
