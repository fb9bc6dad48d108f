import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './errors.ts'
import {
  CORRECTABLE_FACTS,
  correctionSchema,
  employmentTypeSchema,
  jobFactsSchema,
  placeSchema,
  roleFamilySchema,
  senioritySchema,
  shownSalarySchema,
  visaStatusSchema,
  workplaceSchema,
} from './facts.ts'
import { jobIdSchema, sourceIdSchema } from './ids.ts'
import { choiceList, wordList } from './lists.ts'
import { sponsorMatchSchema } from './sponsors.ts'

export const JOB_SORTS = ['newest', 'salary', 'relevance', 'match'] as const
export const JOB_OPENINGS = ['open', 'closed', 'all'] as const
export const JOB_MARKS = ['visible', 'saved', 'applied', 'hidden'] as const

const cityName = z.string().max(120)
const skillName = z.string().max(60)
const twoLetters = z.string().length(2)
const yearEur = z.number().min(0).max(10_000_000).nullable().default(null)

/** Lists mean "any of these"; `skills` means all of them; an empty list or null does not filter. Blanks and doubles in lists are left
 *  out. Pay is gross a year in EUR: `salaryMinEur` finds jobs whose stated pay can reach it, `salaryMaxEur` those whose stated pay does
 *  not begin above it. `postedWithinDays` counts back from now. */
export const jobFilterSchema = z.object({
  text: z.string().max(10_000).default(''),
  countries: wordList(twoLetters, 60),
  /** By their common English names, without regard to case. */
  cities: wordList(cityName, 60),
  visa: choiceList(visaStatusSchema),
  workplaces: choiceList(workplaceSchema),
  salaryMinEur: yearEur,
  salaryMaxEur: yearEur,
  skills: wordList(skillName, 20),
  /** Any of these, beside all of `skills`. */
  skillsAny: wordList(skillName, 20),
  seniorities: choiceList(senioritySchema),
  roleFamilies: choiceList(roleFamilySchema),
  employmentTypes: choiceList(employmentTypeSchema),
  sources: wordList(sourceIdSchema, 60),
  languages: wordList(twoLetters, 40),
  /** Only jobs that ask for no other spoken languages than these; what is only a plus does not count. */
  speaks: wordList(twoLetters, 40),
  postedWithinDays: z.number().int().min(1).max(3650).nullable().default(null),
  /** Only jobs whose employer is in a sponsor register of the job's country. */
  isSponsorListed: z.boolean().default(false),
  /** Only jobs whose stated pay reaches a permit's threshold that holds for the user. */
  reachesPermit: z.boolean().default(false),
  /** Whether jobs that are gone from all their sources are meant. */
  openings: z.enum(JOB_OPENINGS).default('open'),
  mark: z.enum(JOB_MARKS).default('visible'),
})
export type JobFilter = z.infer<typeof jobFilterSchema>

export const jobSearchInputSchema = jobFilterSchema.extend({
  sort: z.enum(JOB_SORTS).default('newest'),
  page: z.number().int().min(1).max(100_000).default(1),
  perPage: z.number().int().min(1).max(200).default(50),
})
export type JobSearchInput = z.infer<typeof jobSearchInputSchema>

/** One row of the list; carries no description. Instants are UTC epoch milliseconds. */
export const jobListItemSchema = z.object({
  id: jobIdSchema,
  title: z.string(),
  company: z.string(),
  place: placeSchema.nullable(),
  placeCount: z.number().int(),
  workplace: workplaceSchema,
  visa: visaStatusSchema,
  salary: shownSalarySchema.nullable(),
  seniority: senioritySchema,
  roleFamily: roleFamilySchema,
  skills: z.array(z.string()),
  sources: z.array(sourceIdSchema),
  postedAt: z.number().int().nullable(),
  firstSeenAt: z.number().int(),
  /** When it was gone from the last of its sources; null while one has it. */
  closedAt: z.number().int().nullable(),
  isSaved: z.boolean(),
  isHidden: z.boolean(),
  /** When the user applied for it; null: not, as far as the app was told. */
  appliedAt: z.number().int().nullable(),
  /** How well it fits the user's profile, 0 to 100; null while that was not reckoned. */
  match: z.number().min(0).max(100).nullable(),
})
export type JobListItem = z.infer<typeof jobListItemSchema>

