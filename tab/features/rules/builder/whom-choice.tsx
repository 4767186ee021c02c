import type { z } from 'zod';
import type { Whom as WhomSchema } from '../../../../backend/contracts/workflow.ts';
import { useDirectory } from '../../../session/directory.tsx';
import { words } from '../words.ts';
import { Choose } from './choose.tsx';

type Whom = z.infer<typeof WhomSchema>;

/** Whom a rule tells: a person, the managers or a channel in Teams. */
export function WhomChoice({ whom, label, onChange }: { whom: Whom; label: string; onChange: (whom: Whom) => void }) {
  const { agents, teams } = useDirectory();
  const choices: { id: string; name: string; whom: Whom }[] = [
    { id: 'assignee', name: words.act.assignee, whom: { kind: 'assignee' } },
    { id: 'managers', name: words.act.managers, whom: { kind: 'managers' } },
    { id: 'channel', name: words.act.ownChannel, whom: { kind: 'channel', team: null } },
    ...teams.map(({ id, name }) => ({
      id: `channel:${id}`,
      name: words.act.channel(name),
      whom: { kind: 'channel' as const, team: id },
    })),
    ...agents.map(({ id, name }) => ({ id: `agent:${id}`, name, whom: { kind: 'agent' as const, id } })),
  ];
  return (
    <Choose
      label={label}
      value={keyOf(whom)}
      choices={choices}
      onChoose={(key) => {
        const chosen = choices.find(({ id }) => id === key);
        if (chosen !== undefined) onChange(chosen.whom);
      }}
    />
  );
}

function keyOf(whom: Whom): string {
  if (whom.kind === 'agent') return `agent:${whom.id}`;
  return whom.kind === 'channel' && whom.team !== null ? `channel:${whom.team}` : whom.kind;
}
