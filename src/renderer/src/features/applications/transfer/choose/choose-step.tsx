import { Button, FileButton, Progress, Textarea } from '@mantine/core'
import { IconFileSpreadsheet, IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { IMPORT_MAX_CHARS } from '#shared/application-transfer.ts'
import { formatBytes } from '../../../../ui/format.ts'
import { Section } from '../../../../ui/page.tsx'
import { BusyButton } from '../busy-button.tsx'
import { StepHead } from '../step-head.tsx'
import type { Refusal } from './chosen-file.ts'
import classes from './choose-step.module.css'

const EXAMPLE = 'Company,Job title,Status,Applied\nAcme,Data engineer,Interview,2026-03-02'

/** Where a file comes in: chosen, dropped, or pasted. */
export function ChooseStep(props: {
  readonly isFirst: boolean
  readonly refusal: Refusal | null
  /** How much of a file is read, from 0 to 1; null: none is being read. */
  readonly readShare: number | null
  readonly onFile: (file: File) => void
  readonly onPaste: (text: string) => void
}) {
  const { refusal, readShare } = props
  return (
    <>
      <StepHead title="Bring your applications along" isFirst={props.isFirst}>
        The CSV that another tracker or a spreadsheet exports. The exports of Huntr, Teal, Simplify, JobHero and
        LinkedIn are known, as are most columns in thirteen languages. You see what would happen before anything is
        written.
      </StepHead>
      <div className={classes.place}>
        <IconFileSpreadsheet size={26} stroke={1.5} aria-hidden="true" className={classes.icon} />
        <FileButton
          onChange={(file) => file !== null && props.onFile(file)}
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          inputProps={{ 'aria-label': 'CSV file', tabIndex: -1 }}
        >
          {(button) => (
            <BusyButton size="sm" isBusy={readShare !== null} {...button}>
              Choose a file
            </BusyButton>
          )}
        </FileButton>
        <p className={classes.hint}>or drop it anywhere on this window. Up to {formatBytes(IMPORT_MAX_CHARS)}.</p>
        {readShare !== null && (
          <Progress
            className={classes.progress ?? ''}
            value={readShare * 100}
            size="sm"
            aria-label="Reading the file"
          />
        )}
      </div>
      {refusal !== null && (
        <p role="alert" className={classes.refusal}>
          <strong>{refusal.title}.</strong> {refusal.message}
        </p>
      )}
      <Paste onPaste={props.onPaste} />
    </>
  )
}

function Paste({ onPaste }: { readonly onPaste: (text: string) => void }) {
  const [text, setText] = useState('')
  const isEmpty = text.trim() === ''
  return (
    <Section id="paste-title" title="Or paste it" aside="Rows copied out of a spreadsheet, with the header on top.">
      <form
        className={classes.paste}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isEmpty) onPaste(text)
        }}
      >
        <Textarea
          aria-labelledby="paste-title"
          placeholder={EXAMPLE}
          minRows={4}
          maxRows={10}
          autosize
          spellCheck={false}
          classNames={{ input: classes.text ?? '' }}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button
          type="submit"
          size="xs"
          variant="default"
          disabled={isEmpty}
          leftSection={<IconFileText size={14} aria-hidden="true" />}
        >
          Read what I pasted
        </Button>
      </form>
    </Section>
  )
}
