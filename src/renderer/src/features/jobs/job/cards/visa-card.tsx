import type { VisaFact } from '#shared/facts.ts'
import { IconCircleDotted } from '@tabler/icons-react'
import { VISA_LOOKS } from '../../facts/visa-badge.tsx'
import { VISA_SENTENCES } from '../../facts/words.ts'
import classes from './visa-card.module.css'

/** What the posting says about a visa, in its own words, and which rule read it that way. */
export function VisaCard({ visa }: { readonly visa: VisaFact }) {
  const look = visa.status === 'unstated' ? null : VISA_LOOKS[visa.status]
  const ShownIcon = look?.icon ?? IconCircleDotted
  return (
    <section className={classes.card} data-tone={look?.tone ?? 'plain'} aria-label="Visa">
      <h3 className={classes.title}>
        <ShownIcon size={17} stroke={1.9} aria-hidden="true" />
        {VISA_SENTENCES[visa.status]}
      </h3>
      {visa.rule === 'user' ? null : visa.evidence === null ? (
        <p className={classes.note}>Silence is not a no. Ask before you rule it out.</p>
      ) : (
        <blockquote className={classes.quote}>
          <span className={classes.words}>{visa.evidence}</span>
        </blockquote>
      )}
      {visa.rule === 'user' && <p className={classes.note}>You put this right.</p>}
      {visa.rule !== null && visa.rule !== 'user' && (
        <p className={classes.note}>
          Quoted from the posting. Read by rule <code className={classes.rule}>{visa.rule}</code>
        </p>
      )}
    </section>
  )
}
