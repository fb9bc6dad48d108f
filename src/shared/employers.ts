import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './errors.ts'

/** The systems on which employers publish their own postings; each is a source of the same id. */
export const BOARD_KINDS = [
  'greenhouse',
  'lever',
  'ashby',
  'smartrecruiters',
  'personio',
  'recruitee',
  'workable',
  'teamtailor',
] as const
export const boardKindSchema = z.enum(BOARD_KINDS)
export type BoardKind = z.infer<typeof boardKindSchema>

/** Which board an employer has. `slug` is the employer's name in the board's address, in the case in which it is written there.
 *  `variant` is the system's other host where it has two ('eu' for Lever's European one, 'com' for Personio's); else null. */
export const boardRefSchema = z.object({
  kind: boardKindSchema,
  slug: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,99}$/i),
  variant: z.enum(['eu', 'com']).nullable(),
})
export type BoardRef = z.infer<typeof boardRefSchema>

export const EMPLOYER_STATES = ['unread', 'ok', 'empty', 'gone', 'moved', 'failing'] as const

/** An employer to watch. `origin`: it came with the app, or the user added it. `state` is how its board answered last:
 *  'gone' (there is no such board any more), 'moved' (its careers page names another board, see `message`). */
export const employerSchema = boardRefSchema.extend({
  name: z.string(),
  /** ISO 3166-1 alpha-2 of its seat; null when not known. */
  countryCode: z.string().length(2).nullable(),
  /** Its careers page, for people. */
  url: z.string(),
  origin: z.enum(['starter', 'user']),
  isOn: z.boolean(),
  state: z.enum(EMPLOYER_STATES),
  message: z.string().nullable(),
  /** Postings on its board when it was last read; null when it never was. */
  postings: z.number().int().nullable(),
  checkedAt: z.number().int().nullable(),
})
export type Employer = z.infer<typeof employerSchema>

/** What a name or address was recognised as. `how`: 'address' (the address says it), 'page' (the page behind it embeds the board),
 *  'name' (boards of that name were asked for). `isKnown`: it is on the list already. */
export const recognisedBoardSchema = boardRefSchema.extend({
  name: z.string(),
  url: z.string(),
  how: z.enum(['address', 'page', 'name']),
  postings: z.number().int().nullable(),
  isKnown: z.boolean(),
})
export type RecognisedBoard = z.infer<typeof recognisedBoardSchema>

const base = oc.errors({ INTERNAL: errors.INTERNAL })
const one = base.errors({ NOT_FOUND: errors.NOT_FOUND })

export const employersContract = {
  list: base.output(z.array(employerSchema)),
  /** Boards that a company's name, careers page or board address leads to, the surest first. Asks the internet unless the address
   *  says it all. */
  recognise: base
    .errors({ BOARD_NOT_RECOGNISED: errors.BOARD_NOT_RECOGNISED })
    .input(z.object({ text: z.string().trim().min(2).max(2000) }))
    .output(z.array(recognisedBoardSchema)),
  /** Puts a board on the list, or switches it on when it is there already. */
  add: base
    .input(boardRefSchema.extend({ name: z.string().trim().min(1).max(200), url: z.string().max(2000).default('') }))
    .output(employerSchema),
  setOn: one
    .input(z.object({ boards: z.array(boardRefSchema.pick({ kind: true, slug: true })).max(1000), isOn: z.boolean() }))
    .output(z.array(employerSchema)),
  /** Takes an employer that the user added off the list; one that came with the app is only switched off. */
  remove: one.input(boardRefSchema.pick({ kind: true, slug: true })).output(z.array(employerSchema)),
}
