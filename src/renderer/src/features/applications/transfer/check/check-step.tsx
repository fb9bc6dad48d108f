import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { ImportMapping, ImportPreview } from '#shared/application-transfer.ts'
import { describeProblem } from '../../../../bridge/problem.ts'
import { formatCount, formatQuantity } from '../../../../ui/format.ts'
import { Section } from '../../../../ui/page.tsx'
import { ProblemBlank } from '../../../../ui/problem-blank.tsx'
import { problemData } from '../../detail/problem-data.ts'
import type { ChosenFile } from '../choose/chosen-file.ts'
import { BusyButton } from '../busy-button.tsx'
import { BadRows } from '../rows/bad-rows.tsx'
import { RowList } from '../rows/row-list.tsx'
import { StepHead } from '../step-head.tsx'
import { missingWords, tableWords } from '../words.ts'
import { ColumnsTable } from './columns-table.tsx'
import { Counts } from './counts.tsx'
import { DateOrder } from './date-order.tsx'
import { datesMatter, mappingShown, ordersTold, unclearDate, withField, withStage } from './mapping.ts'
import { ReadingRows } from './reading-rows.tsx'
import { StageTable } from './stage-table.tsx'
import { Unreadable } from './unreadable.tsx'
import { usePreview } from './use-preview.ts'
import classes from './check-step.module.css'

/** What the file holds and what would become of it, before anything is written. */
export function CheckStep(props: {
  readonly file: ChosenFile
  readonly isImporting: boolean
  readonly onImport: (mapping: ImportMapping) => void
  readonly onOther: () => void
}) {
  const { file, onOther } = props
  const [said, setSaid] = useState<ImportMapping | null>(null)
  const { preview, error, refetch, isBehind } = usePreview(file, said)
  if (error) {
    const unreadable = problemData(error, 'IMPORT_UNREADABLE')
    if (unreadable) return <Unreadable problem={unreadable} name={file.name} onOther={onOther} />
    return <ProblemBlank {...describeProblem(error)} onRetry={() => void refetch()} />
  }
  if (!preview) return <ReadingRows file={file} />
  const mapping = mappingShown(said, preview)
  return (
    <>
      <div className={classes.scroll}>
        <div className={classes.column}>
          <StepHead title={file.name}>
            {preview.preset !== null && <strong>This looks like an export from {preview.preset}. </strong>}
            {formatQuantity(file.lines, ['line', 'lines'])}, {tableWords(preview.header, preview.delimiter)}
            {file.encoding !== 'UTF-8' && `, read as ${file.encoding}`}. Nothing is written yet.
          </StepHead>
          <Mapping preview={preview} mapping={mapping} onChange={setSaid} />
          <Rows preview={preview} file={file} />
        </div>
      </div>
      <Foot preview={preview} mapping={mapping} isBehind={isBehind}>
        <Button size="sm" variant="default" disabled={props.isImporting} onClick={onOther}>
          Another file
        </Button>
        <BusyButton
          size="sm"
          isBusy={props.isImporting}
          disabled={isBehind || preview.counts.new === 0}
          onClick={() => props.onImport(mapping)}
        >
          Import {formatQuantity(preview.counts.new, ['application', 'applications'])}
        </BusyButton>
      </Foot>
    </>
  )
}

function Mapping(props: {
  readonly preview: ImportPreview
  readonly mapping: ImportMapping
  readonly onChange: (mapping: ImportMapping) => void
}) {
  const { preview, mapping, onChange } = props
  return (
    <>
      <Section id="columns-title" title="Columns" aside="What each column of the file says.">
        <ColumnsTable
          preview={preview}
          mapping={mapping}
          onField={(column, field) => {
            const next = withField(mapping, column, field)
            const isDay = field === 'appliedAt' || field === 'followUpAt'
            onChange(isDay ? { ...next, dates: ordersTold(preview, next) } : next)
          }}
        />
      </Section>
      {mapping.columns.stage !== undefined && preview.words.length > 0 && (
        <Section id="stages-title" title="Stages" aside="What the words of your tracker mean here.">
          <StageTable
            preview={preview}
            mapping={mapping}
            onStage={(word, stage) => onChange(withStage(mapping, word, stage))}
          />
        </Section>
      )}
      {datesMatter(preview, mapping) && (
        <Section id="dates-title" title="Dates" aside="How days are written that can be read in two ways.">
          <DateOrder
            dates={mapping.dates}
            sample={unclearDate(preview, mapping)}
            onDates={(dates) => onChange({ ...mapping, dates })}
          />
        </Section>
      )}
    </>
  )
}

function Rows({ preview, file }: { readonly preview: ImportPreview; readonly file: ChosenFile }) {
  const bad = preview.rows.filter(({ state }) => state === 'bad')
  const taken = preview.rows.filter(({ state }) => state !== 'bad')
  return (
    <>
      {bad.length > 0 && <BadRows rows={bad} file={file} />}
      {taken.length > 0 && (
        <Section
          id="first-rows-title"
          title="As they will be"
          aside={`The first ${formatCount(taken.length)} rows that can be read, with what would be left out of them.`}
        >
          <RowList label="Rows as they will be" rows={taken} />
        </Section>
      )}
    </>
  )
}

function Foot(props: {
  readonly preview: ImportPreview
  readonly mapping: ImportMapping
  readonly isBehind: boolean
  readonly children: ReactNode
}) {
  const missing = missingWords(props.mapping)
  return (
    <div className={classes.foot}>
      <div className={classes.sum}>
        <Counts counts={props.preview.counts} isBehind={props.isBehind} />
        {missing !== null && (
          <p role="alert" className={classes.missing}>
            {missing}
          </p>
        )}
      </div>
      <div className={classes.buttons}>{props.children}</div>
    </div>
  )
}
