import { useQueryClient } from '@tanstack/react-query'
import type { BoardColumn } from '#shared/applications.ts'
import type { Stage } from '#shared/stages.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { notifyProblem, notifyUndo } from '../../../ui/notify.tsx'

/** The user's own columns: what can be done with them. Each answers whether the core took it. */
export function useColumns() {
  const api = useApi()
  const queryClient = useQueryClient()
  const attempt = async (call: () => Promise<unknown>): Promise<boolean> => {
    try {
      await call()
      return true
    } catch (error) {
      notifyProblem(describeProblem(error))
      return false
    } finally {
      await queryClient.invalidateQueries({ queryKey: api.applications.board.key() })
    }
  }
  const remove = (column: BoardColumn) =>
    attempt(async () => {
      const removed = await api.applications.removeColumn.call({ id: column.id })
      notifyUndo(`Column “${column.name}” removed`, () => {
        void attempt(() => api.applications.restoreColumn.call({ id: column.id, cardIds: removed.cardIds }))
      })
    })
  return {
    add: (name: string, stage: Stage) => attempt(() => api.applications.addColumn.call({ name, stage })),
    rename: (column: BoardColumn, name: string) =>
      attempt(() => api.applications.updateColumn.call({ id: column.id, name })),
    /** Before another column of its stage, or behind all of them. */
    reorder: (column: BoardColumn, before: number | null) =>
      void attempt(() => api.applications.updateColumn.call({ id: column.id, name: column.name, before })),
    remove: (column: BoardColumn) => void remove(column),
  }
}
