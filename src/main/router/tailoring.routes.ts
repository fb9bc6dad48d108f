import type { TailoringService } from '../domains/documents/compose/tailoring.service.ts'
import type { RouterBase } from './base.ts'

export interface TailoringServices {
  readonly tailoring: TailoringService
}

/** Résumés and letters for one job, by rules. */
export function tailoringRoutes(os: RouterBase, { tailoring }: TailoringServices) {
  return { tailoring: { compose: os.tailoring.compose.handler(({ input }) => tailoring.compose(input)) } }
}
