/** What anybody may have sent, as text to be read: no control or direction characters, few empty lines, cut to length. */
export function plainComment(sent: string, longest: number): string {
  const plain = sent
    .replace(/\r\n?/g, '\n')
    // Line breaks and tabs stay; what turns the direction of text or hides in it goes.
    .replace(/[^\P{C}\n\t\u200d]/gu, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return [...plain].slice(0, longest).join('');
}
