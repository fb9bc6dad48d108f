import type { CareerService } from '../domains/profile/career/career.service.ts'
import type { RouterBase } from './base.ts'

export interface CareerServices {
  readonly career: CareerService
}

/** What the user has done, and the ways of it in and out. */
export function careerRoutes(os: RouterBase, { career }: CareerServices) {
  return {
    career: {
      get: os.career.get.handler(() => career.get()),
      save: os.career.save.handler(({ input }) => career.save(input)),
      confirm: os.career.confirm.handler(({ input }) => career.confirm(input.text)),
      takeBack: os.career.takeBack.handler(({ input }) => career.takeBack(input)),
      exportJsonResume: os.career.exportJsonResume.handler(() => career.exportJsonResume()),
      readJsonResume: os.career.readJsonResume.handler(({ input }) => career.readJsonResume(input.text)),
      importJsonResume: os.career.importJsonResume.handler(({ input }) => career.importJsonResume(input)),
    },
  }
}
