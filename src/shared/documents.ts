import { oc } from '@orpc/contract'
import { z } from 'zod'
import { applicationFileSchema } from './application-parts.ts'
import { atsMatchSchema } from './ats.ts'
import { careerDateSchema, factIdSchema, personSchema } from './career.ts'
import { findingSchema } from './claims.ts'
import { errors } from './errors.ts'
import { jobIdSchema } from './ids.ts'

/** Résumés and letters: a working copy that saves itself, and versions that were kept. Instants are UTC epoch ms. */

const id = z.number().int().positive()
const short = (most: number) => z.string().max(most)

export const DOCUMENT_KINDS = ['resume', 'letter'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** How much of each a document holds. */
export const DOCUMENT_LIST_MAX = {
  sections: 40,
  sectionParagraphs: 20,
  items: 200,
  /** More than a post of the career has, which also has a summary. */
  bullets: 80,
  groups: 40,
  letterParagraphs: 30,
} as const

/** A sentence or a point. `cites`: the facts of the career on which it rests; none for what claims nothing. */
export const claimTextSchema = z.object({
  id: factIdSchema,
  text: short(3000),
  isShown: z.boolean().default(true),
  cites: z.array(factIdSchema).max(20).default([]),
})
export type ClaimText = z.infer<typeof claimTextSchema>

export const SECTION_KINDS = [
  'summary',
  'experience',
  'education',
  'projects',
  'skills',
  'languages',
  'certificates',
  'publications',
  'awards',
  'volunteering',
  'interests',
  'other',
] as const
export type SectionKind = (typeof SECTION_KINDS)[number]

/** A post, a degree, a project, a certificate. `cites` names the fact it is. */
export const resumeItemSchema = z.object({
  id: factIdSchema,
  isShown: z.boolean().default(true),
  title: short(300).default(''),
  organisation: short(300).default(''),
  place: short(160).default(''),
  start: careerDateSchema.nullable().default(null),
  /** Null with a start: it goes on, unless `isDated` says that there is just one date. */
  end: careerDateSchema.nullable().default(null),
  /** `start` is the one date it has: of a certificate, a publication. */
  isDated: z.boolean().default(false),
  url: short(2000).default(''),
  /** A grade, a group of few words beside the title. */
  note: short(200).default(''),
  bullets: z.array(claimTextSchema).max(DOCUMENT_LIST_MAX.bullets).default([]),
  cites: z.array(factIdSchema).max(20).default([]),
})
export type ResumeItem = z.infer<typeof resumeItemSchema>

/** Words in a row under a label: "Languages: Python, SQL". Skills and spoken languages. */
export const wordGroupSchema = z.object({
  id: factIdSchema,
  isShown: z.boolean().default(true),
  label: short(80).default(''),
  words: z.array(short(100)).max(100),
})
export type WordGroup = z.infer<typeof wordGroupSchema>

/** `title` empty: the heading that the language of the document gives to its kind. Which of paragraphs, items and groups are filled
 *  follows from the kind. */
export const resumeSectionSchema = z.object({
  id: factIdSchema,
  kind: z.enum(SECTION_KINDS),
  title: short(120).default(''),
  isShown: z.boolean().default(true),
  paragraphs: z.array(claimTextSchema).max(DOCUMENT_LIST_MAX.sectionParagraphs).default([]),
  items: z.array(resumeItemSchema).max(DOCUMENT_LIST_MAX.items).default([]),
  groups: z.array(wordGroupSchema).max(DOCUMENT_LIST_MAX.groups).default([]),
})
export type ResumeSection = z.infer<typeof resumeSectionSchema>

/** The lines on top. What stands here is as the career says it, or as the user wrote it for this document. */
export const documentHeaderSchema = personSchema.extend({ isPlaceShown: z.boolean().default(true) })
export type DocumentHeader = z.infer<typeof documentHeaderSchema>

export const resumeContentSchema = z.object({
  kind: z.literal('resume'),
  header: documentHeaderSchema,
  sections: z.array(resumeSectionSchema).max(DOCUMENT_LIST_MAX.sections),
})
export type ResumeContent = z.infer<typeof resumeContentSchema>

export const letterContentSchema = z.object({
  kind: z.literal('letter'),
  header: documentHeaderSchema,
  recipient: z.object({
    name: short(160).default(''),
    company: short(160).default(''),
    address: short(500).default(''),
  }),
  /** As it is written in the letter: "Berlin, 3 March 2026". */
  dateLine: short(120).default(''),
  subject: short(300).default(''),
  greeting: short(200).default(''),
  paragraphs: z.array(claimTextSchema).max(DOCUMENT_LIST_MAX.letterParagraphs).default([]),
  closing: short(200).default(''),
  signature: short(160).default(''),
})
export type LetterContent = z.infer<typeof letterContentSchema>

export const documentContentSchema = z.discriminatedUnion('kind', [resumeContentSchema, letterContentSchema])
export type DocumentContent = z.infer<typeof documentContentSchema>

/** As JSON. The schema alone would let more through than any résumé holds. */
export const DOCUMENT_MAX_JSON_CHARS = 2_000_000
const writtenContentSchema = documentContentSchema.refine(
  (content) => JSON.stringify(content).length <= DOCUMENT_MAX_JSON_CHARS,
  'A document has at most 2 MB.',
)

/** 'plain': one column, no ornament, made for parsers. 'lebenslauf': the German table of dates. */
export const TEMPLATES = ['plain', 'modern', 'two_column', 'academic', 'compact', 'lebenslauf'] as const
export type Template = (typeof TEMPLATES)[number]
export const PAGE_SIZES = ['a4', 'letter'] as const
export type PageSize = (typeof PAGE_SIZES)[number]
export const DOCUMENT_FONTS = ['inter', 'noto_sans', 'noto_serif'] as const
export type DocumentFont = (typeof DOCUMENT_FONTS)[number]
/** Languages in which headings and dates can be written, ISO 639-1. */
export const DOCUMENT_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'pt', 'sv'] as const
export type DocumentLanguage = (typeof DOCUMENT_LANGUAGES)[number]

