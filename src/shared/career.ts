import { oc } from '@orpc/contract'
import { z } from 'zod'
import { isCountryCode } from './countries.ts'
import { errors } from './errors.ts'
import { profileSchema, profileSkillSchema, SPOKEN_LEVELS } from './profile.ts'

/** What a career is made of, as the user says it: the only facts that a résumé or letter may rest on. Skills with years and the spoken
 *  languages stand in the matching profile (profile.ts); age, degree and permits in the settings (permits.ts). Stays on this machine. */

const short = (most: number) => z.string().trim().max(most)

/** Names a fact, so that a claim can cite it. Given by whoever makes the fact, never used again for another. */
export const factIdSchema = z.string().regex(/^[a-z0-9]{6,40}$/)
export type FactId = z.infer<typeof factIdSchema>

/** 'YYYY' or 'YYYY-MM'. */
export const careerDateSchema = z
  .string()
  .regex(/^(19[3-9]\d|20\d\d)(-(0[1-9]|1[0-2]))?$/, 'A date is YYYY or YYYY-MM.')

/** A page or a file, http or https. */
const webAddress = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)])

export const careerLinkSchema = z.object({ label: short(60), url: webAddress })
export const personSchema = z.object({
  name: short(120).default(''),
  /** What stands under the name: "Machine learning engineer". */
  headline: short(160).default(''),
  email: z.union([z.literal(''), z.email().max(254)]).default(''),
  phone: short(60).default(''),
  city: short(80).default(''),
  countryCode: z
    .string()
    .refine(isCountryCode, 'A country is its two-letter code in capitals, as DE.')
    .nullable()
    .default(null),
  links: z.array(careerLinkSchema).max(20).default([]),
})
export type Person = z.infer<typeof personSchema>

/** One thing that was done or reached. Markdown of one line: **bold**, *italic*, [link](https://…). */
export const bulletSchema = z.object({ id: factIdSchema, text: z.string().trim().min(1).max(1000) })
export type Bullet = z.infer<typeof bulletSchema>

const span = {
  start: careerDateSchema.nullable().default(null),
  /** Null with a start: it goes on. */
  end: careerDateSchema.nullable().default(null),
}
const bullets = z.array(bulletSchema).max(60).default([])
const skillNames = z.array(short(60).min(1)).max(60).default([])

export const experienceSchema = z.object({
  id: factIdSchema,
  company: short(160).min(1),
  title: short(160).default(''),
  place: short(120).default(''),
  url: webAddress.default(''),
  ...span,
  summary: short(2000).default(''),
  bullets,
  skills: skillNames,
})
export type Experience = z.infer<typeof experienceSchema>

export const educationSchema = z.object({
  id: factIdSchema,
  institution: short(200).min(1),
  /** As its document says it: "MSc", "Diplom-Ingenieur". */
  degree: short(160).default(''),
  field: short(160).default(''),
  place: short(120).default(''),
  ...span,
  grade: short(60).default(''),
  bullets,
})
export type Education = z.infer<typeof educationSchema>

export const projectSchema = z.object({
  id: factIdSchema,
  name: short(160).min(1),
  role: short(160).default(''),
  url: webAddress.default(''),
  ...span,
  bullets,
  skills: skillNames,
})
export type Project = z.infer<typeof projectSchema>

/** Certificates, publications, awards, volunteer work, and whatever else has a name and a date. */
export const EXTRA_KINDS = [
  'certificate',
  'publication',
  'award',
  'volunteering',
  'course',
  'interest',
  'other',
] as const
export const extraSchema = z.object({
  id: factIdSchema,
  kind: z.enum(EXTRA_KINDS),
  name: short(300).min(1),
  /** Who gave or published it. */
  by: short(200).default(''),
  date: careerDateSchema.nullable().default(null),
  url: webAddress.default(''),
  text: short(1000).default(''),
})
export type Extra = z.infer<typeof extraSchema>

/** What the user confirmed as true beside all of this: a claim of a résumé that no fact backed. */
export const confirmedSchema = z.object({
  id: factIdSchema,
  text: z.string().trim().min(1).max(1000),
  confirmedAt: z.number().int(),
})

export const careerSchema = z.object({
  person: personSchema.default(personSchema.parse({})),
  /** A few sentences about oneself. */
  summary: short(3000).default(''),
  experiences: z.array(experienceSchema).max(60).default([]),
  education: z.array(educationSchema).max(30).default([]),
  projects: z.array(projectSchema).max(60).default([]),
  extras: z.array(extraSchema).max(200).default([]),
  confirmed: z.array(confirmedSchema).max(500).default([]),
})
export type Career = z.infer<typeof careerSchema>

/** `version` grows with every change; 0: nothing was ever said. `hints`: what is missing that matching or a résumé needs, most useful
 *  first; `field` is a part of the career ("experiences") or of the profile ("skills"). */
