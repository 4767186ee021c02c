import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Checkmark12Filled } from '@fluentui/react-icons/svg/checkmark';
import { Subtract12Filled } from '@fluentui/react-icons/svg/subtract';

const useStyles = makeStyles({
  box: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '14px',
    height: '14px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    color: tokens.colorNeutralForegroundInverted,
  },
  on: {
    border: `1px solid ${tokens.colorCompoundBrandBackground}`,
    backgroundColor: tokens.colorCompoundBrandBackground,
  },
});

/** The picture of a tick box. What it says is said by the row's or the button's own state. */
export function SelectBox({ state }: { state: 'on' | 'some' | 'off' }) {
  const styles = useStyles();
  return (
    <span aria-hidden className={mergeClasses(styles.box, state !== 'off' && styles.on)}>
      {state === 'on' && <Checkmark12Filled />}
      {state === 'some' && <Subtract12Filled />}
    </span>
  );
}
