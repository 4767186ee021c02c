import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowUp16Regular } from '@fluentui/react-icons/svg/arrow-up';
import { useFocusRing } from '../../shell/focus-ring.ts';
import { words } from '../../words.ts';

const useStyles = makeStyles({
  pill: {
    position: 'absolute',
    top: '36px',
    left: '50%',
    transform: 'translateX(-50%)',
    zIndex: 2,
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    height: '24px',
    padding: '0 12px 0 8px',
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: '12px',
    font: 'inherit',
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    boxShadow: tokens.shadow8,
    cursor: 'pointer',
  },
});

/** New cases wait here until somebody asks for them. */
export function ArrivedPill({ count, onShow }: { count: number; onShow: () => void }) {
  const styles = useStyles();
  const ring = useFocusRing();
  if (count === 0) return null;
  return (
    <button type="button" className={mergeClasses(styles.pill, ring)} onClick={onShow}>
      <ArrowUp16Regular />
      {words.list.newAbove(count)}
    </button>
  );
}
