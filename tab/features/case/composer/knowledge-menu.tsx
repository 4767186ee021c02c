import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { BookInformation20Regular } from '@fluentui/react-icons/svg/book-information';
import { useState } from 'react';
import type { Case } from '../../../../backend/contracts/case.ts';
import type { Suggestions } from '../../../../backend/contracts/knowledge.ts';
import { useSession } from '../../../session/session.ts';
import { wordsOf } from './put-text.ts';
import { composerWords as words } from './words.ts';

/** Articles and ready answers that fit the customer's last mail; a press puts the text into the reply. */
export function KnowledgeMenu({ value, onText }: { value: Case; onText: (text: string) => void }) {
  const { api } = useSession();
  const [articles, setArticles] = useState<Suggestions['articles'] | null>(null);
  const load = () => {
    api('suggestForCase', { params: { id: value.id } }).then(
      (found) => setArticles(found.articles),
      () => setArticles([]),
    );
  };
  const insert = async (article: Suggestions['articles'][number]) => onText(await wordsOf(api, value, article));
  return (
    <Menu onOpenChange={(_, data) => data.open && load()}>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" size="small" icon={<BookInformation20Regular />}>
          {words.knowledge}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={words.knowledge}>
          {articles === null && <MenuItem disabled>{words.searching}</MenuItem>}
          {articles?.length === 0 && <MenuItem disabled>{words.noArticles}</MenuItem>}
          {articles?.map((article) => (
            <MenuItem key={article.id} title={article.words.join(', ')} onClick={() => void insert(article)}>
              {article.title}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
