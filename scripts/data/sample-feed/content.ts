import { z } from 'zod'
import { roleFamilySchema, senioritySchema, visaStatusSchema, workplaceSchema } from '#shared/facts.ts'
import companiesDach from './companies-dach.json' with { type: 'json' }
import companiesEurope from './companies-europe.json' with { type: 'json' }
import handwrittenJson from './handwritten.json' with { type: 'json' }
import phrasesDe from './phrases-de.json' with { type: 'json' }
import phrasesEn from './phrases-en.json' with { type: 'json' }
import placesJson from './places.json' with { type: 'json' }
import rolesDe from './roles-de.json' with { type: 'json' }
import rolesEn from './roles-en.json' with { type: 'json' }
import titlesJson from './titles.json' with { type: 'json' }
import { truthSalarySchema } from './shape.ts'

const lines = z.array(z.string().min(1))
const byCountry = z.record(z.string(), lines)

const slotsSchema = z.object({ data: z.string(), users: z.string(), target: z.string(), product: z.string() })
export type Slots = z.infer<typeof slotsSchema>

const companySchema = z.object({
  name: z.string(),
  legal: z.string(),
  domain: z.string(),
  city: z.string(),
  otherCity: z.string().optional(),
  payments: z.boolean().optional(),
  remoteFirst: z.boolean().optional(),
  small: z.boolean().optional(),
  en: lines.length(3),
  de: lines.length(3).optional(),
  slots: slotsSchema,
  slotsDe: slotsSchema.optional(),
})
export type Company = z.infer<typeof companySchema>

const roleSchema = z.object({ intro: lines, tasks: lines, profile: lines })

const titleSchema = z.object({
  role: z.string().optional(),
  family: roleFamilySchema,
  field: z.string(),
  bases: lines,
  basesDe: lines,
  areas: lines.optional(),
  onlyAt: lines.optional(),
  stacks: z.array(lines.length(6)),
})
export type TitleSet = z.infer<typeof titleSchema>

const phrasesSchema = z.object({
  headings: z.object({ about: lines, tasks: lines, profile: lines, benefits: lines, process: lines }),
  intro: lines,
  teams: lines,
  level: z.record(z.string(), lines),
  skillMain: lines,
  skillData: lines,
  nice: lines,
  soft: lines,
  language: lines,
  languageDe: lines,
  benefits: lines,
  process: lines,
  starter: z.object({ skills: lines, profile: lines }),
  workplace: z.object({ remote: lines, remoteEu: lines, hybrid: lines, onsite: lines }),
  visa: z.object({
    offers: lines,
    offersBy: byCountry,
    conditional: lines,
    refuses: lines,
    refusesBy: byCountry,
    traps: lines,
    trapsPayments: lines,
  }),
  salaryLabels: lines,
})
export type Phrases = z.infer<typeof phrasesSchema>

const placesSchema = z.object({
  countries: z.record(z.string(), z.object({ en: z.string(), plain: z.string().optional(), local: z.string() })),
  cities: z.record(z.string(), z.object({ local: z.string(), region: z.string(), country: z.string() })),
})

const handwrittenSchema = z.object({
  openings: z.array(
    z.object({
      company: z.string(),
      title: z.string(),
      location: z.string(),
      city: z.string(),
      country: z.string(),
      employmentType: z.string(),
      salary: z.string().nullable(),
      remote: z.boolean().nullable(),
      truth: z.object({
        visa: visaStatusSchema,
        visaEvidence: z.string().nullable(),
        salary: truthSalarySchema.nullable(),
        workplace: workplaceSchema,
        seniority: senioritySchema,
        roleFamily: roleFamilySchema,
      }),
      html: z.string(),
    }),
  ),
  broken: z.array(
    z.object({
      id: z.string(),
      board: z.enum(['northern-board', 'talent-hub', 'company-page']),
      title: z.string(),
      company: z.string(),
      url: z.string(),
      location: z.string(),
      html: z.string(),
    }),
  ),
  unsafe: z.object({ prefixHtml: z.string() }),
})
export type Handwritten = z.infer<typeof handwrittenSchema>['openings'][number]

function withoutOrigin(table: { origin: string }): Record<string, unknown> {
  return Object.fromEntries(Object.entries(table).filter(([key]) => key !== 'origin'))
}

const dach = z.array(companySchema).parse(companiesDach.companies)
const europe = z.array(companySchema).parse(companiesEurope.companies)

/** Everything the feed is written from, checked once at load: a missing slot or misspelt level stops the build. */
export const content = {
  dach,
  europe,
  companies: [...dach, ...europe],
  titles: z.record(z.string(), titleSchema).parse(withoutOrigin(titlesJson)),
  roles: {
    en: z.record(z.string(), roleSchema).parse(withoutOrigin(rolesEn)),
    de: z.record(z.string(), roleSchema).parse(withoutOrigin(rolesDe)),
  },
  phrases: { en: phrasesSchema.parse(phrasesEn), de: phrasesSchema.parse(phrasesDe) },
  places: placesSchema.parse(placesJson),
  handwritten: handwrittenSchema.parse(handwrittenJson),
}

export type Language = 'en' | 'de'

/** Looks a key up in a table whose keys the data files promise; a gap in the data is an error with its name. */
export function need<T>(table: Readonly<Record<string, T>>, key: string): T {
  const value = table[key]
  if (value === undefined) throw new Error(`the feed's data has no "${key}"`)
  return value
}
