import { makeStyles, tokens } from '@fluentui/react-components';
import { PlugDisconnected16Regular } from '@fluentui/react-icons/svg/plug-disconnected';
import { timeOfDay } from '../../../ui/format.ts';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    gap: '8px',
    alignItems: 'center',
    padding: '6px 14px',
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** No live changes come in: what is shown may be old. */
export function ConnectionBar({ sinceMs }: { sinceMs: number }) {
  return (
    <div className={useStyles().bar} role="status">
      <PlugDisconnected16Regular />
      <span>No connection since {timeOfDay(sinceMs)}. What you see may be older.</span>
    </div>
  );
}
