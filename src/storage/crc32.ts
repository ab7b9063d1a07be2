/** The sum of CRC-32 over bytes; node:zlib has a quick one, which costs its loading. */
export type Checksum = (bytes: Uint8Array) => number;

/** CRC-32 without node:zlib, for those who have none at hand. */
export const crc32: Checksum = (bytes) => {
  table ??= createTable();
  let sum = -1;
  for (const byte of bytes) sum = (table[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ -1) >>> 0;
};

/** Made when it is needed: most starts have node:zlib do the sum. */
let table: readonly number[] | undefined;

const createTable = (): readonly number[] =>
  Array.from({ length: 256 }, (_, byte) => {
    let sum = byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    return sum;
  });
