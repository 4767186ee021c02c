import type { SettingsPartProps } from '../../../page-props.ts';

export default function CalendarsPart(_: SettingsPartProps) {
  return <h1>Calendars</h1>;
}