/** `hints` are sentences about the query ("the quote was not closed, searched as words"); when nothing was found, what stands in the
 *  way. `tookMs` is time in the database. */
export const jobSearchResultSchema = z.object({
  total: z.number().int(),
  page: z.number().int(),
  perPage: z.number().int(),
  jobs: z.array(jobListItemSchema),
  hints: z.array(z.string()),
  tookMs: z.number(),
})
export type JobSearchResult = z.infer<typeof jobSearchResultSchema>

const facetSchema = z.array(z.object({ value: z.string(), count: z.number().int() }))
/** Exact counts over everything that matches the filter, largest first. Of skills and cities the 60 most frequent. `salaries` goes by
 *  steps of pay, the lowest first: `value` is EUR a year, `count` how many jobs can reach it (0: pay is stated at all). */
export const jobFacetsSchema = z.object({
  countries: facetSchema,
  visa: facetSchema,
  workplaces: facetSchema,
  seniorities: facetSchema,
  roleFamilies: facetSchema,
  sources: facetSchema,
  skills: facetSchema,
  cities: facetSchema,
  salaries: facetSchema,
})
export type JobFacets = z.infer<typeof jobFacetsSchema>

export const DEDUP_LAYERS = ['first', 'url', 'fingerprint', 'fuzzy', 'user'] as const

/** One posting that a source published, and why it belongs to this job: `layer` 'first' opened the job, the others joined it, 'user' by
 *  the user's word. */
export const postingLinkSchema = z.object({
  id: z.number().int(),
  sourceId: sourceIdSchema,
  sourceName: z.string(),
  url: z.string(),
  title: z.string(),
  company: z.string(),
  location: z.string().nullable(),
  layer: z.enum(DEDUP_LAYERS),
  reason: z.string(),
  firstSeenAt: z.number().int(),
  lastSeenAt: z.number().int(),
  closedAt: z.number().int().nullable(),
})
export type PostingLink = z.infer<typeof postingLinkSchema>

/** `descriptionHtml` was sanitised when it came in: a small list of text tags and https links, no attributes but href. */
export const jobDetailSchema = jobListItemSchema.extend({
  facts: jobFactsSchema,
  descriptionHtml: z.string(),
  descriptionText: z.string(),
  postings: z.array(postingLinkSchema),
  hideReason: z.string().nullable(),
  /** What sponsor registers of its countries list its employer as. */
  sponsors: z.array(sponsorMatchSchema),
  lastSeenAt: z.number().int(),
  /** The earlier opening that this one repeats, as long as it is stored. */
  repostOf: z
    .object({ id: jobIdSchema, lastSeenAt: z.number().int(), closedAt: z.number().int().nullable() })
    .nullable(),
})
export type JobDetail = z.infer<typeof jobDetailSchema>

export const HIDE_REASONS = ['not_relevant', 'place', 'salary', 'visa', 'company', 'other'] as const

/** Everything the user said about one job; `hideReason` is kept only while it is hidden. */
export const jobMarksSchema = z.object({
  id: jobIdSchema,
  isSaved: z.boolean(),
  isHidden: z.boolean(),
  hideReason: z.enum(HIDE_REASONS).nullable(),
})
export type JobMarks = z.infer<typeof jobMarksSchema>

/** What is left out stays as it is. */
export const jobMarksChangeSchema = jobMarksSchema.partial({ isSaved: true, isHidden: true, hideReason: true })
export type JobMarksChange = z.infer<typeof jobMarksChangeSchema>

