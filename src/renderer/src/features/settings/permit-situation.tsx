import { Select, Switch, TextInput } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import { DEGREES, type PermitSituation } from '#shared/permits.ts'
import type { Settings } from '#shared/settings.ts'
import { Card } from '../../ui/page.tsx'
import classes from './setting-row.module.css'
import { useDraft } from './use-draft.ts'
import { useSaveSettings } from './use-settings.ts'

const DEGREE_WORDS: Readonly<Record<(typeof DEGREES)[number], string>> = {
  none: 'None',
  vocational: 'Vocational training',
  bachelor: 'Bachelor',
  master: 'Master',
  doctorate: 'Doctorate',
}

/** What a work permit depends on besides the pay. Everything may be left open: then the check says that it cannot tell. */
export function PermitSituationCard({ settings }: { readonly settings: Settings }) {
  const { save, issues } = useSaveSettings()
  const { draft, set } = useDraft(settings.permitSituation)
  const change = (part: Partial<PermitSituation>) => {
    const permitSituation = { ...draft, ...part }
    set(permitSituation)
    void save({ permitSituation })
  }
  return (
    <Card>
      <Row name="I need a work permit" note="Off for who may work in the EU anyway: then nothing is checked.">
        {(ids) => (
          <Switch
            {...ids}
            checked={draft.isPermitNeeded}
            onChange={(event) => change({ isPermitNeeded: event.currentTarget.checked })}
          />
        )}
      </Row>
      {draft.isPermitNeeded && (
        <>
          <Row name="Date of birth" note="Some thresholds are lower under a certain age.">
            {(ids) => <Day {...ids} value={draft.birthDate} onChange={(birthDate) => change({ birthDate })} />}
          </Row>
          <Row name="Highest degree" note="Most permits ask for one; some not in IT.">
            {(ids) => (
              <Select
                {...ids}
                className={classes.control ?? ''}
                placeholder="Not said"
                clearable
                data={DEGREES.map((value) => ({ value, label: DEGREE_WORDS[value] }))}
                value={draft.degree}
                onChange={(value) => change({ degree: DEGREES.find((degree) => degree === value) ?? null })}
              />
            )}
          </Row>
          <Row name="Taken on" note="Thresholds are lower for some years after it.">
            {(ids) => <Day {...ids} value={draft.degreeOn} onChange={(degreeOn) => change({ degreeOn })} />}
          </Row>
        </>
      )}
      {issues.permitSituation !== undefined && (
        <p role="alert" className={classes.note}>
          {issues.permitSituation}
        </p>
      )}
    </Card>
  )
}

interface Ids {
  readonly id: string
  readonly 'aria-describedby': string
}

function Row(props: { readonly name: string; readonly note: string; readonly children: (ids: Ids) => ReactNode }) {
  const id = useId()
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <label htmlFor={id} className={classes.name}>
          {props.name}
        </label>
        <p id={`${id}-note`} className={classes.note}>
          {props.note}
        </p>
      </div>
      {props.children({ id, 'aria-describedby': `${id}-note` })}
    </div>
  )
}

/** A day, written by the browser's own field; while it is half typed nothing is stored. */
function Day({
  value,
  onChange,
  ...ids
}: Ids & { readonly value: string | null; readonly onChange: (value: string | null) => void }) {
  const { draft, set } = useDraft(value ?? '')
  return (
    <TextInput
      {...ids}
      type="date"
      className={classes.control ?? ''}
      min="1900-01-01"
      max="2100-12-31"
      value={draft}
      onChange={(event) => set(event.currentTarget.value)}
      onBlur={() => {
        const day = draft === '' ? null : draft
        if (day !== value) onChange(day)
      }}
    />
  )
}