export const documentStyleSchema = z.object({
  template: z.enum(TEMPLATES).default('modern'),
  pageSize: z.enum(PAGE_SIZES).default('a4'),
  font: z.enum(DOCUMENT_FONTS).default('inter'),
  /** Accents of titles and lines, '#rrggbb'. */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .default('#3f51b5'),
  /** Size of the text against the template's own. */
  scale: z.number().min(0.8).max(1.2).default(1),
  /** Fit on one page: first closer lines and smaller text within bounds, then leaving out, and saying what. */
  isOnePage: z.boolean().default(false),
  language: z.enum(DOCUMENT_LANGUAGES).default('en'),
})
export type DocumentStyle = z.infer<typeof documentStyleSchema>

/** What the exported file shows when it is read back by another program than the one that wrote it.
 *  'glyphs': letters that came out as others or not at all; 'order': sections in another order; 'contact': e-mail, phone or name not
 *  found as text; 'hyphenation': words cut in the text; 'links': a link that leads nowhere; 'pages': more than asked for. */
export const CHECK_KINDS = ['text', 'contact', 'order', 'glyphs', 'hyphenation', 'links', 'pages'] as const
export const exportCheckSchema = z.object({
  isOk: z.boolean(),
  pages: z.number().int(),
  checks: z.array(
    z.object({ kind: z.enum(CHECK_KINDS), isOk: z.boolean(), message: z.string(), samples: z.array(z.string()) }),
  ),
})
export type ExportCheck = z.infer<typeof exportCheckSchema>

/** What fitting on one page did: the size that was taken, and what was left out, by id, least telling first. */
export const fitReportSchema = z.object({
  isFitted: z.boolean(),
  scale: z.number(),
  left: z.array(z.object({ id: factIdSchema, text: z.string() })),
})
export type FitReport = z.infer<typeof fitReportSchema>

export const FILE_FORMATS = ['pdf', 'docx'] as const
export type FileFormat = (typeof FILE_FORMATS)[number]

/** By whose hand a version is. */
export const VERSION_ORIGINS = ['user', 'composer', 'ai', 'import', 'restore', 'sent'] as const

export const versionHeadSchema = z.object({
  id,
  documentId: id,
  /** 1, 2, 3 … within its document. */
  number: z.number().int(),
  name: z.string(),
  origin: z.enum(VERSION_ORIGINS),
  createdAt: z.number().int(),
  /** Applications to which this version went. */
  sentTo: z.array(z.object({ applicationId: id, title: z.string(), company: z.string(), fileName: z.string() })),
})
export type VersionHead = z.infer<typeof versionHeadSchema>

export const documentHeadSchema = z.object({
  id,
  kind: z.enum(DOCUMENT_KINDS),
  name: z.string(),
  /** The one that others start from. One of each kind at most. */
  isMaster: z.boolean(),
  isLocked: z.boolean(),
  /** The job that it is written for. */
  job: z.object({ id: jobIdSchema.nullable(), title: z.string(), company: z.string() }).nullable(),
  language: z.enum(DOCUMENT_LANGUAGES),
  template: z.enum(TEMPLATES),
  versions: z.number().int(),
  sent: z.number().int(),
  createdAt: z.number().int(),
  updatedAt: z.number().int(),
  /** Null: it is not removed. */
  removedAt: z.number().int().nullable(),
})
export type DocumentHead = z.infer<typeof documentHeadSchema>

/** `revision` grows with every save of the working copy. */
export const documentSchema = documentHeadSchema.extend({
  content: documentContentSchema,
  style: documentStyleSchema,
  revision: z.number().int(),
})
export type Document = z.infer<typeof documentSchema>

