import type { SettingsPartProps } from '../../../page-props.ts';

export default function PoliciesPart(_: SettingsPartProps) {
  return <h1>Policies</h1>;
}
