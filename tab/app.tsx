import { FluentProvider, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { type Appearance, AppearanceProvider } from '../ui/appearance.ts';
import { browserAppearance, onBrowserAppearance } from './host/browser-look.ts';
import type { TeamsHost } from './host/teams.ts';
import { RouteProvider } from './navigation.tsx';
import { DirectoryProvider } from './session/directory.tsx';
import { Gate } from './session/gate.tsx';
import { LiveProvider } from './session/live.tsx';
import { WorkspaceProvider } from './session/workspace.tsx';
import { Announcer } from './shell/announcer.tsx';
import { UndoProvider } from './shell/undo.tsx';
import { Workplace } from './workplace.tsx';

const themes = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

export function App({ teams }: { teams: TeamsHost | null }) {
  const appearance = useHostAppearance(teams);
  return (
    <FluentProvider theme={themes[appearance]}>
      <AppearanceProvider value={appearance}>
        <Gate teams={teams}>
          <LiveProvider>
            <DirectoryProvider>
              <WorkspaceProvider>
                <RouteProvider subPage={teams?.subPage ?? null}>
                  <Announcer>
                    <UndoProvider>
                      <Workplace />
                    </UndoProvider>
                  </Announcer>
                </RouteProvider>
              </WorkspaceProvider>
            </DirectoryProvider>
          </LiveProvider>
        </Gate>
      </AppearanceProvider>
    </FluentProvider>
  );
}

function useHostAppearance(teams: TeamsHost | null): Appearance {
  const [appearance, setAppearance] = useState(teams?.appearance ?? browserAppearance());
  useEffect(() => {
    if (teams === null) onBrowserAppearance(setAppearance);
    else teams.onAppearance(setAppearance);
  }, [teams]);
  return appearance;
}
