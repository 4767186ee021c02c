// Runs inside the pane's frame, right after the real Office.js, which finds no Outlook around it. What Outlook would have
// put in is put in here; everything else of Office.js stays as it is, and the pane cannot tell the difference.
import { type EventHandler, raisedEvents } from './events.ts';
import { openHostLine } from './host-line.ts';
import { eventTypes, outlookContext } from './mailbox.ts';

const line = openHostLine(window.parent);
const outlook = { host: 'Outlook', platform: 'OfficeOnline' };
const onReady = Office.onReady;
const events = raisedEvents(line);

async function join(): Promise<void> {
  const [first] = await Promise.all([line.joined, onReady()]);
  complete(Office, { EventType: eventTypes });
  complete(Office, { AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' } });
  complete(Office, { CoercionType: { Text: 'text', Html: 'html' } });
  replace(Office, { auth: { getAccessToken: signIn } });
  // Another mail may have been selected while Office.js was still finding out where it is.
  replace(Office.context, outlookContext(line.latest() ?? first, line));
  events.begin();
}

async function signIn(): Promise<string> {
  const token = await line.ask({ what: 'token' });
  if (typeof token !== 'string') throw Object.assign(new Error('Nobody is signed in.'), { code: 13001 });
  return token;
}

/** Adds what is missing, to the object that is there or as a new one. */
function complete(target: object, parts: Record<string, object>): void {
  for (const [name, part] of Object.entries(parts)) {
    const present: unknown = Reflect.get(target, name);
    replace(target, { [name]: { ...part, ...(typeof present === 'object' ? present : {}) } });
  }
}

/** Puts properties in place of Office.js' own, which are read-only; getters stay getters. */
function replace(target: object, parts: Record<string, object>): void {
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(parts))) {
    Object.defineProperty(target, name, { ...descriptor, configurable: true });
  }
}

const joined = join();
replace(Office, {
  actions: { associate: (name: string, handler: EventHandler) => events.associate(name, handler) },
  onReady: async (callback?: (info: typeof outlook) => void) => {
    await joined;
    callback?.(outlook);
    return outlook;
  },
});
