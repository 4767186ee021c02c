const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made safe between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** An element around plain text. */
export function tag(name: string, text: string, className?: string): string {
  const attribute = className === undefined ? '' : ` class="${className}"`;
  return `<${name}${attribute}>${escapeHtml(text)}</${name}>`;
}

/** Escaped text in which `backticks` become code. */
export function prose(text: string): string {
  return escapeHtml(text).replace(/`([^`]*)`/g, '<code>$1</code>');
}
