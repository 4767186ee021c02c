import type { Bot, BotOptions } from './bot.ts';

/** The bot, loaded when it is first asked for: its SDK takes as long to load as half of the product. */
export function createLazyBot(options: BotOptions): Bot {
  let loading: Promise<Bot> | undefined;
  const bot = () => {
    loading ??= import('./bot.ts').then(({ createBot }) => createBot(options));
    return loading;
  };
  return {
    silenceTeller: {
      fellSilent: async (silence) => (await bot()).silenceTeller.fellSilent(silence),
      speaksAgain: async (silence) => (await bot()).silenceTeller.speaksAgain(silence),
      goesInCircle: async (loop) => (await bot()).silenceTeller.goesInCircle(loop),
      loopEnded: async (loop) => (await bot()).silenceTeller.loopEnded(loop),
    },
    announcer: {
      announce: async (value) => (await bot()).announcer.announce(value),
      refresh: async (value) => (await bot()).announcer.refresh(value),
    },
    notifier: { notify: async (notice) => (await bot()).notifier.notify(notice) },
    messages: async (request, response) => (await bot()).messages(request, response),
    deliver: async () => (await bot()).deliver(),
    settled: async () => (loading === undefined ? undefined : (await loading).settled()),
  };
}
