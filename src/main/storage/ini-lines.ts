/**
 * The little of Python's `configparser` dialect that Azure CLI's `config` and `clouds.config` need, line by line: a library
 * that parses and writes would lose comments, order and spacing.
 * (https://docs.python.org/3/library/configparser.html#supported-ini-file-structure)
 */
const header = /^\[(?<name>.+)\]/;
const assignment = /^(?<option>[^\s#;=:[][^=:]*?)\s*[=:]\s*(?<value>.*?)\s*$/;
const blankOrComment = /^\s*(?:[#;]|$)/;

/** Whether a text starts as such a file does: Azure CLI deletes one that does not. */
export function isIni(text: string): boolean {
  const first = text.split('\n').find((line) => !blankOrComment.test(line));
  return first === undefined || header.test(first);
}

export const hasSection = (text: string, section: string): boolean =>
  find(text.split('\n'), section, '').sectionAt !== -1;

export const readOption = (text: string, section: string, option: string): string | undefined =>
  find(text.split('\n'), section, option).value;

/** Sets an option, in its line or right below its section's header or in a new section; every other byte stays. */
export function writeOption(text: string, section: string, option: string, value: string): string {
  const lines = text.split('\n');
  const { sectionAt, optionAt, value: before } = find(lines, section, option);
  if (before === value) return text;
  // Each line but the last still has its carriage return, if it has one.
  const end = lines[Math.max(0, sectionAt)]?.endsWith('\r') === true ? '\r' : '';
  const line = `${option} = ${value}${end}`;
  if (optionAt !== -1) return lines.with(optionAt, line).join('\n');
  if (sectionAt !== -1) return lines.toSpliced(sectionAt + 1, 0, line).join('\n');
  const gap = text === '' || text.endsWith('\n') ? '' : `${end}\n`;
  return `${text}${gap}[${section}]${end}\n${line}\n`;
}

interface Found {
  /** Counted from 0; -1 where there is none. */
  readonly sectionAt: number;
  readonly optionAt: number;
  readonly value: string | undefined;
}

/** Sections are told apart by case, options are not. */
function find(lines: readonly string[], section: string, option: string): Found {
  const sectionAt = lines.findIndex((line) => header.exec(line)?.groups?.['name'] === section);
  if (sectionAt === -1) return { sectionAt, optionAt: -1, value: undefined };
  const next = lines.findIndex((line, index) => index > sectionAt && header.test(line));
  const end = next === -1 ? lines.length : next;
  const optionAt = lines.findIndex(
    (line, index) =>
      index > sectionAt &&
      index < end &&
      assignment.exec(line)?.groups?.['option']?.toLowerCase() === option,
  );
  const value = assignment.exec(lines[optionAt] ?? '')?.groups?.['value'];
  return { sectionAt, optionAt, value };
}
