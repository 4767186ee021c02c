import { useState } from 'react';
import type { CategoriesDocument } from '../../../backend/contracts/settings.ts';
import type { SettingsPartProps } from '../../page-props.ts';
import { useSession } from '../../session/session.ts';
import { DocumentFrame } from '../../settings/document-frame.tsx';
import { ItemList } from '../../settings/item-list.tsx';
import { AddButton, replaced } from '../../settings/panel.tsx';
import { useDocument } from '../../settings/use-document.ts';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { useDone } from '../../shell/undo.tsx';
import { CategoryPanel } from './category-panel.tsx';
import { PresetChooser } from './preset-chooser.tsx';
import { below, type Category, inTreeOrder } from './tree.ts';
import { words } from './words.ts';

/** The tree that cases are sorted into, with the fields and tasks of each branch. */
export default function CategoriesPart({ place, goTo, readOnly }: SettingsPartProps) {
  const document = useDocument('categories');
  const [choosing, setChoosing] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { api } = useSession();
  const done = useDone();
  const categories = document.draft?.categories ?? [];
  const tree = inTreeOrder(categories);
  const open = categories.find(({ key }) => key === place.open) ?? tree[0]?.category;
  const at = categories.findIndex(({ key }) => key === open?.key);
  const put = (edit: (now: Category[]) => Category[]) =>
    document.change((now: CategoriesDocument) => ({ categories: edit(now.categories) }));
  const add = () => {
    const key = `category_${crypto.randomUUID().slice(0, 8)}`;
    put((now) => [...now, { key, name: words.fresh, parent: open?.key ?? null }]);
    goTo({ open: key });
  };
  const take = ({ id, name }: { id: string; name: string }) => {
    setFailure(null);
    const { etag } = document;
    let version = '';
    api('applyPreset', { params: { id }, ifMatch: etag, onEtag: (read) => (version = read) }).then(() => {
      document.reload();
      const back = { name: 'categories' as const, version: etag, replaces: version };
      const undo = () => api('restoreSettings', { body: { documents: [back] } }).then(document.reload);
      done({ text: words.presetTaken(name), undo });
    }, setFailure);
  };
  const remove = () => {
    if (open === undefined) return;
    const gone = below(categories, open.key);
    put((now) => now.filter(({ key }) => !gone.includes(key)));
    goTo({});
  };
  return (
    <DocumentFrame
      document={document}
      title={words.title}
      lead={words.lead}
      readOnly={readOnly}
      actions={
        <>
          <PresetChooser
            open={choosing}
            disabled={document.saved === null || document.changes.length > 0}
            present={categories}
            onOpen={setChoosing}
            onTake={take}
          />
          <AddButton words={words.add} disabled={document.saved === null} onAdd={add} />
        </>
      }
    >
      {() => (
        <>
          {failure !== null && (
            <ProblemBar what={words.presetNotTaken} error={failure} onClose={() => setFailure(null)} />
          )}
          <ItemList
            label={words.title}
            items={tree.map(({ category, depth }) => ({
              ...{ id: category.key, name: category.name, depth },
              ...((category.fields?.length ?? 0) > 0 && { note: words.fieldCount(category.fields?.length ?? 0) }),
            }))}
            chosen={open?.key}
            none={words.none}
            onChoose={(key) => goTo({ open: key })}
          >
            {open !== undefined && (
              <CategoryPanel
                key={open.key}
                category={open}
                at={at}
                tree={tree}
                readOnly={readOnly}
                onChange={(value) => put((now) => replaced(now, at, value))}
                onRemove={remove}
              />
            )}
          </ItemList>
        </>
      )}
    </DocumentFrame>
  );
}
