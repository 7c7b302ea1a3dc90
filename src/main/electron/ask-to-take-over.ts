import { dialog } from 'electron';

/** Asks whether the window may take over from a program that keeps these accounts in memory only. */
export async function askToTakeOver(usernames: readonly string[]): Promise<boolean> {
  const takeOver = 0;
  const leaveIt = 1;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: 'Azimuth',
    message: 'Azimuth already runs without a window. Take over from it?',
    detail: `It keeps these accounts in memory only, so you would have to sign in again:\n\n${usernames.join('\n')}`,
    buttons: ['Take over', 'Leave it running'],
    defaultId: leaveIt,
    cancelId: leaveIt,
    noLink: true,
  });
  return response === takeOver;
}
