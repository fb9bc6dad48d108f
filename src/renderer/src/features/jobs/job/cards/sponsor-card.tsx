import { IconCertificate } from '@tabler/icons-react'
import type { VisaStatus } from '#shared/facts.ts'
import type { SponsorMatch } from '#shared/sponsors.ts'
import { formatCount, formatDate, inSentences } from '../../../../ui/format.ts'
import { REGISTER_WORDS } from '../../facts/words.ts'
import classes from './sponsor-card.module.css'

/** Which legal entity of a sponsor register the job's employer most likely is, and why. Beside the posting's own words, never in their
 *  place: a refusal counts more than a listing. */
export function SponsorCard(props: { readonly sponsors: readonly SponsorMatch[]; readonly visa: VisaStatus }) {
  const { sponsors, visa } = props
  if (sponsors.length === 0) return null
  return (
    <section className={classes.card} aria-labelledby="sponsor-title">
      <h3 id="sponsor-title" className={classes.title}>
        <IconCertificate size={17} stroke={1.9} aria-hidden="true" />
        In a sponsor register
      </h3>
      <ul className={classes.list}>
        {sponsors.map((sponsor) => (
          <li key={`${sponsor.register} ${sponsor.row}`} className={classes.sponsor}>
            <p className={classes.name}>
              {sponsor.name}
              {sponsor.town !== null && <span className={classes.muted}>, {sponsor.town}</span>}
            </p>
            <p className={classes.muted}>
              {REGISTER_WORDS[sponsor.register]}
              {sponsor.publishedOn !== null && ` of ${formatDate(Date.parse(sponsor.publishedOn))}`}, row{' '}
              {formatCount(sponsor.row)}. {inSentences([sponsor.reason, ...detailsOf(sponsor)])}
            </p>
          </li>
        ))}
      </ul>
      <p className={classes.muted}>
        {visa === 'refuses'
          ? 'The posting itself refuses: that counts more.'
          : 'Listed employers may sponsor; whether they do for this job, the posting or the employer says.'}
      </p>
    </section>
  )
}

function detailsOf({ details }: SponsorMatch): string[] {
  const routes = [...new Set(details.routes?.map(({ route }) => route))]
  return [
    routes.length === 0 ? '' : `Routes: ${routes.join(', ')}`,
    details.permits === undefined
      ? ''
      : `${formatCount(details.permits.total)} permits${details.permits.year === null ? '' : ` in ${details.permits.year}`}`,
    details.validTo === undefined ? '' : `Valid until ${formatDate(Date.parse(details.validTo))}`,
  ].filter((part) => part !== '')
}
