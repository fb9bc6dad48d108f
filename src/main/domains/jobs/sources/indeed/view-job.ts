import { z } from 'zod'
import type { RawPosting } from '../../posting.ts'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { unixInstant } from '../parts/instants.ts'
import { anything, identifier, list, over, text, toItem } from '../parts/item.ts'
import { plainText } from '../parts/markup.ts'
import { joinedMarkup } from '../parts/markup-parts.ts'
import type { ParsedItem } from '../source.ts'
import { countryOf, labelsOf, remoteShape, workplaceOf } from './job-card.ts'
import { payOf } from './pay.ts'
import { postingAddress } from './sites.ts'

const object = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).partial().nullable().catch(null)

const jobSchema = object({
  key: identifier,
  title: text,
  sourceEmployerName: text,
  datePublished: anything,
  expired: z.boolean().nullable().catch(null),
  description: object({ html: text, text }),
  location: object({ countryCode: text, city: text, formatted: object({ long: text, short: text }) }),
  jobTypes: list,
})

/** The parts of a posting's own data that say something of it, of some 160 fields. Readers of Indeed's pages describe three layouts of
 *  the same: all have some of these. */
const viewSchema = z.object({
  jobKey: identifier,
  jobTitle: text,
  jobLocation: text,
  jobInfoWrapperModel: object({
    jobInfoModel: object({
      sanitizedJobDescription: z.union([z.string(), object({ content: text })]).catch(null),
      jobInfoHeaderModel: object({ jobTitle: text, companyName: text, formattedLocation: text, ...remoteShape }),
    }),
  }),
  hostQueryExecutionResult: object({
    data: object({ jobData: object({ results: z.array(object({ job: jobSchema })).catch([]) }) }),
  }),
  salaryInfoModel: object({
    salaryMin: anything,
    salaryMax: anything,
    salaryCurrency: text,
    salarySource: text,
    salaryText: text,
    salaryType: anything,
  }),
  salaryGuideModel: object({
    estimatedSalaryModel: object({ min: anything, max: anything, type: anything, currency: text }),
  }),
  ...remoteShape,
})
type View = z.infer<typeof viewSchema>

/** A posting's own data out of one of the objects of its page; null when it has none. `country` is that of the site. Pure. */
export function viewJobItem(value: unknown, country: string | null): ParsedItem | null {
  const parsed = viewSchema.safeParse(value)
  if (!parsed.success) return null
  const view = parsed.data
  const info = view.jobInfoWrapperModel?.jobInfoModel
  const header = info?.jobInfoHeaderModel
  const job = jobOf(view)
  if ((info ?? null) === null && job === null) return null
  const key = view.jobKey ?? job?.key ?? null
  const where = `posting ${key ?? 'without a key'}`
  if (job?.expired === true) return over(key, `${where} has expired`)
  const itsCountry = countryOf(job?.location?.countryCode) ?? country
  return toItem(
    {
      sourcePostingId: key,
      title: plainText(header?.jobTitle) ?? plainText(view.jobTitle) ?? plainText(job?.title),
      company: plainText(header?.companyName) ?? plainText(job?.sourceEmployerName),
      url: key === null ? null : postingAddress(itsCountry, key),
      locations: locationOf(view),
      countryCode: itsCountry,
      descriptionHtml: descriptionOf(view),
      postedAt: unixInstant(job?.datePublished),
      closesAt: null,
      ...payIn(view),
      workplace: workplaceIn(view),
      employmentType: employmentTypeOf(labelsOf(job?.jobTypes ?? [])),
      requisitionId: null,
    },
    where,
  )
}

function jobOf({ hostQueryExecutionResult }: View) {
  return hostQueryExecutionResult?.data?.jobData?.results?.[0]?.job ?? null
}

function locationOf(view: View): readonly string[] {
  const place = jobOf(view)?.location
  const said = [
    view.jobInfoWrapperModel?.jobInfoModel?.jobInfoHeaderModel?.formattedLocation,
    view.jobLocation,
    place?.formatted?.long,
    place?.formatted?.short,
    place?.city,
  ]
  const [first] = said.flatMap((words) => plainText(words) ?? [])
  return first === undefined ? [] : [first]
}

function descriptionOf(view: View): string {
  const written = view.jobInfoWrapperModel?.jobInfoModel?.sanitizedJobDescription ?? null
  const description = jobOf(view)?.description
  const html = typeof written === 'string' ? written : written?.content
  return joinedMarkup([{ html: html ?? description?.html, plain: description?.text }])
}

function workplaceIn(view: View): RawPosting['workplace'] {
  const header = view.jobInfoWrapperModel?.jobInfoModel?.jobInfoHeaderModel
  for (const place of [header, view]) {
    const found = workplaceOf({
      remoteLocation: place?.remoteLocation ?? null,
      remoteWorkModel: place?.remoteWorkModel ?? null,
    })
    if (found !== null) return found
  }
  return null
}

function payIn({ salaryInfoModel, salaryGuideModel }: View) {
  const said = salaryInfoModel
  return payOf({
    extractedSalary: said === null ? null : { min: said.salaryMin, max: said.salaryMax, type: said.salaryType },
    salarySnippet:
      said === null
        ? null
        : { currency: said.salaryCurrency ?? null, source: said.salarySource ?? null, text: said.salaryText ?? null },
    estimatedSalary: salaryGuideModel?.estimatedSalaryModel ?? null,
  })
}
