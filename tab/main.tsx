import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { joinTeams } from './host/teams.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for HandyConnect.');

const teams = await joinTeams();
createRoot(root).render(
  <StrictMode>
    <App teams={teams} />
  </StrictMode>,
);
