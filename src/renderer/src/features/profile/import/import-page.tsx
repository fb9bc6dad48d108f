import { Button } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { CareerView, JsonResumePreview } from '#shared/career.ts'
import { errors } from '#shared/errors.ts'
import type { ResumeReading } from '#shared/resume-import.ts'
import { type Api, useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { Page } from '../../../ui/page.tsx'
import { useFileDrop } from '../../../ui/use-file-drop.ts'
import { ProfileTabs } from '../profile-tabs.tsx'
import { type ChosenFile, readChosen, type Refusal } from './chosen-file.ts'
import { ChooseFile } from './choose-file.tsx'
import classes from './import.module.css'
import { JsonPreview } from './json/json-preview.tsx'
import { ResumeReview } from './resume/resume-review.tsx'

type Step =
  | { readonly kind: 'choose'; readonly refusal: Refusal | null }
  | {
      readonly kind: 'json'
      readonly name: string
      readonly text: string
      readonly preview: JsonResumePreview
      readonly view: CareerView
    }
  | { readonly kind: 'resume'; readonly reading: ResumeReading }

type JsonFile = Pick<ChosenFile & { kind: 'json' }, 'name' | 'text'>

/** `signal` aborts when nobody waits for the file any more. */
interface Taken<F = File | JsonFile> {
  readonly file: F
  readonly signal: AbortSignal
}

const FIRST: Step = { kind: 'choose', refusal: null }

/** A career from a file: chosen, read on this machine, looked over, taken in. */
export function CareerImportPage() {
  const api = useApi()
  const [step, setStep] = useState<Step>(FIRST)
  const leaving = useRef<AbortController | null>(null)
  useEffect(() => () => leaving.current?.abort(), [])
  const reading = useMutation({
    mutationFn: ({ file, signal }: Taken) =>
      file instanceof File ? stepOf(api, { file, signal }) : jsonStep(api, { file, signal }),
    onSuccess: (next, { signal }) => {
      if (!signal.aborted) setStep(next)
    },
    onError: (error, { signal }) => {
      if (!signal.aborted) setStep({ kind: 'choose', refusal: refusalOf(error) })
    },
  })
  const take = (file: File | JsonFile) => {
    if (reading.isPending) return
    leaving.current = new AbortController()
    reading.mutate({ file, signal: leaving.current.signal })
  }
  const isOver = useFileDrop(take)
  const startOver = () => {
    leaving.current?.abort()
    setStep(FIRST)
  }
  return (
    <Page
      title="Import a résumé"
      actions={
        <Button size="xs" variant="default" renderRoot={(root) => <Link to="/profile/career" {...root} />}>
          Career
        </Button>
      }
    >
      <title>Import a résumé · Career Copilot</title>
      <ProfileTabs />
      {step.kind === 'choose' && <ChooseFile refusal={step.refusal} isReading={reading.isPending} onFile={take} />}
      {step.kind === 'json' && (
        <JsonPreview {...step} onOther={startOver} onStale={() => take({ name: step.name, text: step.text })} />
      )}
      {step.kind === 'resume' && <ResumeReview reading={step.reading} onOther={startOver} />}
      {isOver && (
        <div className={classes.over} aria-hidden="true">
          <span>Drop the file to look it over</span>
        </div>
      )}
    </Page>
  )
}

async function stepOf(api: Api, { file, signal }: Taken<File>): Promise<Step> {
  const choice = await readChosen(file)
  if ('refusal' in choice) return { kind: 'choose', refusal: choice.refusal }
  if (choice.file.kind === 'json') return jsonStep(api, { file: choice.file, signal })
  const { name, base64 } = choice.file
  return { kind: 'resume', reading: await api.resumeImport.read.call({ name, base64 }, { signal }) }
}

async function jsonStep(api: Api, { file: { name, text }, signal }: Taken<JsonFile>): Promise<Step> {
  const [preview, view] = await Promise.all([
    api.career.readJsonResume.call({ text }, { signal }),
    api.career.get.call(undefined, { signal }),
  ])
  return { kind: 'json', name, text, preview, view }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof ORPCError && error.code === 'CAREER_FILE_REFUSED') {
    const parsed = errors.CAREER_FILE_REFUSED.data.safeParse(error.data)
    const reason = parsed.data?.reason ?? ''
    return { title: 'The file is no JSON Resume', message: `${reason} Choose another file, or a PDF or DOCX.` }
  }
  const { title, message, logId } = describeProblem(error)
  return { title, message: logId === null ? message : `${message} The log has the details under ${logId}.` }
}
