import { oc } from '@orpc/contract'
import { z } from 'zod'
import { isCountryCode } from './countries.ts'
import { errors } from './errors.ts'
import { sourceIdSchema } from './ids.ts'

/** Default roles and countries come from the product's original specification (config/application.yaml). */
export const DEFAULT_ROLES = [
  'Data Scientist',
  'Machine Learning Engineer',
  'Data Analyst',
  'Data Engineer',
  'Backend Engineer',
  'Frontend Engineer',
  'Full Stack Engineer',
  'DevOps Engineer',
  'Product Manager',
]
export const DEFAULT_COUNTRIES = ['DE', 'NL', 'FR', 'SE', 'IE', 'ES', 'PL', 'BE', 'AT', 'DK', 'FI', 'PT', 'CZ']

const httpUrl = z.url({ protocol: /^https?$/ }).max(500)

/** Every setting, with its shape and default. A stored value that no longer fits falls back to the default and is reported. */
export const settingsSchema = z.object({
  targetRoles: z.array(z.string().trim().min(2).max(80)).max(40).default(DEFAULT_ROLES),
  targetCountries: z
    .array(z.string().refine(isCountryCode, 'A country is its two-letter code in capitals, as DE.'))
    .max(60)
    .default(DEFAULT_COUNTRIES),
  enabledSources: z.array(sourceIdSchema).max(60).default(['arbeitnow', 'the-muse']),
  /** Greenhouse board slugs, the last part of boards.greenhouse.io/<slug>. */
  greenhouseBoards: z
    .array(z.string().regex(/^[a-z0-9][a-z0-9_-]{0,79}$/i))
    .max(300)
    .default([]),
  rssFeeds: z.array(httpUrl).max(200).default([]),
  /** Base addresses that replace a source's own, by source id: for a proxy or a local stand-in. */
  sourceBaseUrls: z.record(sourceIdSchema, httpUrl).default({}),
  maxPostingsPerRun: z.number().int().min(10).max(100_000).default(500),
  sourceTimeoutMs: z.number().int().min(1000).max(3_600_000).default(300_000),
  theme: z.enum(['light', 'dark', 'system']).default('system'),
  onboardedAt: z.number().int().nullable().default(null),
})
export type Settings = z.infer<typeof settingsSchema>
export type SettingKey = keyof Settings

const base = oc.errors({ INTERNAL: errors.INTERNAL })

/** `update` takes any of the settings; each value is checked by its own schema, and all are stored or none. */
export const settingsContract = {
  get: base.output(settingsSchema),
  update: base
    .errors({ SETTING_INVALID: errors.SETTING_INVALID })
    .input(z.record(z.string(), z.unknown()))
    .output(settingsSchema),
}
