/// <reference types="office-js" />

/** Where the pane runs: in Outlook (or what stands in for it), or in a plain browser without a mailbox. */
export type Host = 'outlook' | 'browser';

/** Resolves once Office.js has found out where it runs. @throws Error when Office.js could not be loaded */
export async function officeReady(loaded: Promise<void> = Promise.resolve()): Promise<Host> {
  await loaded;
  await Office.onReady();
  return Office.context.mailbox ? 'outlook' : 'browser';
}
