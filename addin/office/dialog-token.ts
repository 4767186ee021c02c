/// <reference types="office-js" />
import { promised } from './promised.ts';
import { SignInError } from './sign-in-error.ts';

/** What the page in the dialog tells the pane. */
export type DialogAnswer = { token: string } | { fault: 'signed-out' | 'consent' | 'setup' };

/** Signs in on a page of ours in Office's own dialog, where windows of the browser are blocked. @throws SignInError */
export async function dialogToken(): Promise<string> {
  const address = new URL('/addin/sign-in.html', window.location.origin).href;
  const dialog = await promised<Office.Dialog>((done) =>
    Office.context.ui.displayDialogAsync(address, { height: 60, width: 30 }, done),
  ).catch((error) => {
    throw new SignInError('signed-out', error);
  });
  return new Promise((resolve, reject) => {
    dialog.addEventHandler(Office.EventType.DialogEventReceived, () => reject(new SignInError('signed-out')));
    dialog.addEventHandler(Office.EventType.DialogMessageReceived, (args) => {
      dialog.close();
      const answer = readAnswer(args);
      if ('token' in answer) resolve(answer.token);
      else reject(new SignInError(answer.fault));
    });
  });
}

/** Only our own page may tell who is signed in. */
function readAnswer(args: { message: string; origin: string | undefined } | { error: number }): DialogAnswer {
  if (!('message' in args) || (args.origin !== undefined && args.origin !== window.location.origin))
    return { fault: 'signed-out' };
  try {
    return JSON.parse(args.message) as DialogAnswer;
  } catch {
    return { fault: 'setup' };
  }
}
