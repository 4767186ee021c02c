/**
 * Why nobody is signed in: `signed-out` can be mended by signing in, `consent` by agreeing once, `other-account` by signing
 * in as the owner of the mailbox, `setup` only by an administrator.
 */
export type SignInFault = 'signed-out' | 'consent' | 'other-account' | 'setup';

export class SignInError extends Error {
  readonly why: SignInFault;
  constructor(why: SignInFault, cause?: unknown) {
    super('Nobody is signed in.', { cause });
    this.name = 'SignInError';
    this.why = why;
  }
}

/** Who works in the pane. */
export interface Session {
  /** An access token for our own API, never an id token and never one for Exchange. @throws SignInError */
  token(): Promise<string>;
}
