import { NativeSelect } from '@mantine/core'
import type { ImportMapping, ImportPreview } from '#shared/application-transfer.ts'
import { STAGES, type Stage } from '#shared/stages.ts'
import { STAGE_WORDS } from '../../words/stage-words.ts'
import classes from './check-step.module.css'

const UNSAID = { value: '', label: 'Not known: applied if it has a day, else saved' }

/** Every word of the stage column and the stage that it means. */
export function StageTable(props: {
  readonly preview: ImportPreview
  readonly mapping: ImportMapping
  readonly onStage: (word: string, stage: Stage | null) => void
}) {
  const { preview, mapping } = props
  const stages = STAGES.map((stage) => ({ value: stage, label: STAGE_WORDS[stage] }))
  return (
    <div className={classes.sheet}>
      <table className={classes.stages} aria-labelledby="stages-title">
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col">Stage</th>
          </tr>
        </thead>
        <tbody>
          {preview.words.map((word) => {
            const stage = mapping.stages[word]
            const isRecognised = preview.mapping.stages[word] !== undefined
            return (
              <tr key={word}>
                <th scope="row">{word}</th>
                <td>
                  <NativeSelect
                    size="xs"
                    aria-label={`Stage that “${word}” means`}
                    value={stage ?? ''}
                    data={isRecognised && stage !== undefined ? stages : [UNSAID, ...stages]}
                    onChange={({ currentTarget: { value } }) =>
                      props.onStage(word, STAGES.find((known) => known === value) ?? null)
                    }
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
