import { oc } from '@orpc/contract'
import { z } from 'zod'
import { AI_PROVIDERS, type AiProvider, aiProviderSchema } from './ai.ts'
import { isCountryCode } from './countries.ts'
import { errors } from './errors.ts'
import { sourceIdSchema } from './ids.ts'
import {
  DEFAULT_NOTIFICATION_PREFERENCES,
  notificationChannelsSchema,
  notificationPreferencesSchema,
  quietHoursSchema,
  wallTimeSchema,
} from './notifications.ts'
import { permitSituationSchema } from './permits.ts'
import { matchWeightsSchema } from './recommendations.ts'

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

/** Every source that is free, without a key and meant to be read by programs. */
export const DEFAULT_SOURCES = [
  'arbeitnow',
  'the-muse',
  'eures',
  'bundesagentur',
  'jobtech',
  'nav',
  'remotive',
  'remoteok',
  'jobicy',
  'himalayas',
  'we-work-remotely',
  'hn-who-is-hiring',
  'berlin-startup-jobs',
  'relocate-me',
  'greenhouse',
  'lever',
  'ashby',
  'smartrecruiters',
  'personio',
  'recruitee',
  'workable',
  'teamtailor',
]

/** The ten companies of the original specification. */
export const DEFAULT_FIRECRAWL_PAGES = [
  { company: 'Spotify', url: 'https://www.lifeatspotify.com/jobs' },
  { company: 'Adyen', url: 'https://careers.adyen.com/vacancies' },
  { company: 'Booking.com', url: 'https://jobs.booking.com/booking/jobs' },
  { company: 'Klarna', url: 'https://www.klarna.com/careers/openings/' },
  { company: 'DeepMind', url: 'https://deepmind.google/about/careers/' },
  { company: 'Revolut', url: 'https://www.revolut.com/careers/' },
  { company: 'Monzo', url: 'https://monzo.com/careers/' },
  { company: 'Bolt', url: 'https://bolt.eu/en/careers/positions/' },
  { company: 'N26', url: 'https://n26.com/en/careers' },
  { company: 'Zalando', url: 'https://jobs.zalando.com/en/jobs' },
]

const httpUrl = z.url({ protocol: /^https?$/ }).max(500)

/** A model of one's own may be on this computer or in the house; to any other goes a key and what the user wrote. */
function areSecure(urls: Readonly<Partial<Record<AiProvider, string>>>): boolean {
  return Object.entries(urls).every(([id, url]) => id === 'compatible' || /^https:/i.test(url))
}

const ownAiModelSchema = z.object({
  provider: aiProviderSchema,
  id: z.string().trim().min(1).max(200),
  inputUsdPerMillion: z.number().min(0).max(10_000).nullable(),
  outputUsdPerMillion: z.number().min(0).max(10_000).nullable(),
  /** The day on which the price was written, 'YYYY-MM-DD'. */
  asOf: z.iso.date(),
})

