import assert from 'node:assert/strict';
import { JSDOM } from 'jsdom';
import { createMailText } from '../../../../backend/adapters/mail-text/mail-text.ts';
import { describeWithShared, sharedJson } from '../../../support/shared.ts';

interface Sample {
  id: string;
  kind: string;
  input: string;
  forbidden: string[];
  keep: string[];
}

const deadTags =
  'script iframe frame frameset object embed applet base link meta noscript xmp plaintext noembed style form input svg math';

describeWithShared('Sanitising hostile HTML that others have collected', () => {
  const { document } = new JSDOM('<!doctype html><body></body>').window;
  const mailText = createMailText();

  function parsed(html: string): HTMLElement {
    const holder = document.createElement('div');
    holder.innerHTML = html;
    return holder;
  }

  function holdsAll(holder: HTMLElement, words: string[]): boolean {
    const values = [...holder.querySelectorAll('*')].flatMap((one) =>
      [...one.attributes].map((attribute) => attribute.value),
    );
    const text = `${holder.textContent} ${values.join(' ')}`;
    return words.every((word) => text.includes(word));
  }

  it('lets nothing dangerous through and loses nearly nothing worth reading', () => {
    const lost: string[] = [];
    const { cases } = sharedJson<{ cases: Sample[] }>('oracles/html_sanitisation.json');
    for (const sample of cases) {
      const { safeHtml } = mailText.read({ type: 'html', content: sample.input });
      for (const pattern of sample.forbidden) assert.doesNotMatch(safeHtml, new RegExp(pattern, 'i'), sample.id);
      const holder = parsed(safeHtml);
      assertInert(holder, sample.id);
      if (!holdsAll(holder, sample.keep)) lost.push(`${sample.id} ${sample.keep.join(' ')}: ${safeHtml.slice(0, 200)}`);
    }
    assert.ok(lost.length / cases.length <= 0.03, lost.join('\n'));
  });

  function assertInert(holder: HTMLElement, id: string): void {
    for (const element of holder.querySelectorAll('*')) {
      assert.ok(!deadTags.split(' ').includes(element.localName), `${id} ${element.localName}`);
      for (const { name, value } of element.attributes) {
        const plain = value.replace(/[\p{Cc} ]/gu, '').toLowerCase();
        assert.ok(!name.startsWith('on') && name !== 'srcdoc' && name !== 'srcset', `${id} ${name}`);
        if (name === 'href') assert.match(plain, /^(?:https?:|mailto:|tel:)/, id);
        if (name === 'src') assert.match(plain, /^data:image\/(?:png|gif|jpe?g|webp);/, id);
        if (name === 'style') assert.doesNotMatch(plain, /url|expression|behavior|@import|\\/, id);
      }
    }
  }
});
