import { fileURLToPath } from 'node:url';

/** How `npm test` runs: as vitest does by itself, but with the same examples each time. */
export default {
  test: { setupFiles: [fileURLToPath(new URL('./fixed-seed.ts', import.meta.url))] },
};
