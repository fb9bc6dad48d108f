import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { applicationFieldsSchema, type ApplicationChange, type ApplicationDetail } from '#shared/applications.ts'
import { localDayOf } from '#shared/local-time.ts'
import { changedFields } from '../form/changed-fields.ts'
import { DateField } from '../form/date-field.tsx'
import { problemsBy } from '../form/form-problems.ts'
import { Fields, PartForm } from '../form/part-form.tsx'
import { payDraftOf, payOf, type PayDraft } from '../form/pay-draft.ts'
import { PayFields } from '../form/pay-fields.tsx'
import { usePartForm } from '../form/use-part-form.ts'
import { type Here, instantAt } from '../time/when-words.ts'

interface Draft {
  readonly title: string
  readonly company: string
  readonly place: string
  readonly url: string
  readonly appliedOn: string | null
  readonly pay: PayDraft
}

const PROBLEMS = {
  title: 'An application needs a role of at most 300 characters.',
  company: 'An application needs an employer of at most 200 characters.',
  place: 'At most 200 characters.',
  url: 'A web address that begins with https:// or http://.',
}

const fieldsOf = ({ title, company, place, url }: Draft) => ({
  title: title.trim(),
  company: company.trim(),
  place: place.trim(),
  url: url.trim() === '' ? null : url.trim(),
})

/** Role, employer, place, address, day of applying and expected pay. Only what was changed is sent. */
export function DetailsForm(props: {
  readonly application: ApplicationDetail
  readonly here: Here
  readonly onSave: (change: ApplicationChange) => Promise<boolean>
  readonly onClose: () => void
}) {
  const { here } = props
  // What is changed elsewhere meanwhile was not typed here and is not sent.
  const [application] = useState(props.application)
  const { zone } = here
  const appliedOn = application.appliedAt === null ? null : localDayOf(application.appliedAt, zone)
  const { draft, set, problems, frame } = usePartForm({
    initial: (): Draft => ({
      title: application.title,
      company: application.company,
      place: application.place,
      url: application.url ?? '',
      appliedOn,
      pay: payDraftOf(application.expectedPay),
    }),
    problemsOf: (typed) => ({
      ...problemsBy(applicationFieldsSchema, fieldsOf(typed), PROBLEMS),
      ...(Object.keys(payOf(typed.pay).problems).length > 0 ? { pay: 'The pay does not fit.' } : {}),
    }),
    save: async (typed) => {
      const wanted = {
        ...fieldsOf(typed),
        appliedAt: typed.appliedOn === appliedOn ? application.appliedAt : dayInstant(typed.appliedOn, here),
        expectedPay: payOf(typed.pay).pay,
      }
      const change = changedFields(knownOf(application), wanted)
      return Object.keys(change).length === 0 || (await props.onSave(change))
    },
    onClose: props.onClose,
  })
  return (
    <PartForm label="Edit the details" frame={frame}>
      <Fields>
        <TextInput
          label="Role"
          value={draft.title}
          error={problems.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <TextInput
          label="Employer"
          value={draft.company}
          error={problems.company}
          onChange={(event) => set({ company: event.currentTarget.value })}
        />
      </Fields>
      <Fields>
        <TextInput
          label="Place"
          value={draft.place}
          error={problems.place}
          onChange={(event) => set({ place: event.currentTarget.value })}
        />
        <TextInput
          label="Address of the posting"
          type="url"
          placeholder="https://…"
          value={draft.url}
          error={problems.url}
          onChange={(event) => set({ url: event.currentTarget.value })}
        />
        <DateField
          label="Applied on"
          value={draft.appliedOn}
          zone={zone}
          isOptional
          onChange={(day) => set({ appliedOn: day })}
        />
      </Fields>
      <PayFields
        label="Expected pay, gross"
        value={draft.pay}
        problems={problems.pay === undefined ? {} : payOf(draft.pay).problems}
        onChange={(pay) => set({ pay })}
      />
    </PartForm>
  )
}

/** Noon of the day, or now on the same day before noon. */
function dayInstant(day: string | null, { now, zone }: Here): number | null {
  if (day === localDayOf(now, zone)) return now
  return instantAt({ day, time: '12:00', zone })
}

type Known = Required<Pick<ApplicationDetail, 'title' | 'company' | 'place' | 'url' | 'appliedAt' | 'expectedPay'>>

const knownOf = ({ title, company, place, url, appliedAt, expectedPay }: ApplicationDetail): Known => ({
  title,
  company,
  place,
  url,
  appliedAt,
  expectedPay,
})
