import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wordsOfHtml } from './html-words.js';

describe('the words of a mail in HTML', () => {
  it('are those that its reader sees, paragraph by paragraph', () => {
    const html = `<html><head><title>x</title><style>p { color: red }</style></head>
      <body><!-- [if mso]> note <![endif] --><p class="MsoNormal">Dear team,</p>
      <p>Everybody asks <b>her</b> about&nbsp;spreadsheets
      &amp; forecasts.</p><p>Best,<br>Tom</p></body></html>`;
    expect(wordsOfHtml(html)).toBe(
      'Dear team,\n\nEverybody asks her about spreadsheets & forecasts.\n\nBest,\nTom',
    );
  });

  it('keep lines of mail programs that make a box of each', () => {
    expect(
      wordsOfHtml('<div>Hello,</div><div><br></div><div>She helps</div><div>us all.</div>'),
    ).toBe('Hello,\n\nShe helps\nus all.');
  });

  it('end where somebody else is quoted', () => {
    for (const quote of [
      '<blockquote>No</blockquote>',
      '<div class="gmail_quote">On Tue, Bo wrote: No</div>',
      '<div id="divRplyFwdMsg">From: Bo</div>',
    ])
      expect(wordsOfHtml(`<p>She helps.</p>${quote}`)).toBe('She helps.');
  });

  it('have their letters, however they are written', () => {
    expect(
      wordsOfHtml('N&uacute;&ntilde;ez &#8211; M&uuml;ller &#xdf; &amp;lt; &nonsense; &#xd800;'),
    ).toBe('Núñez – Müller ß &lt; &nonsense;');
  });

  it('are never markup, and come soon, whatever is sent', () => {
    for (const begin of ['<', '<!--', '<div ', '<style>'])
      expect(wordsOfHtml(begin.repeat(40_000)).length).toBeLessThanOrEqual(200_000);
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const words = wordsOfHtml(
          `<p>${one.replace(/[<>&]/g, '')}</p><i>${other.replace(/[<>&]/g, '')}</i>`,
        );
        expect(words).not.toMatch(/<\/?[pi]>/);
        expect(words).toBe(words.trim());
      }),
    );
  });
});
