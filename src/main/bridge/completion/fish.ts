import type { Option } from '../options.ts';
import type { Spelling } from './spellings.ts';
import { namesPrinted } from './spellings.ts';

/** For fish 3 and later. */
export function fishCompletion(spellings: readonly Spelling[]): string {
  const words = spellings.flatMap(({ command, summary }) => {
    const parts = command.split(' ');
    return parts.map((word, at) => ({
      said: parts.slice(0, at).join(' '),
      word,
      summary: at === parts.length - 1 ? summary : '',
    }));
  });
  const distinct = [...new Map(words.map((one) => [`${one.said} ${one.word}`, one])).values()];
  return `# Completion of the azimuth command for fish:  azimuth completion fish > ~/.config/fish/completions/azimuth.fish
function __azimuth_said
  set -l said
  for word in (commandline -opc)[2..-1]
    string match -q -- '-*' $word; and break
    set -a said $word
  end
  test "$said" = "$argv"
end

complete -c azimuth -f
${distinct.map(({ said, word, summary }) => `complete -c azimuth -n ${quoted(`__azimuth_said ${said}`)} -a ${word} -d ${quoted(summary)}`).join('\n')}
${spellings.flatMap(argumentLines).join('\n')}
${spellings.flatMap(({ command, options }) => options.map((option) => optionLine(command, option))).join('\n')}
`;
}

function argumentLines({ command, argument }: Spelling): readonly string[] {
  const names = argument === undefined ? [] : valuesOf(argument);
  return names.map(
    (values) => `complete -c azimuth -n ${quoted(`__azimuth_said ${command}`)} ${values}`,
  );
}

function optionLine(command: string, option: Option): string {
  const spelled = option.flags.map((flag) =>
    flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
  );
  return [
    `complete -c azimuth -n ${quoted(`__azimuth_said ${command}`)}`,
    ...spelled,
    ...(option.kind === 'flag' ? [] : ['-x']),
    ...valuesOf(option),
    `-d ${quoted(option.help)}`,
  ].join(' ');
}

function valuesOf(option: Option): readonly string[] {
  if (option.choices) return [`-a ${quoted(option.choices.join(' '))}`];
  const names = namesPrinted(option);
  // fish complains of a command that is not there, whatever becomes of the command's own stderr.
  return names === undefined ? [] : [`-a ${quoted(`(type -q azimuth; and ${names})`)}`];
}

const quoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
