import { z } from 'zod'
import type { RawPosting } from '../../posting.ts'
import { text } from '../parts/item.ts'
import { plainText } from '../parts/markup.ts'
import { statedSalaryOf, type SalaryFields } from '../parts/stated-salary.ts'
import words from './words.json' with { type: 'json' }

const amounts = z.object({ min: z.unknown(), max: z.unknown(), type: z.unknown() }).partial().nullable().catch(null)

/** The fields of a card in which pay may be. */
export const payShape = {
  /** What Indeed found in the posting or was given with it; its `min` is 0 and its `max` -1 where nothing is said. */
  extractedSalary: amounts,
  salarySnippet: z.object({ currency: text, source: text, text }).partial().nullable().catch(null),
  /** What Indeed reckons by itself. */
  estimatedSalary: z
    .object({ min: z.unknown(), max: z.unknown(), type: z.unknown(), currency: text })
    .partial()
    .nullable()
    .catch(null),
}
export type PayFields = z.infer<z.ZodObject<typeof payShape>>

type Pay = Pick<RawPosting, 'statedSalary' | 'salaryText' | 'predictedSalary'>

const OF_THE_POSTING = new Set(words.payOfThePosting)
const OF_AN_ESTIMATE = new RegExp(words.payOfAnEstimate.join('|'), 'i')
const AT_LEAST = startsWith(words.atLeast)
const AT_MOST = startsWith(words.atMost)

/** The pay of a card, each figure where it belongs: what the posting says, by the snippet's own word for where it comes from, is
 *  stated; what Indeed estimates is a prediction; a figure of unknown origin beside an estimate is neither. Pure. */
export function payOf({ extractedSalary, salarySnippet, estimatedSalary }: PayFields): Pay {
  const said = plainText(salarySnippet?.text)
  const source = salarySnippet?.source?.trim().toLowerCase() ?? ''
  const currency = salarySnippet?.currency
  const isEstimate = OF_AN_ESTIMATE.test(source) || OF_AN_ESTIMATE.test(said ?? '')
  const isStated = !isEstimate && (OF_THE_POSTING.has(source) || (source === '' && estimatedSalary === null))
  const found = { ...extractedSalary, period: extractedSalary?.type, currency }
  const reckoned = {
    ...estimatedSalary,
    period: estimatedSalary?.type,
    currency: estimatedSalary?.currency ?? currency,
  }
  const predicted = statedSalaryOf(estimatedSalary === null && isEstimate ? found : reckoned)
  return {
    statedSalary: isStated ? statedSalaryOf(oneEnded(found, said)) : null,
    salaryText: isStated ? said : null,
    ...(predicted === null ? {} : { predictedSalary: predicted }),
  }
}

/** "From €60,000" comes as one figure twice. */
function oneEnded(fields: SalaryFields, said: string | null): SalaryFields {
  if (said === null || fields.min !== fields.max) return fields
  if (AT_LEAST.test(said)) return { ...fields, max: null }
  return AT_MOST.test(said) ? { ...fields, min: null } : fields
}

function startsWith(phrases: readonly string[]): RegExp {
  return new RegExp(`^(?:${phrases.join('|')})(?![\\p{L}])`, 'iu')
}
