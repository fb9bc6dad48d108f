import { Button, Skeleton } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { IconBriefcase, IconGhost2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DocumentHead } from '#shared/documents.ts'
import type { JobDetail } from '#shared/jobs.ts'
import { tailoringOptionsSchema } from '#shared/tailoring.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { Blank } from '../../../ui/blank.tsx'
import { PageFrame } from '../../../ui/page.tsx'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { useJob } from '../../jobs/index.ts'
import { useDocuments } from '../use-document.ts'
import { ModelPanel } from '../writing/model-panel.tsx'
import { useModelWriting } from '../writing/use-model-writing.ts'
import { type Writer, WRITER_WORDS, WriterChoice } from '../writing/writer-choice.tsx'
import { Proposal } from './proposal.tsx'
import { TailorForm, type TailorChoice } from './tailor-form.tsx'
import { readTailorSearch } from './tailor-url.ts'
import classes from './tailor.module.css'
import { useMaking, useTailoring } from './use-tailoring.ts'

const route = getRouteApi('/frame/documents/tailor')

/** A résumé or letter for one job, put together by rules out of what the user has said. */
export function TailorPage() {
  const { job: jobId, kind = 'resume' } = readTailorSearch(route.useSearch())
  const job = useJob(jobId ?? null)
  const documents = useDocuments()
  if (jobId === undefined || (job.error instanceof ORPCError && job.error.code === 'NOT_FOUND')) return <NoJob />
  const error = job.error ?? documents.error
  if (job.data && documents.data)
    return <Tailoring key={`${jobId} ${kind}`} job={job.data} kind={kind} documents={documents.data} />
  return (
    <PageFrame title="Tailor to a job">
      {error ? (
        <ProblemBlank
          {...describeProblem(error)}
          onRetry={() => {
            void job.refetch()
            void documents.refetch()
          }}
        />
      ) : (
        <output className={classes.room} aria-label="Loading the job">
          <Skeleton height={240} radius="lg" />
        </output>
      )}
    </PageFrame>
  )
}

function NoJob() {
  return (
    <PageFrame title="Tailor to a job">
      <Blank
        icon={IconGhost2}
        title="Which job is it for?"
        actions={
          <Button
            size="xs"
            leftSection={<IconBriefcase size={14} aria-hidden="true" />}
            renderRoot={(root) => <Link to="/jobs" {...root} />}
          >
            Go to Jobs
          </Button>
        }
      >
        Open a job and choose “Tailor a résumé” or “Write a letter” there.
        <title>Tailor to a job · Career Copilot</title>
      </Blank>
    </PageFrame>
  )
}

function Tailoring(props: {
  readonly job: JobDetail
  readonly kind: 'resume' | 'letter'
  readonly documents: readonly DocumentHead[]
}) {
  const { job, kind } = props
  const ofKind = props.documents.filter((head) => head.kind === kind)
  const [choice, setChoice] = useState<TailorChoice>(() => ({
    documentId: ofKind.find(({ isMaster }) => isMaster)?.id ?? null,
    options: tailoringOptionsSchema.parse({ kind }),
  }))
  const [wish, setWish] = useState(() => ({ jobId: job.id, ...choice }))
  const [writer, setWriter] = useState<Writer>('rules')
  const writing = useModelWriting()
  const tailoring = useTailoring(wish, writer === 'model' ? writing.state.result : null)
  const isProposed = writer === 'rules' || writing.state.result !== null
  const { isMaking, make } = useMaking()
  const api = useApi()
  const career = useQuery(api.career.get.queryOptions())
  const title = kind === 'letter' ? 'Write a letter' : 'Tailor a résumé'
  const change = (next: TailorChoice) => {
    setChoice(next)
    setWish({ jobId: job.id, ...next })
    writing.forget()
  }
  return (
    <PageFrame
      title={title}
      actions={
        <Button
          size="xs"
          loading={isMaking}
          disabled={!isProposed || tailoring.content === null || tailoring.isWaiting}
          onClick={() => void make(tailoring, job)}
        >
          {kind === 'letter' ? 'Make the letter' : 'Make the résumé'}
        </Button>
      }
    >
      <title>{`${title} · Career Copilot`}</title>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <section className={classes.scroll} aria-label={title} tabIndex={0}>
        <div className={classes.room}>
          <header className={classes.head}>
            <p className={classes.muted}>{job.company}</p>
            <h2 className={classes.title}>
              <Link to="/jobs" search={{ openings: 'all', job: job.id }}>
                {job.title}
              </Link>
            </h2>
            <WriterChoice writer={writer} onChange={setWriter} />
            <p className={classes.muted}>{WRITER_WORDS[writer]}</p>
          </header>
          <div className={classes.columns}>
            <TailorForm choice={choice} documents={ofKind} career={career.data?.career} onChange={change} />
            <div>
              {writer === 'model' && <ModelPanel wish={wish} writing={writing} />}
              {tailoring.error && !tailoring.result ? (
                <ProblemBlank {...describeProblem(tailoring.error)} onRetry={tailoring.retry} />
              ) : (
                isProposed && <Proposal tailoring={tailoring} isCareerEmpty={career.data?.isEmpty ?? false} />
              )}
            </div>
          </div>
        </div>
      </section>
    </PageFrame>
  )
}