/** Every setting, with its shape and default. A stored value that no longer fits falls back to the default and is reported. */
export const settingsSchema = z.object({
  targetRoles: z.array(z.string().trim().min(2).max(80)).max(40).default(DEFAULT_ROLES),
  targetCountries: z
    .array(z.string().refine(isCountryCode, 'A country is its two-letter code in capitals, as DE.'))
    .max(60)
    .default(DEFAULT_COUNTRIES),
  enabledSources: z.array(sourceIdSchema).max(60).default(DEFAULT_SOURCES),
  /** Fragile sources whose terms the user has read and accepted. */
  acceptedTerms: z.array(sourceIdSchema).max(60).default([]),
  rssFeeds: z.array(httpUrl).max(200).default([]),
  /** Pages that carry schema.org JobPosting data, or list pages that do. */
  jobPages: z.array(httpUrl).max(200).default([]),
  /** Careers pages that Firecrawl reads; the first ten are the original specification's. */
  firecrawlPages: z
    .array(z.object({ company: z.string().trim().min(1).max(100), url: httpUrl }))
    .max(100)
    .default(DEFAULT_FIRECRAWL_PAGES),
  /** The browser for sources that are read in one: its program; null: the one that is found. */
  browserPath: z.string().max(500).nullable().default(null),
  /** When discovery runs by itself: a cron line, read in an IANA time zone. */
  scheduleCron: z.string().trim().min(1).max(200).default('0 */6 * * *'),
  scheduleZone: z.string().min(1).max(100).default('UTC'),
  isScheduleOn: z.boolean().default(true),
  schedulePausedUntil: z.number().int().nullable().default(null),
  /** Least hours between two scheduled readings of a source, by its id; in place of the source's own. */
  sourceCadenceHours: z
    .record(
      sourceIdSchema,
      z
        .number()
        .min(0)
        .max(24 * 60),
    )
    .default({}),
  /** Base addresses that replace a source's own, by source id: for a proxy or a local stand-in. */
  sourceBaseUrls: z.record(sourceIdSchema, httpUrl).default({}),
  maxPostingsPerRun: z.number().int().min(10).max(100_000).default(500),
  sourceTimeoutMs: z.number().int().min(1000).max(3_600_000).default(300_000),
  /** What a work permit depends on besides the pay; stays on this machine. */
  permitSituation: permitSituationSchema.prefault({}),
  /** Sponsor registers are fetched again once a month. Off: only when they are asked for. */
  isSponsorRefreshOn: z.boolean().default(false),
  /** Exchange rates are fetched from the European Central Bank once a day. Off: only when they are asked for. */
  isRateRefreshOn: z.boolean().default(false),
  /** The user's own weights of the match factors; null: the product's. */
  matchWeights: matchWeightsSchema.nullable().default(null),
  /** Saved, applied and hidden jobs move the weights within bounds. */
  isMatchLearningOn: z.boolean().default(true),
  /** What was done before this instant (UTC ms) moves nothing: it was forgotten. */
  matchLearnsFrom: z.number().int().min(0).default(0),
  /** The zone in which the user's days begin and end; null: this machine's. */
  timeZone: z.string().min(1).max(100).nullable().default(null),
  /** An application that nobody answers looks ghosted after so many days. */
  ghostedAfterDays: z.number().int().min(7).max(365).default(30),
  /** When asking again is suggested, in days after applying or the last interview. */
  followUpAfterDays: z.number().int().min(1).max(90).default(7),
  /** A calendar file with every interview and reminder is kept up to date in the profile. */
  isCalendarFileOn: z.boolean().default(false),
  notificationPreferences: notificationPreferencesSchema.default(DEFAULT_NOTIFICATION_PREFERENCES),
  notificationChannels: notificationChannelsSchema.prefault({}),
  quietHours: quietHoursSchema.default({ isOn: true, from: '22:00', until: '07:30' }),
  /** Most messages a channel carries a day; the rest is told in one digest. */
  notificationDailyCap: z.number().int().min(1).max(500).default(20),
  isDailyBriefingOn: z.boolean().default(true),
  dailyBriefingAt: wallTimeSchema.default('08:00'),
  isEveningSummaryOn: z.boolean().default(true),
  eveningSummaryAt: wallTimeSchema.default('20:00'),
  isWeeklySummaryOn: z.boolean().default(true),
  /** 1 is Monday, 7 Sunday. */
  weeklySummaryDay: z.number().int().min(1).max(7).default(7),
  weeklySummaryAt: wallTimeSchema.default('18:00'),
  isAchievementsOn: z.boolean().default(true),
  /** Language models, in the order in which they are asked; the next one only when the one before it fails. One that is on and has no
   *  key is not asked. */
  aiProviders: z
    .array(z.object({ id: aiProviderSchema, isOn: z.boolean() }))
    .max(AI_PROVIDERS.length)
    .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'A provider is in the order once.')
    .default(AI_PROVIDERS.map((id) => ({ id, isOn: id === 'groq' }))),
  /** The model of each; the bundled list's first where none is chosen. */
  aiModels: z.partialRecord(aiProviderSchema, z.string().trim().min(1).max(200)).default({}),
  /** Models that are not in the bundled list, and the user's own prices of those that are. Dollars a million tokens. */
  aiOwnModels: z.array(ownAiModelSchema).max(100).default([]),
  aiBaseUrls: z
    .partialRecord(aiProviderSchema, httpUrl)
    .refine(areSecure, 'The address of a provider that takes a key begins with https.')
    .default({}),
  aiRequestsPerMinute: z.partialRecord(aiProviderSchema, z.number().int().min(1).max(1000)).default({}),
  /** Most US dollars that calls may cost in a month of the user's zone; null: no bound. */
  aiMonthlyBudgetUsd: z.number().min(0).max(10_000).nullable().default(5),
  /** How long what was sent and what came back is kept; null: for good. */
  aiKeepTextsDays: z.number().int().min(1).max(3650).nullable().default(90),
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
