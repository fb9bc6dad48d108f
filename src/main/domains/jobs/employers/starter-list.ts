import { z } from 'zod'
import employersFile from '#resources/employers.json' with { type: 'json' }
import { boardRefSchema } from '#shared/employers.ts'
import { boardKey } from './board-page.ts'

const starterEmployerSchema = boardRefSchema.extend({
  name: z.string().min(1),
  countryCode: z.string().length(2).nullable(),
  /** Its careers page where that is known, else its board's page. */
  url: z.url(),
  /** The public page or file in which this board was seen. */
  evidence: z.url(),
})
export type StarterEmployer = z.infer<typeof starterEmployerSchema>

export const starterListSchema = z.object({
  origin: z.string(),
  asOf: z.string().regex(/^\d{4}-\d{2}$/),
  employers: z.array(starterEmployerSchema),
})

let starters: ReadonlyMap<string, StarterEmployer> | null = null

/** The employers that come with the app, by board (resources/employers.json); read when they are first asked for. */
export function starterList(): ReadonlyMap<string, StarterEmployer> {
  starters ??= new Map(
    starterListSchema.parse(employersFile).employers.map((employer) => [boardKey(employer), employer]),
  )
  return starters
}
