const isBigEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] !== 1;

/** Numbers of 32 bits as bytes, the lowest first, so that every machine reads the same. */
export const encodeNumbers = (numbers: Iterable<number>): Buffer => {
  const bytes = Buffer.from(Uint32Array.from(numbers).buffer);
  return isBigEndian ? bytes.swap32() : bytes;
};

/** The same back. Throws where the bytes are no numbers. */
export const decodeNumbers = (bytes: Buffer): Uint32Array => {
  // A copy begins where numbers of 32 bits may stand.
  const copy = new Uint8Array(bytes);
  if (isBigEndian) Buffer.from(copy.buffer).swap32();
  return new Uint32Array(copy.buffer);
};
