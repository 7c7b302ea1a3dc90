/**
 * What tells clipboard managers and histories not to keep an entry, by platform: an empty or fixed payload under a format
 * of the system's own.
 *
 * macOS: http://nspasteboard.org. Windows: https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats#cloud-clipboard-and-clipboard-history-formats
 * (a DWORD of 0 forbids). Linux: the hint that KDE's Klipper and others honour, as KeePassXC sets it.
 */
const marks: Readonly<Partial<Record<NodeJS.Platform, Readonly<Record<string, Uint8Array>>>>> = {
  darwin: { 'org.nspasteboard.ConcealedType': new Uint8Array() },
  win32: {
    ExcludeClipboardContentFromMonitorProcessing: new Uint8Array(4),
    CanIncludeInClipboardHistory: new Uint8Array(4),
    CanUploadToCloudClipboard: new Uint8Array(4),
  },
  linux: { 'x-kde-passwordManagerHint': new TextEncoder().encode('secret') },
};

/** The marks under the names that Electron gives to formats of the system (https://www.electronjs.org/docs/latest/api/clipboard). */
export function secretMarks(platform: NodeJS.Platform): Readonly<Record<string, Blob>> {
  const formats = Object.entries(marks[platform] ?? {});
  return Object.fromEntries(
    formats.map(([format, payload]) => [
      `electron application/osclipboard;format="${format}"`,
      new Blob([Uint8Array.from(payload)]),
    ]),
  );
}
