import { join } from 'node:path'
import type { SecretStore } from '#main/infra/secrets/secret-store.ts'
import { createFileStore } from '#main/shell/headless/secret-store/file-store.ts'

/** Keys in the encrypted file of a profile, so that no test reaches the keychain of who runs it. */
export function fileSecrets(profileDir: string): SecretStore {
  return {
    ...createFileStore(join(profileDir, 'secrets')),
    describe: () => Promise.resolve({ kind: 'file', message: 'Keys are kept in a file of the test.' }),
  }
}
