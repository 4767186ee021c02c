/** Begins every operation of an import, so that nobody is told of, and no rule fires on, what came from a file. */
export const importOperation = 'import|';

export function isImported({ opId }: { opId: string }): boolean {
  return opId.startsWith(importOperation);
}

/** On cases whose import was taken back: the same row may be imported again. */
export const undoneTag = 'import undone';
