import { z } from 'zod'
import file from './people.json' with { type: 'json' }

/** Name, phone and home as the language writes them. */
const personSchema = z.object({
  half: z.enum(['tuned', 'held']),
  language: z.string(),
  name: z.string(),
  phone: z.string(),
  home: z.string(),
  headline: z.string(),
  /** title | company | place | start | end ('' = goes on); dates as YYYY-MM. */
  posts: z.array(z.string()),
  /** degree | school | start | end */
  schools: z.array(z.string()),
  skills: z.string(),
  /** code:level */
  spoken: z.string(),
})
export type Person = z.infer<typeof personSchema>

/** Invented people, whose résumés tests generate. Nothing was tuned on those of the half that is held out. */
export const PEOPLE: readonly Person[] = z.array(personSchema).parse(file.people)
