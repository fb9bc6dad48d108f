import type { JobDetail, JobListItem } from '#shared/jobs.ts'
import { useCommands, type Command } from '../../../ui/commands.tsx'
import { focusJobList, focusJobSearch } from '../view/focus.ts'
import { copyJob, openOutside, postingHref } from '../actions/job-actions.tsx'
import type { JobsView } from '../view/jobs-url.ts'
import type { useCursor } from '../list/use-cursor.ts'
import type { HideReason, JobMarks } from '../actions/use-job-marks.ts'
import type { ChangeView } from '../view/use-jobs-view.ts'

/** What can be done on the jobs screen, by key, by palette and by button. Acts on the open job, else on the one under the
 *  cursor. */
export function useJobCommands(options: {
  readonly view: JobsView
  readonly change: ChangeView
  readonly cursor: ReturnType<typeof useCursor>
  readonly openJob: JobDetail | undefined
  readonly marks: JobMarks
  readonly clear: () => void
  readonly hasChips: boolean
  /** The keys are for the picked jobs then. */
  readonly isPicking: boolean
}) {
  const { view, change, cursor, openJob, marks } = options
  const target = view.selectedId === null ? cursor.current : openJob

  const close = () => {
    change({ selectedId: null })
    requestAnimationFrame(focusJobList)
  }
  const save = (job: JobListItem) => marks.setSaved(job, !job.isSaved)
  const hide = (job: JobListItem, reason: HideReason | null) => {
    // The job leaves the list, so its neighbour takes its place under the cursor, and in the detail if that is open.
    const neighbour = cursor.neighbour()
    marks.setHidden(job, !job.isHidden, reason)
    if (view.selectedId === null) return
    if (neighbour) change({ selectedId: neighbour.id }, { isStep: true })
    else close()
  }
  const move = (step: number) => {
    focusJobList()
    cursor.move(step)
  }

  const commands: Command[] = [
    { id: 'jobs.next', group: 'Jobs', label: 'Next job', keys: 'j', isKeyOnly: true, run: () => move(1) },
    { id: 'jobs.previous', group: 'Jobs', label: 'Previous job', keys: 'k', isKeyOnly: true, run: () => move(-1) },
    { id: 'jobs.search', group: 'Jobs', label: 'Search jobs', keys: '/', run: focusJobSearch },
    { id: 'jobs.undo', group: 'Jobs', label: 'Undo the last save or hide', keys: 'z', run: marks.undoLast },
  ]
  if (options.hasChips)
    commands.push({ id: 'jobs.clear', group: 'Jobs', label: 'Clear filters', keys: 'shift+x', run: options.clear })
  if (target) {
    commands.push(
      {
        id: 'job.save',
        group: 'This job',
        label: target.isSaved ? 'Remove from saved' : 'Save',
        ...(options.isPicking ? {} : { keys: 's' }),
        run: () => save(target),
      },
      {
        id: 'job.hide',
        group: 'This job',
        label: target.isHidden ? 'Show again' : 'Hide',
        ...(options.isPicking ? {} : { keys: 'h' }),
        run: () => hide(target, null),
      },
    )
  }
  if (openJob && view.selectedId !== null) {
    const href = postingHref(openJob)
    if (href !== null) {
      commands.push({
        id: 'job.open',
        group: 'This job',
        label: 'Open posting',
        keys: 'o',
        run: () => openOutside(href),
      })
    }
    commands.push(
      { id: 'job.copy', group: 'This job', label: 'Copy as text', keys: 'c', run: () => void copyJob(openJob) },
      { id: 'job.close', group: 'This job', label: 'Close details', keys: 'escape', run: close },
    )
  }
  useCommands(commands)
  return { close, save, hide }
}
