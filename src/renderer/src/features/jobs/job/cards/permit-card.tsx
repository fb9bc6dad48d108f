import { Anchor } from '@mantine/core'
import { IconCircleCheck, IconCircleX, IconHelpCircle, type Icon } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { JobId } from '#shared/ids.ts'
import type { PermitCheck, PermitVerdict } from '#shared/permits.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { describeProblem } from '../../../../bridge/problem.ts'
import { formatDate, inSentences, regionName } from '../../../../ui/format.ts'
import { ToneBadge, type Tone } from '../../../../ui/tone-badge.tsx'
import {
  asksUser,
  PERMIT_DOUBT_WORDS,
  PERMIT_VERDICT_WORDS,
  payWords,
  thresholdWords,
  validWords,
} from '../../facts/permit-words.ts'
import classes from './permit-card.module.css'

const LOOKS: Readonly<Record<PermitVerdict, { readonly tone: Tone; readonly icon: Icon }>> = {
  meets: { tone: 'good', icon: IconCircleCheck },
  below: { tone: 'bad', icon: IconCircleX },
  cannot_tell: { tone: 'plain', icon: IconHelpCircle },
}

/** Whether the stated pay reaches what each permit of the job's country asks of this user, with amount, date and source. */
export function PermitCard({ jobId }: { readonly jobId: JobId }) {
  const api = useApi()
  const { data, error } = useQuery(api.permits.check.queryOptions({ input: { jobId } }))
  if (error && !data) return <p className={classes.note}>{describeProblem(error).message}</p>
  if (!data || data.checks.length === 0) return null
  return (
    <section className={classes.card} aria-labelledby="permit-title">
      <h3 id="permit-title" className={classes.title}>
        Does the pay reach the permit?
      </h3>
      <ul className={classes.list}>
        {data.checks.map((check) => (
          <Check key={check.threshold.id} check={check} />
        ))}
      </ul>
      <p className={classes.note}>
        Thresholds as of {formatDate(Date.parse(data.asOf))}; a help to sort jobs, not legal advice.
        {asksUser(data.checks) && (
          <>
            {' '}
            <Anchor
              size="xs"
              underline="always"
              renderRoot={(props) => <Link to="/settings" hash="permit-title" {...props} />}
            >
              Say more about yourself
            </Anchor>
            , and more of it can be told.
          </>
        )}
      </p>
    </section>
  )
}

function Check({ check }: { readonly check: PermitCheck }) {
  const { threshold, verdict } = check
  const look = LOOKS[verdict]
  const asked = thresholdWords(threshold)
  const pay = payWords(check)
  const place = [regionName(check.countryCode), check.region].filter((part) => part !== null).join(', ')
  const doubts = check.doubts.map((doubt) => PERMIT_DOUBT_WORDS[doubt])
  const because = doubts.length === 0 ? null : inSentences([capitalised(doubts.join('; '))])
  return (
    <li className={classes.check}>
      <div className={classes.head}>
        <span className={classes.permit}>
          {check.permit} <span className={classes.place}>{place}</span>
        </span>
        <ToneBadge tone={look.tone} icon={look.icon}>
          {PERMIT_VERDICT_WORDS[verdict]}
        </ToneBadge>
      </div>
      {asked !== null && (
        <p className={classes.line}>
          Asks for <strong>{asked}</strong> ({threshold.variant}){pay !== null && <>; this job: {pay}</>}
          {check.ratesAsOf !== null && <>, at rates of {formatDate(Date.parse(check.ratesAsOf))}</>}
        </p>
      )}
      {because !== null && <p className={classes.line}>{because}</p>}
      <p className={classes.source}>
        {[validWords(threshold), `source: ${threshold.source}`].filter((part) => part !== null).join(' · ')}
        {threshold.isStale && <span className={classes.stale}> · may be out of date, look it up</span>}
      </p>
    </li>
  )
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
