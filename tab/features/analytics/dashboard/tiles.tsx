import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Dashboard } from '../../../../backend/contracts/analytics.ts';
import type { CaseFilterQuery } from '../../../../backend/contracts/case.ts';
import { type CountedMetric, casesBehind } from '../../../../backend/contracts/drill-down.ts';
import { FigureStrip, type StripFigure } from '../../../components/figure-strip.tsx';
import { percentText } from '../../../components/figure-text.ts';
import { Meaning } from '../../../components/meaning.tsx';
import { useSession } from '../../../session/session.ts';
import { useFocusRing } from '../../../shell/focus-ring.ts';
import { CaseLink, listAddress } from '../case-link.tsx';
import { figureText, minutesText } from '../figure-words.ts';
import { metricWords } from '../metric-words.ts';
import { analyticsWords } from '../words.ts';
import { Movement } from './movement.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  value: {
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { textDecorationLine: 'underline' },
  },
  risk: { color: tokens.colorStatusWarningForeground1 },
  over: { color: tokens.colorStatusDangerForeground3 },
  few: { color: tokens.colorNeutralForeground3 },
  show: { color: tokens.colorBrandForegroundLink },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Fewer than these say little about a median or a share. */
const enough = 10;

interface TilesProps {
  now: Dashboard;
  before: Dashboard;
  filter: CaseFilterQuery;
}

/** The figures; each leads to exactly the cases it counts. */
export function Tiles({ now, before, filter }: TilesProps) {
  const styles = useStyles();
  const cases = (metric: 'open' | 'new' | 'unassigned' | 'atRisk' | 'breached', base: ReactNode, look?: string) =>
    tile(metric, {
      count: now[metric],
      text: figureText(now[metric], 'cases'),
      base,
      ...(look !== undefined && now[metric] > 0 && { look }),
    });
  const tile = (metric: CountedMetric, shown: ShownTile): StripFigure => ({
    key: metric,
    name: shown.name ?? metricWords[metric].name,
    meaning: <TileMeaning metric={metric} shown={shown} address={addressOf(metric)} />,
    value: <TileValue shown={shown} address={addressOf(metric)} name={shown.name ?? metricWords[metric].name} />,
    ...(shown.beside !== undefined && { beside: shown.beside }),
    base: shown.base,
  });
  const { me } = useSession();
  const addressOf = (metric: CountedMetric) =>
    listAddress(casesBehind(filter, me.id, { metric, from: now.from, to: now.to }));
  const openBefore = before.backlog.at(-1)?.open ?? null;
  const share = (part: number) => (
    <span className={styles.quiet}>
      {words.share(percentText(now.open === 0 ? 0 : Math.round((part / now.open) * 100)))}
    </span>
  );
  const spread = (metric: 'firstResponseMinutes' | 'resolutionMinutes') => {
    const { median, p90, n } = now[metric];
    return tile(metric, {
      name: words.median(metricWords[metric].name),
      count: n,
      text: figureText(median, 'minutes'),
      ...(p90 !== null && { beside: words.p90(minutesText(p90)) }),
      base: (
        <Movement
          now={median}
          before={before[metric].median}
          unit="minutes"
          moreIsBetter={false}
          base={n < enough ? analyticsWords.few : words.cases(n)}
        />
      ),
      ...(n < enough && { look: styles.few }),
    });
  };
  const percent = (metric: 'slaMetPercent' | 'csatPercent', count: number, beside?: ReactNode) =>
    tile(metric, {
      count,
      text: figureText(now[metric], 'percent'),
      ...(beside !== undefined && { beside }),
      base: (
        <Movement
          now={now[metric]}
          before={before[metric]}
          unit="percent"
          moreIsBetter
          base={count < enough ? analyticsWords.few : words.of(count)}
        />
      ),
      ...(count < enough && { look: styles.few }),
    });
  const surveys = now.csatAsked + now.csatRated + before.csatAsked + before.csatRated > 0;
  const figures = [
    cases('open', <Movement now={now.open} before={openBefore} unit="cases" moreIsBetter={false} />),
    cases('new', share(now.new)),
    cases('unassigned', share(now.unassigned)),
    cases('atRisk', share(now.atRisk), styles.risk),
    cases('breached', share(now.breached), styles.over),
    spread('firstResponseMinutes'),
    spread('resolutionMinutes'),
    percent('slaMetPercent', now.slaMet + now.slaMissed),
    // Who asks no customer has nothing to see there.
    ...(surveys ? [percent('csatPercent', now.csatRated, answeredText(now.csatResponsePercent))] : []),
  ];
  return <FigureStrip label={words.strip} figures={figures} />;
}

function answeredText(percent: number | null): string | undefined {
  return percent === null ? undefined : words.answered(percentText(percent));
}

/** How a figure that is no count is worked out. */
const computations: { [M in CountedMetric]?: string } = {
  firstResponseMinutes: 'median(firstResponseAt − createdAt)',
  resolutionMinutes: 'median(resolvedAt − createdAt)',
  slaMetPercent: '100 × met / (met + missed)',
  csatPercent: '100 × (rated 4 or 5) / rated',
};

interface ShownTile {
  name?: string;
  /** How many cases lie behind it. */
  count: number;
  text: string;
  beside?: ReactNode;
  base: ReactNode;
  look?: string;
}

function TileValue({ shown, address, name }: { shown: ShownTile; address: string | null; name: string }) {
  const styles = useStyles();
  const ring = useFocusRing();
  return (
    <CaseLink
      className={mergeClasses(styles.value, shown.look, ring)}
      aria-label={`${name}: ${shown.text}. ${analyticsWords.show(shown.count)}`}
      address={shown.count === 0 ? null : address}
    >
      {shown.text}
    </CaseLink>
  );
}

function TileMeaning({ metric, shown, address }: { metric: CountedMetric; shown: ShownTile; address: string | null }) {
  const styles = useStyles();
  const ring = useFocusRing();
  const { name, formula } = metricWords[metric];
  return (
    <Meaning
      of={shown.name ?? name}
      words={`${formula.slice(0, 1).toUpperCase()}${formula.slice(1)}.`}
      formula={`${computations[metric] ?? 'count(case)'}\n${analyticsWords.over(shown.count)}`}
    >
      {shown.count > 0 && (
        <CaseLink className={mergeClasses(styles.show, ring)} address={address}>
          {analyticsWords.show(shown.count)}
        </CaseLink>
      )}
      <span className={styles.quiet}>{analyticsWords.sameEverywhere(shown.text)}</span>
    </Meaning>
  );
}
