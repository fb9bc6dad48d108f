import { z } from 'zod'
import type { RawPosting } from '../../posting.ts'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { anything, text } from '../parts/item.ts'
import { plainText } from '../parts/markup.ts'
import { workplaceOf } from '../parts/workplace-words.ts'

const fieldSchema = z.object({ name: text, value: anything })

const EMPLOYMENT_FIELD =
  /^(?:(?:employment|job|contract|position|worker|time|schedule) (?:type|status)|type of (?:employment|contract)|working time)$/
const WORKPLACE_FIELD =
  /^(?:(?:work|working|location|remote) (?:type|model|mode|arrangement|policy|status|option)|workplace(?: type| model)?|work location type)$/

/** What an employer's own fields (`metadata`) say of a posting, by the names that employers give them ("Employment Type", "Workplace
 *  Type"). Two values that disagree say nothing. Pure. */
export function customFacts(metadata: readonly unknown[]): Pick<RawPosting, 'workplace' | 'employmentType'> {
  const fields = metadata.slice(0, 200).flatMap((value) => fieldSchema.safeParse(value).data ?? [])
  const valuesOf = (wanted: RegExp): readonly string[] =>
    fields.filter(({ name }) => wanted.test(nameOf(name))).flatMap(({ value }) => textsIn(value))
  const workplaces = new Set(valuesOf(WORKPLACE_FIELD).flatMap((value) => workplaceOf(value) ?? []))
  const [workplace] = workplaces
  return {
    workplace: workplaces.size === 1 && workplace !== undefined ? workplace : null,
    employmentType: employmentTypeOf(valuesOf(EMPLOYMENT_FIELD)),
  }
}

function nameOf(name: string | null): string {
  return (plainText(name?.slice(0, 100).replace(/[^a-z]+/gi, ' ')) ?? '').toLowerCase()
}

function textsIn(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.flatMap((one) => plainText(one) ?? [])
}
