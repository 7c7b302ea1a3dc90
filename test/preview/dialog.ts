import type {
  Dialog,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import { tellHarness } from './control-link.ts';
import type { DialogAnswer, ShownDialog } from './control.ts';

let shown: readonly ShownDialog[] = [];
let answers: readonly DialogAnswer[] = [];

/** Keeps an answer for the next dialog; without one a dialog is cancelled. */
export function answerNextDialog(answer: DialogAnswer): void {
  answers = [...answers, answer];
}

export const shownDialogs = (): readonly ShownDialog[] => shown;

function show(dialog: ShownDialog): DialogAnswer | undefined {
  shown = [...shown, dialog];
  tellHarness({ event: 'dialog', dialog });
  const [answer, ...rest] = answers;
  answers = rest;
  return answer;
}

/** Dialogs take an owner window first, or not. */
function optionsOf<Options extends object>(args: readonly unknown[]): Partial<Options> {
  const last: unknown = args.at(-1);
  return typeof last === 'object' && last !== null ? last : {};
}

/** What Escape means: `cancelId`, else a button called Cancel or No, else the first. */
function cancelButton(options: Partial<MessageBoxOptions>, buttons: readonly string[]): number {
  const named = buttons.findIndex((label) => /^&?(cancel|no)$/i.test(label));
  return options.cancelId ?? Math.max(named, 0);
}

async function showMessageBox(...args: readonly unknown[]): Promise<MessageBoxReturnValue> {
  const options = optionsOf<MessageBoxOptions>(args);
  const { title = '', message = '', detail = '', buttons = ['OK'] } = options;
  const answer = show({ kind: 'message', title, message, detail, buttons });
  const chosen = answer && 'button' in answer ? answer : undefined;
  const checkboxChecked = chosen?.checked ?? options.checkboxChecked ?? false;
  if (chosen === undefined) return { response: cancelButton(options, buttons), checkboxChecked };
  const { button } = chosen;
  return {
    response: typeof button === 'number' ? button : buttons.indexOf(button),
    checkboxChecked,
  };
}

function choosePaths(kind: 'open' | 'save', title: string, message: string): readonly string[] {
  const answer = show({ kind, title, message, detail: '', buttons: [] });
  return answer && 'paths' in answer ? answer.paths : [];
}

async function showOpenDialog(...args: readonly unknown[]): Promise<OpenDialogReturnValue> {
  const { title = '', message = '' } = optionsOf<OpenDialogOptions>(args);
  const filePaths = [...choosePaths('open', title, message)];
  return { canceled: filePaths.length === 0, filePaths };
}

async function showSaveDialog(...args: readonly unknown[]): Promise<SaveDialogReturnValue> {
  const { title = '', message = '' } = optionsOf<SaveDialogOptions>(args);
  const [filePath = ''] = choosePaths('save', title, message);
  return { canceled: filePath === '', filePath };
}

export const dialog = {
  showMessageBox,
  showOpenDialog,
  showSaveDialog,
  showErrorBox: (title: string, content: string): void => {
    process.stderr.write(`[preview] error box: ${title}: ${content}\n`);
    show({ kind: 'error', title, message: content, detail: '', buttons: [] });
  },
} satisfies Pick<Dialog, 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog' | 'showErrorBox'>;
