import type { Speed } from '../../../../backend/contracts/speed.ts';
import { fileSize, timeOfDay } from '../../../../ui/format.ts';
import { decimalText, numberText } from '../../../../ui/language.ts';
import { useNow } from '../../../../ui/now.ts';
import { FigureStrip, type StripFigure } from '../../../components/figure-strip.tsx';
import { Meaning } from '../../../components/meaning.tsx';
import { spanText } from '../fates/span-text.ts';
import { millisecondsText } from './milliseconds-text.ts';
import { words } from './words.ts';

/** How the process is doing, at a glance. */
export function SpeedStrip({ speed, perSecond }: { speed: Speed; perSecond: number | null }) {
  const nowMs = useNow(5_000);
  const parts = [
    memoryOf(speed),
    delayOf(speed),
    requestsOf(speed, perSecond),
    ...listsOf(speed, nowMs),
    analystOf(speed),
  ];
  return <FigureStrip label={words.now} figures={parts} />;
}

function figure(
  key: string,
  { name, meaning }: { name: string; meaning: string },
  rest: Pick<StripFigure, 'value' | 'beside' | 'base' | 'state'>,
): StripFigure {
  return { key, name, meaning: <Meaning of={name} words={meaning} />, ...rest };
}

function memoryOf({ process: { memoryBytes, heapBytes } }: Speed): StripFigure {
  return figure('memory', words.memory, {
    value: fileSize(memoryBytes),
    base: words.memory.base(fileSize(heapBytes)),
  });
}

function delayOf({ process: { eventLoop } }: Speed): StripFigure {
  return figure('delay', words.delay, {
    value: millisecondsText(eventLoop.p99Ms),
    beside: words.delay.beside(millisecondsText(eventLoop.maxMs)),
    base: words.delay.base(timeOfDay(Date.parse(eventLoop.since))),
  });
}

function requestsOf({ requests: { count, slow, slowAboveMs } }: Speed, perSecond: number | null): StripFigure {
  return figure('requests', words.requests, {
    value: numberText(count),
    ...(perSecond !== null && { beside: words.requests.beside(decimalText(perSecond, 1)) }),
    base: words.requests.base(numberText(slow), slowAboveMs),
  });
}

function listsOf({ readModel }: Speed, nowMs: number): StripFigure[] {
  if (readModel === null) return [figure('lists', words.lists, { value: words.lists.none, state: true, base: '' })];
  const { cases, events, behind, snapshot, text } = readModel;
  const savedMs = snapshot.savedAt === null ? null : Date.parse(snapshot.savedAt);
  return [
    figure('lists', words.lists, {
      state: true,
      value: behind === 0 ? words.lists.current : words.lists.behind(numberText(behind)),
      base: words.lists.base(numberText(cases), numberText(events)),
    }),
    figure('text', words.text, {
      state: true,
      value: words.text[text.state],
      base:
        text.indexed !== null
          ? words.text.indexed(numberText(text.indexed))
          : text.waiting > 0
            ? words.text.waiting(numberText(text.waiting))
            : words.text.none,
    }),
    figure('snapshot', words.snapshot, {
      state: true,
      value: savedMs === null ? words.snapshot.never : words.snapshot.ago(spanText(Math.max(0, nowMs - savedMs))),
      base: words.snapshot.base(numberText(snapshot.changesSince)),
    }),
  ];
}

function analystOf({ analyst: { engine, today, dailyTokenLimit } }: Speed): StripFigure {
  const used = today.input + today.output;
  return figure('analyst', words.analyst, {
    state: true,
    value: words.analyst.engines[engine],
    ...(dailyTokenLimit !== null && {
      beside: words.analyst.tokens(numberText(used), numberText(dailyTokenLimit)),
    }),
    base:
      dailyTokenLimit === null
        ? words.analyst.free
        : words.analyst.calls(numberText(today.calls), decimalText(today.cost, 2)),
  });
}
