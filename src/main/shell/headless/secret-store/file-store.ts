import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { secretNameSchema } from '#shared/secrets.ts'
import { type SecretStore, SecretStoreError } from '../../../infra/secrets/secret-store.ts'
import { createPrivateFile, readPrivateFile, replacePrivateFile } from './private-file.ts'

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
/** 96 bits at random for each value written, as NIST SP 800-38D, 8.2.2, has it. */
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** First bytes of a value's file: ours, and in which layout (nonce, tag, text). */
const MAGIC = Buffer.from('CCS1')

/** Values of one profile in files of their own, encrypted with AES-256-GCM under a random key that lies beside them. Each is bound
 *  to its name, is written in one step, and comes back as it was put in or not at all: SecretStoreError 'damaged'. */
export function createFileStore(dir: string): Omit<SecretStore, 'describe'> {
  const keyPath = join(dir, 'key')
  const valuePath = (name: string) => join(dir, `${secretNameSchema.parse(name)}.secret`)

  function key(): Buffer {
    const found = readPrivateFile(keyPath)
    if (found === null) {
      throw new SecretStoreError(
        'damaged',
        `The key file ${keyPath} is gone, and what it opened with it. Set the keys anew.`,
      )
    }
    if (found.length === KEY_BYTES) return found
    throw new SecretStoreError('damaged', `The key file ${keyPath} is damaged. Delete it and set the keys anew.`)
  }

  return {
    get: (name) =>
      settle(dir, () => {
        const path = valuePath(name)
        const sealed = readPrivateFile(path)
        return sealed === null ? null : open({ name, path, sealed, key: key() })
      }),
    set: (name, value) =>
      settle(dir, () => {
        const path = valuePath(name)
        if (readPrivateFile(keyPath) === null) createPrivateFile(keyPath, randomBytes(KEY_BYTES))
        replacePrivateFile(path, seal({ name, value, key: key() }))
      }),
    remove: (name) => settle(dir, () => rmSync(valuePath(name), { force: true })),
  }
}

function seal({ name, value, key }: { name: string; value: string; key: Buffer }): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(boundTo(name))
  const text = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
  return Buffer.concat([MAGIC, nonce, cipher.getAuthTag(), text])
}

function open(file: { name: string; path: string; sealed: Buffer; key: Buffer }): string {
  const { name, path, sealed } = file
  const start = MAGIC.length + NONCE_BYTES + TAG_BYTES
  const problem = `The file ${path} is damaged or belongs to another profile. Set ${name} anew.`
  if (sealed.length <= start || !sealed.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new SecretStoreError('damaged', problem)
  }
  const nonce = sealed.subarray(MAGIC.length, MAGIC.length + NONCE_BYTES)
  const decipher = createDecipheriv(CIPHER, file.key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(boundTo(name))
    .setAuthTag(sealed.subarray(MAGIC.length + NONCE_BYTES, start))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(start)), decipher.final()]).toString('utf8')
  } catch (error) {
    throw new SecretStoreError('damaged', problem, { cause: error })
  }
}

/** A value's file under another's name is refused. */
function boundTo(name: string): Buffer {
  return Buffer.from(`career-copilot ${name}`)
}

/** What the file system refuses is told as one sentence. Promises, because the port has them; the work is a few small files. */
async function settle<T>(dir: string, work: () => T): Promise<T> {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error
    const code = 'code' in error ? String(error.code) : error.message
    throw new SecretStoreError('denied', `The folder of the keys, ${dir}, cannot be used (${code}).`, { cause: error })
  }
}
