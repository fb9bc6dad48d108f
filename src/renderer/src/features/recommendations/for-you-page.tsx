import { Button, Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconAdjustments } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { JobId } from '#shared/ids.ts'
import type { MatchWeights, RecommendedJob } from '#shared/recommendations.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { inSentences } from '../../ui/format.ts'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import { useListRecord } from '../experiments/index.ts'
import { JobDetailPane, moveCursor, useJob } from '../jobs/index.ts'
import { placeOf } from './cursor.ts'
import { FirstProfile } from './first-profile.tsx'
import { MATCH_LIST_ID } from './focus.ts'
import { ForYouFrame, ForYouHead, ForYouScroll } from './for-you-head.tsx'
import classes from './for-you-page.module.css'
import { MatchBlank } from './match-blank.tsx'
import { MatchList } from './match-list.tsx'
import { toInput } from './match-url.ts'
import { movesBetween } from './moves.ts'
import { StateLine } from './state-line.tsx'
import { useMatchCommands } from './use-match-commands.ts'
import { useMatchMarks } from './use-match-marks.ts'
import { useMatches, useMatchView, usePreview } from './use-matches.ts'
import { WeightsPanel } from './weights-panel.tsx'

/** The best of all open jobs for this profile, each with its reasons; what counts can be changed while looking at the list. */
export function ForYouPage() {
  const api = useApi()
  const profile = useQuery(api.profile.get.queryOptions())
  return (
    <ForYouFrame>
      <title>For you · Career Copilot</title>
      {profile.error && !profile.data && (
        <>
          <ForYouHead />
          <ProblemBlank {...describeProblem(profile.error)} onRetry={() => void profile.refetch()} />
        </>
      )}
      {!profile.error && !profile.data && (
        <>
          <ForYouHead />
          <Waiting />
        </>
      )}
      {profile.data && (profile.data.isEmpty ? <FirstVisit /> : <Ranked />)}
    </ForYouFrame>
  )
}

function FirstVisit() {
  return (
    <>
      <ForYouHead />
      <ForYouScroll>
        <FirstProfile />
      </ForYouScroll>
    </>
  )
}

const NO_MATCHES: readonly RecommendedJob[] = []

function Ranked() {
  const { view, change } = useMatchView()
  const input = toInput(view)
  const list = useMatches(input)
  const [tried, setTried] = useState<MatchWeights | null>(null)
  const preview = usePreview(input, view.isWeighing ? tried : null)
  const marks = useMatchMarks()
  const [restingId, setRestingId] = useState<JobId | null>(null)
  const isWide = useMediaQuery('(min-width: 1100px)', true, { getInitialValueInEffect: false })
  const openJob = useJob(view.selectedId).data

  const own = list.data?.jobs ?? NO_MATCHES
  const isTrying = view.isWeighing && tried !== null && preview.data !== undefined
  const matches = isTrying ? preview.data.jobs : own
  const moves = isTrying ? movesBetween(own.map(idOf), preview.data.jobs.map(idOf)) : null
  const cursor = placeOf(matches, view.selectedId ?? restingId)
  const current = cursor === null ? undefined : matches[cursor]?.job

  const open = (index: number) => {
    const id = matches[index]?.job.id
    if (id === undefined) return
    setRestingId(id)
    change({ selectedId: id, isWeighing: false }, { isStep: view.selectedId !== null })
  }
  const move = (step: number) => {
    const next = moveCursor(cursor, step, matches.length)
    if (next === null) return
    if (view.selectedId === null) setRestingId(matches[next]?.job.id ?? null)
    else open(next)
  }
  const actions = useMatchCommands({
    view,
    change,
    matches,
    current,
    openJob,
    marks,
    move,
    pick: setRestingId,
  })

  const isDetailOpen = view.selectedId !== null
  const isListShown = isWide || !isDetailOpen
  useListRecord({
    listId: isTrying ? null : (list.data?.listId ?? null),
    jobs: own,
    openedId: view.selectedId,
    isListShown,
    listElementId: MATCH_LIST_ID,
  })
  return (
    <>
      {!isListShown && <h1 className="cc-unseen">For you</h1>}
      {isListShown && (
        <ForYouHead>
          {list.data && <StateLine list={list.data} view={view} change={change} />}
          <Button
            className={classes.weigh ?? ''}
            size="xs"
            variant={view.isWeighing ? 'light' : 'default'}
            aria-expanded={view.isWeighing}
            leftSection={<IconAdjustments size={14} aria-hidden="true" />}
            onClick={actions.toggleWeights}
          >
            Weights
          </Button>
        </ForYouHead>
      )}
      <div className={classes.body} data-beside={beside(isWide && isDetailOpen, view.isWeighing)}>
        {isListShown && (
          <section className={classes.listSide} aria-label="Recommendations">
            {list.error && !list.data && (
              <ProblemBlank {...describeProblem(list.error)} onRetry={() => void list.refetch()} />
            )}
            {list.isPending && <Waiting />}
            {list.data && matches.length === 0 && <MatchBlank list={list.data} view={view} change={change} />}
            {list.data && matches.length > 0 && list.data.hints.length > 0 && (
              <p className={classes.hints}>{inSentences(list.data.hints)}</p>
            )}
            {matches.length > 0 && (
              <MatchList
                matches={matches}
                moves={moves}
                isBusy={list.isPlaceholderData || (isTrying && preview.isPlaceholderData)}
                cursor={cursor}
                selectedId={view.selectedId}
                onMove={move}
                onOpen={open}
              />
            )}
          </section>
        )}
        {view.isWeighing && !isDetailOpen && (
          <WeightsPanel
            tried={tried}
            onTry={setTried}
            moves={moves}
            problem={preview.error ? describeProblem(preview.error).message : null}
            onClose={actions.close}
          />
        )}
        {view.selectedId !== null && (
          <JobDetailPane
            id={view.selectedId}
            isAlone={!isWide}
            isListed
            onClose={actions.close}
            onSave={actions.save}
            onHide={actions.hide}
          />
        )}
      </div>
    </>
  )
}

function idOf({ job }: RecommendedJob): JobId {
  return job.id
}

function beside(isDetail: boolean, isWeighing: boolean): 'detail' | 'weights' | undefined {
  if (isDetail) return 'detail'
  return isWeighing ? 'weights' : undefined
}

function Waiting() {
  return (
    <output aria-label="Comparing jobs with your profile" className={classes.waiting}>
      <Skeleton height={86} radius="md" />
      <Skeleton height={86} radius="md" />
      <Skeleton height={86} radius="md" />
      <Skeleton height={86} radius="md" />
    </output>
  )
}
