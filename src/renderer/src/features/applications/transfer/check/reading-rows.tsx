import { Progress } from '@mantine/core'
import { formatQuantity } from '../../../../ui/format.ts'
import type { ChosenFile } from '../choose/chosen-file.ts'
import { StepHead } from '../step-head.tsx'
import classes from './check-step.module.css'

/** While the rows of a large file are read. */
export function ReadingRows({ file }: { readonly file: ChosenFile }) {
  return (
    <div className={classes.column}>
      <StepHead title={file.name}>
        Reading {formatQuantity(file.lines, ['line', 'lines'])} and looking for what is there already…
      </StepHead>
      <output aria-label="Reading the rows" aria-busy="true">
        <Progress.Root size="sm">
          <Progress.Section value={100} animated withAria={false} />
        </Progress.Root>
      </output>
    </div>
  )
}