export const careerViewSchema = z.object({
  career: careerSchema,
  version: z.number().int(),
  updatedAt: z.number().int().nullable(),
  isEmpty: z.boolean(),
  hints: z.array(z.object({ field: z.string(), message: z.string() })),
})
export type CareerView = z.infer<typeof careerViewSchema>

/** A longer file is refused as too large. */
export const CAREER_MAX_JSON_CHARS = 2_000_000

/** How a file is taken in. 'add': what is missing is added, and nothing that is there changes; 'replace': the career becomes what the
 *  file says, and what was confirmed stays. Skills and languages of the profile are only ever added to. */
export const CAREER_IMPORT_MODES = ['add', 'replace'] as const
export type CareerImportMode = (typeof CAREER_IMPORT_MODES)[number]

/** What taking in an entry does. 'completed': it is there and gets what it lacked; 'known': it is there with all of it; 'kept': it says
 *  something else than the career, which stays; 'replaced': the career's own gives way, or goes; 'no_room': not taken, since there are
 *  as many of its kind as a career or profile holds. */
export const CAREER_EFFECTS = ['added', 'completed', 'known', 'kept', 'replaced', 'no_room'] as const
export const careerChangeSchema = z.object({
  part: z.enum(['person', 'summary', 'experiences', 'education', 'projects', 'extras', 'skills', 'languages']),
  name: z.string(),
  effect: z.enum(CAREER_EFFECTS),
  /** What of it there was no room for: '5 points, 2 skills'. */
  cut: z.string().optional(),
})
export type CareerChange = z.infer<typeof careerChangeSchema>

/** What a JSON Resume file would bring. `ignored`: what has no place here, each as its path and why ("work[0].endDate: no date"), so
 *  that nothing is lost unsaid. `changes`: what taking it in would do, by the way it is taken in. */
export const jsonResumePreviewSchema = z.object({
  career: careerSchema,
  skills: z.array(profileSkillSchema),
  languages: z.array(
    z.object({
      code: z.string().length(2),
      name: z.string(),
      fluency: z.string(),
      level: z.enum(SPOKEN_LEVELS).nullable(),
    }),
  ),
  ignored: z.array(z.string()),
  changes: z.record(z.enum(CAREER_IMPORT_MODES), z.array(careerChangeSchema)),
})
export type JsonResumePreview = z.infer<typeof jsonResumePreviewSchema>

/** What was there before something was taken in, under the versions that taking it in led to. */
const careerBeforeSchema = z.object({
  career: careerSchema,
  version: z.number().int().min(0),
  profile: profileSchema.pick({ skills: true, languages: true }).extend({ version: z.number().int().min(0) }),
})
export type CareerBefore = z.infer<typeof careerBeforeSchema>

const base = oc.errors({ INTERNAL: errors.INTERNAL })
const careerFile = z.object({ text: z.string().max(10 * CAREER_MAX_JSON_CHARS) })

export const careerContract = {
  get: base.output(careerViewSchema),
  /** Replaces the whole. Throws STALE (id 1) when `version` is not the stored one: another window wrote. */
  save: base
    .errors({ STALE: errors.STALE })
    .input(z.object({ career: careerSchema, version: z.number().int().min(0) }))
    .output(careerViewSchema),
  /** Adds a claim to what the user confirmed as true. */
  confirm: base.input(z.object({ text: bulletSchema.shape.text })).output(careerViewSchema),
  /** Puts back what was there before something was taken in. Throws STALE when the career (id 1) or the profile (id 2) changed since;
   *  then nothing is written. */
  takeBack: base.errors({ STALE: errors.STALE }).input(careerBeforeSchema).output(careerViewSchema),
  /** In the format of https://jsonresume.org/schema (1.0.0), with the profile's skills and languages. */
  exportJsonResume: base.output(z.object({ fileName: z.string(), text: z.string() })),
  /** Reads a file of that format and writes nothing. Throws CAREER_FILE_REFUSED. */
  readJsonResume: base
    .errors({ CAREER_FILE_REFUSED: errors.CAREER_FILE_REFUSED })
    .input(careerFile)
    .output(jsonResumePreviewSchema),
  /** The same, and takes it in. Throws CAREER_FILE_REFUSED, and STALE (id 1) when `version` is not the stored one. */
  importJsonResume: base
    .errors({ CAREER_FILE_REFUSED: errors.CAREER_FILE_REFUSED, STALE: errors.STALE })
    .input(careerFile.extend({ mode: z.enum(CAREER_IMPORT_MODES), version: z.number().int().min(0) }))
    .output(
      z.object({
        view: careerViewSchema,
        profileVersion: z.number().int(),
        changes: z.array(careerChangeSchema),
        ignored: z.array(z.string()),
      }),
    ),
}
