/**
 * The desktop entry that starts a program at sign-in
 * (https://specifications.freedesktop.org/autostart-spec/latest/).
 */
export const autostartEntry = (command: readonly string[]): string => `[Desktop Entry]
Type=Application
Name=Azimuth
Comment=Account manager for Azure
Icon=azimuth
Exec=${command.map(quoted).join(' ')}
Terminal=false
X-GNOME-Autostart-enabled=true
`;

/** Whether an entry is in force: desktops switch one off by a line in it instead of taking it away. */
export const isInForce = (entry: string): boolean =>
  !/^\s*(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/m.test(entry);

/**
 * A word of an Exec line: quoted by its rules, then escaped as every string of the file is, with percent signs doubled
 * (https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html).
 */
function quoted(word: string): string {
  const percent = word.replaceAll('%', '%%');
  if (/^[\w./:=@%+-]+$/.test(word)) return percent;
  const inQuotes = percent.replaceAll(/["`$\\]/g, String.raw`\$&`);
  return `"${inQuotes.replaceAll('\\', '\\\\')}"`;
}
