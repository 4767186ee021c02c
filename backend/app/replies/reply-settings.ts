import { defaultReplySettings, type ReplySettings } from '../../domain/reply/reply-settings.ts';
import type { SettingsStore } from '../../ports/settings.ts';

/** The document `templates` as it stands. Its shape was checked when it was written. */
export async function replySettings(deps: { settings: Pick<SettingsStore, 'read'> }): Promise<ReplySettings> {
  const { value } = await deps.settings.read('templates');
  return { ...defaultReplySettings(), ...(value as Partial<ReplySettings>) };
}
