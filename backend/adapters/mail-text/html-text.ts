import { compile } from 'html-to-text';
import { quoteMark } from '../../domain/mail/quote-lines.ts';

const convert = compile({
  wordwrap: false,
  formatters: {
    quoteBelow: (element, walk, builder) => {
      builder.openBlock({ leadingLineBreaks: 1 });
      builder.addInline(quoteMark, {});
      builder.closeBlock({ trailingLineBreaks: 1 });
      walk(element.children, builder);
    },
    signatureBelow: (element, walk, builder) => {
      builder.openBlock({ leadingLineBreaks: 1 });
      builder.addInline('--', {});
      builder.closeBlock({ trailingLineBreaks: 1 });
      walk(element.children, builder);
      builder.openBlock({ leadingLineBreaks: 1 });
      builder.closeBlock({ trailingLineBreaks: 1 });
    },
  },
  selectors: [
    { selector: '[data-signature]', format: 'signatureBelow' },
    { selector: '[data-quoted]', format: 'quoteBelow' },
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'hr', options: { length: 10 } },
    { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
});

/**
 * Plain text of sanitised HTML; quotations get `>` in front, signatures `--` above, and a mark stands where an earlier mail
 * begins.
 */
export function htmlText(safe: string): string {
  const text = convert(safe.replaceAll(quoteMark, ''));
  return text.replaceAll('\u00a0', ' ').replace(/\u200b|\ufeff|\u00ad|\u034f/g, '');
}
