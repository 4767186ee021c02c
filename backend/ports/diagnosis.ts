/** One thing that was looked at. `unchecked` is neither good nor bad: it says why nobody looked. */
export interface Finding {
  kind: 'ok' | 'fault' | 'unchecked';
  about: string;
  says: string;
  /** What to do about a fault. */
  fix?: string;
}

/** Looks at settings, storage, mailboxes, bot and sign-in; takes a few seconds. */
export type Diagnose = () => Promise<Finding[]>;
