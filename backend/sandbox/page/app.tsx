import { useState } from 'react';
import { Looks } from './looks.tsx';
import { jonas, openSession } from './sandbox-session.ts';
import { Workplace } from './workplace.tsx';

/** The sandbox: a mailbox to write into, an Outlook-like page around the real pane, and the way to everything else. */
export function App() {
  const [session, setSession] = useState(() => openSession(jonas));
  return (
    <Looks>
      <Workplace session={session} onPerson={(person) => setSession(openSession(person))} />
    </Looks>
  );
}
