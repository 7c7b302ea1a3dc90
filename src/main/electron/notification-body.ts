const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * A text as the body of a notification. Linux desktops read markup there, links too
 * (https://specifications.freedesktop.org/notification-spec/latest/markup.html), and Electron passes it on as it is: a
 * tenant, whose name anybody may choose, must not write links into what Azimuth says.
 */
export const notificationBody = (text: string, platform: string): string =>
  platform === 'linux' ? text.replaceAll(/[&<>]/g, (sign) => entities[sign] ?? sign) : text;
