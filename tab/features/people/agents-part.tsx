import { useState } from 'react';
import type { AgentsDocument } from '../../../backend/contracts/settings.ts';
import type { SettingsPartProps } from '../../page-props.ts';
import { useDirectory } from '../../session/directory.tsx';
import { useSession } from '../../session/session.ts';
import { DocumentFrame } from '../../settings/document-frame.tsx';
import { ChoiceField, ListField, NumberField, TextField } from '../../settings/fields.tsx';
import { ItemList } from '../../settings/item-list.tsx';
import { Panel, replaced } from '../../settings/panel.tsx';
import { useDocument } from '../../settings/use-document.ts';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { AddPerson } from './add-person.tsx';
import { words } from './words.ts';

type Agent = AgentsDocument['agents'][number];
const text = words.agents;

/** Who works here: role, team, what they know and how much they take. */
export default function AgentsPart({ place, goTo, readOnly }: SettingsPartProps) {
  const document = useDocument('agents');
  const { teams } = useDirectory();
  const { api } = useSession();
  const [failure, setFailure] = useState<unknown>(null);
  const agents = document.draft?.agents ?? [];
  const at = Math.max(
    0,
    agents.findIndex(({ id }) => id === place.agent),
  );
  const open = agents[at];
  const set = (value: Agent | null) => document.change((now) => ({ agents: replaced(now.agents, at, value) }));
  const teamNames = Object.fromEntries(teams.map(({ id, name }) => [id, name]));
  const add = (id: string) => {
    setFailure(null);
    api('findPerson', { params: { id } }).then((person) => {
      document.change((now) =>
        now.agents.some((one) => one.id === person.id)
          ? now
          : { agents: [...now.agents, { ...person, role: 'agent', team: null }] },
      );
      goTo({ agent: person.id });
    }, setFailure);
  };
  return (
    <DocumentFrame
      document={document}
      title={text.title}
      lead={text.lead}
      readOnly={readOnly}
      actions={<AddPerson disabled={document.saved === null} onAdd={add} />}
    >
      {() => (
        <>
          {failure !== null && <ProblemBar what={text.notFound} error={failure} onClose={() => setFailure(null)} />}
          <ItemList
            label={text.title}
            items={agents.map(({ id, name, role, team }) => ({
              ...{ id, name },
              note: team === null ? words.roles[role] : `${words.roles[role]}, ${teamNames[team] ?? team}`,
            }))}
            chosen={open?.id}
            none={text.none}
            onChoose={(agent) => goTo({ agent })}
          >
            {open !== undefined && (
              <AgentPanel key={open.id} agent={open} at={at} teamNames={teamNames} readOnly={readOnly} onChange={set} />
            )}
          </ItemList>
        </>
      )}
    </DocumentFrame>
  );
}

interface AgentPanelProps {
  agent: Agent;
  at: number;
  teamNames: Record<string, string>;
  readOnly: boolean;
  onChange: (agent: Agent | null) => void;
}

function AgentPanel({ agent, at, teamNames, readOnly, onChange }: AgentPanelProps) {
  const field = (name: keyof Agent) => ({ path: `agents.${at}.${name}`, readOnly });
  return (
    <Panel
      title={agent.name || agent.id}
      onRemove={readOnly ? undefined : { words: text.remove, act: () => onChange(null) }}
    >
      <TextField
        {...{ label: text.name, ...field('name'), value: agent.name, required: true }}
        onChange={(name) => onChange({ ...agent, name })}
      />
      <TextField
        {...{ label: text.email, ...field('email'), value: agent.email, required: true }}
        onChange={(email) => onChange({ ...agent, email })}
      />
      <ChoiceField
        {...{ label: text.role, ...field('role'), value: agent.role, options: words.roles, hint: text.roleHint }}
        onChange={(role) => onChange({ ...agent, role: role as Agent['role'] })}
      />
      <ChoiceField
        {...{ label: text.team, ...field('team'), value: agent.team ?? '' }}
        options={{ '': text.noTeam, ...teamNames }}
        onChange={(team) => onChange({ ...agent, team: team === '' ? null : team })}
      />
      <NumberField
        {...{ label: text.capacity, ...field('capacity'), value: agent.capacity ?? null, hint: text.capacityHint }}
        onChange={(capacity) => onChange({ ...agent, capacity })}
      />
      <ListField
        {...{ label: text.languages, ...field('languages'), value: agent.languages ?? [], hint: text.languagesHint }}
        onChange={(languages) => onChange({ ...agent, languages })}
      />
      <ListField
        {...{ label: text.skills, ...field('skills'), value: agent.skills ?? [], hint: text.skillsHint }}
        onChange={(skills) => onChange({ ...agent, skills })}
      />
    </Panel>
  );
}
