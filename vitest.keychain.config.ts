import { defineConfig } from 'vitest/config'

/** Tests over the machine's own keychain. scripts/test.ts gives them one of their own where it can. */
export default defineConfig({
  test: { include: ['tests/keychain/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, pool: 'forks' },
})