export const MARKED_AT_ONCE_MAX = 500

/** `reasons` are pieces of one sentence ("same level", "6 of 8 skills", "also in Berlin"), the strongest first. */
export const similarJobSchema = z.object({ job: jobListItemSchema, reasons: z.array(z.string()) })
export type SimilarJob = z.infer<typeof similarJobSchema>

/** `total` counts all other open jobs of the employer, hidden ones left out; `jobs` are the newest of them. */
export const otherJobsSchema = z.object({
  company: z.string(),
  total: z.number().int(),
  jobs: z.array(jobListItemSchema),
})
export type OtherJobs = z.infer<typeof otherJobsSchema>

export const SUGGESTION_KINDS = ['title', 'company', 'skill', 'city'] as const

/** Something that is stored and begins like what is being typed, or nearly so (`isCorrected`). It stands for the text from letter
 *  `from` on; what is before that stays. `jobs` counts the open jobs that have it. */
export const suggestionSchema = z.object({
  kind: z.enum(SUGGESTION_KINDS),
  value: z.string(),
  jobs: z.number().int(),
  isCorrected: z.boolean(),
  from: z.number().int(),
})
export type Suggestion = z.infer<typeof suggestionSchema>

/** `text`: what was asked about. `correction`: the whole of it with the words put right that nothing stored is called, but something is
 *  nearly; null: nothing to put right. */
export const suggestionsSchema = z.object({
  text: z.string(),
  suggestions: z.array(suggestionSchema),
  correction: z.string().nullable(),
})
export type Suggestions = z.infer<typeof suggestionsSchema>

const base = oc.errors({ INTERNAL: errors.INTERNAL })
const one = base.errors({ NOT_FOUND: errors.NOT_FOUND })
const shortLimit = z.number().int().min(1).max(50).default(6)

export const jobsContract = {
  search: base.input(jobSearchInputSchema).output(jobSearchResultSchema),
  facets: base.input(jobFilterSchema).output(jobFacetsSchema),
  /** What the text of a search may be meant to become, the likeliest first. Without regard to case, accents and a slip or two. */
  suggest: base
    .input(z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(20).default(8) }))
    .output(suggestionsSchema),
  get: one.input(z.object({ id: jobIdSchema })).output(jobDetailSchema),
  save: one.input(z.object({ id: jobIdSchema, isSaved: z.boolean() })).output(jobListItemSchema),
  hide: one
    .input(z.object({ id: jobIdSchema, isHidden: z.boolean(), reason: z.enum(HIDE_REASONS).nullable().default(null) }))
    .output(jobListItemSchema),
  /** Marks many jobs at once; jobs that are gone are passed over. `before` is what undoes it in one call. */
  markMany: base
    .input(z.object({ marks: z.array(jobMarksChangeSchema).max(MARKED_AT_ONCE_MAX) }))
    .output(z.object({ before: z.array(jobMarksSchema) })),
  /** Other open jobs that are most like this one, of other employers; never the same opening. */
  similar: one
    .input(z.object({ id: jobIdSchema, limit: shortLimit }))
    .output(z.object({ jobs: z.array(similarJobSchema) })),
  othersOf: one.input(z.object({ id: jobIdSchema, limit: shortLimit })).output(otherJobsSchema),
  /** What the user has opened, the last one first. */
  viewed: base
    .input(z.object({ limit: z.number().int().min(1).max(200).default(50) }))
    .output(z.array(jobListItemSchema)),
  noteViewed: one.input(z.object({ id: jobIdSchema })).output(z.object({ viewedAt: z.number().int() })),
  /** The user's word wins over every reading until it is taken back. */
  correct: one.input(z.object({ id: jobIdSchema, correction: correctionSchema })).output(jobDetailSchema),
  uncorrect: one.input(z.object({ id: jobIdSchema, field: z.enum(CORRECTABLE_FACTS) })).output(jobDetailSchema),
}
