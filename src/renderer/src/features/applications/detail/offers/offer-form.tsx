import { Textarea, TextInput } from '@mantine/core'
import { offerFieldsSchema, type Offer, type PayWish } from '#shared/application-parts.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { DateField } from '../form/date-field.tsx'
import { NumberField } from '../form/number-field.tsx'
import { Fields, PartForm } from '../form/part-form.tsx'
import { payDraftOf, payOf } from '../form/pay-draft.ts'
import { PayFields } from '../form/pay-fields.tsx'
import { TimeField } from '../form/time-field.tsx'
import { usePartForm } from '../form/use-part-form.ts'
import { useSavePart } from '../form/use-save-part.ts'
import type { Here } from '../time/when-words.ts'
import { newOffer, offerDraftOf, offerFieldsOf, offerProblems } from './offer-draft.ts'

/** A new offer, or one put right. */
export function OfferForm(props: {
  readonly applicationId: number
  readonly offer: Offer | null
  readonly expectedPay: PayWish | null
  readonly here: Here
  readonly onClose: () => void
}) {
  const { applicationId, offer, expectedPay, here } = props
  const { now, zone } = here
  const api = useApi()
  const { opened, save } = useSavePart({
    applicationId,
    part: offer,
    store: {
      word: 'Offer',
      add: api.offers.add.call,
      update: api.offers.update.call,
      remove: api.offers.remove.call,
      partsOf: ({ offers }) => offers,
      fieldsOf: (one) => offerFieldsSchema.parse(one),
    },
  })
  const { draft, set, problems, frame } = usePartForm({
    initial: () => (opened ? offerDraftOf(opened, zone) : newOffer(now, zone, payDraftOf(expectedPay))),
    problemsOf: (typed) => offerProblems(typed, here),
    save: (typed) =>
      save({
        begun: opened && offerFieldsSchema.parse(offerFieldsOf(offerDraftOf(opened, zone), here)),
        typed: offerFieldsSchema.parse(offerFieldsOf(typed, here)),
      }),
    onClose: props.onClose,
  })
  return (
    <PartForm label={offer ? 'Edit the offer' : 'New offer'} frame={frame}>
      <PayFields
        label="Pay, gross"
        value={draft.pay}
        problems={problems.pay === undefined ? {} : payOf(draft.pay).problems}
        onChange={(pay) => set({ pay })}
      />
      <Fields>
        <DateField
          label="Received"
          value={draft.receivedOn}
          zone={zone}
          error={problems.receivedAt}
          onChange={(receivedOn) => set({ receivedOn })}
        />
        <DateField
          label="Answer by"
          value={draft.answerOn}
          zone={zone}
          isOptional
          error={problems.answerBy}
          onChange={(answerOn) => set({ answerOn })}
        />
        <TimeField label="Answer by, time" value={draft.answerTime} onChange={(answerTime) => set({ answerTime })} />
        <DateField
          label="Start"
          value={draft.startsOn}
          zone={zone}
          isOptional
          onChange={(startsOn) => set({ startsOn })}
        />
      </Fields>
      <Fields>
        <NumberField
          label="Notice, weeks"
          value={draft.noticeWeeks}
          max={104}
          decimals={1}
          error={problems.noticeWeeks}
          onChange={(noticeWeeks) => set({ noticeWeeks })}
        />
        <NumberField
          label="Remote days a week"
          value={draft.remoteDays}
          max={7}
          decimals={1}
          error={problems.remoteDays}
          onChange={(remoteDays) => set({ remoteDays })}
        />
        <NumberField
          label="Vacation days a year"
          value={draft.vacationDays}
          max={365}
          error={problems.vacationDays}
          onChange={(vacationDays) => set({ vacationDays })}
        />
      </Fields>
      <TextInput
        label="Bonus and what else comes"
        value={draft.bonus}
        error={problems.bonus}
        onChange={(event) => set({ bonus: event.currentTarget.value })}
      />
      <Textarea
        label="Notes on the offer"
        autosize
        minRows={2}
        maxRows={12}
        value={draft.notes}
        error={problems.notes}
        onChange={(event) => set({ notes: event.currentTarget.value })}
      />
    </PartForm>
  )
}
