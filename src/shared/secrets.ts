import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './errors.ts'

/** Where a secret lies. 'keychain': the operating system's. 'file': an encrypted file in the profile, because no keychain answers.
 *  'environment': given to this process, stored nowhere. */
export const SECRET_ORIGINS = ['keychain', 'file', 'environment'] as const
export const secretOriginSchema = z.enum(SECRET_ORIGINS)
export type SecretOrigin = z.infer<typeof secretOriginSchema>

export const secretNameSchema = z.string().regex(/^[A-Z][A-Z0-9_]{2,59}$/)

/** A key that the app can use: everything about it but its value, which never goes to any client. */
export const secretSchema = z.object({
  name: secretNameSchema,
  label: z.string(),
  /** What uses it, by the names people read. */
  usedBy: z.array(z.string()),
  /** Where to get one. */
  helpUrl: z.string(),
  isSet: z.boolean(),
  origin: secretOriginSchema.nullable(),
  setAt: z.number().int().nullable(),
  lastUsedAt: z.number().int().nullable(),
  lastTest: z.object({ at: z.number().int(), isOk: z.boolean(), message: z.string() }).nullable(),
})
export type Secret = z.infer<typeof secretSchema>

/** `store` says in a sentence where new keys go and how safe that is. */
export const secretsViewSchema = z.object({
  store: z.object({ kind: z.enum(['keychain', 'file']), message: z.string() }),
  secrets: z.array(secretSchema),
})
export type SecretsView = z.infer<typeof secretsViewSchema>

const base = oc.errors({ INTERNAL: errors.INTERNAL })
const one = base.errors({ NOT_FOUND: errors.NOT_FOUND, SECRET_STORE: errors.SECRET_STORE })

export const secretsContract = {
  list: base.errors({ SECRET_STORE: errors.SECRET_STORE }).output(secretsViewSchema),
  set: one
    .input(z.object({ name: secretNameSchema, value: z.string().trim().min(1).max(4000) }))
    .output(secretsViewSchema),
  /** Deletes the stored value. One that the environment gives stays until the process ends. */
  remove: one.input(z.object({ name: secretNameSchema })).output(secretsViewSchema),
  /** Asks what uses the key, once, whether it is taken. */
  test: one.input(z.object({ name: secretNameSchema })).output(z.object({ isOk: z.boolean(), message: z.string() })),
}
