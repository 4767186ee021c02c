/** What a page is given: its own words in the address, and how to change them. */
export interface PageProps {
  place: Record<string, string>;
  goTo: (place: Record<string, string>) => void;
}

/** What a part of the settings page is given. */
export interface SettingsPartProps extends PageProps {
  /** Managers read the settings; only admins change them. */
  readOnly: boolean;
}
