import type { ReactNode } from 'react'
import type { CorrectableFact, FactWithWords, FilledFact } from '#shared/facts.ts'
import type { JobDetail } from '#shared/jobs.ts'
import { formatAgo, formatDate, languageName } from '../../../../ui/format.ts'
import { askedLanguageWords, besidePayWords, officeDaysWords } from '../../facts/fact-words.ts'
import { placeWords } from '../../facts/place.ts'
import { formatPayFull, formatYearEur } from '../../facts/salary.ts'
import {
  EXTRA_WORDS,
  REMOTE_SCOPE_WORDS,
  ROLE_WORDS,
  SENIORITY_WORDS,
  TYPE_WORDS,
  WORKPLACE_WORDS,
} from '../../facts/words.ts'
import { Evidence, type Origin } from './evidence.tsx'
import classes from './facts-grid.module.css'

/** What is known about a job, fact by fact, each with its evidence. What the posting does not state is said to be unstated, never
 *  guessed. */
export function FactsGrid({ job, now }: { readonly job: JobDetail; readonly now: number }) {
  const { facts } = job
  const posted = job.postedAt === null ? null : `${formatDate(job.postedAt)} (${formatAgo(job.postedAt, now)})`
  const seniority = facts.seniority === 'unknown' ? null : SENIORITY_WORDS[facts.seniority]
  const type = facts.employmentType === null ? null : TYPE_WORDS[facts.employmentType]
  const asked = facts.asksLanguages.map((language) => askedLanguageWords(language))
  return (
    <dl className={classes.grid}>
      <Fact name="Place" origin={originOf(job, 'places')}>
        {facts.places.length === 0 ? null : facts.places.map(placeWords).join(' · ')}
      </Fact>
      <Fact name="Workplace" origin={originOf(job, 'workplace')}>
        {workplaceWords(job)}
      </Fact>
      <Fact
        name="Salary"
        origin={{ ...originOf(job, 'salary'), words: facts.salary?.evidence ?? null }}
        more={<Pay job={job} />}
      >
        {facts.salary && formatPayFull(facts.salary)}
      </Fact>
      <Fact name="Level" origin={originOf(job, 'seniority')}>
        {seniority}
      </Fact>
      <Fact name="Role" origin={originOf(job, 'roleFamily')}>
        {ROLE_WORDS[facts.roleFamily]}
      </Fact>
      <Fact name="Type" origin={originOf(job, 'employmentType')}>
        {type}
      </Fact>
      <Fact name="Written in">{facts.language === null ? null : languageName(facts.language)}</Fact>
      {asked.length > 0 && (
        <Fact name="Asks for" origin={{ words: facts.asksLanguages.map(({ evidence }) => evidence).join('\n') }}>
          {asked.join(', ')}
        </Fact>
      )}
      <Fact name="Posted">{posted}</Fact>
      {facts.closesAt !== null && (
        <Fact name="Closes" origin={originOf(job, 'closesAt')}>
          {formatDate(facts.closesAt)}
        </Fact>
      )}
    </dl>
  )
}

function originOf(job: JobDetail, fact: FactWithWords | FilledFact | CorrectableFact): Origin {
  const { words, filledFrom, corrected } = job.facts
  const said: Readonly<Record<string, string | undefined>> = words
  const filled: Readonly<Record<string, number | undefined>> = filledFrom
  const from = job.postings.find(({ id }) => id === filled[fact])
  const isCorrected = corrected.some((field) => field === fact)
  return { words: said[fact] ?? null, from: from?.sourceName ?? null, isCorrected }
}

function Fact(props: {
  readonly name: string
  readonly origin?: Origin
  readonly more?: ReactNode
  readonly children: ReactNode
}) {
  const { name, origin, more, children } = props
  const isSilent = children === null || children === undefined || children === ''
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>
        <Evidence origin={origin ?? {}}>
          {isSilent ? <span className={classes.none}>Not stated</span> : children}
        </Evidence>
        {!isSilent && more}
      </dd>
    </div>
  )
}

/** What is said beside the figure, the yearly equivalent, the other bands, and what comes on top. */
function Pay({ job }: { readonly job: JobDetail }) {
  const { salary } = job.facts
  if (!salary) return null
  const yearEur = formatYearEur(salary)
  const beside = besidePayWords(salary)
  return (
    <>
      {beside !== null && <span className={classes.more}>{beside}</span>}
      {yearEur !== null && salary.yearEur && (
        <span className={classes.more}>
          {yearEur}, rates of {formatDate(Date.parse(salary.yearEur.asOf))}
        </span>
      )}
      {salary.variants.map((variant) => (
        <span key={`${variant.label ?? ''} ${variant.min ?? ''} ${variant.max ?? ''}`} className={classes.more}>
          {variant.label === null ? 'or ' : `${variant.label}: `}
          {formatPayFull(variant)}
        </span>
      ))}
      {salary.extras.map(({ kind, evidence }) => (
        <span key={`${kind} ${evidence}`} className={classes.more}>
          <Evidence origin={{ words: evidence }}>{EXTRA_WORDS[kind]}</Evidence>
        </span>
      ))}
    </>
  )
}

function workplaceWords(job: JobDetail): string | null {
  const { workplace, remoteScope, officeDays } = job.facts
  if (workplace === 'unknown') return null
  const scope = remoteScope === null ? '' : `, ${REMOTE_SCOPE_WORDS[remoteScope]}`
  const days = officeDays === null ? '' : `, ${officeDaysWords(officeDays)}`
  return `${WORKPLACE_WORDS[workplace]}${scope}${days}`
}
