import { Button, Modal, Skeleton } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { JobId } from '#shared/ids.ts'
import type { InterviewPreparation, InterviewQuestion } from '#shared/writing.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { describeProblem } from '../../../../bridge/problem.ts'
import { ProblemBlank } from '../../../../ui/problem-blank.tsx'
import { SentInterviewPreview } from '../../../documents/index.ts'
import classes from './prepare-dialog.module.css'

const PARTS = [
  ['Situation', 'situation'],
  ['Task', 'task'],
  ['Action', 'action'],
  ['Result', 'result'],
] as const

/** Questions that an interview for this job may bring, with outlines of answers out of the user's own points. */
export function PrepareDialog({ jobId, onClose }: { readonly jobId: JobId; readonly onClose: () => void }) {
  const api = useApi()
  const [withModel, setWithModel] = useState(false)
  const providers = useQuery(api.ai.providers.queryOptions())
  const isModelReady = (providers.data ?? []).some(
    ({ id, isOn, hasKey, model }) => isOn && model !== '' && (hasKey || id === 'compatible'),
  )
  const prepared = useQuery({
    ...api.writing.prepareInterview.queryOptions({ input: { jobId, withModel } }),
    retry: false,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  })
  return (
    <Modal opened onClose={onClose} title="Prepare the interview" size="lg">
      <p className={classes.muted}>
        {withModel
          ? 'By a language model, out of your facts and the posting. Words that no fact of yours backs are marked.'
          : 'By rules, out of the posting and your career. The outlines hold your own sentences; what they lack is yours to add.'}
      </p>
      {isModelReady && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconSparkles size={13} aria-hidden="true" />}
          loading={withModel && prepared.isFetching}
          onClick={() => setWithModel(!withModel)}
        >
          {withModel ? 'By rules' : 'Ask a model'}
        </Button>
      )}
      {isModelReady && !withModel && (
        <div className={classes.sent}>
          <SentInterviewPreview jobId={jobId} />
        </div>
      )}
      {prepared.isError && (
        <ProblemBlank {...describeProblem(prepared.error)} onRetry={() => void prepared.refetch()} />
      )}
      {prepared.isPending && (
        <output aria-label="Preparing">
          <Skeleton mt="sm" height={240} radius="md" />
        </output>
      )}
      {prepared.data?.questions.length === 0 && (
        <p className={classes.muted}>
          Nothing to go by: the posting names no skill, and your career has no post. Fill in your career first.
        </p>
      )}
      <ol className={classes.list} aria-label="Questions">
        {prepared.data?.questions.map((question) => (
          <li key={`${question.question} ${question.why}`}>
            <Question {...question} language={prepared.data.language} />
          </li>
        ))}
      </ol>
    </Modal>
  )
}

function Question({
  question,
  why,
  answer,
  findings,
  language,
}: InterviewQuestion & Pick<InterviewPreparation, 'language'>) {
  return (
    <>
      <p className={classes.question} lang={language}>
        {question}
      </p>
      <p className={classes.muted} lang={language}>
        {why}
      </p>
      {answer === null ? (
        <p className={classes.open}>Your career says nothing to it. Think of an honest answer of your own.</p>
      ) : (
        <dl className={classes.star}>
          {PARTS.map(([name, part]) => (
            <div key={part}>
              <dt>{name}</dt>
              <dd lang={language}>{answer[part]}</dd>
            </div>
          ))}
        </dl>
      )}
      {findings.length > 0 && (
        <ul className={classes.findings} aria-label="Not backed by your career">
          {findings.map(({ at, kind, words, message }) => (
            <li key={`${at} ${kind} ${words}`}>{message}</li>
          ))}
        </ul>
      )}
    </>
  )
}