/** Where a new one begins. 'career': everything the career holds, newest first. */
export const documentStartSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('career') }),
  z.object({ from: z.literal('blank') }),
  z.object({ from: z.literal('document'), id }),
  z.object({ from: z.literal('content'), content: writtenContentSchema, origin: z.enum(VERSION_ORIGINS) }),
])

const name = z.string().trim().min(1).max(120)
const base = oc.errors({ INTERNAL: errors.INTERNAL })
const one = base.errors({ NOT_FOUND: errors.NOT_FOUND })
const written = one.errors({ DOCUMENT_LOCKED: errors.DOCUMENT_LOCKED })
const which = z.object({ id })

export const documentsContract = {
  /** Those that are not removed, or with `isRemoved` those that are and can still be put back. */
  list: base
    .input(
      z
        .object({
          kind: z.enum(DOCUMENT_KINDS).optional(),
          jobId: jobIdSchema.optional(),
          isRemoved: z.boolean().optional(),
        })
        .default({}),
    )
    .output(z.array(documentHeadSchema)),
  get: one.input(which).output(documentSchema),
  /** Content that comes along is kept as its first version. */
  create: one
    .input(
      z
        .object({
          kind: z.enum(DOCUMENT_KINDS),
          name,
          start: documentStartSchema,
          style: documentStyleSchema.optional(),
          jobId: jobIdSchema.nullable().default(null),
        })
        .refine(({ kind, start }) => start.from !== 'content' || start.content.kind === kind, {
          message: 'The content is of another kind.',
          path: ['start', 'content', 'kind'],
        }),
    )
    .output(documentSchema),
  /** The working copy. Throws DOCUMENT_LOCKED, STALE (with the stored revision) when `revision` is not the stored one, and NOT_FOUND
   *  when the document is of another kind than the content. What changes nothing leaves the revision as it is. */
  save: written
    .errors({ STALE: errors.STALE })
    .input(which.extend({ revision: z.number().int(), content: writtenContentSchema, style: documentStyleSchema }))
    .output(documentSchema),
  /** Making one the master takes it from the other of its kind. */
  update: one
    .input(which.extend({ name: name.optional(), isLocked: z.boolean().optional(), isMaster: z.boolean().optional() }))
    .output(documentHeadSchema),
  /** Can be put back for a month, and for good when it went to an application. */
  remove: one.input(which).output(documentHeadSchema),
  restore: one.input(which).output(documentHeadSchema),
  /** The newest first. */
  versions: one.input(which).output(z.array(versionHeadSchema)),
  version: one
    .input(z.object({ versionId: id }))
    .output(versionHeadSchema.extend({ content: documentContentSchema, style: documentStyleSchema })),
  keepVersion: one
    .input(which.extend({ name, origin: z.enum(VERSION_ORIGINS).default('user') }))
    .output(versionHeadSchema),
  /** The working copy becomes that version again; what it was is kept as a version of its own, unless the newest says
   *  the same. */
  restoreVersion: written.input(z.object({ versionId: id })).output(documentSchema),
  /** The content as pages, read back and checked. Stores nothing. */
  render: base
    .errors({ WORK_ENDED: errors.WORK_ENDED })
    .input(
      z.object({
        content: writtenContentSchema,
        style: documentStyleSchema,
        format: z.enum(FILE_FORMATS).default('pdf'),
      }),
    )
    .output(
      z.object({
        fileName: z.string(),
        mediaType: z.string(),
        base64: z.string(),
        check: exportCheckSchema,
        fit: fitReportSchema,
      }),
    ),
  /** What in it no fact of the career backs. `jobId`: the job that it is written for, which it may name; of one that is gone, or where
   *  there is none, it may name what is `named`. */
  findings: base
    .input(
      z.object({
        content: writtenContentSchema,
        jobId: jobIdSchema.nullable().default(null),
        named: z.object({ title: z.string().max(2000), company: z.string().max(2000) }).optional(),
      }),
    )
    .output(z.array(findingSchema)),
  /** How well a parser would find the posting's words in the exported text. */
  match: one
    .errors({ WORK_ENDED: errors.WORK_ENDED })
    .input(z.object({ content: writtenContentSchema, style: documentStyleSchema, jobId: jobIdSchema }))
    .output(atsMatchSchema),
  /** Renders the working copy, keeps it as a version 'sent', and adds the file to the application. Throws CLAIMS_OPEN. */
  attach: one
    .errors({
      CLAIMS_OPEN: errors.CLAIMS_OPEN,
      FILE_REFUSED: errors.FILE_REFUSED,
      WORK_ENDED: errors.WORK_ENDED,
    })
    .input(which.extend({ applicationId: id, format: z.enum(FILE_FORMATS).default('pdf') }))
    .output(z.object({ file: applicationFileSchema, version: versionHeadSchema })),
}
