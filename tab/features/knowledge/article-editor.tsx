import {
  Button,
  Checkbox,
  Field,
  Input,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Select,
  Switch,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { ProblemError } from '../../../backend/contracts/client.ts';
import type { Article, ArticleText } from '../../../backend/contracts/knowledge.ts';
import { language as ownLanguage } from '../../../ui/language.ts';
import { Markdown } from '../../components/markdown.tsx';
import { useDirectory } from '../../session/directory.tsx';
import { useSession } from '../../session/session.ts';
import { OvertakenBar } from '../../shell/overtaken-bar.tsx';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { useDone } from '../../shell/undo.tsx';
import { answerPlaceholders, blankText, textOf, unsaved } from './article-text.ts';
import { languageName, languages } from './languages.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px', maxWidth: '1200px' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '8px 16px' },
  two: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: '16px',
    '@media (max-width: 1099px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  preview: {
    minHeight: '120px',
    padding: '8px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '6px',
  },
  heading: { margin: '0 0 4px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  categories: { border: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', gap: '0 8px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  area: { minHeight: '300px' },
});

interface ArticleEditorProps {
  /** What a new one is. */
  fresh: Article['kind'];
  /** Null for a new one. */
  article: Article | null;
  onSaved: (now: Article) => void;
  onLeave: () => void;
  /** Loads what somebody else saved meanwhile. */
  onTheirs?: () => void;
}

/** Writes an article; beside the words stands what they look like. */
export function ArticleEditor({ fresh, article, onSaved, onLeave, onTheirs }: ArticleEditorProps) {
  const styles = useStyles();
  const { api } = useSession();
  const done = useDone();
  const key = article?.id ?? fresh;
  const [text, setText] = useState<ArticleText>(
    () => unsaved.get(key) ?? (article === null ? blankText(fresh, ownLanguage) : textOf(article)),
  );
  const [error, setError] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const once = useRef(crypto.randomUUID());
  const change = (to: Partial<ArticleText>) => {
    const next = { ...text, ...to };
    setText(next);
    unsaved.set(key, next);
  };
  const leave = () => {
    unsaved.delete(key);
    onLeave();
  };
  const write = async (how?: 'anyway') => {
    if (article === null) return api('createArticle', { body: text, idempotencyKey: once.current });
    const params = { id: article.id };
    const ifMatch = how === 'anyway' ? (await api('getArticle', { params })).etag : article.etag;
    return api('replaceArticle', { params, body: text, ifMatch });
  };
  const save = async (how?: 'anyway') => {
    setSaving(true);
    setError(null);
    try {
      const now = await write(how);
      unsaved.delete(key);
      done({ text: words.saved(now.title) });
      onSaved(now);
    } catch (failure) {
      setError(failure);
      once.current = crypto.randomUUID();
    } finally {
      setSaving(false);
    }
  };
  const theirs =
    onTheirs &&
    (() => {
      unsaved.delete(key);
      onTheirs();
    });
  const whole = text.title.trim() !== '' && text.text.trim() !== '';
  return (
    <form
      className={styles.form}
      aria-label={article === null ? words.fresh : article.title}
      onSubmit={(event) => {
        event.preventDefault();
        if (whole && !saving) void save();
      }}
    >
      <Problem error={error} onRetry={() => void save()} onTheirs={theirs} onMine={() => void save('anyway')} />
      <Field label={words.titleField} required>
        <Input value={text.title} input={{ maxLength: 200 }} onChange={(_, data) => change({ title: data.value })} />
      </Field>
      <Facts text={text} onChange={change} />
      <div className={styles.two}>
        <div>
          <Field label={words.text} hint={words.textHint} required>
            <Textarea
              textarea={{ className: styles.area, maxLength: 40_000 }}
              resize="vertical"
              value={text.text}
              onChange={(_, data) => change({ text: data.value })}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && whole) void save();
              }}
            />
          </Field>
          {text.kind === 'canned' && <Placeholders onInsert={(name) => change({ text: `${text.text}{{${name}}}` })} />}
        </div>
        <section aria-label={words.preview}>
          <h2 className={styles.heading}>{words.preview}</h2>
          <div className={styles.preview}>
            <Markdown source={text.text} />
          </div>
        </section>
      </div>
      <div className={styles.row}>
        <Button type="submit" appearance="primary" disabledFocusable={!whole || saving}>
          {article === null ? words.create : words.save}
        </Button>
        <Button onClick={leave}>{words.cancel}</Button>
        {!whole && <span className={styles.quiet}>{words.empty}</span>}
      </div>
    </form>
  );
}

interface ProblemProps {
  error: unknown;
  onRetry: () => void;
  onTheirs: (() => void) | undefined;
  onMine: () => void;
}

function Problem({ error, onRetry, onTheirs, onMine }: ProblemProps) {
  if (error === null) return null;
  const stale = error instanceof ProblemError && error.problem.status === 412;
  if (!stale) return <ProblemBar what={words.notSaved} error={error} onRetry={onRetry} />;
  return (
    <OvertakenBar title={words.stale} onTheirs={onTheirs ?? onMine} onMine={onMine}>
      {words.staleLead}
    </OvertakenBar>
  );
}

function Facts({ text, onChange }: { text: ArticleText; onChange: (to: Partial<ArticleText>) => void }) {
  const styles = useStyles();
  const { categories } = useDirectory();
  const chosen = text.categories;
  const others = chosen.filter((key) => !categories.some(({ id }) => id === key)).map((id) => ({ id, name: id }));
  return (
    <>
      <div className={styles.row}>
        <Field label={words.kind}>
          <Select value={text.kind} onChange={(_, data) => onChange({ kind: data.value as ArticleText['kind'] })}>
            <option value="article">{words.kinds.article}</option>
            <option value="canned">{words.kinds.canned}</option>
          </Select>
        </Field>
        <Field label={words.language}>
          <Select
            value={text.language ?? ''}
            onChange={(_, data) => onChange({ language: data.value === '' ? null : data.value })}
          >
            <option value="">{words.anyLanguage}</option>
            {[...new Set([...languages, ...(text.language === null ? [] : [text.language])])].map((code) => (
              <option key={code} value={code}>
                {languageName(code)}
              </option>
            ))}
          </Select>
        </Field>
        <Switch
          label={words.published}
          title={words.publishedHint}
          checked={text.published}
          onChange={(_, data) => onChange({ published: data.checked })}
        />
      </div>
      <fieldset className={styles.categories}>
        <legend className={styles.heading}>{words.categories}</legend>
        {[...categories, ...others].map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={() =>
              onChange({ categories: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id] })
            }
          />
        ))}
      </fieldset>
    </>
  );
}

function Placeholders({ onInsert }: { onInsert: (name: string) => void }) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" size="small" title={words.placeholdersHint}>
          {words.placeholders}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={words.placeholders}>
          {answerPlaceholders.map((name) => (
            <MenuItem key={name} onClick={() => onInsert(name)}>
              {`{{${name}}}`}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
