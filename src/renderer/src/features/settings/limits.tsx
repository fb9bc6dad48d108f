import { TextInput } from '@mantine/core'
import { useId } from 'react'
import type { Settings } from '#shared/settings.ts'
import { Card } from '../../ui/page.tsx'
import { FigureRow } from './figure-row.tsx'
import classes from './setting-row.module.css'
import { useDraft } from './use-draft.ts'
import { useSaveSettings } from './use-settings.ts'

export function Limits({ settings }: { readonly settings: Settings }) {
  const { save, issues } = useSaveSettings()
  return (
    <Card>
      <FigureRow
        name="Postings in one run"
        note="A run stops here, whatever the sources still have. From 10 to 100,000."
        value={settings.maxPostingsPerRun}
        step={100}
        issue={issues.maxPostingsPerRun}
        onChange={(maxPostingsPerRun) => void save({ maxPostingsPerRun })}
      />
      <FigureRow
        name="Time for one source"
        note="A source that takes longer is stopped; the others go on. From 1 to 3,600 seconds."
        value={settings.sourceTimeoutMs / 1000}
        step={30}
        suffix=" s"
        issue={issues.sourceTimeoutMs}
        onChange={(seconds) => void save({ sourceTimeoutMs: Math.round(seconds * 1000) })}
      />
      <BrowserRow
        value={settings.browserPath}
        issue={issues.browserPath}
        onChange={(browserPath) => void save({ browserPath })}
      />
    </Card>
  )
}

function BrowserRow(props: {
  readonly value: string | null
  readonly issue: string | undefined
  readonly onChange: (value: string | null) => void
}) {
  const id = useId()
  const { draft, set } = useDraft(props.value ?? '')
  const take = () => {
    const path = draft.trim() === '' ? null : draft.trim()
    if (path !== props.value) props.onChange(path)
  }
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <label htmlFor={id} className={classes.name}>
          Browser for sources that are read in one
        </label>
        <p id={`${id}-note`} className={classes.note}>
          The path of a Chrome, Chromium, Edge or Brave. It runs without a window and without your profile.
        </p>
      </div>
      <TextInput
        id={id}
        className={classes.path ?? ''}
        aria-describedby={`${id}-note`}
        placeholder="Found by itself"
        spellCheck={false}
        value={draft}
        error={props.issue}
        onChange={(event) => set(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take()
        }}
      />
    </div>
  )
}
