import type { SignInSettings } from '../../backend/contracts/operations.ts';

/** How to sign in at Microsoft; null where the product runs without (the sandbox). @throws Error when nobody answers */
export async function readSignIn(): Promise<SignInSettings | null> {
  const answer = await fetch('/api/sign-in');
  if (!answer.ok) throw new Error(`The service answered ${answer.status}.`);
  return ((await answer.json()) as { microsoft: SignInSettings | null }).microsoft;
}
