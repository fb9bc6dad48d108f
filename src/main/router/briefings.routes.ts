import type { AchievementsService } from '../domains/briefings/achievements/achievements.service.ts'
import type { BriefingsService } from '../domains/briefings/briefings.service.ts'
import type { RouterBase } from './base.ts'

export interface BriefingServices {
  readonly briefings: BriefingsService
  readonly achievements: AchievementsService
}

/** What the app tells of a day or a week, and the marks on the way. */
export function briefingRoutes(os: RouterBase, { briefings, achievements }: BriefingServices) {
  return {
    briefings: {
      now: os.briefings.now.handler(({ input }) => briefings.now(input.kind)),
      newMatches: os.briefings.newMatches.handler(() => ({ count: briefings.newMatches() })),
      past: os.briefings.past.handler(({ input }) => briefings.past(input.limit)),
      get: os.briefings.get.handler(({ input }) => briefings.get(input.id)),
      next: os.briefings.next.handler(() => briefings.next()),
      achievements: os.briefings.achievements.handler(() => achievements.view()),
    },
  }
}
