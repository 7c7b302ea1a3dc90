import type { Option } from '../options.ts';
import type { Spelling } from './spellings.ts';
import { namesSubscription, subscriptionNames } from './spellings.ts';

/** For bash 3.2 and later. A list is one word a line, because the name of a subscription may have blanks. */
export function bashCompletion(spellings: readonly Spelling[]): string {
  return `# Completion of the azimuth command for bash. Put this into ~/.bashrc:  source <(azimuth completion bash)
_azimuth_options() {
  case "$1" in
${spellings.map(({ command, options }) => `  '${command}') printf '%s\\n' ${options.flatMap(({ flags }) => flags).join(' ')} ;;`).join('\n')}
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
  if ! list="$(_azimuth_values "\${COMP_WORDS[COMP_CWORD - 1]}")"; then
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

/** What may follow each option that takes one of a few values. */
function valueCases(spellings: readonly Spelling[]): string {
  const all = spellings.flatMap(({ options }) => options);
  const cases = all.flatMap((option) => {
    const printed = valuesPrinted(option);
    return printed === undefined ? [] : [`  ${option.flags.join(' | ')}) ${printed} ;;`];
  });
  return [...new Set(cases)].join('\n');
}

function valuesPrinted(option: Option): string | undefined {
  if (option.choices) return `printf '%s\\n' ${option.choices.join(' ')}`;
  return namesSubscription(option) ? subscriptionNames : undefined;
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
