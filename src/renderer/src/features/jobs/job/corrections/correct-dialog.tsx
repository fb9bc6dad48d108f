import { Button, Group, Modal, NumberInput, Select, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  type Correction,
  EMPLOYMENT_TYPES,
  ROLE_FAMILIES,
  SALARY_PERIODS,
  SENIORITIES,
  VISA_STATUSES,
  WORKPLACES,
} from '#shared/facts.ts'
import type { JobDetail } from '#shared/jobs.ts'
import {
  PERIOD_WORDS,
  ROLE_WORDS,
  SENIORITY_WORDS,
  TYPE_WORDS,
  VISA_CHOICE_WORDS,
  WORKPLACE_WORDS,
} from '../../facts/words.ts'
import classes from './correct-dialog.module.css'
import { correctionsOf, draftOf, type FactsDraft } from './corrections.ts'
import { useCorrections } from './use-corrections.ts'

const choices = <T extends string>(values: readonly T[], words: Readonly<Record<T, string>>) =>
  values.map((value) => ({ value, label: words[value] }))

/** Puts right what was read wrongly. Only what was changed is stored; every newer reading leaves it alone until it is taken back. */
export function CorrectDialog({ job, onClose }: { readonly job: JobDetail; readonly onClose: () => void }) {
  const [draft, setDraft] = useState<FactsDraft>(() => draftOf(job.facts))
  const { correct, takeBack, isSaving } = useCorrections(job)
  const set = (change: Partial<FactsDraft>) => setDraft({ ...draft, ...change })
  const { corrections, problem } = correctionsOf(job.facts, draft)
  const save = async () => {
    if (problem === null && (corrections.length === 0 || (await correct(corrections)))) onClose()
  }
  return (
    <Modal opened onClose={onClose} title="Put right what was read" size="md">
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <p className={classes.note}>
          The posting stays as it is. What you change here wins over every reading, now and later.
        </p>
        <div className={classes.pair}>
          <Choice
            label="Visa"
            value={draft.visa}
            data={choices(VISA_STATUSES, VISA_CHOICE_WORDS)}
            onChange={(visa) => set({ visa })}
          />
          <Choice
            label="Workplace"
            value={draft.workplace}
            data={choices(WORKPLACES, WORKPLACE_WORDS)}
            onChange={(workplace) => set({ workplace })}
          />
          <Choice
            label="Level"
            value={draft.seniority}
            data={choices(SENIORITIES, SENIORITY_WORDS)}
            onChange={(seniority) => set({ seniority })}
          />
          <Choice
            label="Role"
            value={draft.roleFamily}
            data={choices(ROLE_FAMILIES, ROLE_WORDS)}
            onChange={(roleFamily) => set({ roleFamily })}
          />
          <Choice
            label="Type"
            value={draft.employmentType}
            data={[{ value: 'none' as const, label: 'Not stated' }, ...choices(EMPLOYMENT_TYPES, TYPE_WORDS)]}
            onChange={(employmentType) => set({ employmentType })}
          />
        </div>
        <fieldset className={classes.pay}>
          <legend>Salary</legend>
          <Amount label="From" value={draft.payMin} onChange={(payMin) => set({ payMin })} />
          <Amount label="To" value={draft.payMax} onChange={(payMax) => set({ payMax })} />
          <TextInput
            label="Currency"
            maxLength={3}
            value={draft.payCurrency}
            onChange={(event) => set({ payCurrency: event.currentTarget.value.toUpperCase() })}
          />
          <Choice
            label="Per"
            value={draft.payPeriod}
            data={choices(SALARY_PERIODS, PERIOD_WORDS)}
            onChange={(payPeriod) => set({ payPeriod })}
          />
        </fieldset>
        {problem !== null && (
          <p role="alert" className={classes.problem}>
            {problem}
          </p>
        )}
        <TagsInput
          label="Skills"
          description="Enter adds one, Backspace takes the last one away."
          value={draft.skills}
          onChange={(skills) => set({ skills })}
          maxTags={100}
          clearable
        />
        {job.facts.corrected.length > 0 && (
          <Group gap={6} className={classes.corrected ?? ''}>
            <span className={classes.note}>Put right before:</span>
            {job.facts.corrected.map((field) => (
              <Button
                key={field}
                size="compact-xs"
                variant="light"
                disabled={isSaving}
                onClick={() => {
                  void takeBack(field).then((isDone) => isDone && onClose())
                }}
              >
                Take back {FIELD_WORDS[field]}
              </Button>
            ))}
          </Group>
        )}
        <Group justify="flex-end" gap={8}>
          <Button variant="subtle" color="gray" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isSaving} disabled={problem !== null || corrections.length === 0}>
            Save
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

const FIELD_WORDS: Readonly<Record<Correction['field'], string>> = {
  visa: 'visa',
  salary: 'salary',
  skills: 'skills',
  workplace: 'workplace',
  seniority: 'level',
  roleFamily: 'role',
  employmentType: 'type',
}

function Choice<T extends string>(props: {
  readonly label: string
  readonly value: T
  readonly data: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
}) {
  return (
    <Select
      label={props.label}
      value={props.value}
      data={[...props.data]}
      allowDeselect={false}
      onChange={(value) => {
        const chosen = props.data.find((choice) => choice.value === value)
        if (chosen) props.onChange(chosen.value)
      }}
    />
  )
}

function Amount(props: {
  readonly label: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}) {
  return (
    <NumberInput
      label={props.label}
      placeholder="Not stated"
      min={0}
      allowNegative={false}
      thousandSeparator
      hideControls
      value={props.value ?? ''}
      onChange={(value) => props.onChange(typeof value === 'number' ? value : null)}
    />
  )
}
