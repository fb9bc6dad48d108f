import { HIDE_REASONS, type JobDetail, type JobListItem } from '#shared/jobs.ts'
import type { RecommendedJob } from '#shared/recommendations.ts'
import { useCommands, type Command } from '../../ui/commands.tsx'
import { copyJob, HIDE_REASON_WORDS, openOutside, postingHref, type HideReason } from '../jobs/index.ts'
import { neighbourOf } from './cursor.ts'
import { focusMatchList } from './focus.ts'
import type { MatchView } from './match-url.ts'
import type { MatchMarks } from './use-match-marks.ts'
import type { ChangeMatchView } from './use-matches.ts'

/** What can be done on the For you screen, by key, by palette and by button: the keys of the jobs screen, and one for the weights. */
export function useMatchCommands(options: {
  readonly view: MatchView
  readonly change: ChangeMatchView
  readonly matches: readonly RecommendedJob[]
  readonly current: JobListItem | undefined
  readonly openJob: JobDetail | undefined
  readonly marks: MatchMarks
  readonly move: (step: number) => void
  readonly pick: (job: JobListItem['id'] | null) => void
}) {
  const { view, change, matches, openJob, marks } = options
  const target = view.selectedId === null ? options.current : openJob

  const close = () => {
    change({ selectedId: null, isWeighing: false })
    requestAnimationFrame(focusMatchList)
  }
  const hide = (job: JobListItem, reason: HideReason | null) => {
    const neighbour = neighbourOf(matches, job.id)
    marks.hide(job, reason)
    options.pick(neighbour)
    if (view.selectedId === null) return
    if (neighbour === null) close()
    else change({ selectedId: neighbour }, { isStep: true })
  }
  const move = (step: number) => {
    focusMatchList()
    options.move(step)
  }
  const toggleWeights = () => change({ isWeighing: !view.isWeighing, selectedId: null })

  const commands: Command[] = [
    { id: 'matches.next', group: 'For you', label: 'Next job', keys: 'j', isKeyOnly: true, run: () => move(1) },
    {
      id: 'matches.previous',
      group: 'For you',
      label: 'Previous job',
      keys: 'k',
      isKeyOnly: true,
      run: () => move(-1),
    },
    { id: 'matches.undo', group: 'For you', label: 'Undo the last save or hide', keys: 'z', run: marks.undoLast },
    {
      id: 'matches.weights',
      group: 'For you',
      label: view.isWeighing ? 'Close the weights' : 'Change what counts: the weights',
      keys: 'w',
      run: toggleWeights,
    },
  ]
  if (target) commands.push(...markCommands({ target, save: () => marks.save(target), hide }))
  if (openJob && view.selectedId !== null) {
    const href = postingHref(openJob)
    if (href !== null) {
      commands.push({
        id: 'match.open',
        group: 'This job',
        label: 'Open posting',
        keys: 'o',
        run: () => openOutside(href),
      })
    }
    commands.push({
      id: 'match.copy',
      group: 'This job',
      label: 'Copy as text',
      keys: 'c',
      run: () => void copyJob(openJob),
    })
  }
  if (view.selectedId !== null || view.isWeighing) {
    commands.push({
      id: 'matches.close',
      group: 'For you',
      label: 'Close what is beside the list',
      keys: 'escape',
      run: close,
    })
  }
  useCommands(commands)
  return { close, hide, save: marks.save, toggleWeights }
}

function markCommands(options: {
  readonly target: JobListItem
  readonly save: () => void
  readonly hide: (job: JobListItem, reason: HideReason | null) => void
}): Command[] {
  const { target, save, hide } = options
  const group = 'This job'
  const saving = { id: 'match.save', group, label: target.isSaved ? 'Remove from saved' : 'Save', keys: 's', run: save }
  const hiding = {
    id: 'match.hide',
    group,
    label: target.isHidden ? 'Show again' : 'Hide',
    keys: 'h',
    run: () => hide(target, null),
  }
  if (target.isHidden) return [saving, hiding]
  const withReason = HIDE_REASONS.map((reason) => ({
    id: `match.hide.${reason}`,
    group,
    label: `Hide: ${HIDE_REASON_WORDS[reason].toLowerCase()}`,
    run: () => hide(target, reason),
  }))
  return [saving, hiding, ...withReason]
}
