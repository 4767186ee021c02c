/** What HTML says, as text: its paragraphs and line breaks stay, its formats go. Nothing of it is run or loaded. */
export function htmlText(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const line of page.querySelectorAll('br')) line.replaceWith('\n');
  for (const block of page.querySelectorAll('p, div, li, tr, blockquote, pre, hr')) block.append('\n\n');
  return (page.body.textContent ?? '').replace(/\n{3,}/g, '\n\n').trim();
}
