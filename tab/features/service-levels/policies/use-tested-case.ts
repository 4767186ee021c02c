import { useState } from 'react';
import type { TestedCase } from './which-policy.ts';

export interface TestedMail extends TestedCase {
  /** By the reader's own clock, `YYYY-MM-DDTHH:MM`; empty while it is being typed. */
  arrives: string;
}

/** The case that the policies are tried on; it begins with the present hour. */
export function useTestedCase() {
  return useState<TestedMail>(() => ({
    priority: 'urgent',
    category: 'general',
    customer: '',
    team: '',
    mailbox: '',
    arrives: localMinute(new Date()),
  }));
}

function localMinute(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
