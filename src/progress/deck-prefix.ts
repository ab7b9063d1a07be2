/** The name of the deck that a key has in it; empty for a bank without a name. */
export const prefixOf = (key: string): string => key.slice(0, Math.max(0, key.lastIndexOf('/')));
