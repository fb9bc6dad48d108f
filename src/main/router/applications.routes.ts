import type { ApplicationsService } from '../domains/applications/applications.service.ts'
import type { RouterBase } from './base.ts'

/** What the user applies for. */
export function applicationRoutes(os: RouterBase, { applications }: { readonly applications: ApplicationsService }) {
  const { columns } = applications
  return {
    applications: {
      board: os.applications.board.handler(({ input }) => applications.board(input)),
      list: os.applications.list.handler(({ input }) => applications.list(input)),
      calendar: os.applications.calendar.handler(({ input }) => applications.calendar(input)),
      get: os.applications.get.handler(({ input }) => applications.get(input.id)),
      ofJob: os.applications.ofJob.handler(({ input }) => applications.ofJob(input.jobId)),
      twice: os.applications.twice.handler(({ input }) => applications.twice(input)),
      add: os.applications.add.handler(({ input }) => applications.add(input)),
      update: os.applications.update.handler(({ input }) => applications.update(input)),
      saveNotes: os.applications.saveNotes.handler(({ input }) => applications.saveNotes(input)),
      move: os.applications.move.handler(({ input }) => applications.move(input)),
      moveMany: os.applications.moveMany.handler(({ input }) => applications.moveMany(input)),
      undoMoves: os.applications.undoMoves.handler(({ input }) => applications.undoMoves(input.eventIds)),
      remove: os.applications.remove.handler(({ input }) => applications.remove(input.ids)),
      restore: os.applications.restore.handler(({ input }) => applications.restore(input.ids)),
      takeSnapshot: os.applications.takeSnapshot.handler(({ input }) => applications.takeSnapshot(input.id)),
      columns: os.applications.columns.handler(() => columns.all()),
      addColumn: os.applications.addColumn.handler(({ input }) => columns.add(input)),
      updateColumn: os.applications.updateColumn.handler(({ input }) => columns.update(input)),
      removeColumn: os.applications.removeColumn.handler(({ input }) => columns.remove(input.id)),
      restoreColumn: os.applications.restoreColumn.handler(({ input }) => columns.restore(input)),
    },
  }
}
