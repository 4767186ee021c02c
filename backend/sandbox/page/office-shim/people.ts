import type { Person } from './protocol.ts';

/** A person as `Office.EmailAddressDetails`. */
export function details({ email, name }: Person): object {
  return { emailAddress: email, displayName: name, recipientType: 'externalUser', appointmentResponse: 'none' };
}

/** Recipients as add-ins hand them over: addresses, or objects with them. */
export function peopleOf(given: unknown): Person[] {
  return [given].flat().flatMap((each): Person[] => {
    if (typeof each === 'string') return [{ email: each, name: each }];
    const { emailAddress, displayName } = (each ?? {}) as { emailAddress?: string; displayName?: string };
    return emailAddress === undefined ? [] : [{ email: emailAddress, name: displayName ?? emailAddress }];
  });
}
