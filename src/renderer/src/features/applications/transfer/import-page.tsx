import { Button } from '@mantine/core'
import { IconLayoutKanban } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { ImportMapping } from '#shared/application-transfer.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { notifyProblem } from '../../../ui/notify.tsx'
import { PageFrame } from '../../../ui/page.tsx'
import { problemData } from '../detail/problem-data.ts'
import { CheckStep } from './check/check-step.tsx'
import { ChooseStep } from './choose/choose-step.tsx'
import { chooseFile, choosePasted, type Choice, type ChosenFile, type Refusal } from './choose/chosen-file.ts'
import { useFileDrop } from '../../../ui/use-file-drop.ts'
import { DoneStep, type ImportResult } from './done/done-step.tsx'
import classes from './import-page.module.css'
import { PastImports } from './past/past-imports.tsx'
import { useAfterImport } from './past/use-imports.ts'
import { unreadableWords } from './words.ts'

type Step =
  | { readonly kind: 'choose'; readonly refusal: Refusal | null; readonly isFirst: boolean }
  | { readonly kind: 'check'; readonly file: ChosenFile }
  | { readonly kind: 'done'; readonly file: ChosenFile; readonly result: ImportResult }

/** Applications from another tracker: a file is chosen, looked over, taken in, and can be taken out again. */
export function ImportPage() {
  const [step, setStep] = useState<Step>({ kind: 'choose', refusal: null, isFirst: true })
  const choice = useChoice((made) =>
    setStep(
      'file' in made ? { kind: 'check', file: made.file } : { kind: 'choose', refusal: made.refusal, isFirst: true },
    ),
  )
  const importing = useImport((file, result) => setStep({ kind: 'done', file, result }))
  const isOver = useFileDrop((file) => {
    if (!importing.isPending) void choice.take(file)
  })
  const startOver = () => setStep({ kind: 'choose', refusal: null, isFirst: false })
  return (
    <PageFrame
      title="Import applications"
      actions={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconLayoutKanban size={14} aria-hidden="true" />}
          renderRoot={(root) => <Link to="/applications" {...root} />}
        >
          All applications
        </Button>
      }
    >
      <title>Import applications · Career Copilot</title>
      {step.kind === 'check' && (
        <CheckStep
          key={step.file.id}
          file={step.file}
          isImporting={importing.isPending}
          onImport={(mapping) => importing.run(step.file, mapping)}
          onOther={startOver}
        />
      )}
      {step.kind !== 'check' && (
        <div className={classes.scroll}>
          <div className={classes.column}>
            {step.kind === 'done' ? (
              <DoneStep file={step.file} result={step.result} onOther={startOver} />
            ) : (
              <>
                <ChooseStep
                  isFirst={step.isFirst}
                  refusal={step.refusal}
                  readShare={choice.readShare}
                  onFile={(file) => void choice.take(file)}
                  onPaste={choice.paste}
                />
                <PastImports />
              </>
            )}
          </div>
        </div>
      )}
      {isOver && (
        <div className={classes.over} aria-hidden="true">
          <span>Drop the file to look it over</span>
        </div>
      )}
    </PageFrame>
  )
}

/** Reads what is chosen; a file chosen meanwhile takes its place. */
function useChoice(onMade: (choice: Choice) => void) {
  const [readShare, setReadShare] = useState<number | null>(null)
  const latest = useRef<File | null>(null)
  const take = async (file: File) => {
    latest.current = file
    setReadShare(0)
    const made = await chooseFile(file, (share) => {
      if (latest.current === file) setReadShare(share)
    })
    if (latest.current !== file) return
    setReadShare(null)
    onMade(made)
  }
  return { readShare, take, paste: (text: string) => onMade(choosePasted(text)) }
}

function useImport(onDone: (file: ChosenFile, result: ImportResult) => void) {
  const api = useApi()
  const refresh = useAfterImport()
  const { mutate, isPending } = useMutation({
    mutationFn: ({ file, mapping }: { readonly file: ChosenFile; readonly mapping: ImportMapping }) =>
      api.applicationTransfer.import.call({ fileName: file.name, text: file.text, mapping }),
    onSuccess: (result, { file }) => onDone(file, result),
    onError: (error) => {
      const problem = problemData(error, 'IMPORT_UNREADABLE')
      if (problem === null) return notifyProblem(describeProblem(error))
      const { title, next } = unreadableWords(problem)
      notifyProblem({ title, message: next })
    },
    onSettled: refresh,
  })
  return { run: (file: ChosenFile, mapping: ImportMapping) => mutate({ file, mapping }), isPending }
}
