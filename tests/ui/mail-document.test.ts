import assert from 'node:assert/strict';
import { hasOwnColours, mailDocument, whitePaper } from '../../ui/mail-document.ts';

describe('The frame of a mail', () => {
  it('forbids everything but inline styles and images that came with the mail', () => {
    const html = mailDocument('<p>Hello</p>', whitePaper);
    assert.match(html, /default-src 'none'; img-src data: cid:; style-src 'unsafe-inline'/);
    assert.match(html, /<base target="_blank">/);
  });

  it('knows a mail that brings its own colours', () => {
    assert.equal(hasOwnColours('<p style="color:#333">Hi</p>'), true);
    assert.equal(hasOwnColours('<table bgcolor=white>'), true);
    assert.equal(hasOwnColours('<p>The colour of the wall: grey</p>'), false);
  });

  it('forces colours in contrast alone', () => {
    assert.doesNotMatch(mailDocument('', whitePaper), /!important/);
    assert.match(mailDocument('', { ink: '#fff', ground: '#000', forced: true }), /background:#000 !important/);
  });
});
