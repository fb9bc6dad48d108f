import { Button } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy } from 'react'
import type { Offer } from '#shared/application-parts.ts'
import type { ApplicationDetail } from '#shared/applications.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { formatQuantity } from '../../../../ui/format.ts'
import { ToneBadge } from '../../../../ui/tone-badge.tsx'
import { FormRoom, PartButtons, PartSection, type Panel } from '../part-section.tsx'
import classes from '../part-section.module.css'
import { dateWords, dueWords, type Here, isoDayWords } from '../time/when-words.ts'
import { payWishWords } from '../timeline/timeline-sentences.ts'
import { usePerform } from '../use-perform.ts'

const OfferForm = lazy(async () => ({ default: (await import('./offer-form.tsx')).OfferForm }))

const ID = 'offers'

/** What the employer offers. */
export function Offers(props: { readonly application: ApplicationDetail; readonly here: Here; readonly panel: Panel }) {
  const { application, here, panel } = props
  const form = (offer: Offer | null) => (
    <OfferForm
      applicationId={application.id}
      offer={offer}
      expectedPay={application.expectedPay}
      here={here}
      onClose={panel.close}
    />
  )
  return (
    <PartSection
      id={ID}
      title="Offers"
      addWord="Add an offer"
      panel={panel}
      newForm={form(null)}
      isEmpty={application.offers.length === 0}
      empty="None yet. Add one when it comes, and it stands beside the others."
      actions={
        application.offers.length > 0 && (
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconColumns3 size={14} aria-hidden="true" />}
            renderRoot={(root) => <Link to="/applications/offers" {...root} />}
          >
            Side by side
          </Button>
        )
      }
    >
      {application.offers.length > 0 && (
        <ul className={classes.list} aria-label="Offers">
          {application.offers.map((offer) => (
            <li key={offer.id} className={panel.open === offer.id ? undefined : classes.item}>
              {panel.open === offer.id ? (
                <FormRoom>{form(offer)}</FormRoom>
              ) : (
                <OfferItem offer={offer} here={here} panel={panel} isAwaited={application.stage === 'offered'} />
              )}
            </li>
          ))}
        </ul>
      )}
    </PartSection>
  )
}

function OfferItem(props: {
  readonly offer: Offer
  readonly here: Here
  readonly panel: Panel
  /** An answer is still to be given. */
  readonly isAwaited: boolean
}) {
  const { offer, here, panel } = props
  const api = useApi()
  const perform = usePerform()
  const { id, pay, answerBy } = offer
  const name = pay === null ? 'Offer without a figure' : payWishWords(pay)
  return (
    <>
      <div className={classes.top}>
        <div>
          <p className={classes.name}>{name}</p>
          <p className={classes.line}>Received on {dateWords(offer.receivedAt, here)}</p>
          <YearLine offer={offer} />
          {answerBy !== null && (
            <div className={classes.badges}>
              <ToneBadge tone={props.isAwaited ? (answerBy < here.now ? 'bad' : 'warn') : 'plain'}>
                Answer by: {props.isAwaited ? dueWords(answerBy, here) : dateWords(answerBy, here)}
              </ToneBadge>
            </div>
          )}
        </div>
        <div className={classes.buttons}>
          <PartButtons
            sectionId={ID}
            partId={id}
            name={`the offer of ${name}`}
            panel={panel}
            onRemove={() =>
              perform({
                call: () => api.offers.remove.call({ id }),
                said: 'Offer removed',
                undo: () => api.offers.restore.call({ id }),
              })
            }
          />
        </div>
      </div>
      <dl className={classes.facts}>
        {factsOf(offer).map(([word, value]) => (
          <div key={word} className={classes.fact}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function YearLine({ offer }: { readonly offer: Offer }) {
  const { pay, yearEur, ratesAsOf } = offer
  if (pay === null) return null
  if (yearEur === null) return <p className={classes.line}>There is no exchange rate for {pay.currency}.</p>
  if (pay.currency === 'EUR' && pay.period === 'year') return null
  const year = payWishWords({ amount: Math.round(yearEur), currency: 'EUR', period: 'year' })
  return (
    <p className={classes.line}>
      ≈ {year}
      {ratesAsOf !== null && pay.currency !== 'EUR' && `, at rates of ${isoDayWords(ratesAsOf)}`}
    </p>
  )
}

function factsOf(offer: Offer): [word: string, value: string][] {
  const { bonus, noticeWeeks, remoteDays, vacationDays, startsOn, notes } = offer
  const facts: [string, string | null][] = [
    ['Bonus', bonus],
    ['Notice', noticeWeeks === null ? null : formatQuantity(noticeWeeks, ['week', 'weeks'])],
    ['Remote', remoteDays === null ? null : `${formatQuantity(remoteDays, ['day', 'days'])} a week`],
    ['Vacation', vacationDays === null ? null : `${formatQuantity(vacationDays, ['day', 'days'])} a year`],
    ['Start', startsOn === null ? null : isoDayWords(startsOn)],
    ['Notes', notes],
  ]
  return facts.flatMap(([word, value]) => (value === null || value === '' ? [] : [[word, value]]))
}
