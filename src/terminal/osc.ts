/** What every terminal with OSC 52 takes: 100,000 bytes less the code, of which base64 uses 4 for 3. */
export const MAX_COPY_BYTES = 74_994;

/**
 * OSC 52: puts a text on the clipboard of the terminal, also of one at the other end of ssh.
 * `undefined` where the text is empty, which would clear the clipboard, or too long to be sent whole.
 */
export const copySequence = (text: string): string | undefined => {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length === 0 || bytes.length > MAX_COPY_BYTES) return undefined;
  return `\u001B]52;c;${bytes.toString('base64')}\u0007`;
};
